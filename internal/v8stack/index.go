package v8stack

import (
	"sort"

	"github.com/gonode/gonode/internal/lower"
	"github.com/gonode/gonode/internal/script"
)

// moduleFrame is the name of a module's function in goja's frames.
const moduleFrame = script.ModuleFrame

// maxIndexed is the longest text that is parsed once more to name its frames.
const maxIndexed = 2 << 20

type functionKind uint8

const (
	plainFunction functionKind = iota
	methodFunction
	constructorFunction
	initializerFunction // of class fields and static blocks
)

// function is one function of a text.
type function struct {
	start, end  int // offsets of parameters and body
	first       int // offset at which its own source begins
	name        string
	typ         string // receiver
	as          string // property that holds it, when that is not the name
	kind        functionKind
	dynamic     bool // the name is a computed key
	bare        bool // printed without its type
	sourceStart int  // of Function.prototype.toString: the class, for constructors
	sourceEnd   int
}

type span struct{ start, end int }

// index knows where the functions, calls and throw statements of a text are.
// It supplies what goja's frames do not tell.
type index struct {
	original  string // the text as Source gave it
	text      string // the same, fit for the parser; lowered, where goja runs it so
	lowered   *lower.Result
	lines     []int // offsets at which lines begin
	shift     int   // columns by which goja is off on the first line
	functions []function
	calls     map[int]int // "(" of a call -> where V8 sees the call
	throws    []span
	awaits    []span
}

// index returns the index of a file, or nil when its text is not known or does
// not parse.
func (s *Stacks) index(file string) *index {
	text, ok := s.sourceOf(file)
	if !ok || len(text) > maxIndexed {
		return nil
	}
	ix := s.indexes[file]
	if ix == nil || ix.original != text {
		ix = s.newIndex(file, text)
		s.indexes[file] = ix
	}
	return ix
}

// sourceOf is the text of a script, or of a file of ours.
func (s *Stacks) sourceOf(file string) (string, bool) {
	if text, ok := s.internal[file]; ok {
		return text, true
	}
	if s.Source == nil {
		return "", false
	}
	return s.Source(file)
}

// newIndex parses a text. One that does not parse still has lines.
func (s *Stacks) newIndex(file, text string) *index {
	clean := script.Clean(text)
	ix := &index{original: text, text: clean, lines: script.LineStarts(clean), calls: make(map[int]int)}
	parse := s.Body
	if _, ours := s.internal[file]; ours {
		parse = script.ParseBody
	}
	body, err := parse(file, text)
	if err != nil {
		return ix
	}
	if body.Lowered != nil {
		ix.lowered, ix.text = body.Lowered, body.Lowered.Code
		ix.lines = script.LineStarts(ix.text)
	}
	ix.shift = body.Shift
	w := &walker{ix: ix, base: 1 + body.Shift}
	w.statements(body.List)
	return ix
}

// offset is the place in the text of a position by goja.
func (ix *index) offset(line, column int) int {
	if line < 1 || line > len(ix.lines) {
		return -1
	}
	if line == 1 {
		column -= ix.shift
	}
	return min(ix.lines[line-1]+column-1, len(ix.text))
}

// position is the line and column of an offset, as V8 counts.
func (ix *index) position(offset int) (line, column int) {
	line = sort.SearchInts(ix.lines, offset+1)
	column = script.UTF16Len(ix.text[ix.lines[line-1]:offset]) + 1
	if ix.lowered != nil {
		if l, c, ok := ix.lowered.Original(line, column); ok {
			return l, c
		}
	}
	return line, column
}

// function is the innermost function around an offset, or nil.
func (ix *index) function(offset int) *function {
	var inner *function
	for i := range ix.functions {
		fn := &ix.functions[i]
		if fn.start <= offset && offset < fn.end && (inner == nil || fn.start >= inner.start) {
			inner = fn
		}
	}
	return inner
}

func (ix *index) source(fn *function) string { return ix.text[fn.sourceStart:fn.sourceEnd] }

// throwAt is the beginning of the innermost throw statement around an offset.
func (ix *index) throwAt(offset int) (int, bool) { return innermost(ix.throws, offset) }

func innermost(spans []span, offset int) (start int, found bool) {
	for _, s := range spans {
		if s.start <= offset && offset <= s.end && (!found || s.start > start) {
			start, found = s.start, true
		}
	}
	return start, found
}

// describe completes a frame: the position as V8 has it and the name of the
// function.
func (ix *index) describe(f *Frame) {
	offset := ix.offset(f.Line, f.Column)
	if offset < 0 {
		return
	}
	f.offset = offset
	fn := ix.function(offset)
	if at, ok := innermost(ix.awaits, offset); ok && f.Async {
		offset = at
	} else if at, ok := ix.calls[offset]; ok {
		offset = at
	}
	f.Position = script.UTF16Len(ix.text[:offset])
	f.Line, f.Column = ix.position(offset)
	if fn == nil {
		return
	}
	f.EnclosingLine, f.EnclosingColumn = ix.position(fn.first)
	switch fn.kind {
	case constructorFunction:
		f.Function, f.Constructor = fn.name, true
	case initializerFunction:
		f.Function = fn.name
	default:
		if !fn.dynamic {
			f.Function = fn.name
		}
		f.Type, f.Method, f.Bare = fn.typ, fn.as, fn.bare
		if fn.typ != "" && f.Method == "" {
			f.Method = lastName(f.Function)
		}
	}
}

// lastName is what follows the last dot.
func lastName(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[i+1:]
		}
	}
	return name
}
