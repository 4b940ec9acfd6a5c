package glob

import (
	"errors"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gonode/gonode/internal/wtf8"
)

// ErrTooComplex is for patterns whose extended globs are nested so deep that
// they cannot be compiled in reasonable space.
var ErrTooComplex = errors.New("pattern is too complex")

const maxProgram = 1 << 20

// program is the automaton of one component.
type program struct {
	insts   []inst
	start   int
	fold    bool
	unicode bool // it reads characters, not UTF-16 units
}

type opcode uint8

const (
	opMatch opcode = iota // at the end of the component
	opNever
	opLiteral
	opAny
	opClass
	opSplit
	opNot
	opNoDot
	opNoTraversal
)

type inst struct {
	op    opcode
	r     rune
	class *class
	next  int
	other int // of opSplit, and what opNot looks for
}

// compileSegment prepares one component of a pattern.
func compileSegment(text string, noCase bool) (Segment, error) {
	p := runes(text, false)
	b := builder{done: map[buildKey]built{}}
	expr := b.build(parseComponent(p), false).node
	if !b.magic {
		return Segment{Name: plain(expr, text)}, nil
	}
	if b.unicode {
		b = builder{done: map[buildKey]built{}}
		expr = b.build(parseComponent(runes(text, true)), false).node
	}
	c := compiler{}
	match := c.add(inst{op: opMatch})
	prog := &program{fold: noCase, unicode: b.unicode}
	prog.start = c.compile(expr, match, fixed(match))
	prog.insts = c.insts
	if c.full {
		return Segment{}, ErrTooComplex
	}
	return Segment{prog: prog}, nil
}

// plain is the name that an expression without wildcards stands for. An
// extended glob without content stands for its own text.
func plain(expr *node, text string) string {
	units := make([]uint16, 0, len(expr.subs))
	for _, sub := range expr.subs {
		if sub.kind != kindLiteral {
			return text
		}
		units = append(units, uint16(sub.r))
	}
	if len(text) > 2 && text[0] == '@' && text[1] == '(' && len(units) == 1 {
		return text
	}
	return wtf8.FromUTF16(units)
}

// runes cuts a text into characters or UTF-16 units.
func runes(s string, characters bool) []rune {
	units := wtf8.ToUTF16(s)
	out := make([]rune, 0, len(units))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if characters && i+1 < len(units) {
			if pair := utf16.DecodeRune(r, rune(units[i+1])); pair != utf8.RuneError {
				r = pair
				i++
			}
		}
		out = append(out, r)
	}
	return out
}

// compiler writes instructions from the end to the beginning: each
// expression is given what comes after it.
type compiler struct {
	insts []inst
	full  bool
}

// tail is what follows an expression when no group around it is repeated:
// what !(...) looks at. It is compiled on demand.
type tail struct {
	pc   int
	make func() int
}

func fixed(pc int) *tail { return &tail{pc: pc} }

func (t *tail) get() int {
	if t.make != nil {
		t.pc, t.make = t.make(), nil
	}
	return t.pc
}

func (t *tail) is(pc int) bool { return t.make == nil && t.pc == pc }

func (c *compiler) add(i inst) int {
	if len(c.insts) >= maxProgram {
		c.full = true
		return 0
	}
	c.insts = append(c.insts, i)
	return len(c.insts) - 1
}

// compile returns where the code for n begins.
func (c *compiler) compile(n *node, next int, after *tail) int {
	switch n.kind {
	case kindLiteral:
		return c.add(inst{op: opLiteral, r: n.r, next: next})
	case kindAny:
		return c.add(inst{op: opAny, next: next})
	case kindStar, kindPlus:
		loop := c.add(inst{op: opSplit, other: next})
		any := c.add(inst{op: opAny, next: loop})
		c.insts[loop].next = any
		if n.kind == kindPlus {
			return any
		}
		return loop
	case kindClass:
		return c.add(inst{op: opClass, class: n.class, next: next})
	case kindSequence:
		return c.sequence(n.subs, next, after)
	case kindGroup:
		return c.group(n, next, after)
	case kindNot:
		end := after.get()
		return c.add(inst{
			op: opNot, other: c.oneOf(n.subs, end, fixed(end)), next: c.compile(n.rest, next, after),
		})
	case kindNoDot:
		return c.add(inst{op: opNoDot, next: next})
	case kindNoTraversal:
		return c.add(inst{op: opNoTraversal, next: next})
	}
	return c.add(inst{op: opNever})
}

func (c *compiler) sequence(subs []*node, next int, after *tail) int {
	for i := len(subs) - 1; i >= 0 && !c.full; i-- {
		sub, rest, same := subs[i], after, after.is(next)
		next = c.compile(sub, next, after)
		if same {
			after = fixed(next)
			continue
		}
		after = &tail{make: func() int {
			end := rest.get()
			return c.compile(sub, end, fixed(end))
		}}
	}
	return next
}

func (c *compiler) oneOf(subs []*node, next int, after *tail) int {
	start := c.compile(subs[0], next, after)
	for _, sub := range subs[1:] {
		start = c.add(inst{op: opSplit, next: c.compile(sub, next, after), other: start})
	}
	return start
}

func (c *compiler) group(n *node, next int, after *tail) int {
	switch n.op {
	case '@':
		return c.oneOf(n.subs, next, after)
	case '?':
		return c.add(inst{op: opSplit, next: c.oneOf(n.subs, next, after), other: next})
	}
	loop := c.add(inst{op: opSplit, other: next})
	body := c.oneOf(n.subs, loop, after)
	c.insts[loop].next = body
	first := body
	if n.first != nil {
		first = c.compile(n.first, loop, after)
	}
	if n.op == '*' {
		return c.add(inst{op: opSplit, next: first, other: next})
	}
	return first
}

// equal compares characters.
func equal(a, b rune, fold bool) bool {
	if a == b || !fold {
		return a == b
	}
	for f := unicode.SimpleFold(a); f != a; f = unicode.SimpleFold(f) {
		if f == b {
			return true
		}
	}
	return false
}
