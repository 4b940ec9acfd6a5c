package wtf8

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// JoinHalves makes a text valid the way Node does where it percent-encodes
// one: a lone surrogate takes the unit after it as its other half. At the end
// of the text there is none, and ok is false.
func JoinHalves(s string) (valid string, ok bool) {
	if utf8.ValidString(s) {
		return s, true
	}
	var b strings.Builder
	units := ToUTF16(s)
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i++; i == len(units) {
				return "", false
			}
			r = 0x10000 + (r&0x3ff<<10 | rune(units[i])&0x3ff)
		}
		b.WriteRune(r)
	}
	return b.String(), true
}
