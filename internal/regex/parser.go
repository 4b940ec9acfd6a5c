package regex

import "math"

// parser reads a pattern into a tree. Errors leave it as a panic with *Error.
type parser struct {
	text  []rune
	at    int
	flags Flags // as the modifiers around the current place have it

	hasNames bool // the pattern has named groups
	total    int  // captures in the whole pattern, without the match itself
	groups   int  // captures seen so far
	names    []groupName
	named    []*node // references by name, to resolve at the end
	path     []branch
	splits   int    // disjunctions seen so far
	closed   branch // the last alternative of the disjunction that has just ended
}

// groupName is one occurrence of a name. Two may share a name when no match
// can have both, which their paths tell.
type groupName struct {
	name  string
	index int
	path  []branch
}

// branch is an alternative of a disjunction.
type branch struct{ split, alternative int }

func newParser(pattern []uint16, flags Flags) *parser {
	p := &parser{text: decode(pattern, flags.codePoints()), flags: flags}
	p.scanGroups()
	return p
}

// scanGroups counts the captures and looks for named ones, which change the
// meaning of escapes before them.
func (p *parser) scanGroups() {
	depth := 0 // of character classes
	for i := 0; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\\':
			i++
		case c == '[' && (depth == 0 || p.flags.UnicodeSets):
			depth++
		case c == ']' && depth > 0:
			depth--
		case c == '(' && depth == 0:
			if i+1 >= len(p.text) || p.text[i+1] != '?' {
				p.total++
			} else if i+3 < len(p.text) && p.text[i+2] == '<' && p.text[i+3] != '=' && p.text[i+3] != '!' {
				p.total++
				p.hasNames = true
			}
		}
	}
}

func (p *parser) parse() (root *node, err error) {
	defer func() {
		if x := recover(); x != nil {
			bad, ok := x.(*Error)
			if !ok {
				panic(x)
			}
			err = bad
		}
	}()
	root = p.disjunction()
	if p.more() {
		p.fail("Unmatched ')'")
	}
	p.resolveNames()
	return root, nil
}

func (p *parser) fail(text string) { panic(&Error{text}) }

func (p *parser) more() bool { return p.at < len(p.text) }

// peek is the character n places ahead, or -1.
func (p *parser) peek(n int) rune {
	if p.at+n < len(p.text) {
		return p.text[p.at+n]
	}
	return -1
}

// take moves on if the next characters are those of s.
func (p *parser) take(s string) bool {
	for i, r := range s {
		if p.peek(i) != r {
			return false
		}
	}
	p.at += len(s)
	return true
}

func (p *parser) points() bool { return p.flags.codePoints() }

// disjunction parses alternatives up to a closing parenthesis or the end.
func (p *parser) disjunction() *node {
	p.splits++
	split := p.splits
	flags := p.flags
	alt := &node{kind: nodeAlt}
	for {
		p.path = append(p.path, branch{split, len(alt.kids)})
		alt.kids = append(alt.kids, p.alternative())
		p.path = p.path[:len(p.path)-1]
		if !p.take("|") {
			break
		}
	}
	p.closed = branch{split, len(alt.kids) - 1}
	p.flags = flags
	return simplify(alt)
}

// simplify makes one set of alternatives that are single characters.
func simplify(alt *node) *node {
	if len(alt.kids) == 1 {
		return alt.kids[0]
	}
	set := newSet()
	for _, k := range alt.kids {
		if k.kind != nodeSet {
			return alt
		}
		set = set.union(k.set)
	}
	return &node{kind: nodeSet, set: set}
}

func (p *parser) alternative() *node {
	seq := &node{kind: nodeSeq}
	for p.more() && p.peek(0) != '|' && p.peek(0) != ')' {
		seq.kids = append(seq.kids, p.term())
	}
	switch len(seq.kids) {
	case 0:
		return &node{kind: nodeEmpty}
	case 1:
		return seq.kids[0]
	}
	return seq
}

