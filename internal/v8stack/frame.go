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

// place is a frame that is shown but whose name has not been looked up.
type place struct {
	raw   *goja.StackFrame
	below []goja.StackFrame
	async bool
}

// places are the frames that the stack shows, without a look at the sources.
func (st *state) places() []place {
	list := make([]place, 0, min(len(st.raw), st.limit))
	for i := st.owner.firstAfter(st); i < len(st.raw) && len(list) < st.limit; i++ {
		if raw := &st.raw[i]; isShown(raw) {
			list = append(list, place{raw, st.raw[i+1:], i >= st.sync})
		}
	}
	return list
}

// frames are the same with names.
func (st *state) frames() []Frame {
	if st.parsed != nil || st.limit == 0 {
		return st.parsed
	}
	places := st.places()
	st.parsed = make([]Frame, len(places))
	for i, p := range places {
		st.parsed[i] = st.owner.resolve(p)
	}
	return st.parsed
}

// firstAfter finds the frame behind the function given to captureStackTrace,
// or behind the constructors of a subclass. V8 leaves nothing when that
// function is not running; as ours may only have gone unrecognised, everything
// is kept then.
func (s *Stacks) firstAfter(st *state) int {
	switch {
	case st.until != nil:
		return s.frameAfter(st.raw, st.until)
	case st.subclass != nil:
		return s.frameAfter(unnamed(st.raw), st.subclass)
	}
	return 0
}

// unnamed are the frames at the top that may be constructors, to which goja
// gives no names, and the initializers of their fields.
func unnamed(raw []goja.StackFrame) []goja.StackFrame {
	n := 0
	for n < len(raw) && raw[n].SrcName() != nativeSource && strings.HasPrefix(raw[n].FuncName(), "<") {
		n++
	}
	return raw[:n]
}

func (s *Stacks) frameAfter(raw []goja.StackFrame, fn *goja.Object) int {
	if len(raw) == 0 {
		return 0
	}
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

// isShown tells frames that V8 would show: no natives but those of JavaScript,
// no scripts of our own.
func isShown(raw *goja.StackFrame) bool {
	if raw.SrcName() == nativeSource {
		_, known := nativeTypes[raw.FuncName()]
		return known
	}
	return !strings.HasPrefix(raw.SrcName(), internalPrefix)
}

// resolve names a frame.
func (s *Stacks) resolve(p place) Frame {
	name := p.raw.FuncName()
	if p.raw.SrcName() == nativeSource {
		return nativeFrame(name)
	}
	if name == "<anonymous>" {
		name = ""
	}
	at := p.raw.Position()
	f := s.scriptFrame(Frame{Function: name, File: at.Filename, Line: at.Line, Column: at.Column, Async: p.async})
	if f.Eval {
		f.Origin = s.evalOrigin(p.below)
	}
	return f
}

// scriptFrame completes a frame of which goja has told the name and the
// position, whose column counts bytes.
func (s *Stacks) scriptFrame(f Frame) Frame {
	switch {
	case f.File == "<eval>" || f.File == "":
		if f.Function == "" || f.Function == "anonymous" {
			f.Function = "eval"
		}
		f.File, f.Eval = "", true
		return f
	case f.Function == moduleFrame:
		f.Function, f.Type = "", "Object"
		f.EnclosingLine, f.EnclosingColumn = 1, 1
	}
	if ix := s.index(f.File); ix != nil {
		ix.describe(&f)
	}
	return f
}

// evalOrigin is where the nearest script frame below an eval stands.
func (s *Stacks) evalOrigin(below []goja.StackFrame) string {
	for i := range below {
		raw := &below[i]
		if raw.SrcName() == nativeSource || !isShown(raw) {
			continue
		}
		if file := raw.Position().Filename; file != "" && file != "<eval>" {
			f := s.resolve(place{raw: raw})
			return f.origin()
		}
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
// known.
func nativeFrame(name string) Frame {
	return Frame{Function: name, Method: name, Type: nativeTypes[name], Native: true}
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
