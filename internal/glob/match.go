package glob

import "strings"

// match runs the automaton over a component.
func (p *program) match(component string) bool {
	m := matcher{p: p, in: runes(component, p.unicode), nots: map[[2]int]bool{}}
	return m.run(p.start, 0)
}

// matcher is one match in progress.
type matcher struct {
	p    *program
	in   []rune
	nots map[[2]int]bool // answers of opNot by instruction and position
}

// run reports whether the input from pos on matches the code at start. It
// keeps the set of instructions that can be reached, as Thompson's algorithm
// does.
func (m *matcher) run(start, pos int) bool {
	now := m.newSet()
	m.reach(now, start, pos)
	next := m.newSet()
	for ; pos < len(m.in) && len(now.pcs) > 0; pos++ {
		next.clear()
		for _, pc := range now.pcs {
			if m.p.consumes(m.p.insts[pc], m.in[pos]) {
				m.reach(next, m.p.insts[pc].next, pos+1)
			}
		}
		now, next = next, now
	}
	return pos == len(m.in) && now.has[0] // opMatch is the first instruction
}

type pcSet struct {
	pcs []int
	has []bool
}

func (m *matcher) newSet() *pcSet { return &pcSet{has: make([]bool, len(m.p.insts))} }

func (s *pcSet) clear() {
	s.pcs = s.pcs[:0]
	clear(s.has)
}

// reach adds an instruction and those that follow it without input.
func (m *matcher) reach(s *pcSet, pc, pos int) {
	for todo := []int{pc}; len(todo) > 0; {
		pc := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if s.has[pc] {
			continue
		}
		s.has[pc] = true
		i := m.p.insts[pc]
		switch i.op {
		case opSplit:
			todo = append(todo, i.other, i.next)
		case opNot:
			if !m.found(pc, pos) {
				todo = append(todo, i.next)
			}
		case opNoDot:
			if pos > 0 || len(m.in) == 0 || m.in[0] != '.' {
				todo = append(todo, i.next)
			}
		case opNoTraversal:
			if s := string(m.in); pos > 0 || s != "." && s != ".." {
				todo = append(todo, i.next)
			}
		default:
			s.pcs = append(s.pcs, pc)
		}
	}
}

// found is what opNot asks.
func (m *matcher) found(pc, pos int) bool {
	key := [2]int{pc, pos}
	answer, ok := m.nots[key]
	if !ok {
		answer = m.run(m.p.insts[pc].other, pos)
		m.nots[key] = answer
	}
	return answer
}

func (p *program) consumes(i inst, r rune) bool {
	switch i.op {
	case opLiteral:
		return equal(i.r, r, p.fold)
	case opAny:
		return r != '/'
	case opClass:
		return i.class.matches(r, p.fold)
	}
	return false
}

// Match reports whether the pattern matches a whole path.
func (p *Pattern) Match(path string) bool {
	if p.empty {
		return path == ""
	}
	if p.opts.Windows {
		path = strings.ReplaceAll(path, "\\", "/")
	}
	parts := splitPath(path, p.opts.Windows)
	for _, set := range p.sets {
		file := parts
		if p.opts.Windows {
			file, set = alignDrives(file, set)
		}
		if matchParts(simplifyPath(append([]string(nil), file...), p.opts.Windows), set) {
			return true
		}
	}
	return false
}

// alignDrives lets c:/ and //?/C:/ stand for each other.
func alignDrives(file []string, set []Segment) ([]string, []Segment) {
	names := make([]string, min(len(set), 4))
	for i := range names {
		if set[i].IsName() {
			names[i] = set[i].Name
		} else {
			names[i] = "*"
		}
	}
	f, p := driveIndex(file), driveIndex(names)
	if f < 0 || p < 0 || !strings.EqualFold(file[f], names[p]) {
		return file, set
	}
	set = append([]Segment(nil), set...)
	set[p] = Segment{Name: file[f]}
	switch {
	case p > f:
		set = set[p:]
	case f > p:
		file = file[f:]
	}
	return file, set
}

func driveIndex(parts []string) int {
	switch {
	case len(parts) > 0 && isDrive(parts[0]):
		return 0
	case len(parts) > 3 && parts[0] == "" && parts[1] == "" && parts[2] == "?" && isDrive(parts[3]):
		return 3
	}
	return -1
}

// matchParts matches component by component. The set of pattern positions
// that the path read so far can have led to grows at each **.
func matchParts(file []string, set []Segment) bool {
	at := make([]bool, len(set)+1)
	enter(at, set, 0)
	for i, name := range file {
		next := make([]bool, len(set)+1)
		last := i == len(file)-1
		for pi, here := range at {
			switch {
			case !here:
			case pi == len(set):
				// A separator at the end of the path is allowed.
				next[pi] = next[pi] || last && name == "" && i > 0
			case set[pi].Globstar:
				if !strings.HasPrefix(name, ".") {
					next[pi] = true
					enter(next, set, pi+1)
				}
			case set[pi].Match(name):
				enter(next, set, pi+1)
			}
		}
		at = next
	}
	return at[len(set)]
}

// enter adds a position, and what lies behind a ** there: it may stand for no
// component, but not at the end.
func enter(at []bool, set []Segment, i int) {
	at[i] = true
	for i+1 < len(set) && set[i].Globstar {
		i++
		at[i] = true
	}
}
