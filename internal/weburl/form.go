package weburl

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// Pair is a name with its value.
type Pair struct{ Name, Value string }

// ParseForm is the parser of application/x-www-form-urlencoded.
func ParseForm(in string) []Pair {
	var list []Pair
	for in != "" {
		var part string
		part, in, _ = strings.Cut(in, "&")
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		list = append(list, Pair{decodeForm(name), decodeForm(value)})
	}
	return list
}

func decodeForm(s string) string {
	if strings.IndexByte(s, '+') >= 0 {
		s = strings.ReplaceAll(s, "+", " ")
	}
	return DecodeUTF8(PercentDecode(s))
}

// DecodeUTF8 is "UTF-8 decode without BOM": every maximal part of a character
// that is not whole becomes one U+FFFD.
func DecodeUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			size = brokenSize(s[i:])
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// brokenSize is the length of the longest start of a character at the start
// of s: that many bytes are one mistake.
func brokenSize(s string) int {
	for n := 1; n <= len(s) && n < utf8.UTFMax; n++ {
		if utf8.FullRuneInString(s[:n]) {
			// The byte at n-1 made it an error, so it begins something else.
			return max(1, n-1)
		}
	}
	return min(len(s), utf8.UTFMax-1)
}

// FormatForm is the serializer of application/x-www-form-urlencoded.
func FormatForm(list []Pair) string {
	var b []byte
	for i, p := range list {
		if i > 0 {
			b = append(b, '&')
		}
		b = append(appendForm(b, p.Name), '=')
		b = appendForm(b, p.Value)
	}
	return string(b)
}

func appendForm(b []byte, s string) []byte {
	for {
		part, rest, found := strings.Cut(s, " ")
		b = appendEncoded(b, part, formSet)
		if !found {
			return b
		}
		b, s = append(b, '+'), rest
	}
}

// CompareUTF16 orders texts by their UTF-16 units, as JavaScript does.
func CompareUTF16(a, b string) int {
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, k := utf8.DecodeRuneInString(b)
		if x != y {
			// Above the BMP a unit is a surrogate, below U+E000.
			if (x > 0xffff) != (y > 0xffff) && min(x, y) >= 0xe000 {
				return cmp.Compare(y, x)
			}
			return cmp.Compare(x, y)
		}
		a, b = a[n:], b[k:]
	}
	return cmp.Compare(len(a), len(b))
}
