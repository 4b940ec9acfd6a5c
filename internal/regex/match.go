package regex

import (
	"bytes"
	"unicode/utf16"
)

// maxStack is the greatest size of the backtracking stack, in numbers.
const maxStack = 1 << 26

// keptStack is the size up to which a stack is kept for the next match.
const keptStack = 1 << 16

// unit is one element of a subject.
type unit interface{ byte | uint16 }

// Matcher matches one subject after the other. The zero value is ready.
type Matcher struct {
	narrow machine[byte]
	wide   machine[uint16]
}

// MatchASCII looks for the program in an ASCII text, from the position from
// on, or at it alone if sticky. It returns the positions of all captures, -1
// for those that have none; the slice is good until the next match.
func (m *Matcher) MatchASCII(p *Program, text []byte, from int, sticky bool) ([]int32, error) {
	return m.narrow.match(p, text, from, sticky)
}

// MatchUTF16 is MatchASCII for any text.
func (m *Matcher) MatchUTF16(p *Program, text []uint16, from int, sticky bool) ([]int32, error) {
	return m.wide.match(p, text, from, sticky)
}

// machine runs programs on subjects of one width.
type machine[U unit] struct {
	p     *Program
	s     []U
	caps  []int32
	regs  []int32
	stack []int32 // triples, see backtrack
	full  bool    // the stack has reached its limit
}

func (m *machine[U]) match(p *Program, s []U, from int, sticky bool) ([]int32, error) {
	m.p, m.s, m.full = p, s, false
	m.caps = resize(m.caps, 2*p.Groups)
	m.regs = resize(m.regs, p.registers)
	defer m.release()
	if p.points && from > 0 && from < len(s) && isTrail(uint16(s[from])) && isLead(uint16(s[from-1])) {
		from--
	}
	for start := m.seek(from, sticky); start >= 0; start = m.seek(m.after(start), sticky) {
		for i := range m.caps {
			m.caps[i] = -1
		}
		if end := m.run(0, start); end >= 0 {
			m.caps[0], m.caps[1] = int32(start), int32(end)
			return m.caps, nil
		}
		if m.full {
			return nil, ErrStack
		}
		if sticky || p.anchored {
			break
		}
	}
	return nil, nil
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n)
	}
	return s[:n]
}

func (m *machine[U]) release() {
	m.s = nil
	m.stack = m.stack[:0]
	if cap(m.stack) > keptStack {
		m.stack = nil
	}
}

// after is the next place to try.
func (m *machine[U]) after(at int) int {
	if m.p.points && at+1 < len(m.s) && isLead(uint16(m.s[at])) && isTrail(uint16(m.s[at+1])) {
		return at + 2
	}
	return at + 1
}

// seek finds the first place from at on where a match may begin, or -1.
func (m *machine[U]) seek(at int, sticky bool) int {
	if at > len(m.s) || m.p.anchored && at > 0 {
		return -1
	}
	if sticky || m.p.first == nil {
		return at
	}
	if m.p.lead >= 0 {
		return m.seekLead(at)
	}
	for first := m.p.first; at < len(m.s); at++ {
		if first.has(uint32(m.s[at])) {
			return m.whole(at)
		}
	}
	return -1
}

// whole steps back to the first half of a pair when code points count.
func (m *machine[U]) whole(at int) int {
	if m.p.points && at > 0 && isTrail(uint16(m.s[at])) && isLead(uint16(m.s[at-1])) {
		return at - 1
	}
	return at
}

func (m *machine[U]) seekLead(at int) int {
	if text, ok := any(m.s).([]byte); ok {
		if m.p.lead > 127 {
			return -1
		}
		if i := bytes.IndexByte(text[at:], byte(m.p.lead)); i >= 0 {
			return at + i
		}
		return -1
	}
	for u := uint32(m.p.lead); at < len(m.s); at++ {
		if uint32(m.s[at]) == u {
			return at
		}
	}
	return -1
}

// forward reads the code point at a position that is not the end.
func (m *machine[U]) forward(at int) (rune, int) {
	r := rune(m.s[at])
	if r&0xFC00 == 0xD800 && at+1 < len(m.s) && isTrail(uint16(m.s[at+1])) {
		return utf16.DecodeRune(r, rune(m.s[at+1])), at + 2
	}
	return r, at + 1
}

// backward reads the code point before a position; least bounds how far it
// may reach.
func (m *machine[U]) backward(at, least int) (rune, int) {
	r := rune(m.s[at-1])
	if r&0xFC00 == 0xDC00 && at-2 >= least && isLead(uint16(m.s[at-2])) {
		return utf16.DecodeRune(rune(m.s[at-2]), r), at - 2
	}
	return r, at - 1
}

// isWord reports whether the unit at a position is of the kind of \w.
func (m *machine[U]) isWord(at int, fold bool) bool {
	if at < 0 || at >= len(m.s) {
		return false
	}
	if fold {
		return wordFolded.has(rune(m.s[at]))
	}
	return wordSet.has(rune(m.s[at]))
}

func isNewline(r rune) bool { return r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 }
