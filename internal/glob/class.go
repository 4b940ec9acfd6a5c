package glob

import "unicode"

// class is a bracket expression.
type class struct {
	negated bool
	ranges  [][2]rune
	tables  []*unicode.RangeTable
	except  []*unicode.RangeTable // [[:graph:]]: what is in none of these
}

// posixClass is one of the names that may stand in a bracket expression.
type posixClass struct {
	tables  []*unicode.RangeTable
	ranges  [][2]rune
	except  bool
	unicode bool // characters count, not UTF-16 units
}

var posixClasses = map[string]posixClass{
	"alnum":  {tables: []*unicode.RangeTable{unicode.L, unicode.Nl, unicode.Nd}, unicode: true},
	"alpha":  {tables: []*unicode.RangeTable{unicode.L, unicode.Nl}, unicode: true},
	"ascii":  {ranges: [][2]rune{{0, 0x7f}}},
	"blank":  {tables: []*unicode.RangeTable{unicode.Zs}, ranges: [][2]rune{{'\t', '\t'}}, unicode: true},
	"cntrl":  {tables: []*unicode.RangeTable{unicode.Cc}, unicode: true},
	"digit":  {tables: []*unicode.RangeTable{unicode.Nd}, unicode: true},
	"graph":  {tables: []*unicode.RangeTable{unicode.Z, unicode.C}, except: true, unicode: true},
	"lower":  {tables: []*unicode.RangeTable{unicode.Ll}, unicode: true},
	"print":  {tables: []*unicode.RangeTable{unicode.C}, unicode: true}, // as minimatch has it
	"punct":  {tables: []*unicode.RangeTable{unicode.P}, unicode: true},
	"space":  {tables: []*unicode.RangeTable{unicode.Z}, ranges: [][2]rune{{'\t', '\r'}}, unicode: true},
	"upper":  {tables: []*unicode.RangeTable{unicode.Lu}, unicode: true},
	"word":   {tables: []*unicode.RangeTable{unicode.L, unicode.Nl, unicode.Nd, unicode.Pc}, unicode: true},
	"xdigit": {ranges: [][2]rune{{'A', 'F'}, {'a', 'f'}, {'0', '9'}}},
}

func (c *class) matches(r rune, fold bool) bool {
	in := c.contains(r)
	if fold && !in {
		for f := unicode.SimpleFold(r); f != r && !in; f = unicode.SimpleFold(f) {
			in = c.contains(f)
		}
	}
	return in != c.negated
}

func (c *class) contains(r rune) bool {
	for _, x := range c.ranges {
		if x[0] <= r && r <= x[1] {
			return true
		}
	}
	return unicode.In(r, c.tables...) || len(c.except) > 0 && !unicode.In(r, c.except...)
}

// bracket is what a bracket expression in a pattern turned out to be.
type bracket struct {
	class   *class
	literal rune // [x] is x itself
	never   bool // nothing can match the pattern
	unicode bool
	end     int // behind it
}

// parseBracket reads the bracket expression at p[i]. Without a closing
// bracket it is text.
func parseBracket(p []rune, i int) (bracket, bool) {
	b := bracketParser{p: p, pos: i + 1}
	if b.pos < len(p) && (p[b.pos] == '!' || p[b.pos] == '^') {
		b.class.negated = true
		b.pos++
	}
	return b.parse()
}

type bracketParser struct {
	p       []rune
	pos     int
	class   class
	start   rune // of a range that is not complete
	ranging bool
	items   int
	single  rune // of the only item
	wide    bool // the item is no single character
	unicode bool
}

func (b *bracketParser) parse() (bracket, bool) {
	for first := true; b.pos < len(b.p); first = false {
		if b.p[b.pos] == ']' && !first {
			b.pos++
			return b.finish(), true
		}
		if name, ok := b.posixName(); ok {
			if b.ranging {
				return bracket{never: true, unicode: false, end: len(b.p)}, true
			}
			b.addPosix(posixClasses[name])
			b.pos += len(name) + 4
			continue
		}
		b.next(b.p[b.pos])
	}
	return bracket{}, false
}

func (b *bracketParser) posixName() (string, bool) {
	if !b.at(0, '[') || !b.at(1, ':') {
		return "", false
	}
	for end := b.pos + 2; end+1 < len(b.p) && end < b.pos+9; end++ {
		if b.p[end] == ':' && b.p[end+1] == ']' {
			name := string(b.p[b.pos+2 : end])
			_, ok := posixClasses[name]
			return name, ok
		}
	}
	return "", false
}

func (b *bracketParser) at(offset int, r rune) bool {
	return b.pos+offset < len(b.p) && b.p[b.pos+offset] == r
}

func (b *bracketParser) addPosix(c posixClass) {
	b.items++
	b.wide = true
	b.unicode = b.unicode || c.unicode
	b.class.ranges = append(b.class.ranges, c.ranges...)
	if c.except {
		b.class.except = append(b.class.except, c.tables...)
	} else {
		b.class.tables = append(b.class.tables, c.tables...)
	}
}

// next takes one character. A range whose end lies before its start is
// dropped.
func (b *bracketParser) next(r rune) {
	switch {
	case b.ranging:
		b.ranging = false
		if r >= b.start {
			b.add(b.start, r)
		}
		b.pos++
	case b.at(1, '-') && b.at(2, ']'):
		b.add(r, r)
		b.add('-', '-')
		b.pos += 2
	case b.at(1, '-'):
		b.start, b.ranging = r, true
		b.pos += 2
	default:
		b.add(r, r)
		b.pos++
	}
}

func (b *bracketParser) add(from, to rune) {
	b.items++
	b.single = from
	b.wide = b.wide || from != to
	b.class.ranges = append(b.class.ranges, [2]rune{from, to})
}

func (b *bracketParser) finish() bracket {
	switch {
	case b.items == 0:
		return bracket{never: true, end: len(b.p)}
	case b.items == 1 && !b.wide && !b.class.negated:
		return bracket{literal: b.single, end: b.pos}
	}
	return bracket{class: &b.class, unicode: b.unicode, end: b.pos}
}
