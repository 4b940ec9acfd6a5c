package regex

// run executes the code from pc on at a position and returns where the match
// ends, or -1. Choices of the caller, below on the stack, stay untouched.
func (m *machine[U]) run(pc, at int) int {
	base := len(m.stack)
	code, s := m.p.code, m.s
	for {
		in := &code[pc]
		ok := true
		switch in.op {
		case opMatch:
			return at
		case opChar:
			if ok = at < len(s) && uint32(s[at]) == uint32(in.a); ok {
				at++
			}
			pc++
		case opSet:
			if ok = at < len(s) && in.set.has(rune(s[at])); ok {
				at++
			}
			pc++
		case opRun:
			at, ok = m.runGreedy(pc, at)
			pc++
		case opSplit:
			pc = m.choose(in, at)
			ok = pc >= 0
		case opJump:
			pc = int(in.a)
		case opSave:
			m.setCap(in.a, int32(at))
			pc++
		case opLoop, opLoopLazy:
			pc = m.loop(in, pc, at)
		default:
			pc, at, ok = m.rare(in, pc, at)
		}
		if ok && !m.full {
			continue
		}
		if pc, at, ok = m.backtrack(base); !ok {
			return -1
		}
	}
}

// choose takes the first way of a split, or the second when the first cannot
// match; it returns -1 when neither can.
func (m *machine[U]) choose(in *inst, at int) int {
	first, second := true, true
	if at < len(m.s) {
		u := uint32(m.s[at])
		first = in.first == nil || in.first.has(u)
		second = in.second == nil || in.second.has(u)
	} else {
		first, second = in.first == nil, in.second == nil
	}
	switch {
	case first && second:
		m.push(choice(in.b, choicePlain), int32(at), 0)
		return int(in.a)
	case first:
		return int(in.a)
	case second:
		return int(in.b)
	}
	return -1
}

// loop decides between another round of a counted loop and its end.
func (m *machine[U]) loop(in *inst, pc, at int) int {
	n := m.regs[in.a]
	switch {
	case n < in.c:
		return pc + 1
	case in.max >= 0 && n >= in.max:
		return int(in.b)
	case in.op == opLoopLazy:
		m.push(choice(int32(pc+1), choicePlain), int32(at), 0)
		return int(in.b)
	}
	m.push(choice(in.b, choicePlain), int32(at), 0)
	return pc + 1
}

// rare executes the less common instructions.
func (m *machine[U]) rare(in *inst, pc, at int) (int, int, bool) {
	s := m.s
	ok := true
	switch in.op {
	case opRunLazy:
		at, ok = m.runLazy(pc, at)
	case opReset:
		for slot := 2 * in.a; slot < 2*in.b; slot++ {
			if m.caps[slot] >= 0 {
				m.setCap(slot, -1)
			}
		}
	case opMark:
		m.setReg(in.a, int32(at))
	case opCheck:
		ok = m.regs[in.a] != int32(at)
	case opCheckMin:
		ok = m.regs[in.a] != int32(at) || m.regs[in.b] <= in.c
	case opZero:
		m.setReg(in.a, 0)
	case opCount:
		m.setReg(in.a, m.regs[in.a]+1)
	case opRef, opRefBack:
		at, ok = m.reference(in, at)
	case opLook, opLookNot:
		ok = m.look(pc, at, in.op == opLookNot)
		return int(in.a), at, ok
	case opStart:
		ok = at == 0
	case opStartLine:
		ok = at == 0 || isNewline(rune(s[at-1]))
	case opEnd:
		ok = at == len(s)
	case opEndLine:
		ok = at == len(s) || isNewline(rune(s[at]))
	case opWord:
		ok = m.isWord(at-1, in.fold) != m.isWord(at, in.fold)
	case opNotWord:
		ok = m.isWord(at-1, in.fold) == m.isWord(at, in.fold)
	default:
		at, ok = m.character(in, at)
	}
	return pc + 1, at, ok
}

// character matches one character of the forms that run leaves out.
func (m *machine[U]) character(in *inst, at int) (int, bool) {
	if in.op == opPoint {
		if at >= len(m.s) {
			return at, false
		}
		r, next := m.forward(at)
		return next, in.set.has(r)
	}
	if at == 0 {
		return at, false
	}
	switch in.op {
	case opCharBack:
		return at - 1, uint32(m.s[at-1]) == uint32(in.a)
	case opSetBack:
		return at - 1, in.set.has(rune(m.s[at-1]))
	}
	r, next := m.backward(at, 0)
	return next, in.set.has(r)
}
