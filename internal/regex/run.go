package regex

// The stack holds triples of what to undo or to try instead. The first number
// of a choice is the place in the code times four, plus what kind it is.
const (
	choicePlain  = iota // go on at the place, at position a
	choiceGreedy        // a run may give back characters: from a up to b
	choiceLazy          // a run at position a, after b characters, may take more

	undoCapture  = -1 // slot a had the value b
	undoRegister = -2
)

// choice is the first number of a choice.
func choice(pc, kind int32) int32 { return pc<<2 | kind }

func (m *machine[U]) push(tag, a, b int32) {
	if len(m.stack) >= maxStack {
		m.full = true
	}
	m.stack = append(m.stack, tag, a, b)
}

func (m *machine[U]) setCap(slot, v int32) {
	m.push(undoCapture, slot, m.caps[slot])
	m.caps[slot] = v
}

func (m *machine[U]) setReg(r, v int32) {
	m.push(undoRegister, r, m.regs[r])
	m.regs[r] = v
}

// backtrack undoes what was done since the last choice and takes it. It
// reports false when no choice is left above base.
func (m *machine[U]) backtrack(base int) (pc, pos int, ok bool) {
	if m.full {
		m.stack = m.stack[:base]
		return 0, 0, false
	}
	for len(m.stack) > base {
		n := len(m.stack) - 3
		tag, a, b := m.stack[n], m.stack[n+1], m.stack[n+2]
		switch {
		case tag == undoCapture:
			m.caps[a] = b
		case tag == undoRegister:
			m.regs[a] = b
		case tag&3 == choicePlain:
			m.stack = m.stack[:n]
			return int(tag >> 2), int(a), true
		case tag&3 == choiceGreedy:
			if pc, pos, ok = m.giveBack(n); ok {
				return pc, pos, true
			}
		default:
			if pc, pos, ok = m.takeMore(n); ok {
				return pc, pos, true
			}
		}
		m.stack = m.stack[:n]
	}
	return 0, 0, false
}

// giveBack makes a greedy run one character shorter, or more if the next
// instruction wants a certain unit.
func (m *machine[U]) giveBack(n int) (pc, pos int, ok bool) {
	pc = int(m.stack[n] >> 2)
	least, at := int(m.stack[n+1]), int(m.stack[n+2])
	in, next := &m.p.code[pc], &m.p.code[pc+1]
	for at > least {
		if in.points {
			_, at = m.backward(at, least)
		} else {
			at--
		}
		if next.op == opChar && uint32(m.s[at]) != uint32(next.a) {
			continue
		}
		m.stack[n+2] = int32(at)
		if at == least {
			m.stack = m.stack[:n]
		} else {
			m.stack = m.stack[:n+3]
		}
		return pc + 1, at, true
	}
	return 0, 0, false
}

// takeMore makes a lazy run one character longer.
func (m *machine[U]) takeMore(n int) (pc, pos int, ok bool) {
	pc = int(m.stack[n] >> 2)
	at, count := int(m.stack[n+1]), m.stack[n+2]
	in := &m.p.code[pc]
	if in.b >= 0 && count >= in.b {
		return 0, 0, false
	}
	if at, ok = m.step(in, at); !ok {
		return 0, 0, false
	}
	m.stack[n+1], m.stack[n+2] = int32(at), count+1
	m.stack = m.stack[:n+3]
	return pc + 1, at, true
}

// step matches one character of a run.
func (m *machine[U]) step(in *inst, at int) (int, bool) {
	if at >= len(m.s) {
		return at, false
	}
	if in.points {
		r, next := m.forward(at)
		return next, in.set.has(r)
	}
	return at + 1, in.set.has(rune(m.s[at]))
}

// runGreedy matches as many characters as it can.
func (m *machine[U]) runGreedy(pc, at int) (int, bool) {
	in := &m.p.code[pc]
	if !in.points {
		return m.runUnits(in, pc, at)
	}
	least, count := at, int32(0)
	for in.b < 0 || count < in.b {
		next, ok := m.step(in, at)
		if !ok {
			break
		}
		at = next
		count++
		if count == in.a {
			least = at
		}
	}
	if count < in.a {
		return at, false
	}
	if at > least {
		m.push(choice(int32(pc), choiceGreedy), int32(least), int32(at))
	}
	return at, true
}

// runUnits is runGreedy where each character is one unit.
func (m *machine[U]) runUnits(in *inst, pc, at int) (int, bool) {
	limit := len(m.s)
	if in.b >= 0 && int(in.b) < limit-at {
		limit = at + int(in.b)
	}
	end := at
	for end < limit && in.set.has(rune(m.s[end])) {
		end++
	}
	least := at + int(in.a)
	if end < least {
		return at, false
	}
	if end > least {
		m.push(choice(int32(pc), choiceGreedy), int32(least), int32(end))
	}
	return end, true
}

func (m *machine[U]) runLazy(pc, at int) (int, bool) {
	in := &m.p.code[pc]
	for range in.a {
		next, ok := m.step(in, at)
		if !ok {
			return at, false
		}
		at = next
	}
	m.push(choice(int32(pc), choiceLazy), int32(at), in.a)
	return at, true
}

// look runs the body of a look-around, which begins behind pc.
func (m *machine[U]) look(pc, at int, negative bool) bool {
	base := len(m.stack)
	found := m.run(pc+1, at) >= 0
	if found && !negative {
		m.commit(base)
		return true
	}
	if found {
		m.undo(base)
	}
	return found != negative
}

// commit drops the choices above base but keeps what is to undo.
func (m *machine[U]) commit(base int) {
	to := base
	for i := base; i < len(m.stack); i += 3 {
		if m.stack[i] < 0 {
			copy(m.stack[to:to+3], m.stack[i:i+3])
			to += 3
		}
	}
	m.stack = m.stack[:to]
}

// undo takes back everything above base.
func (m *machine[U]) undo(base int) {
	for n := len(m.stack) - 3; n >= base; n -= 3 {
		switch m.stack[n] {
		case undoCapture:
			m.caps[m.stack[n+1]] = m.stack[n+2]
		case undoRegister:
			m.regs[m.stack[n+1]] = m.stack[n+2]
		}
	}
	m.stack = m.stack[:base]
}

// reference matches again what a capture has matched.
func (m *machine[U]) reference(in *inst, at int) (int, bool) {
	from, to := -1, -1
	for _, g := range in.groups {
		if m.caps[2*g] >= 0 && m.caps[2*g+1] >= 0 {
			from, to = int(m.caps[2*g]), int(m.caps[2*g+1])
		}
	}
	if from < 0 {
		return at, true
	}
	n := to - from
	start, next := at, at+n
	if in.op == opRefBack {
		start, next = at-n, at-n
	}
	if start < 0 || start+n > len(m.s) {
		return at, false
	}
	if !in.fold {
		for i := range n {
			if m.s[from+i] != m.s[start+i] {
				return at, false
			}
		}
		return next, true
	}
	return next, m.sameFolded(from, start, n)
}

func (m *machine[U]) sameFolded(a, b, n int) bool {
	end := a + n
	for a < end {
		var x, y rune
		if m.p.points {
			x, a = m.forward(a)
			y, b = m.forward(b)
		} else {
			x, y = rune(m.s[a]), rune(m.s[b])
			a++
			b++
		}
		if x != y && canonical(x, m.p.foldFull) != canonical(y, m.p.foldFull) {
			return false
		}
	}
	return true
}
