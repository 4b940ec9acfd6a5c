package regex

import (
	"slices"
	"sort"
)

// maxRune is the last code point.
const maxRune = 0x10FFFF

// span is a range of characters, both ends included.
type span struct{ lo, hi rune }

// charSet is a set of characters: sorted spans that do not touch.
type charSet struct {
	spans []span
	low   [4]uint64 // the same for characters below 256
}

func newSet(spans ...span) *charSet {
	s := &charSet{spans: spans}
	s.normalize()
	return s
}

func single(r rune) *charSet { return newSet(span{r, r}) }

// normalize sorts and joins the spans.
func (s *charSet) normalize() {
	sort.Slice(s.spans, func(i, j int) bool { return s.spans[i].lo < s.spans[j].lo })
	out := s.spans[:0]
	for _, sp := range s.spans {
		if n := len(out); n > 0 && sp.lo <= out[n-1].hi+1 {
			out[n-1].hi = max(out[n-1].hi, sp.hi)
			continue
		}
		out = append(out, sp)
	}
	s.spans = out
	s.low = [4]uint64{}
	for _, sp := range s.spans {
		for r := sp.lo; r <= sp.hi && r < 256; r++ {
			s.low[r>>6] |= 1 << (r & 63)
		}
	}
}

func (s *charSet) has(r rune) bool {
	if r < 256 {
		return s.low[r>>6]&(1<<(r&63)) != 0
	}
	return s.hasHigh(r)
}

func (s *charSet) hasHigh(r rune) bool {
	lo, hi := 0, len(s.spans)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch sp := s.spans[mid]; {
		case r < sp.lo:
			hi = mid
		case r > sp.hi:
			lo = mid + 1
		default:
			return true
		}
	}
	return false
}

// one returns the only character of the set.
func (s *charSet) one() (rune, bool) {
	if len(s.spans) == 1 && s.spans[0].lo == s.spans[0].hi {
		return s.spans[0].lo, true
	}
	return 0, false
}

func (s *charSet) empty() bool { return len(s.spans) == 0 }

// last is the greatest character, or -1.
func (s *charSet) last() rune {
	if s.empty() {
		return -1
	}
	return s.spans[len(s.spans)-1].hi
}

func (s *charSet) union(t *charSet) *charSet {
	return newSet(slices.Concat(s.spans, t.spans)...)
}

func (s *charSet) invert() *charSet {
	var out []span
	next := rune(0)
	for _, sp := range s.spans {
		if sp.lo > next {
			out = append(out, span{next, sp.lo - 1})
		}
		next = sp.hi + 1
	}
	if next <= maxRune {
		out = append(out, span{next, maxRune})
	}
	return newSet(out...)
}

func (s *charSet) intersect(t *charSet) *charSet {
	var out []span
	for i, j := 0, 0; i < len(s.spans) && j < len(t.spans); {
		a, b := s.spans[i], t.spans[j]
		if lo, hi := max(a.lo, b.lo), min(a.hi, b.hi); lo <= hi {
			out = append(out, span{lo, hi})
		}
		if a.hi < b.hi {
			i++
		} else {
			j++
		}
	}
	return newSet(out...)
}

func (s *charSet) subtract(t *charSet) *charSet { return s.intersect(t.invert()) }

// The sets behind the escapes. They are never written.
var (
	digitSet   = newSet(span{'0', '9'})
	wordSet    = newSet(span{'0', '9'}, span{'A', 'Z'}, span{'_', '_'}, span{'a', 'z'})
	newlineSet = newSet(span{'\n', '\n'}, span{'\r', '\r'}, span{0x2028, 0x2029})
	spaceSet   = newSet(span{'\t', '\r'}, span{' ', ' '}, span{0xA0, 0xA0}, span{0x1680, 0x1680},
		span{0x2000, 0x200A}, span{0x2028, 0x2029}, span{0x202F, 0x202F}, span{0x205F, 0x205F},
		span{0x3000, 0x3000}, span{0xFEFF, 0xFEFF})
	allSet     = newSet(span{0, maxRune})
	dotSet     = newlineSet.invert()
	wordFolded = wordSet.union(newSet(span{0x17F, 0x17F}, span{0x212A, 0x212A}))
)
