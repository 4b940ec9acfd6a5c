package regex

import (
	"strings"
	"unicode/utf16"
)

// escape parses what a backslash begins, outside of classes.
func (p *parser) escape() *node {
	if p.peek(1) < 0 {
		p.fail("\\ at end of pattern")
	}
	p.at++
	switch c := p.peek(0); {
	case c >= '1' && c <= '9':
		if n := p.numberedReference(); n != nil {
			return n
		}
		if p.points() {
			p.fail("Invalid escape")
		}
	case c == 'k' && (p.points() || p.hasNames):
		p.at++
		if !p.take("<") {
			p.fail("Invalid named reference")
		}
		n := &node{kind: nodeRef, name: p.groupName(), fold: p.flags.IgnoreCase}
		p.named = append(p.named, n)
		return n
	}
	if set, list, ok := p.classEscape(false); ok {
		if len(list) > 0 {
			return p.stringsNode(set, list)
		}
		return p.matching(set)
	}
	return p.char(p.characterEscape(false))
}

// matching is setNode for a set that has been closed over case where needed.
func (p *parser) matching(s *charSet) *node { return &node{kind: nodeSet, set: s} }

// numberedReference reads a reference to a capture that the pattern has.
func (p *parser) numberedReference() *node {
	start := p.at
	n, _ := p.decimal()
	if n > p.total {
		p.at = start
		return nil
	}
	return &node{kind: nodeRef, groups: []int{n}, fold: p.flags.IgnoreCase}
}

// classEscape reads \d, \p{...} and their like, after the backslash. The set
// it returns needs no closing over case.
func (p *parser) classEscape(inClass bool) (set *charSet, list [][]rune, ok bool) {
	c := p.peek(0)
	switch c {
	case 'd', 'D':
		set = digitSet
	case 's', 'S':
		set = spaceSet
	case 'w', 'W':
		set = wordSet
		if p.points() && p.flags.IgnoreCase {
			set = wordFolded
		}
	case 'p', 'P':
		if !p.points() {
			return nil, nil, false
		}
		p.at++
		return p.propertyEscape(c == 'P', inClass)
	default:
		return nil, nil, false
	}
	p.at++
	if c < 'a' {
		set = set.invert()
	}
	return set, nil, true
}

func (p *parser) propertyEscape(negative, inClass bool) (*charSet, [][]rune, bool) {
	bad := "Invalid property name"
	if inClass {
		bad = "Invalid property name in character class"
	}
	if !p.take("{") {
		p.fail(bad)
	}
	var text strings.Builder
	for ; p.peek(0) != '}'; p.at++ {
		if !p.more() {
			p.fail(bad)
		}
		text.WriteRune(p.peek(0))
	}
	p.at++
	set, list, ok := property(text.String(), p.flags.UnicodeSets)
	if !ok || negative && len(list) > 0 {
		p.fail(bad)
	}
	// With the flag v the complement is that of the folded set.
	if negative && p.flags.IgnoreCase && p.flags.UnicodeSets {
		return closeOver(set, true).invert(), nil, true
	}
	if negative {
		set = set.invert()
	}
	if p.flags.IgnoreCase {
		set = closeOver(set, true)
	}
	return set, list, true
}

// characterEscape reads an escape that stands for one character, after the
// backslash.
func (p *parser) characterEscape(inClass bool) rune {
	c := p.peek(0)
	p.at++
	switch c {
	case 't':
		return '\t'
	case 'n':
		return '\n'
	case 'v':
		return '\v'
	case 'f':
		return '\f'
	case 'r':
		return '\r'
	case 'c':
		return p.controlEscape(inClass)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return p.octalEscape(c, inClass)
	case 'x':
		if r, ok := p.hex(2); ok {
			return r
		}
		if p.points() {
			p.fail("Invalid escape")
		}
		return c
	case 'u':
		if r, ok := p.unicodeEscape(false); ok {
			return r
		}
		if p.points() {
			p.fail("Invalid Unicode escape")
		}
		return c
	}
	if p.points() && !p.identityEscape(c, inClass) {
		p.fail("Invalid escape")
	}
	return c
}

// identityEscape reports whether a character may be escaped for itself under
// the flags u and v.
func (p *parser) identityEscape(c rune, inClass bool) bool {
	if c < 128 && strings.ContainsRune("^$\\.*+?()[]{}|/", c) {
		return true
	}
	if inClass && p.flags.UnicodeSets {
		return c < 128 && strings.ContainsRune("&-!#%,:;<=>@`~", c)
	}
	return inClass && c == '-'
}

// controlEscape reads the letter of \cX. Without one the backslash stands for
// itself.
func (p *parser) controlEscape(inClass bool) rune {
	c := p.peek(0)
	letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	if letter || inClass && !p.points() && (isDigit(c) || c == '_') {
		p.at++
		return c % 32
	}
	if p.points() {
		p.fail("Invalid Unicode escape")
	}
	p.at--
	return '\\'
}

// octalEscape reads \0, and older octal numbers where flags allow them.
func (p *parser) octalEscape(c rune, inClass bool) rune {
	if p.points() {
		if c != '0' {
			if inClass {
				p.fail("Invalid class escape")
			}
			p.fail("Invalid escape")
		}
		if isDigit(p.peek(0)) {
			if inClass {
				p.fail("Invalid class escape")
			}
			p.fail("Invalid decimal escape")
		}
		return 0
	}
	v := c - '0'
	for i := 0; i < 2 && p.peek(0) >= '0' && p.peek(0) <= '7' && v*8+p.peek(0)-'0' <= 0o377; i++ {
		v = v*8 + p.peek(0) - '0'
		p.at++
	}
	return v
}

// hex reads exactly n hexadecimal digits, or nothing.
func (p *parser) hex(n int) (rune, bool) {
	v := rune(0)
	for i := range n {
		d := hexDigit(p.peek(i))
		if d < 0 {
			return 0, false
		}
		v = v*16 + d
	}
	p.at += n
	return v, true
}

func hexDigit(c rune) rune {
	switch {
	case isDigit(c):
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// unicodeEscape reads what follows \u: four digits, a pair of such escapes for
// one code point, or a number in braces. Names have the latter two always.
func (p *parser) unicodeEscape(inName bool) (rune, bool) {
	points := p.points() || inName
	if points && p.peek(0) == '{' {
		return p.bracedEscape()
	}
	r, ok := p.hex(4)
	if !ok || !points || !isLead(uint16(r)) || p.peek(0) != '\\' || p.peek(1) != 'u' {
		return r, ok
	}
	start := p.at
	p.at += 2
	if low, ok := p.hex(4); ok && isTrail(uint16(low)) {
		return utf16.DecodeRune(r, low), true
	}
	p.at = start
	return r, true
}

func (p *parser) bracedEscape() (rune, bool) {
	start := p.at
	p.at++
	v, digits := rune(0), 0
	for ; hexDigit(p.peek(0)) >= 0; p.at++ {
		v = v*16 + hexDigit(p.peek(0))
		digits++
		if v > maxRune {
			break
		}
	}
	if digits > 0 && v <= maxRune && p.take("}") {
		return v, true
	}
	p.at = start
	return 0, false
}
