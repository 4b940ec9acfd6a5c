package console

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// constructor is the Console class.
func (m *Module) constructor() *goja.Object {
	if m.ctor == nil {
		m.ctor = binding.Constructor(m.vm, "Console", 1, func(c goja.ConstructorCall) *goja.Object {
			obj := c.This
			if c.NewTarget == nil && !m.isInstance(c.This) {
				obj = m.vm.CreateObject(binding.Prototype(m.ctor))
			}
			m.construct(obj, c.Arguments)
			return obj
		})
		m.installHasInstance()
		m.installPrototype()
	}
	return m.ctor
}

// installPrototype defines the methods for receivers. Instances have their
// own, which hide these.
func (m *Module) installPrototype() {
	proto := binding.Prototype(m.ctor)
	for _, f := range methods() {
		binding.Value(proto, f.name, binding.Func(m.vm, f.name, 0, func(call goja.FunctionCall) goja.Value {
			f.fn(m.consoleOf(call.This), append([]goja.Value(nil), call.Arguments...))
			return nil
		}))
	}
}

// consoleOf is the console behind a receiver.
func (m *Module) consoleOf(this goja.Value) *console {
	if obj, ok := this.(*goja.Object); ok {
		if c, ok := obj.GetSymbol(m.stateSym).(*console); ok {
			return c
		}
	}
	panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "Console"))
}

func (m *Module) isInstance(obj *goja.Object) bool {
	for p := obj.Prototype(); p != nil; p = p.Prototype() {
		if p == binding.Prototype(m.ctor) {
			return true
		}
	}
	return false
}

// installHasInstance makes the global console an instance, too.
func (m *Module) installHasInstance() {
	has := binding.Func(m.vm, "[Symbol.hasInstance]", 1, func(c goja.FunctionCall) goja.Value {
		obj, ok := c.Argument(0).(*goja.Object)
		return m.vm.ToValue(ok && (obj == m.global || m.isInstance(obj)))
	})
	must(m.ctor.DefineDataPropertySymbol(goja.SymHasInstance, has, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
}

// construct reads (options) or (stdout[, stderr][, ignoreErrors]).
func (m *Module) construct(obj *goja.Object, args []goja.Value) {
	options, _ := argument(args, 0).(*goja.Object)
	if options == nil || engine.IsCallable(options.Get("write")) {
		o := m.vm.NewObject()
		binding.Value(o, "stdout", argument(args, 0))
		if v := argument(args, 1); !goja.IsUndefined(v) {
			binding.Value(o, "stderr", v)
		}
		if v := argument(args, 2); !goja.IsUndefined(v) {
			binding.Value(o, "ignoreErrors", v)
		}
		options = o
	}
	stdout := m.stream(options.Get("stdout"), "stdout")
	stderr := stdout
	if v := options.Get("stderr"); v != nil && !goja.IsUndefined(v) {
		stderr = m.stream(v, "stderr")
	}
	loud := false
	if v := options.Get("ignoreErrors"); v != nil && !goja.IsUndefined(v) {
		loud = !v.ToBoolean()
	}
	c := &console{
		Native: binding.NewNative(), m: m, indentBy: m.indentation(options.Get("groupIndentation")), loud: loud,
		out: &streamWriter{m: m, stream: stdout, loud: loud}, err: &streamWriter{m: m, stream: stderr, loud: loud},
	}
	c.color = m.colorMode(options.Get("colorMode"))
	c.options = m.inspectOptions(options)
	c.install(obj)
	binding.Hidden(obj, "_stdout", stdout)
	binding.Hidden(obj, "_stderr", stderr)
	tag(obj)
}

func (m *Module) stream(v goja.Value, name string) *goja.Object {
	if obj, ok := v.(*goja.Object); ok && engine.IsCallable(obj.Get("write")) {
		return obj
	}
	panic(nodeerr.New(m.vm, "ERR_CONSOLE_WRITABLE_STREAM", name))
}

const maxIndentation = 1000

func (m *Module) indentation(v goja.Value) int {
	if v == nil || goja.IsUndefined(v) {
		return defaultIndentation
	}
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, "groupIndentation", v, "number"))
	}
	n := v.ToFloat()
	if n != float64(int(n)) {
		panic(nodeerr.OutOfRange(m.vm, "groupIndentation", "an integer", v))
	}
	if n < 0 || n > maxIndentation {
		panic(nodeerr.OutOfRange(m.vm, "groupIndentation", ">= 0 && <= 1000", v))
	}
	return int(n)
}

