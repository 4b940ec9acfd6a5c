package v8stack

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// Frame is one line of a stack.
type Frame struct {
	Function string // as V8 names it: "f", "exports.f", "get x", or empty
	Type     string // of the receiver, as far as the source tells: "Foo", "Object"
	Method   string // the property that holds the function
	File     string // empty for native functions and eval
	Line     int    // from 1; 0 for native functions
	Column   int    // from 1, in UTF-16 units

	EnclosingLine, EnclosingColumn int // where the function begins
	Position                       int // offset of the position in the text

	offset      int  // of goja's position, in bytes
	Bare        bool // V8 prints Function without Type
	Native      bool // a built-in function of JavaScript
	Constructor bool
	Async       bool   // waits for the frame before it
	Eval        bool   // code of eval or new Function
	Origin      string // of the eval: "eval at f (file:1:2)"
}

// String is the line without the "at".
func (f *Frame) String() string {
	var b strings.Builder
	if f.Async {
		b.WriteString("async ")
	}
	name := f.displayName()
	if name == "" {
		f.writeLocation(&b)
		return b.String()
	}
	b.WriteString(name)
	b.WriteString(" (")
	f.writeLocation(&b)
	b.WriteByte(')')
	return b.String()
}

func (f *Frame) displayName() string {
	switch {
	case f.Constructor && f.Function == "":
		return "new <anonymous>"
	case f.Constructor:
		return "new " + f.Function
	case f.Type == "" || f.Bare:
		return f.Function
	case f.Function == "":
		return f.Type + ".<anonymous>"
	}
	name := f.Function
	if name != f.Type && !strings.HasPrefix(name, f.Type+".") {
		name = f.Type + "." + name
	}
	if f.Method != "" && f.Function != f.Method && !strings.HasSuffix(f.Function, "."+f.Method) {
		name += " [as " + f.Method + "]"
	}
	return name
}

func (f *Frame) writeLocation(b *strings.Builder) {
	switch {
	case f.Native:
		b.WriteString("<anonymous>")
		return
	case f.Eval:
		if f.Origin != "" {
			b.WriteString(f.Origin)
			b.WriteString(", ")
		}
		b.WriteString("<anonymous>")
	default:
		b.WriteString(f.File)
	}
	if f.Line > 0 {
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(f.Line))
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(f.Column))
	}
}

// frames makes the frames that the stack shows.
func (st *state) frames() []Frame {
	if st.parsed == nil && st.limit > 0 {
		st.parsed = st.owner.resolveAll(st)
	}
	return st.parsed
}

func (s *Stacks) resolveAll(st *state) []Frame {
	frames := make([]Frame, 0, min(len(st.raw), st.limit))
	for i := s.firstAfter(st); i < len(st.raw) && len(frames) < st.limit; i++ {
		f, ok := s.resolve(&st.raw[i], i >= st.sync)
		if !ok {
			continue
		}
		if f.Eval {
			f.Origin = s.evalOrigin(st.raw[i+1:])
		}
		frames = append(frames, f)
	}
	return frames
}

// firstAfter finds the frame behind the function given to captureStackTrace.
// V8 leaves nothing when that function is not running; as ours may only have
// gone unrecognised, everything is kept then.
func (s *Stacks) firstAfter(st *state) int {
	switch {
	case st.until != nil:
		return s.frameAfter(st.raw, st.until)
	case st.subclass != nil:
		return s.frameAfter(st.raw[:min(len(st.raw), maxConstructors)], st.subclass)
	}
	return 0
}

// maxConstructors is how deep a class may be derived from Error for its
// constructors to be left out of the stack.
const maxConstructors = 16

func (s *Stacks) frameAfter(raw []goja.StackFrame, fn *goja.Object) int {
	source, name := s.sourceText(goja.FunctionCall{This: fn}).String(), functionName(fn)
	for i := range raw {
		if s.isFrameOf(&raw[i], source, name) {
			return i + 1
		}
	}
	return 0
}

func (s *Stacks) isFrameOf(raw *goja.StackFrame, source, name string) bool {
	if raw.SrcName() == nativeSource {
		return false
	}
	p := raw.Position()
	ix := s.index(p.Filename)
	if ix == nil {
		return false
	}
	fn := ix.function(ix.offset(p.Line, p.Column))
	if fn == nil {
		return false
	}
	return ix.source(fn) == source || name != "" && fn.name == name && fn.kind == constructorFunction
}

// resolve names one frame. It reports false for a frame that is not shown.
func (s *Stacks) resolve(raw *goja.StackFrame, async bool) (Frame, bool) {
	if raw.SrcName() == nativeSource {
		return nativeFrame(raw.FuncName())
	}
	name := raw.FuncName()
	if name == "<anonymous>" {
		name = ""
	}
	p := raw.Position()
	return s.frameAt(Frame{Function: name, File: p.Filename, Line: p.Line, Column: p.Column, Async: async})
}

// frameAt makes a frame from what goja tells: its column counts bytes.
func (s *Stacks) frameAt(f Frame) (Frame, bool) {
	switch {
	case strings.HasPrefix(f.File, internalPrefix):
		return f, false
	case f.File == "<eval>" || f.File == "":
		if f.Function == "" || f.Function == "anonymous" {
			f.Function = "eval"
		}
		f.File, f.Eval = "", true
		return f, true
	case f.Function == moduleFrame:
		f.Function, f.Type = "", "Object"
		f.EnclosingLine, f.EnclosingColumn = 1, 1
	}
	if ix := s.index(f.File); ix != nil {
		ix.describe(&f)
	}
	return f, true
}

// evalOrigin is where the nearest script frame below an eval stands.
func (s *Stacks) evalOrigin(below []goja.StackFrame) string {
	for i := range below {
		if below[i].SrcName() == nativeSource {
			continue
		}
		f, ok := s.resolve(&below[i], false)
		if !ok || f.Eval {
			continue
		}
		return f.origin()
	}
	return ""
}

// origin words a frame as the place of an eval.
func (f *Frame) origin() string {
	name := f.Function
	if name == "" {
		name = "<anonymous>"
	}
	var b strings.Builder
	f.writeLocation(&b)
	return "eval at " + name + " (" + b.String() + ")"
}

// nativeFrame is the frame of a built-in function, of which only the name is
// known. Those that are no part of JavaScript, and those that V8 does not
// show, are left out.
func nativeFrame(name string) (Frame, bool) {
	typ, ok := nativeTypes[name]
	if !ok {
		return Frame{}, false
	}
	return Frame{Function: name, Method: name, Type: typ, Native: true}, true
}

// nativeTypes are the built-in functions of JavaScript that call back into
// scripts or throw often, with the object that V8 prints before them. A name
// that several objects share stands for the likeliest.
var nativeTypes = map[string]string{
	"map": "Array", "filter": "Array", "forEach": "Array", "reduce": "Array", "reduceRight": "Array",
	"some": "Array", "every": "Array", "find": "Array", "findIndex": "Array", "findLast": "Array",
	"findLastIndex": "Array", "flatMap": "Array", "sort": "Array", "toSorted": "Array",
	"replace": "String", "replaceAll": "String", "normalize": "String", "repeat": "String",
	"localeCompare": "String", "codePointAt": "String", "matchAll": "String",
	"parse": "JSON", "stringify": "JSON",
	"assign": "Object", "defineProperty": "Object", "defineProperties": "Object", "fromEntries": "Object",
	"setPrototypeOf": "Object", "groupBy": "Object", "getPrototypeOf": "Object",
	"next": "Generator", "toFixed": "Number", "toPrecision": "Number", "toISOString": "Date",
}
