package v8stack

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/script"
)

// Location is a place in a source text that an error is about.
type Location struct {
	File   string
	Line   int    // from 1
	Column int    // from 1, in UTF-16 units
	Width  int    // number of carets
	Text   string // the line
}

// SetLocation says what place an error is about; Report shows it instead of
// that of the throw. It is for syntax errors.
func (s *Stacks) SetLocation(err *goja.Object, at Location) {
	if st := stateOf(err); st != nil && st.object == err {
		st.location = &at
	}
}

// LocationOf is the place that SetLocation gave to an error.
func LocationOf(v goja.Value) (Location, bool) {
	if st := stateOf(v); st != nil && st.location != nil {
		return *st.location, true
	}
	return Location{}, false
}

// SetRethrown notes that built-in code has caught an error and thrown it
// again. Report then shows where it was made.
func SetRethrown(v goja.Value) {
	if st := stateOf(v); st != nil {
		st.rethrown = true
	}
}

// ReportOptions say how Report prints.
type ReportOptions struct {
	// Version is that of the last line, such as "v24.21.0".
	Version string
	// Program is the command named in the hint about --trace-uncaught; empty
	// for no hint.
	Program string
	// FromPromise is for a rejection: the place shown is that where the
	// error was made, since nothing was thrown.
	FromPromise bool
	// Inspect prints a value as util.inspect does. Without it, or when it
	// throws, errors are printed by their stack and other values by String.
	Inspect func(goja.Value) string
}

// Report is what Node writes to stderr when nothing catches an exception: the
// place, the value and the version.
func (s *Stacks) Report(ex *goja.Exception, o ReportOptions) string {
	v := ex.Value()
	s.Normalize(v)
	var b strings.Builder
	at, found := s.locate(ex, o.FromPromise)
	if e := emissionOf(v); e != nil {
		b.WriteString(unheardSource)
		e.extend(v.(*goja.Object))
		b.WriteString(s.errorText(v.(*goja.Object), o.Inspect))
	} else if isError(v) {
		if found {
			at.write(&b)
			b.WriteByte('\n')
		}
		b.WriteString(s.errorText(v.(*goja.Object), o.Inspect))
	} else {
		if found {
			b.WriteByte('\n')
			at.write(&b)
		}
		s.writeValue(&b, v, o)
	}
	b.WriteString("\n\nNode.js " + o.Version + "\n")
	return b.String()
}

func isError(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	return ok && obj.ClassName() == "Error"
}

// errorText is the error as inspected, or its stack.
func (s *Stacks) errorText(obj *goja.Object, inspect func(goja.Value) string) string {
	if text, ok := s.inspected(obj, inspect); ok {
		return text
	}
	text := ""
	if ex := s.vm.Try(func() {
		if stack := obj.Get("stack"); stack != nil && goja.IsString(stack) {
			text = stack.String()
		} else {
			text = "[" + header(s.vm, obj, "") + "]"
		}
	}); ex != nil {
		return "[object Error]"
	}
	return text
}

// writeValue prints what is no error. Node points out how to learn where it
// was thrown when it prints no more than a string.
func (s *Stacks) writeValue(b *strings.Builder, v goja.Value, o ReportOptions) {
	if obj, ok := v.(*goja.Object); ok {
		if text, ok := s.inspected(obj, o.Inspect); ok {
			b.WriteString(text)
			return
		}
		b.WriteString("[object Object]")
	} else if _, symbol := v.(*goja.Symbol); !symbol {
		b.WriteString(v.String())
	}
	if o.Program != "" {
		b.WriteString("\n(Use `" + o.Program + " --trace-uncaught ...` to show where the exception was thrown)")
	}
}

func (s *Stacks) inspected(v goja.Value, inspect func(goja.Value) string) (text string, ok bool) {
	if inspect == nil {
		return "", false
	}
	ex := s.vm.Try(func() { text = inspect(v) })
	return text, ex == nil
}

// locate finds the place that the report begins with: that of a syntax error,
// of the throw, or of the error's own stack. goja remembers where an error was
// made, not where it was thrown, so for errors the two are the same.
func (s *Stacks) locate(ex *goja.Exception, fromPromise bool) (Location, bool) {
	v := ex.Value()
	if at, ok := LocationOf(v); ok {
		return at, true
	}
	if st := stateOf(v); st != nil {
		for _, f := range st.frames() {
			if f.placed() {
				return s.throwLocation(f, !fromPromise && !st.normalized && !st.rethrown), true
			}
		}
	}
	stack := ex.Stack()
	for i := range stack {
		if !isShown(&stack[i]) {
			continue
		}
		if f := s.resolve(place{raw: &stack[i]}); f.placed() {
			return s.throwLocation(f, !isError(v)), true
		}
	}
	return Location{}, false
}

func (f *Frame) placed() bool { return !f.Native && !f.Eval && f.Line > 0 }

// throwLocation is the place of a frame; when it is inside a throw statement,
// the beginning of that.
func (s *Stacks) throwLocation(f Frame, thrown bool) Location {
	if ix := s.index(f.File); ix != nil && thrown {
		if at, ok := ix.throwAt(f.offset); ok {
			f.Line, f.Column = ix.position(at)
		}
	}
	return s.locationOf(f.File, f.Line, f.Column)
}

func (s *Stacks) locationOf(file string, line, column int) Location {
	at := Location{File: file, Line: line, Column: column, Width: 1}
	if s.Source == nil {
		return at
	}
	text, ok := s.Source(file)
	if !ok {
		return at
	}
	if lines := script.Lines(text); line >= 1 && line <= len(lines) {
		at.Text = lines[line-1]
	}
	return at
}

// write prints the place, the line and carets under the column.
func (at *Location) write(b *strings.Builder) {
	b.WriteString(at.File)
	b.WriteByte(':')
	b.WriteString(strconv.Itoa(at.Line))
	b.WriteByte('\n')
	if at.Text == "" {
		return
	}
	b.WriteString(at.Text)
	b.WriteByte('\n')
	units := 1
	for _, r := range at.Text {
		if units >= at.Column {
			break
		}
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteString(strings.Repeat(" ", script.UTF16Len(string(r))))
		}
		units += script.UTF16Len(string(r))
	}
	b.WriteString(strings.Repeat("^", at.Width))
	b.WriteByte('\n')
}
