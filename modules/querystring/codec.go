package querystring

import (
	"strings"

	"github.com/gonode/gonode/internal/weburl"
	"github.com/gonode/gonode/internal/wtf8"
)

// unreserved are the characters that Escape leaves alone, besides letters and
// digits.
const unreserved = "!'()*-._~"

const upperHex = "0123456789ABCDEF"

func isUnreserved(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte(unreserved, c) >= 0
}

// Escape percent-encodes a text. It fails for half a character at the end;
// anywhere else such a half takes the unit after it as its other half.
func Escape(s string) (string, bool) {
	s, ok := wtf8.JoinHalves(s)
	if !ok {
		return "", false
	}
	i := 0
	for i < len(s) && isUnreserved(s[i]) {
		i++
	}
	if i == len(s) {
		return s, true
	}
	b := append(make([]byte, 0, len(s)*3/2), s[:i]...)
	for ; i < len(s); i++ {
		if c := s[i]; isUnreserved(c) {
			b = append(b, c)
		} else {
			b = append(b, '%', upperHex[c>>4], upperHex[c&15])
		}
	}
	return string(b), true
}

// Unescape decodes a text: as decodeURIComponent does, or if that would throw,
// byte by byte; only then plus signs can become spaces.
func Unescape(s string, decodeSpaces bool) string {
	if out, ok := weburl.DecodeURIComponent(s); ok {
		return out
	}
	return weburl.DecodeUTF8(string(unescapeUnits(wtf8.ToUTF16(s), decodeSpaces)))
}

// hexByte decodes the %XX at the start of s.
func hexByte(s string) (byte, bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	hi, lo := unhex(uint16(s[1])), unhex(uint16(s[2]))
	return byte(hi<<4 | lo), hi >= 0 && lo >= 0
}

func unhex(c uint16) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// unescapeUnits decodes to bytes; of a unit that is not encoded the low byte
// counts.
func unescapeUnits(units []uint16, decodeSpaces bool) []byte {
	out := make([]byte, 0, len(units))
	for i := 0; i < len(units); i++ {
		c := units[i]
		switch {
		case c == '+' && decodeSpaces:
			c = ' '
		case c == '%' && i+2 < len(units):
			if hi, lo := unhex(units[i+1]), unhex(units[i+2]); hi >= 0 && lo >= 0 {
				c = uint16(hi<<4 | lo)
				i += 2
			}
		}
		out = append(out, byte(c))
	}
	return out
}

// decodePair decodes a key and its value. A part without any %XX is not looked
// at closer, but as on Node a value is if its key has two of them.
func decodePair(key, value string) (decodedKey, decodedValue string) {
	codes := countCodes(key)
	if key = plusAsSpace(key); codes > 0 {
		key = Unescape(key, true)
	}
	if value = plusAsSpace(value); codes > 1 || countCodes(value) > 0 {
		value = Unescape(value, true)
	}
	return key, value
}

// countCodes counts the %XX of a text, up to two.
func countCodes(s string) int {
	n := 0
	for n < 2 {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			return n
		}
		s = s[i:]
		if _, ok := hexByte(s); ok {
			n++
			s = s[2:]
		}
		s = s[1:]
	}
	return n
}

func plusAsSpace(s string) string {
	if strings.IndexByte(s, '+') < 0 {
		return s
	}
	return strings.ReplaceAll(s, "+", " ")
}

// plusAsCode writes plus signs as %20, for decoders that know no others.
func plusAsCode(s string) string { return strings.ReplaceAll(s, "+", "%20") }
