package inspect

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gonode/gonode/internal/wtf8"
)

// length is the number of UTF-16 units of a text: what JavaScript calls its
// length.
func length(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return i + wtf8.Length(s[i:])
		}
	}
	return len(s)
}

// width is the number of columns that a text takes in a terminal.
func width(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return n + wideWidth(s[i:])
		case c >= 0x20 && c != 0x7f:
			n++
		}
	}
	return n
}

func wideWidth(s string) int {
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 && len(s) >= 3 && s[0] == 0xed {
			size = 3 // a lone surrogate
		}
		n += runeWidth(r)
		s = s[size:]
	}
	return n
}

func runeWidth(r rune) int {
	at := sort.Search(len(wideRanges), func(i int) bool { return wideRanges[i].last >= r })
	switch {
	case at < len(wideRanges) && wideRanges[at].first <= r:
		return 2
	case r != '\u00ad' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Me, unicode.Mn):
		return 0
	}
	return 1
}

// pad fills a text with spaces up to the given number of UTF-16 units, in
// front or behind.
func pad(s string, to int, inFront bool) string {
	missing := to - length(s)
	switch {
	case missing <= 0:
		return s
	case inFront:
		return strings.Repeat(" ", missing) + s
	}
	return s + strings.Repeat(" ", missing)
}

// Width is the number of columns that a text takes in a terminal, without its
// escape sequences.
func Width(s string) int { return width(StripControl(s)) }