func (m *Module) colorMode(v goja.Value) colorMode {
	if v == nil || goja.IsUndefined(v) {
		return colorAuto
	}
	switch x := v.Export().(type) {
	case bool:
		if x {
			return colorOn
		}
		return colorOff
	case string:
		if x == "auto" {
			return colorAuto
		}
	}
	panic(nodeerr.ArgValue(m.vm, "colorMode", m.deps.Format().Inspect(v, nil), "must be one of: 'auto', true, false"))
}

func (m *Module) inspectOptions(options *goja.Object) *goja.Object {
	v := options.Get("inspectOptions")
	if v == nil || goja.IsUndefined(v) {
		return nil
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "options.inspectOptions", v, "object"))
	}
	if given(obj, "colors") && given(options, "colorMode") {
		panic(nodeerr.New(m.vm, "ERR_INCOMPATIBLE_OPTION_PAIR", "options.inspectOptions.color", "colorMode"))
	}
	return obj
}

// given reports whether an object has an option.
func given(obj *goja.Object, name string) bool {
	v := obj.Get(name)
	return v != nil && !goja.IsUndefined(v)
}

// streamWriter writes to a stream of the script's.
type streamWriter struct {
	m      *Module
	stream *goja.Object
	loud   bool // errors go to the stream's own listeners only

	// done and noop are the same for all writes, so that a stream can call
	// back for many of them in one tick.
	done, noop *goja.Object
}

func (w *streamWriter) terminal() *goja.Object {
	if tty := w.stream.Get("isTTY"); tty == nil || !tty.ToBoolean() {
		return nil
	}
	return w.stream
}

func (w *streamWriter) write(text string) {
	m := w.m
	if w.loud {
		m.e.CallMethod(w.stream, "write", m.vm.ToValue(text))
		return
	}
	ignore := w.ignore()
	if engine.IsCallable(w.stream.Get("once")) {
		m.e.CallMethod(w.stream, "once", errorEvent(m.vm), ignore)
		defer m.e.CallMethod(w.stream, "removeListener", errorEvent(m.vm), ignore)
	}
	if w.done == nil {
		w.done = binding.Func(m.vm, "", 1, func(c goja.FunctionCall) goja.Value {
			w.writeDone(c.Argument(0))
			return nil
		})
	}
	// An exception of the write is as unimportant as an 'error', but not that
	// the stack is full.
	thrown := m.e.Try(func() { m.e.CallMethod(w.stream, "write", m.vm.ToValue(text), w.done) })
	if thrown != nil && isOverflow(thrown.Value()) {
		panic(thrown)
	}
}

// isOverflow tells the error of a full stack.
func isOverflow(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	name, message := obj.Get("name"), obj.Get("message")
	return name != nil && name.String() == "RangeError" &&
		message != nil && message.String() == "Maximum call stack size exceeded"
}

// writeDone takes an 'error' that is still to come and that nobody else
// listens for.
func (w *streamWriter) writeDone(err goja.Value) {
	if goja.IsNull(err) || goja.IsUndefined(err) || !engine.IsCallable(w.stream.Get("listenerCount")) {
		return
	}
	m := w.m
	if m.e.CallMethod(w.stream, "listenerCount", errorEvent(m.vm)).ToInteger() == 0 {
		m.e.CallMethod(w.stream, "once", errorEvent(m.vm), w.ignore())
	}
}

// ignore is a listener that does nothing.
func (w *streamWriter) ignore() *goja.Object {
	if w.noop == nil {
		w.noop = binding.Func(w.m.vm, "noop", 0, func(goja.FunctionCall) goja.Value { return nil })
	}
	return w.noop
}

func errorEvent(vm *goja.Runtime) goja.Value { return vm.ToValue("error") }