// term parses one atom or assertion with its quantifier.
func (p *parser) term() *node {
	before := p.groups
	switch c := p.peek(0); c {
	case '^':
		p.at++
		return &node{kind: nodeStart, multiline: p.flags.Multiline}
	case '$':
		p.at++
		return &node{kind: nodeEnd, multiline: p.flags.Multiline}
	case '(':
		look, behind := p.lookAhead()
		n := p.group()
		if look && (behind || p.points()) {
			if _, _, ok := p.quantifierAhead(); ok {
				p.fail("Invalid quantifier")
			}
			return n
		}
		return p.quantified(n, before)
	case '*', '+', '?':
		p.fail("Nothing to repeat")
	case '{':
		if _, _, ok := p.braces(); ok || p.points() {
			p.fail("Nothing to repeat")
		}
	case '}', ']':
		if p.points() {
			p.fail("Lone quantifier brackets")
		}
	case '\\':
		if n := p.wordBoundary(); n != nil {
			return n
		}
		return p.quantified(p.escape(), before)
	case '[':
		return p.quantified(p.class(), before)
	case '.':
		p.at++
		if p.flags.DotAll {
			return p.quantified(&node{kind: nodeSet, set: allSet}, before)
		}
		return p.quantified(&node{kind: nodeSet, set: dotSet}, before)
	}
	c := p.peek(0)
	p.at++
	return p.quantified(p.char(c), before)
}

// char matches one character.
func (p *parser) char(r rune) *node { return p.setNode(single(r)) }

// setNode matches one of a set, whose case does not matter if the flags say
// so.
func (p *parser) setNode(s *charSet) *node {
	if p.flags.IgnoreCase {
		s = closeOver(s, p.points())
	}
	return &node{kind: nodeSet, set: s}
}

func (p *parser) wordBoundary() *node {
	switch p.peek(1) {
	case 'b', 'B':
		n := &node{kind: nodeWord, negative: p.peek(1) == 'B', fold: p.flags.IgnoreCase && p.points()}
		p.at += 2
		return n
	}
	return nil
}

// quantified puts the quantifier that follows around an atom; before is the
// number of captures in front of it.
func (p *parser) quantified(atom *node, before int) *node {
	least, most, ok := p.quantifierAhead()
	if !ok {
		return atom
	}
	n := &node{kind: nodeRepeat, kids: []*node{atom}, min: least, max: most, firstCap: before + 1, lastCap: p.groups + 1}
	n.lazy = p.take("?")
	return n
}

func (p *parser) quantifierAhead() (least, most int, ok bool) {
	switch p.peek(0) {
	case '*':
		p.at++
		return 0, -1, true
	case '+':
		p.at++
		return 1, -1, true
	case '?':
		p.at++
		return 0, 1, true
	case '{':
		least, most, ok = p.braces()
		if !ok && p.points() {
			p.fail("Incomplete quantifier")
		}
		if ok && most >= 0 && most < least {
			p.fail("numbers out of order in {} quantifier")
		}
		return least, most, ok
	}
	return 0, 0, false
}

// braces reads {n}, {n,} or {n,m}, if that is what follows.
func (p *parser) braces() (least, most int, ok bool) {
	start := p.at
	p.at++
	least, ok = p.decimal()
	most = least
	if ok && p.take(",") {
		if p.peek(0) == '}' {
			most = -1
		} else {
			most, ok = p.decimal()
		}
	}
	if ok && p.take("}") {
		return least, most, true
	}
	p.at = start
	return 0, 0, false
}

// decimal reads digits; more than fit stand for the greatest number.
func (p *parser) decimal() (n int, ok bool) {
	for ; isDigit(p.peek(0)); p.at++ {
		ok = true
		n = min(n*10+int(p.peek(0)-'0'), math.MaxInt32)
	}
	return n, ok
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
