package events

import (
	"math"
	"slices"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

func (m *Module) installPrototype() {
	m.installInternals(m.proto)
	vm, p := m.vm, m.proto
	binding.Methods(vm, p,
		binding.Method{Name: "setMaxListeners", Length: 1, Fn: m.protoSetMaxListeners},
		binding.Method{Name: "getMaxListeners", Length: 0, Fn: m.protoGetMaxListeners},
		binding.Method{Name: "emit", Length: 1, Fn: m.protoEmit},
		binding.Method{Name: "addListener", Length: 2, Fn: m.adder(false, false)},
	)
	m.emitFn = p.Get("emit").(*goja.Object)
	m.onFn = p.Get("addListener").(*goja.Object)
	binding.Value(p, "on", m.onFn)
	binding.Methods(vm, p,
		binding.Method{Name: "prependListener", Length: 2, Fn: m.adder(false, true)},
		binding.Method{Name: "once", Length: 2, Fn: m.adder(true, false)},
		binding.Method{Name: "prependOnceListener", Length: 2, Fn: m.adder(true, true)},
		binding.Method{Name: "removeListener", Length: 2, Fn: m.protoRemoveListener},
	)
	m.removers = map[goja.Value]func(*State, Key){p.Get("removeListener"): nil}
	binding.Value(p, "off", p.Get("removeListener"))
	binding.Methods(vm, p,
		binding.Method{Name: "removeAllListeners", Length: 1, Fn: m.protoRemoveAll},
		binding.Method{Name: "listeners", Length: 1, Fn: m.protoListeners(false)},
		binding.Method{Name: "rawListeners", Length: 1, Fn: m.protoListeners(true)},
		binding.Method{Name: "listenerCount", Length: 2, Fn: m.protoListenerCount},
		binding.Method{Name: "eventNames", Length: 0, Fn: m.protoEventNames},
	)
}

func (m *Module) this(v goja.Value) *goja.Object { return v.ToObject(m.vm) }

func (m *Module) protoEmit(c goja.FunctionCall) goja.Value {
	st := m.Lookup(m.this(c.This))
	k := KeyOf(c.Argument(0))
	var args []goja.Value
	if len(c.Arguments) > 1 {
		args = c.Arguments[1:]
	}
	if st == nil {
		if k == m.keyError {
			m.throwUnhandled(c.This, args)
		}
		return m.vm.ToValue(false)
	}
	if len(args) > 0 && st.Count(k) > 0 {
		// goja hands out a window of its stack, which a listener's own
		// calls may move or overwrite.
		args = slices.Clone(args)
	}
	return m.vm.ToValue(m.emit(st, c.This, k, args))
}

// CheckListener throws unless v is a function, as Node's checkListener.
func (m *Module) CheckListener(v goja.Value) *goja.Object {
	if _, ok := goja.AssertFunction(v); ok {
		return v.(*goja.Object)
	}
	panic(nodeerr.ArgType(m.vm, "listener", v, "Function"))
}

// adder makes on, once and their prepending forms.
func (m *Module) adder(once, prepend bool) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		fn := m.CheckListener(c.Argument(1))
		obj := m.this(c.This)
		if once || prepend {
			m.addThrough(obj, KeyOf(c.Argument(0)), fn, once, prepend)
			return c.This
		}
		st, k := m.stateOf(obj), KeyOf(c.Argument(0))
		m.insertAs(st, obj, k, c.Argument(0), m.ListenerOf(st, k, fn), false)
		return c.This
	}
}

// addThrough is once and prependListener. Node's once calls this.on, which
// streams override to start flowing.
func (m *Module) addThrough(obj *goja.Object, k Key, fn *goja.Object, once, prepend bool) {
	st := m.stateOf(obj)
	l := &Listener{obj: fn, once: once}
	if prepend {
		m.insert(st, obj, k, l, true)
		return
	}
	switch on := obj.Get("on"); {
	case on == m.onFn:
		m.insert(st, obj, k, l, false)
	case on == m.streamOn:
		m.streamAdd(st, obj, k, l)
	default:
		m.e.CallMethod(obj, "on", k.Value(m.vm), m.pendingOnce(st, k, l))
	}
}

// OverrideOn tells the module of a native `on` that overrides its own, and of
// the Go function behind it.
func (m *Module) OverrideOn(fn *goja.Object, add func(st *State, obj *goja.Object, k Key, l *Listener)) {
	m.streamOn, m.streamAdd = fn, add
}

// Insert adds a listener as EventEmitter.prototype.on does.
func (m *Module) Insert(st *State, obj *goja.Object, k Key, l *Listener) {
	m.insert(st, obj, k, l, false)
}

// StateOf is the state of obj, made where there is none.
func (m *Module) StateOf(obj *goja.Object) *State { return m.stateOf(obj) }

// ListenerOf makes the record for a function that is being registered. The
// wrapper of a once listener on its way through a replaced `on` leads back
// to its own record.
func (m *Module) ListenerOf(st *State, k Key, fn *goja.Object) *Listener {
	if r, ok := fn.GetSymbol(m.stateSym).(*onceRecord); ok && r.st == st && r.k == k && !r.l.fired {
		return r.l
	}
	return &Listener{obj: fn}
}

