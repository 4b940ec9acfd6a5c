package regex

import (
	"slices"
	"unicode"
	"unicode/utf16"

	"github.com/gonode/gonode/internal/regex/ucd"
)

// group parses what a parenthesis opens.
func (p *parser) group() *node {
	p.at++
	flags := p.flags
	n, body := p.groupHead()
	kid := p.disjunction()
	if !p.take(")") {
		p.fail("Unterminated group")
	}
	p.flags = flags
	if n == nil {
		return kid
	}
	*body = append(*body, kid)
	if n.name != "" {
		p.declare(n.name, n.index)
	}
	return n
}

// groupHead parses what tells the kinds of groups apart. It returns nil for
// one that only groups.
func (p *parser) groupHead() (n *node, body *[]*node) {
	look := func(negative, behind bool) (*node, *[]*node) {
		n := &node{kind: nodeLook, negative: negative, behind: behind}
		return n, &n.kids
	}
	switch {
	case p.take("?="):
		return look(false, false)
	case p.take("?!"):
		return look(true, false)
	case p.take("?<="):
		return look(false, true)
	case p.take("?<!"):
		return look(true, true)
	case p.take("?:"):
		return nil, nil
	case p.take("?<"):
		n := p.capture()
		n.name = p.groupName()
		return n, &n.kids
	case p.take("?"):
		p.modifiers()
		return nil, nil
	}
	n = p.capture()
	return n, &n.kids
}

func (p *parser) capture() *node {
	p.groups++
	return &node{kind: nodeGroup, index: p.groups}
}

// modifiers parses the flags of (?ims-ims:.
func (p *parser) modifiers() {
	flags, seen, dash, any := p.flags, map[rune]bool{}, false, false
	for ; ; p.at++ {
		c := p.peek(0)
		switch c {
		case 'i', 'm', 's':
			if seen[c] {
				p.fail("Repeated flag in flag group")
			}
			seen[c], any = true, true
			switch c {
			case 'i':
				flags.IgnoreCase = !dash
			case 'm':
				flags.Multiline = !dash
			case 's':
				flags.DotAll = !dash
			}
			continue
		case '-':
			if dash {
				p.fail("Multiple dashes in flag group")
			}
			dash = true
			continue
		case ':':
			if !any {
				p.fail("Invalid flag group")
			}
			p.at++
			p.flags = flags
			return
		}
		p.fail("Invalid group")
	}
}

// groupName reads a name up to its closing bracket.
func (p *parser) groupName() string {
	const bad = "Invalid capture group name"
	var name []rune
	for {
		c := p.peek(0)
		p.at++
		switch {
		case c == '>':
			if len(name) == 0 {
				p.fail(bad)
			}
			return string(name)
		case c == '\\':
			if !p.take("u") {
				p.fail("Invalid Unicode escape")
			}
			r, ok := p.unicodeEscape(true)
			if !ok {
				p.fail("Invalid Unicode escape")
			}
			c = r
		case c < 0:
			p.fail(bad)
		case c <= 0xFFFF && isLead(uint16(c)) && p.peek(0) >= 0 && p.peek(0) <= 0xFFFF && isTrail(uint16(p.peek(0))):
			c = utf16.DecodeRune(c, p.peek(0))
			p.at++
		}
		if !inIdentifier(c, len(name) == 0) {
			p.fail(bad)
		}
		name = append(name, c)
	}
}

// inIdentifier reports whether a character may be in a name, or begin it.
func inIdentifier(r rune, first bool) bool {
	if r < unicode.MaxASCII {
		return r == '$' || r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || !first && isDigit(r)
	}
	if !first && (r == 0x200C || r == 0x200D) {
		return true
	}
	table := "ID_Continue"
	if first {
		table = "ID_Start"
	}
	list, _ := ucd.Binary(table)
	return slices.ContainsFunc(list, func(x ucd.Range) bool { return x.Lo <= r && r <= x.Hi })
}

// lookAhead reports whether the parenthesis here opens a look-around.
func (p *parser) lookAhead() (look, behind bool) {
	if p.peek(1) != '?' {
		return false, false
	}
	switch p.peek(2) {
	case '=', '!':
		return true, false
	case '<':
		behind = p.peek(3) == '=' || p.peek(3) == '!'
		return behind, behind
	}
	return false, false
}

// declare adds the name of a group that has just ended, as V8 does, whose
// notion of which groups exclude each other depends on that. It refuses a name
// that a match could have twice.
func (p *parser) declare(name string, index int) {
	path := append(slices.Clone(p.path), p.closed)
	for _, other := range p.names {
		if other.name == name && !exclusive(other.path, path) {
			p.fail("Duplicate capture group name")
		}
	}
	p.names = append(p.names, groupName{name, index, path})
}

// exclusive reports whether two places are in different alternatives of one
// disjunction.
func exclusive(a, b []branch) bool {
	for i := range min(len(a), len(b)) {
		if a[i].split != b[i].split {
			return false
		}
		if a[i].alternative != b[i].alternative {
			return true
		}
	}
	return false
}

// resolveNames finds the captures that references by name mean.
func (p *parser) resolveNames() {
	for _, ref := range p.named {
		for _, g := range p.names {
			if g.name == ref.name {
				ref.groups = append(ref.groups, g.index)
			}
		}
		if len(ref.groups) == 0 {
			p.fail("Invalid named capture referenced")
		}
	}
}
