package regex

// opcode is one instruction of a program.
type opcode uint8

const (
	opMatch     opcode = iota
	opChar             // a: the unit
	opCharBack         // the same to the left
	opSet              // set, one unit
	opSetBack          //
	opPoint            // set, one code point
	opPointBack        //
	opRun              // set, a to b times, as many as possible
	opRunLazy          // as few as possible
	opSplit            // a first, b later
	opJump             // a
	opSave             // a: slot
	opReset            // captures a up to b
	opMark             // a: register for the position
	opCheck            // a: fail if nothing has matched since opMark
	opCheckMin         // the same unless counter b is within its minimum c
	opZero             // a: counter
	opLoop             // a: counter, b: exit, c: minimum, max
	opLoopLazy         //
	opCount            // a: counter
	opRef              // groups
	opRefBack          //
	opLook             // a: where to go on
	opLookNot          //
	opStart            //
	opStartLine        //
	opEnd              //
	opEndLine          //
	opWord             //
	opNotWord          //
)

// inst is one instruction; what its fields mean depends on op.
type inst struct {
	op      opcode
	fold    bool
	points  bool
	a, b, c int32
	max     int32
	set     *charSet
	groups  []int
	first   *firstSet // opSplit: what a needs to see next
	second  *firstSet // and b
}

// firstSet is what the next unit must be for a path to match. The zero value
// is no unit.
type firstSet struct {
	low  [4]uint64
	high bool // any unit from 256 on
}

func (f *firstSet) has(u uint32) bool {
	if u < 256 {
		return f.low[u>>6]&(1<<(u&63)) != 0
	}
	return f.high
}

func (f *firstSet) addSet(s *charSet) {
	for i := range f.low {
		f.low[i] |= s.low[i]
	}
	f.high = f.high || s.last() > 255
}

func (f *firstSet) addUnit(u int32) {
	if u < 256 {
		f.low[u>>6] |= 1 << (u & 63)
	} else {
		f.high = true
	}
}

// maxFirstSteps bounds the search for what may come next.
const maxFirstSteps = 64

// firstOf finds what the unit at pc must be, or nil if it may be anything.
func firstOf(code []inst, pc int) *firstSet {
	f := &firstSet{}
	seen := make(map[int]bool, 8)
	if !f.gather(code, pc, seen) {
		return nil
	}
	return f
}

func (f *firstSet) gather(code []inst, pc int, seen map[int]bool) bool {
	for {
		if seen[pc] {
			return true
		}
		if len(seen) > maxFirstSteps {
			return false
		}
		seen[pc] = true
		in := &code[pc]
		switch in.op {
		case opChar:
			f.addUnit(in.a)
			return true
		case opSet, opPoint:
			f.addSet(in.set)
			return true
		case opRun, opRunLazy:
			f.addSet(in.set)
			if in.a > 0 {
				return true
			}
			pc++
		case opSplit:
			if !f.gather(code, int(in.a), seen) {
				return false
			}
			pc = int(in.b)
		case opLoop, opLoopLazy:
			if !f.gather(code, pc+1, seen) {
				return false
			}
			pc = int(in.b)
		case opJump, opLook, opLookNot:
			pc = int(in.a)
		case opSave, opReset, opMark, opCheck, opCheckMin, opZero, opCount, opStart, opStartLine, opWord, opNotWord:
			pc++
		default:
			return false
		}
	}
}
