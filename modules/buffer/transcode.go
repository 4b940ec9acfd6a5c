package buffer

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// The errors of transcode are ICU's.
const (
	icuIllegalArgument = 1
	icuInvalidChar     = 10
)

var icuNames = map[int]string{
	icuIllegalArgument: "U_ILLEGAL_ARGUMENT_ERROR",
	icuInvalidChar:     "U_INVALID_CHAR_FOUND",
}

// transcode is buffer.transcode(source, fromEnc, toEnc): between utf8,
// utf16le, latin1 and ascii, with '?' for what the target has not.
func (m *Module) transcode(c goja.FunctionCall) goja.Value {
	source := m.requireUint8s(c.Argument(0), "source")
	if len(source) == 0 {
		return m.FromBytes(nil)
	}
	from, ok := transcodable(c.Argument(1))
	to, ok2 := transcodable(c.Argument(2))
	if !ok || !ok2 {
		panic(m.icuError(icuIllegalArgument))
	}
	out, ok := transcode(source, from, to)
	if !ok {
		panic(m.icuError(icuInvalidChar))
	}
	return m.FromBytes(out)
}

func transcodable(v goja.Value) (Encoding, bool) {
	if !v.ToBoolean() {
		return UTF8, true
	}
	enc, ok := ParseEncoding(v.String())
	return enc, ok && enc <= ASCII
}

func (m *Module) icuError(code int) *goja.Object {
	err := nodeerr.Plain(m.vm, "Error", "Unable to transcode Buffer ["+icuNames[code]+"]")
	for _, p := range []struct {
		name  string
		value any
	}{{"code", icuNames[code]}, {"errno", code}} {
		must(err.Set(p.name, p.value))
	}
	return err
}

// transcode fails for ill-formed input only between UTF-8 and UTF-16;
// everywhere else a replacement takes its place.
func transcode(b []byte, from, to Encoding) (out []byte, ok bool) {
	strict := from == UTF8 && to == UTF16LE || from == UTF16LE && to == UTF8
	if strict && !wellFormed(b, from) {
		return nil, false
	}
	if from == ASCII && to == UTF16LE {
		from = Latin1
	}
	runes := runesOf(b, from)
	for _, r := range runes {
		out = appendRune(out, r, to)
	}
	if from == UTF16LE && to == UTF16LE && len(b)%2 == 1 && !endsInLead(b[:len(b)-1]) {
		out = appendRune(out, utf8.RuneError, to)
	}
	return out, true
}

// endsInLead reports whether the last unit is the first half of a pair. ICU
// makes one replacement of it and an odd byte behind it.
func endsInLead(b []byte) bool { return len(b) > 0 && b[len(b)-1]&0xFC == 0xD8 }

// wellFormed overlooks an odd last byte, unless it is the only one.
func wellFormed(b []byte, enc Encoding) bool {
	if enc == UTF8 {
		return utf8.Valid(b)
	}
	units := unitsOfUTF16LE(b)
	if len(units) == 0 {
		return false
	}
	for i := 0; i < len(units); i++ {
		if utf16.IsSurrogate(rune(units[i])) {
			_, size := decodeSurrogate(units[i:])
			if size == 1 {
				return false
			}
			i++
		}
	}
	return true
}

func runesOf(b []byte, enc Encoding) []rune {
	switch enc {
	case UTF8:
		if !utf8.Valid(b) {
			b = repairUTF8(b)
		}
		return []rune(unsafeString(b))
	case UTF16LE:
		return utf16.Decode(unitsOfUTF16LE(b))
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
		if enc == ASCII && c >= utf8.RuneSelf {
			runes[i] = utf8.RuneError
		}
	}
	return runes
}

func appendRune(b []byte, r rune, enc Encoding) []byte {
	limit := rune(0xFF)
	switch enc {
	case UTF8:
		return utf8.AppendRune(b, r)
	case UTF16LE:
		for _, u := range utf16.AppendRune(nil, r) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	case ASCII:
		limit = 0x7F
	}
	if r > limit {
		r = '?'
	}
	return append(b, byte(r))
}