// pendingOnce is the wrapper of a once listener whose registration goes
// through an `on` that a script replaced.
func (m *Module) pendingOnce(st *State, k Key, l *Listener) *goja.Object {
	wrap := m.wrapper(st, k, l)
	binding.HiddenSymbol(wrap, m.stateSym, &onceRecord{Native: binding.NewNative(), st: st, k: k, l: l})
	return wrap
}

// onceRecord leads from a once wrapper back to its listener.
type onceRecord struct {
	binding.Native
	st *State
	k  Key
	l  *Listener
}

func (m *Module) protoRemoveListener(c goja.FunctionCall) goja.Value {
	fn := m.CheckListener(c.Argument(1))
	obj := m.this(c.This)
	if st := m.Lookup(obj); st != nil {
		m.removeFunction(st, obj, KeyOf(c.Argument(0)), fn)
	}
	return c.This
}

func (m *Module) protoRemoveAll(c goja.FunctionCall) goja.Value {
	obj := m.this(c.This)
	st := m.Lookup(obj)
	if st == nil {
		return c.This
	}
	if st.find(m.keyRemoveListener) == nil {
		if len(c.Arguments) == 0 {
			st.clear()
			st.countHere()
		} else {
			st.forget(KeyOf(c.Argument(0)))
		}
		st.shaped = false
		return c.This
	}
	if len(c.Arguments) == 0 {
		m.removeEverything(obj, st)
		return c.This
	}
	m.removeNamed(obj, st, KeyOf(c.Argument(0)))
	return c.This
}

// removeEverything removes listener by listener, so that 'removeListener'
// hears of each, its own listeners last.
func (m *Module) removeEverything(obj *goja.Object, st *State) {
	for _, k := range st.keys() {
		if k != m.keyRemoveListener {
			m.e.CallMethod(obj, "removeAllListeners", k.Value(m.vm))
		}
	}
	m.e.CallMethod(obj, "removeAllListeners", m.keyRemoveListener.Value(m.vm))
	st.clear()
	st.shaped = false
}

func (m *Module) removeNamed(obj *goja.Object, st *State, k Key) {
	list := st.listeners(k)
	for i := len(list) - 1; i >= 0; i-- {
		m.e.CallMethod(obj, "removeListener", k.Value(m.vm), m.wrapper(st, k, list[i]))
	}
}

func arrayIndex(s string) (int, bool) {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil || n == math.MaxUint32 || strconv.FormatUint(n, 10) != s {
		return 0, false
	}
	return int(n), true
}

func (m *Module) protoEventNames(c goja.FunctionCall) goja.Value {
	st := m.Lookup(m.this(c.This))
	if st == nil {
		return m.vm.NewArray()
	}
	var names []any
	for _, k := range st.keys() {
		names = append(names, k.Value(m.vm))
	}
	return m.vm.NewArray(names...)
}

func (m *Module) protoListeners(raw bool) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		var fns []any
		if st := m.Lookup(m.this(c.This)); st != nil {
			k := KeyOf(c.Argument(0))
			for _, l := range st.listeners(k) {
				fns = append(fns, m.shown(st, k, l, raw))
			}
		}
		return m.vm.NewArray(fns...)
	}
}

// shown is the function that listeners() or rawListeners() shows.
func (m *Module) shown(st *State, k Key, l *Listener, raw bool) *goja.Object {
	if raw {
		return m.wrapper(st, k, l)
	}
	fn := m.function(l)
	if inner, ok := fn.Get("listener").(*goja.Object); ok {
		return inner
	}
	return fn
}

func (m *Module) protoListenerCount(c goja.FunctionCall) goja.Value {
	st := m.Lookup(m.this(c.This))
	if st == nil {
		return m.vm.ToValue(0)
	}
	list := st.listeners(KeyOf(c.Argument(0)))
	fn := c.Argument(1)
	if goja.IsUndefined(fn) || goja.IsNull(fn) {
		return m.vm.ToValue(len(list))
	}
	n := 0
	for _, l := range list {
		if goja.Value(l.obj) == fn || goja.Value(l.wrap) == fn {
			n++
		}
	}
	return m.vm.ToValue(n)
}

func (m *Module) protoSetMaxListeners(c goja.FunctionCall) goja.Value {
	n := m.limit(c.Argument(0), "setMaxListeners")
	st := m.stateOf(m.this(c.This))
	st.max, st.hasMax = n, true
	return c.This
}

func (m *Module) protoGetMaxListeners(c goja.FunctionCall) goja.Value {
	if st := m.Lookup(m.this(c.This)); st != nil {
		return m.vm.ToValue(m.maxListeners(st))
	}
	return m.vm.ToValue(m.defaultMax)
}

// limit checks a number of listeners: not negative, not NaN.
func (m *Module) limit(v goja.Value, name string) float64 {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	n := v.ToFloat()
	if n < 0 || math.IsNaN(n) {
		panic(nodeerr.OutOfRange(m.vm, name, ">= 0", v))
	}
	return n
}
