package weburl

import (
	"strings"
	"unicode/utf8"
)

// DecodeURIComponent is the function of JavaScript; ok is false where that
// throws. Texts may be in WTF-8: only what is encoded has to be UTF-8.
func DecodeURIComponent(s string) (out string, ok bool) {
	i := strings.IndexByte(s, '%')
	if i < 0 {
		return s, true
	}
	b := append(make([]byte, 0, len(s)), s[:i]...)
	for i < len(s) {
		if s[i] != '%' {
			b = append(b, s[i])
			i++
			continue
		}
		start := len(b)
		for ; i < len(s) && s[i] == '%'; i += 3 {
			if i+2 >= len(s) {
				return "", false
			}
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi < 0 || lo < 0 {
				return "", false
			}
			b = append(b, byte(hi<<4|lo))
		}
		if !utf8.Valid(b[start:]) {
			return "", false
		}
	}
	return string(b), true
}
