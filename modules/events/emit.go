package events

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Emit emits an event as `emitter.emit(...)` in JavaScript would: through the
// object's own emit when a script has replaced it, otherwise natively.
func (m *Module) Emit(st *State, k Key, args ...goja.Value) bool {
	if fn := m.patchedEmit(st); fn != nil {
		all := append([]goja.Value{k.Value(m.vm)}, args...)
		return m.e.Call(fn, st.obj, all...).ToBoolean()
	}
	return m.emit(st, st.obj, k, args)
}

// HasListeners reports whether an event would reach anyone, so that callers
// can save making its arguments.
func (m *Module) HasListeners(st *State, k Key) bool {
	return st.Count(k) > 0 || m.patchedEmit(st) != nil
}

// patchedEmit is the emit method of the object when it is not the built-in one.
func (m *Module) patchedEmit(st *State) engine.Func {
	v := st.obj.Get("emit")
	if v == m.emitFn {
		return nil
	}
	fn, ok := engine.Callable(v)
	if !ok {
		panic(m.vm.NewTypeError("this.emit is not a function"))
	}
	return fn
}

// emit calls the listeners of k in a snapshot, with this as receiver.
func (m *Module) emit(st *State, this goja.Value, k Key, args []goja.Value) bool {
	if k.str == "error" && k.sym == nil && m.unheardError(st, this, args) {
		return false
	}
	list := st.listeners(k)
	switch len(list) {
	case 0:
		return false
	case 1:
		m.call(st, this, k, list[0], args)
	default:
		m.callAll(st, this, k, list, args)
	}
	return true
}

// callAll runs several listeners. Meanwhile their list shows that it is in
// use.
func (m *Module) callAll(st *State, this goja.Value, k Key, list []*Listener, args []goja.Value) {
	depth := len(m.emitting)
	m.emitting = append(m.emitting, list)
	defer func() { m.emitting = m.emitting[:depth] }()
	for _, l := range list {
		m.call(st, this, k, l, args)
	}
}

// call runs one listener. A once listener leaves the list before it runs.
func (m *Module) call(st *State, this goja.Value, k Key, l *Listener, args []goja.Value) {
	if l.once {
		if l.fired {
			return
		}
		m.removeOnce(st, k, l)
		l.fired = true
	}
	if l.native != nil {
		l.native(args)
		return
	}
	if l.fn == nil {
		l.fn, _ = engine.Callable(l.obj)
	}
	ret := m.e.Call(l.fn, this, args...)
	if m.captures(st) && !goja.IsUndefined(ret) && !goja.IsNull(ret) {
		m.captureRejection(st, ret, k, args)
	}
}

// unheardError serves errorMonitor and throws when nobody listens for
// 'error'.
func (m *Module) unheardError(st *State, this goja.Value, args []goja.Value) bool {
	if st.find(m.keyMonitor) != nil {
		m.emitOn(this, st, m.keyMonitor, args...)
	}
	if st.find(m.keyError) != nil {
		return false
	}
	m.throwUnhandled(this, args)
	return true
}

// throwUnhandled throws the first argument when it is an Error, and
// ERR_UNHANDLED_ERROR around anything else.
func (m *Module) throwUnhandled(this goja.Value, args []goja.Value) {
	var er goja.Value = goja.Undefined()
	if len(args) > 0 {
		er = args[0]
	}
	if obj, ok := er.(*goja.Object); ok && m.isError(obj) {
		m.e.Stacks.SetEmitted(obj, className(this.ToObject(m.vm)))
		panic(obj)
	}
	var text string
	// What the value's own methods throw must not hide it.
	if m.e.Try(func() { text = m.deps.Describe(er, 2) }) != nil {
		text = er.String()
	}
	err := nodeerr.New(m.vm, "ERR_UNHANDLED_ERROR", "Unhandled error. ("+text+")")
	if setErr := err.Set("context", er); setErr != nil {
		panic(setErr)
	}
	m.e.Stacks.SetUnheard(err)
	panic(err)
}

// className is the name of an object's constructor.
func className(obj *goja.Object) string {
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok {
		if name := ctor.Get("name"); name != nil {
			return name.String()
		}
	}
	return "EventEmitter"
}

func (m *Module) isError(obj *goja.Object) bool {
	return obj.ClassName() == "Error" || m.vm.InstanceOf(obj, m.e.Intrinsics.Error)
}

// captures reports whether an emitter takes the rejections of its listeners.
// One whose constructor never ran follows the global setting.
func (m *Module) captures(st *State) bool {
	return st.capture || st.lazy && m.captureRejections
}

// captureRejection watches the promise that an async listener returned
// (Node documentation, "Capture rejections of promises").
func (m *Module) captureRejection(st *State, ret goja.Value, k Key, args []goja.Value) {
	obj, ok := ret.(*goja.Object)
	if !ok {
		return
	}
	args = append([]goja.Value(nil), args...)
	onReject := func(c goja.FunctionCall) goja.Value {
		err := c.Argument(0)
		m.e.NextTick(func() { m.rejected(st, err, k, args) })
		return goja.Undefined()
	}
	ex := m.e.Try(func() {
		if then, ok := engine.Callable(obj.Get("then")); ok {
			m.e.Call(then, obj, goja.Undefined(), m.vm.ToValue(onReject))
		}
	})
	if ex != nil {
		m.emitCaptured(st, ex.Value())
	}
}

func (m *Module) rejected(st *State, err goja.Value, k Key, args []goja.Value) {
	if fn, ok := engine.Callable(st.obj.GetSymbol(m.rejection)); ok {
		all := append([]goja.Value{err, k.Value(m.vm)}, args...)
		m.e.Call(fn, st.obj, all...)
		return
	}
	m.emitCaptured(st, err)
}

func (m *Module) emitCaptured(st *State, err goja.Value) {
	// A second rejection while 'error' runs must not loop.
	prev := st.capture
	st.capture = false
	defer func() { st.capture = prev }()
	m.Emit(st, m.keyError, err)
}

// Patched reports whether a script replaced the object's emit method.
func (m *Module) Patched(st *State) bool { return m.patchedEmit(st) != nil }
