package regex

import (
	"cmp"
	"slices"
)

// class parses a character class in brackets.
func (p *parser) class() *node {
	p.at++
	negative := p.take("^")
	if p.flags.UnicodeSets {
		set, list := p.setContents(negative)
		return p.stringsNode(set, list)
	}
	set := p.classRanges()
	if p.flags.IgnoreCase {
		set = closeOver(set, p.points())
	}
	if negative {
		set = set.invert()
	}
	return p.matching(set)
}

// classRanges parses the inside of a class without the flag v.
func (p *parser) classRanges() *charSet {
	var spans []span
	for !p.take("]") {
		if !p.more() {
			p.fail("Unterminated character class")
		}
		lo, set := p.classAtom()
		if p.peek(0) != '-' || p.peek(1) == ']' || p.peek(1) < 0 {
			spans = appendAtom(spans, lo, set)
			continue
		}
		p.at++
		hi, other := p.classAtom()
		if set != nil || other != nil {
			if p.points() {
				p.fail("Invalid character class")
			}
			spans = appendAtom(spans, lo, set)
			spans = appendAtom(append(spans, span{'-', '-'}), hi, other)
			continue
		}
		if lo > hi {
			p.fail("Range out of order in character class")
		}
		spans = append(spans, span{lo, hi})
	}
	return newSet(spans...)
}

func appendAtom(spans []span, r rune, set *charSet) []span {
	if set != nil {
		return append(spans, set.spans...)
	}
	return append(spans, span{r, r})
}

// classAtom parses one character or class escape.
func (p *parser) classAtom() (rune, *charSet) {
	c := p.peek(0)
	if c != '\\' {
		if !p.more() {
			p.fail("Unterminated character class")
		}
		p.at++
		return c, nil
	}
	return p.escapedAtom()
}

func (p *parser) escapedAtom() (rune, *charSet) {
	if p.peek(1) < 0 {
		p.fail("\\ at end of pattern")
	}
	p.at++
	if p.take("b") {
		return '\b', nil
	}
	if set, _, ok := p.classEscape(true); ok {
		return 0, set
	}
	return p.characterEscape(true), nil
}

// stringsNode matches one of the strings, the longest first, or one character
// of the set.
func (p *parser) stringsNode(set *charSet, list [][]rune) *node {
	if len(list) == 0 {
		return p.matching(set)
	}
	slices.SortStableFunc(list, func(a, b []rune) int { return cmp.Compare(len(b), len(a)) })
	alt := &node{kind: nodeAlt}
	hasEmpty := false
	for _, s := range list {
		if len(s) == 0 {
			hasEmpty = true
			continue
		}
		seq := &node{kind: nodeSeq}
		for _, r := range s {
			seq.kids = append(seq.kids, p.char(r))
		}
		alt.kids = append(alt.kids, seq)
	}
	alt.kids = append(alt.kids, p.matching(set))
	if hasEmpty {
		alt.kids = append(alt.kids, &node{kind: nodeEmpty})
	}
	return alt
}
