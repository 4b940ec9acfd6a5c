package readline

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
)

// sharedText is the size up to which lines share the memory of the piece of
// input that they came in. Of a larger one each line is a copy, so that a line
// that a script keeps does not keep the others.
const sharedText = 1024

// lineReader is what an interface that reads no terminal has beside its
// properties.
type lineReader struct {
	binding.Native
	lines splitter
}

// reader finds the lineReader of an interface, or makes it.
func (m *Module) reader(obj *goja.Object) *lineReader {
	if r, ok := obj.GetSymbol(m.symbols.reader).(*lineReader); ok {
		return r
	}
	r := &lineReader{Native: binding.NewNative()}
	binding.HiddenSymbol(obj, m.symbols.reader, r)
	return r
}

// normalWrite takes input, as bytes or as text, and hands out the lines that
// it completes.
func (m *Module) normalWrite(c goja.FunctionCall) goja.Value {
	obj := c.This.ToObject(m.vm)
	if goja.IsUndefined(c.Argument(0)) {
		return nil
	}
	decoder, ok := obj.GetSymbol(m.symbols.decoder).(*goja.Object)
	if !ok {
		panic(m.vm.NewTypeError("Cannot read properties of undefined (reading 'write')"))
	}
	piece := wtf8.Of(m.e.CallMethod(decoder, "write", c.Argument(0)))
	if m.withinCRLF(obj) {
		piece = strings.TrimPrefix(piece, "\n")
		m.setSawReturn(obj, 0)
	}
	sc := m.reader(obj).lines.write(piece)
	if sc == nil {
		return nil
	}
	if piece[len(piece)-1] == '\r' {
		m.setSawReturn(obj, m.now())
	} else {
		m.setSawReturn(obj, 0)
	}
	m.handOut(obj, sc)
	return nil
}

// handOut passes lines to onLine, or to what a script has put in its place.
func (m *Module) handOut(obj *goja.Object, sc *scanner) {
	for line, ok := sc.next(); ok; line, ok = sc.next() {
		if len(sc.text) > sharedText {
			line = strings.Clone(line)
		}
		handler := obj.GetSymbol(m.symbols.onLine)
		if handler == goja.Value(m.onLineFn) {
			m.takeLine(obj, wtf8.Value(line))
			continue
		}
		fn, ok := engine.Callable(handler)
		if !ok {
			panic(m.vm.NewTypeError("this._onLine is not a function"))
		}
		m.e.Call(fn, obj, wtf8.Value(line))
	}
}

// withinCRLF reports whether the input so far ended with a CR, not long ago.
func (m *Module) withinCRLF(obj *goja.Object) bool {
	at := obj.GetSymbol(m.symbols.sawReturnAt)
	if at == nil || !at.ToBoolean() {
		return false
	}
	delay := obj.Get("crlfDelay")
	return delay != nil && float64(m.now())-at.ToFloat() <= delay.ToFloat()
}

// setSawReturn remembers when input last ended with a CR.
func (m *Module) setSawReturn(obj *goja.Object, at int64) {
	if old := obj.GetSymbol(m.symbols.sawReturnAt); at == 0 && old != nil && !old.ToBoolean() {
		return
	}
	must(obj.SetSymbol(m.symbols.sawReturnAt, m.vm.ToValue(at)))
}

// now is Date.now().
func (m *Module) now() int64 { return m.deps.Now().UnixMilli() }

// onLine is the method behind _onLine.
func (m *Module) onLine(c goja.FunctionCall) goja.Value {
	m.takeLine(c.This.ToObject(m.vm), c.Argument(0))
	return nil
}

// takeLine answers the question that was asked, or emits 'line'.
func (m *Module) takeLine(obj *goja.Object, line goja.Value) {
	answer, ok := engine.Callable(obj.GetSymbol(m.symbols.questionCallback))
	if !ok {
		m.ev.Emit(m.ev.StateOf(obj), m.lineKey, line)
		return
	}
	must(obj.SetSymbol(m.symbols.questionCallback, goja.Null()))
	prompt := obj.GetSymbol(m.symbols.oldPrompt)
	if prompt == nil {
		prompt = goja.Undefined()
	}
	m.e.CallMethod(obj, "setPrompt", prompt)
	m.e.Call(answer, goja.Undefined(), line)
}

// split cuts a text at its line ends; what follows the last of them is the
// last part.
func (m *Module) split(c goja.FunctionCall) goja.Value {
	var lines splitter
	var parts []any
	if sc := lines.write(wtf8.Of(c.Argument(0))); sc != nil {
		for line, ok := sc.next(); ok; line, ok = sc.next() {
			parts = append(parts, wtf8.Value(line))
		}
	}
	return m.vm.NewArray(append(parts, wtf8.Value(lines.pending()))...)
}

// pending is the text of the line that has begun, or undefined before there
// was any input.
func (m *Module) pending(c goja.FunctionCall) goja.Value {
	obj := c.Argument(0).ToObject(m.vm)
	r, ok := obj.GetSymbol(m.symbols.reader).(*lineReader)
	if !ok {
		return nil
	}
	return wtf8.Value(r.lines.pending())
}

// setPending is an assignment to _line_buffer.
func (m *Module) setPending(c goja.FunctionCall) goja.Value {
	r := m.reader(c.Argument(0).ToObject(m.vm))
	r.lines = splitter{}
	if v := c.Argument(1); goja.IsString(v) {
		r.lines.rest = append(r.lines.rest, wtf8.Of(v))
	}
	return nil
}

// call calls a function object.
func (m *Module) call(fn *goja.Object, args ...goja.Value) goja.Value {
	f, _ := engine.Callable(fn)
	return m.e.Call(f, goja.Undefined(), args...)
}

// must is for what can only fail by a mistake in this package.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
