// Package wtf8 carries JavaScript strings through Go code without loss: as
// UTF-8 in which a lone surrogate is encoded as the three bytes it would have
// if it were a character. Modules whose core works on Go strings convert at
// their binding. It holds no state.
package wtf8

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// noVM makes string values, which belong to no VM.
var noVM *goja.Runtime

// Of is the text of a string value.
func Of(v goja.Value) string {
	str, ok := v.(goja.String)
	if !ok {
		return v.String()
	}
	s := str.String()
	if !strings.ContainsRune(s, utf8.RuneError) {
		return s
	}
	units := make([]uint16, str.Length())
	for i := range units {
		units[i] = str.CharAt(i)
	}
	return FromUTF16(units)
}

// ToString is the text of any value, converted as the String function of the
// language converts it, but a symbol is refused with a TypeError.
func ToString(vm *goja.Runtime, v goja.Value) string {
	if _, ok := v.(*goja.Symbol); !ok {
		v = v.ToString()
	}
	if _, ok := v.(*goja.Symbol); ok {
		panic(vm.NewTypeError("Cannot convert a Symbol value to a string"))
	}
	return Of(v)
}

// Value is the JavaScript string of a text.
func Value(s string) goja.Value {
	if utf8.ValidString(s) {
		return noVM.ToValue(s)
	}
	return goja.StringFromUTF16(ToUTF16(s))
}

// FromUTF16 is the text of UTF-16 units.
func FromUTF16(units []uint16) string {
	var b strings.Builder
	b.Grow(len(units))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if pair := pairAt(units, i); pair != utf8.RuneError {
				b.WriteRune(pair)
				i++
				continue
			}
			b.Write([]byte{0xe0 | byte(r>>12), 0x80 | byte(r>>6)&0x3f, 0x80 | byte(r)&0x3f})
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func pairAt(units []uint16, i int) rune {
	if i+1 == len(units) {
		return utf8.RuneError
	}
	return utf16.DecodeRune(rune(units[i]), rune(units[i+1]))
}

// ToUTF16 is a text as UTF-16 units. A byte that belongs to no character
// becomes U+FFFD.
func ToUTF16(s string) []uint16 {
	units := make([]uint16, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if surrogate, ok := surrogateAt(s[i:]); ok {
				r, size = surrogate, 3
			}
		}
		if utf16.IsSurrogate(r) {
			units = append(units, uint16(r))
		} else {
			units = utf16.AppendRune(units, r)
		}
		i += size
	}
	return units
}

// surrogateAt decodes a lone surrogate, ED A0..BF 80..BF.
func surrogateAt(s string) (rune, bool) {
	if len(s) < 3 || s[0] != 0xed || s[1] < 0xa0 || s[1] > 0xbf || s[2]&0xc0 != 0x80 {
		return 0, false
	}
	return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), true
}

// Length is the length property of a text's JavaScript string.
func Length(s string) int {
	n := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if _, ok := surrogateAt(s[i:]); ok {
				size = 3
			}
		}
		if r > 0xffff {
			n++
		}
		n++
		i += size
	}
	return n
}

// Repair turns lone surrogates into U+FFFD, as String.prototype.toWellFormed
// and every conversion to UTF-8 do.
func Repair(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string(utf16.Decode(ToUTF16(s)))
}
