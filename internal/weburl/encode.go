package weburl

import "strings"

// encodeSet is one of the standard's percent-encode sets, as a bit.
type encodeSet uint8

const (
	controlSet encodeSet = 1 << iota // "C0 control percent-encode set"
	fragmentSet
	querySet
	specialQuerySet
	pathSet
	userinfoSet
	formSet
)

// encodeSets has the sets that each byte belongs to. It is never written.
var encodeSets = buildEncodeSets()

func buildEncodeSets() (table [256]encodeSet) {
	add := func(chars string, sets encodeSet) {
		for i := range len(chars) {
			table[chars[i]] |= sets
		}
	}
	for c := range table {
		if c < 0x20 || c > 0x7e {
			table[c] = controlSet | fragmentSet | querySet | specialQuerySet | pathSet | userinfoSet | formSet
		}
	}
	add("`", fragmentSet)
	add(" \"<>", fragmentSet|querySet|specialQuerySet|pathSet|userinfoSet|formSet)
	add("#", querySet|specialQuerySet|pathSet|userinfoSet|formSet)
	add("'", specialQuerySet|formSet)
	add("?^`{}", pathSet|userinfoSet|formSet)
	add("/:;=@[\\]|", userinfoSet|formSet)
	add("$%&+,!()~", formSet)
	return table
}

const upperHex = "0123456789ABCDEF"

// encode percent-encodes the bytes of s that belong to a set.
func encode(s string, set encodeSet) string {
	i := 0
	for i < len(s) && encodeSets[s[i]]&set == 0 {
		i++
	}
	if i == len(s) {
		return s
	}
	return string(appendEncoded(make([]byte, 0, len(s)+16), s, set))
}

func appendEncoded(b []byte, s string, set encodeSet) []byte {
	for i := range len(s) {
		c := s[i]
		if encodeSets[c]&set == 0 {
			b = append(b, c)
		} else {
			b = append(b, '%', upperHex[c>>4], upperHex[c&15])
		}
	}
	return b
}

// PercentDecode replaces every %XX by its byte; other percent signs stay.
func PercentDecode(s string) string {
	i := strings.IndexByte(s, '%')
	if i < 0 {
		return s
	}
	b := append(make([]byte, 0, len(s)), s[:i]...)
	for ; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi >= 0 && lo >= 0 {
				b = append(b, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func unhex(c byte) int {
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

func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// trimControls removes C0 controls and spaces from both ends.
func trimControls(s string) string {
	for s != "" && s[0] <= ' ' {
		s = s[1:]
	}
	for s != "" && s[len(s)-1] <= ' ' {
		s = s[:len(s)-1]
	}
	return s
}

// dropTabs removes tabs and newlines, which a URL may have anywhere.
func dropTabs(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") {
		return s
	}
	return strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(s)
}
