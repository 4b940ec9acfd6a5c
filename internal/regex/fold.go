package regex

import (
	"sync"

	"github.com/gonode/gonode/internal/regex/ucd"
)

// folding is one way to ignore case: which characters count as equal.
type folding struct {
	canon   map[rune]rune   // characters that are not their own canonical form
	classes map[rune][]rune // canonical form to all that share it
}

func newFolding(pairs []ucd.Pair, ascii bool) *folding {
	f := &folding{canon: map[rune]rune{}, classes: map[rune][]rune{}}
	add := func(from, to rune) {
		f.canon[from] = to
		if len(f.classes[to]) == 0 {
			f.classes[to] = []rune{to}
		}
		f.classes[to] = append(f.classes[to], from)
	}
	if ascii {
		for r := rune('a'); r <= 'z'; r++ {
			add(r, r-'a'+'A')
		}
	}
	for _, p := range pairs {
		add(p.From, p.To)
	}
	return f
}

// plainFolding is Canonicalize without the flags u and v, fullFolding with
// one of them.
var (
	plainFolding = sync.OnceValue(func() *folding { return newFolding(ucd.Upper(), true) })
	fullFolding  = sync.OnceValue(func() *folding { return newFolding(ucd.Fold(), false) })
)

// canonical is the form that stands for all characters equal to r.
func canonical(r rune, full bool) rune {
	if r < 128 {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}
	f := plainFolding()
	if full {
		f = fullFolding()
	}
	if c, ok := f.canon[r]; ok {
		return c
	}
	return r
}

// closeOver adds all characters that are equal to one of the set when case is
// ignored.
func closeOver(s *charSet, full bool) *charSet {
	if s.last() < 128 {
		return closeASCII(s, full)
	}
	if len(s.spans) == 1 && s.spans[0].lo == 0 && s.spans[0].hi == maxRune {
		return s
	}
	f := plainFolding()
	if full {
		f = fullFolding()
	}
	spans := append([]span(nil), s.spans...)
	for _, class := range f.classes {
		for _, r := range class {
			if s.has(r) {
				for _, m := range class {
					spans = append(spans, span{m, m})
				}
				break
			}
		}
	}
	return newSet(spans...)
}

// closeASCII is closeOver for a set of ASCII characters, which needs no table.
func closeASCII(s *charSet, full bool) *charSet {
	spans := append([]span(nil), s.spans...)
	for r := rune('a'); r <= 'z'; r++ {
		up := r - 'a' + 'A'
		if !s.has(r) && !s.has(up) {
			continue
		}
		spans = append(spans, span{r, r}, span{up, up})
		switch {
		case full && r == 's':
			spans = append(spans, span{0x17F, 0x17F})
		case full && r == 'k':
			spans = append(spans, span{0x212A, 0x212A})
		}
	}
	return newSet(spans...)
}
