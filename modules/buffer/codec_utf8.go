package buffer

import (
	"unicode/utf16"
	"unicode/utf8"

	vector "github.com/segmentio/asm/utf8"
)

const replacement = "\uFFFD"

// invalidPrefix is the length of the ill-formed sequence that b begins with:
// the longest start of a well-formed sequence, or one byte. A decoder puts
// one U+FFFD in its place (Unicode, "maximal subpart", which is what V8 and
// the WHATWG Encoding Standard do, while a range loop of Go replaces every
// byte).
func invalidPrefix(b []byte) int {
	need, low, high := leadByte(b[0])
	n := 1
	for ; n <= need && n < len(b); n++ {
		if b[n] < low || b[n] > high {
			break
		}
		low, high = 0x80, 0xBF
	}
	return n
}

// leadByte tells how many bytes follow a lead byte and in which range the
// first of them lies (Unicode, table 3-7).
func leadByte(c byte) (need int, low, high byte) {
	switch {
	case c >= 0xC2 && c <= 0xDF:
		return 1, 0x80, 0xBF
	case c == 0xE0:
		return 2, 0xA0, 0xBF
	case c == 0xED:
		return 2, 0x80, 0x9F
	case c >= 0xE1 && c <= 0xEF:
		return 2, 0x80, 0xBF
	case c == 0xF0:
		return 3, 0x90, 0xBF
	case c >= 0xF1 && c <= 0xF3:
		return 3, 0x80, 0xBF
	case c == 0xF4:
		return 3, 0x80, 0x8F
	}
	return 0, 0, 0
}

// isUTF8 reports whether b is well-formed.
func isUTF8(b []byte) bool {
	if len(b) < longUTF8 {
		return utf8.Valid(b)
	}
	return vector.Valid(b)
}

// longUTF8 is the length from which vector instructions pay.
const longUTF8 = 64

// validPrefix is the length of the well-formed UTF-8 that b begins with.
func validPrefix(b []byte) int {
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			i += asciiPrefix(b[i:])
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return i
}

// repairUTF8 copies b with every ill-formed sequence replaced.
func repairUTF8(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/8+len(replacement))
	for len(b) > 0 {
		n := validPrefix(b)
		out = append(out, b[:n]...)
		if b = b[n:]; len(b) > 0 {
			out = append(out, replacement...)
			b = b[invalidPrefix(b):]
		}
	}
	return out
}

// truncateUTF8 cuts well-formed UTF-8 to at most n bytes of whole characters.
func truncateUTF8(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// unitsOfUTF8 converts well-formed UTF-8 to UTF-16 units.
func unitsOfUTF8(s string) []uint16 {
	units := make([]uint16, 0, len(s))
	for _, r := range s {
		units = utf16.AppendRune(units, r)
	}
	return units
}
