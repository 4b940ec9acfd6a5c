package regex

import (
	"slices"
	"strings"
)

// operand is a member of a class under the flag v: a character that may begin
// a range, or a set with strings. The flag i has had its effect on sets.
type operand struct {
	char    rune
	isChar  bool
	isRange bool
	set     *charSet
	list    [][]rune
}

const (
	badOperation = "Invalid set operation in character class"
	badCharacter = "Invalid character in character class"
)

// setContents parses the inside of a class with the flag v, to its closing
// bracket.
func (p *parser) setContents(negative bool) (*charSet, [][]rune) {
	set, list := newSet(), [][]rune(nil)
	switch {
	case p.take("]"):
	default:
		first := p.member()
		set, list = p.value(first)
		switch {
		case p.take("&&"):
			set, list = p.operations(first, set, list, "&&", intersectStrings)
		case p.take("--"):
			set, list = p.operations(first, set, list, "--", subtractStrings)
		default:
			set, list = p.unite(set, list)
		}
	}
	if negative {
		if len(list) > 0 {
			p.fail("Negated character class may contain strings")
		}
		return set.invert(), nil
	}
	return set, list
}

// unite parses further members up to the bracket.
func (p *parser) unite(set *charSet, list [][]rune) (*charSet, [][]rune) {
	for !p.take("]") {
		if p.peek(0) == '&' && p.peek(1) == '&' || p.peek(0) == '-' && p.peek(1) == '-' {
			p.fail(badOperation)
		}
		s, l := p.value(p.member())
		set, list = set.union(s), addStrings(list, l)
	}
	return set, list
}

// operations parses further operands of one operator.
func (p *parser) operations(first operand, set *charSet, list [][]rune, operator string,
	combine func(a, b [][]rune) [][]rune) (*charSet, [][]rune) {
	if first.isRange {
		p.fail(badOperation)
	}
	for {
		if operator == "&&" && p.peek(0) == '&' {
			p.fail(badCharacter)
		}
		m := p.member()
		if m.isRange {
			p.fail(badOperation)
		}
		s, l := p.value(m)
		if operator == "&&" {
			set = set.intersect(s)
		} else {
			set = set.subtract(s)
		}
		list = combine(list, l)
		if p.take("]") {
			return set, list
		}
		if !p.more() {
			p.fail("Unterminated character class")
		}
		if !p.take(operator) {
			p.fail(badOperation)
		}
	}
}

func (p *parser) value(m operand) (*charSet, [][]rune) {
	if !m.isChar {
		return m.set, m.list
	}
	return p.setNode(single(m.char)).set, nil
}

// member parses an operand, and a range if one begins here.
func (p *parser) member() operand {
	m := p.operand()
	if p.peek(0) != '-' || p.peek(1) == '-' {
		return m
	}
	if !m.isChar {
		p.fail("Invalid character class")
	}
	p.at++
	hi := p.operand()
	if !hi.isChar {
		p.fail("Invalid character class")
	}
	if m.char > hi.char {
		p.fail("Range out of order in character class")
	}
	return operand{isRange: true, set: p.setNode(newSet(span{m.char, hi.char})).set}
}

func (p *parser) operand() operand {
	c := p.peek(0)
	switch {
	case c < 0:
		p.fail("Unterminated character class")
	case c == '[':
		p.at++
		set, list := p.setContents(p.take("^"))
		return operand{set: set, list: list}
	case c == '\\':
		return p.escapedOperand()
	case strings.ContainsRune("()]{}/-|", c):
		p.fail(badCharacter)
	case p.peek(1) == c && strings.ContainsRune("&!#$%*+,.:;<=>?@^`~", c):
		p.fail(badOperation)
	}
	p.at++
	return operand{char: c, isChar: true}
}

func (p *parser) escapedOperand() operand {
	if p.peek(1) == 'q' {
		p.at += 2
		return p.stringLiterals()
	}
	if p.peek(1) < 0 {
		p.fail("\\ at end of pattern")
	}
	p.at++
	if p.take("b") {
		return operand{char: '\b', isChar: true}
	}
	if set, list, ok := p.classEscape(true); ok {
		return operand{set: set, list: list}
	}
	return operand{char: p.characterEscape(true), isChar: true}
}

// stringLiterals parses \q{abc|d}.
func (p *parser) stringLiterals() operand {
	if !p.take("{") {
		p.fail("Invalid escape")
	}
	var all [][]rune
	current := []rune{}
	for {
		switch c := p.peek(0); {
		case c < 0:
			p.fail("Invalid character class")
		case c == '}':
			p.at++
			set, list := splitStrings(append(all, current))
			return operand{set: p.setNode(set).set, list: list}
		case c == '|':
			p.at++
			all = append(all, current)
			current = []rune{}
		default:
			m := p.operand()
			if !m.isChar {
				p.fail("Invalid escape")
			}
			current = append(current, m.char)
		}
	}
}

func addStrings(a, b [][]rune) [][]rune {
	for _, s := range b {
		if !hasString(a, s) {
			a = append(a, s)
		}
	}
	return a
}

func intersectStrings(a, b [][]rune) [][]rune {
	return slices.DeleteFunc(slices.Clone(a), func(s []rune) bool { return !hasString(b, s) })
}

func subtractStrings(a, b [][]rune) [][]rune {
	return slices.DeleteFunc(slices.Clone(a), func(s []rune) bool { return hasString(b, s) })
}

func hasString(list [][]rune, s []rune) bool {
	return slices.ContainsFunc(list, func(t []rune) bool { return slices.Equal(s, t) })
}
