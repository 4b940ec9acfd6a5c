package regex

// maxCopied is the size up to which a body is written twice for +.
const maxCopied = 40

// compiler writes the code of a tree.
type compiler struct {
	prog *Program
	back bool // writing a look-behind
}

func compile(p *parser, root *node) *Program {
	prog := &Program{Groups: p.total + 1, Names: make([]string, p.total+1), HasNames: p.hasNames,
		points: p.points(), foldFull: p.points(), lead: -1}
	for _, g := range p.names {
		prog.Names[g.index] = g.name
	}
	c := &compiler{prog: prog}
	c.write(root)
	c.emit(inst{op: opMatch})
	c.foresee()
	return prog
}

// foresee finds what lets the matcher skip paths and places.
func (c *compiler) foresee() {
	code := c.prog.code
	for i := range code {
		if code[i].op == opSplit {
			code[i].first = firstOf(code, int(code[i].a))
			code[i].second = firstOf(code, int(code[i].b))
		}
	}
	pc := 0
	for code[pc].op == opSave {
		pc++
	}
	switch code[pc].op {
	case opStart:
		c.prog.anchored = true
	case opChar:
		c.prog.lead = rune(code[pc].a)
	}
	c.prog.first = firstOf(code, 0)
}

func (c *compiler) emit(in inst) int {
	c.prog.code = append(c.prog.code, in)
	return len(c.prog.code) - 1
}

func (c *compiler) here() int32 { return int32(len(c.prog.code)) }

func (c *compiler) register() int32 {
	c.prog.registers++
	return int32(c.prog.registers - 1)
}

func (c *compiler) write(n *node) {
	switch n.kind {
	case nodeSet:
		c.writeSet(n.set)
	case nodeSeq:
		c.writeSeq(n.kids)
	case nodeAlt:
		c.writeAlt(n.kids)
	case nodeGroup:
		c.writeGroup(n)
	case nodeRef:
		op := opRef
		if c.back {
			op = opRefBack
		}
		c.emit(inst{op: op, groups: n.groups, fold: n.fold})
	case nodeRepeat:
		c.writeRepeat(n)
	case nodeLook:
		c.writeLook(n)
	case nodeStart:
		c.emit(inst{op: either(n.multiline, opStartLine, opStart)})
	case nodeEnd:
		c.emit(inst{op: either(n.multiline, opEndLine, opEnd)})
	case nodeWord:
		c.emit(inst{op: either(n.negative, opNotWord, opWord), fold: n.fold})
	}
}

func either(cond bool, yes, no opcode) opcode {
	if cond {
		return yes
	}
	return no
}

func (c *compiler) writeSeq(kids []*node) {
	for i := range kids {
		if c.back {
			i = len(kids) - 1 - i
		}
		c.write(kids[i])
	}
}

// byUnit reports whether one unit decides about a character of the set.
func (c *compiler) byUnit(s *charSet) bool {
	if !c.prog.points {
		return true
	}
	return s.last() <= 0xFFFF && s.intersect(surrogates).empty()
}

var surrogates = newSet(span{0xD800, 0xDFFF})

func (c *compiler) writeSet(s *charSet) {
	if r, ok := s.one(); ok && c.byUnit(s) {
		c.emit(inst{op: either(c.back, opCharBack, opChar), a: r})
		return
	}
	if c.byUnit(s) {
		c.emit(inst{op: either(c.back, opSetBack, opSet), set: s})
		return
	}
	c.emit(inst{op: either(c.back, opPointBack, opPoint), set: s})
}

func (c *compiler) writeAlt(kids []*node) {
	var ends []int
	for i, k := range kids {
		if i == len(kids)-1 {
			c.write(k)
			break
		}
		split := c.emit(inst{op: opSplit})
		c.prog.code[split].a = c.here()
		c.write(k)
		ends = append(ends, c.emit(inst{op: opJump}))
		c.prog.code[split].b = c.here()
	}
	for _, e := range ends {
		c.prog.code[e].a = c.here()
	}
}

func (c *compiler) writeGroup(n *node) {
	first, last := int32(2*n.index), int32(2*n.index+1)
	if c.back {
		first, last = last, first
	}
	c.emit(inst{op: opSave, a: first})
	c.write(n.kids[0])
	c.emit(inst{op: opSave, a: last})
}

func (c *compiler) writeLook(n *node) {
	look := c.emit(inst{op: either(n.negative, opLookNot, opLook)})
	back := c.back
	c.back = n.behind
	c.write(n.kids[0])
	c.back = back
	c.emit(inst{op: opMatch})
	c.prog.code[look].a = c.here()
}

func (c *compiler) writeRepeat(n *node) {
	body := n.kids[0]
	if n.max == 0 {
		return
	}
	if body.kind == nodeSet && !c.back {
		c.emit(inst{op: either(n.lazy, opRunLazy, opRun), a: int32(n.min), b: int32(n.max),
			set: body.set, points: !c.byUnit(body.set)})
		return
	}
	switch {
	case n.min == 1 && n.max == 1:
		c.write(body)
	case n.min == 0 && n.max == 1:
		c.writeOptional(n, body)
	case n.min == 0 && n.max < 0:
		c.writeStar(n, body)
	case n.min == 1 && n.max < 0 && body.weight() <= maxCopied:
		c.write(body)
		c.writeStar(n, body)
	default:
		c.writeCounted(n, body)
	}
}

// split emits a choice between the body, which follows, and the exit, which
// leave sets.
func (c *compiler) split() int { return c.emit(inst{op: opSplit}) }

func (c *compiler) leave(split int, lazy bool) {
	in := &c.prog.code[split]
	in.a, in.b = int32(split+1), c.here()
	if lazy {
		in.a, in.b = in.b, in.a
	}
}

func (c *compiler) reset(n *node) {
	if n.lastCap > n.firstCap {
		c.emit(inst{op: opReset, a: int32(n.firstCap), b: int32(n.lastCap)})
	}
}

// guarded writes a body that must not match nothing.
func (c *compiler) guarded(body *node) {
	if !body.nullable() {
		c.write(body)
		return
	}
	r := c.register()
	c.emit(inst{op: opMark, a: r})
	c.write(body)
	c.emit(inst{op: opCheck, a: r})
}

func (c *compiler) writeOptional(n, body *node) {
	split := c.split()
	c.reset(n)
	c.guarded(body)
	c.leave(split, n.lazy)
}

func (c *compiler) writeStar(n, body *node) {
	split := c.split()
	c.reset(n)
	c.guarded(body)
	c.emit(inst{op: opJump, a: int32(split)})
	c.leave(split, n.lazy)
}

func (c *compiler) writeCounted(n, body *node) {
	counter := c.register()
	c.emit(inst{op: opZero, a: counter})
	loop := c.emit(inst{op: either(n.lazy, opLoopLazy, opLoop), a: counter, c: int32(n.min), max: int32(n.max)})
	c.emit(inst{op: opCount, a: counter})
	c.reset(n)
	if body.nullable() {
		r := c.register()
		c.emit(inst{op: opMark, a: r})
		c.write(body)
		c.emit(inst{op: opCheckMin, a: r, b: counter, c: int32(n.min)})
	} else {
		c.write(body)
	}
	c.emit(inst{op: opJump, a: int32(loop)})
	c.prog.code[loop].b = c.here()
}
