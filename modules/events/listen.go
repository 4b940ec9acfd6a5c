package events

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// On adds a Go listener. It counts and shows as any other; JavaScript gets a
// function object for it only when it asks.
func (m *Module) On(st *State, k Key, fn func(args []goja.Value)) *Listener {
	l := &Listener{native: fn}
	m.insert(st, st.obj, k, l, false)
	return l
}

// Once is On for a single call.
func (m *Module) Once(st *State, k Key, fn func(args []goja.Value)) *Listener {
	l := &Listener{native: fn, once: true}
	m.insert(st, st.obj, k, l, false)
	return l
}

// Prepend is On at the head of the list.
func (m *Module) Prepend(st *State, k Key, fn func(args []goja.Value)) *Listener {
	l := &Listener{native: fn}
	m.insert(st, st.obj, k, l, true)
	return l
}

// Remove takes a Go listener off again.
func (m *Module) Remove(st *State, k Key, l *Listener) {
	if st.remove(k, l) {
		m.announceRemoval(st, st.obj, k, l)
	}
}

// insert is Node's _addListener: 'newListener' first, then the list, then the
// leak warning.
func (m *Module) insert(st *State, target goja.Value, k Key, l *Listener, prepend bool) {
	m.insertAs(st, target, k, nil, l, prepend)
}

// insertAs is insert for an event that a script named by typ, which need be
// neither string nor symbol; nil is the key's own value.
func (m *Module) insertAs(st *State, target goja.Value, k Key, typ goja.Value, l *Listener, prepend bool) {
	name := func() goja.Value {
		if typ == nil {
			return k.Value(m.vm)
		}
		return typ
	}
	if st.find(m.keyNewListener) != nil {
		m.emitOn(target, st, m.keyNewListener, name(), m.function(l))
	}
	e := st.add(k, l, prepend)
	if st.countAt == notCounted {
		st.countHere()
	}
	if limit := m.maxListeners(st); limit > 0 && float64(len(e.list)) > limit && !e.warned {
		e.warned = true
		m.warnLeak(st, k, name(), len(e.list), limit)
	}
}

// emitOn emits through the emit of target, which may be a proxy or patched.
func (m *Module) emitOn(target goja.Value, st *State, k Key, args ...goja.Value) {
	obj, ok := target.(*goja.Object)
	if !ok || obj == st.obj {
		m.Emit(st, k, args...)
		return
	}
	all := append([]goja.Value{k.Value(m.vm)}, args...)
	m.e.CallMethod(obj, "emit", all...)
}

// function is the JavaScript function of a listener.
func (m *Module) function(l *Listener) *goja.Object {
	if l.obj == nil {
		sig := l.sig
		if sig == nil {
			sig = &Signature{}
		}
		l.obj = binding.Func(m.vm, sig.Name, sig.Length, func(c goja.FunctionCall) goja.Value {
			l.native(c.Arguments)
			return nil
		})
	}
	return l.obj
}

// wrapper is what rawListeners shows for l: for a once listener a function
// that removes it and calls it, with the original as its listener property.
func (m *Module) wrapper(st *State, k Key, l *Listener) *goja.Object {
	if !l.once {
		return m.function(l)
	}
	if l.wrap == nil {
		l.wrap = binding.Func(m.vm, "wrapper", 0, func(c goja.FunctionCall) goja.Value {
			if l.fired {
				return nil
			}
			m.removeOnce(st, k, l)
			l.fired = true
			if l.native != nil {
				l.native(c.Arguments)
				return nil
			}
			fn, _ := engine.Callable(l.obj)
			return m.e.Call(fn, st.obj, c.Arguments...)
		})
		binding.Value(l.wrap, "listener", m.function(l))
	}
	return l.wrap
}

// removeOnce takes a once listener off before its call, through the object's
// own removeListener when a script has replaced that.
func (m *Module) removeOnce(st *State, k Key, l *Listener) {
	after, known := m.removers[st.obj.Get("removeListener")]
	if !known {
		m.e.CallMethod(st.obj, "removeListener", k.Value(m.vm), m.wrapper(st, k, l))
		return
	}
	alone := st.Count(k) == 1
	if st.remove(k, l) && m.tellsRemoval(st, k) {
		// Among others, Node names the wrapper that its once removes.
		listener := m.wrapper
		if alone {
			listener = func(_ *State, _ Key, l *Listener) *goja.Object { return m.function(l) }
		}
		m.Emit(st, m.keyRemoveListener, k.Value(m.vm), listener(st, k, l))
	}
	if after != nil {
		after(st, k)
	}
}

// OverrideRemove makes known a function that overrides removeListener natively
// (Readable.prototype.removeListener), so that it does not count as patched.
// after is what it does once a listener is off.
func (m *Module) OverrideRemove(fn *goja.Object, after func(st *State, k Key)) {
	m.removers[fn] = after
}

func (m *Module) announceRemoval(st *State, target goja.Value, k Key, l *Listener) {
	if m.tellsRemoval(st, k) {
		m.emitOn(target, st, m.keyRemoveListener, k.Value(m.vm), m.function(l))
	}
}

// tellsRemoval reports whether 'removeListener' is emitted for a listener that
// is off now. When nothing is left, one of that very event still counts, which
// shows only in an emit of the object's own.
func (m *Module) tellsRemoval(st *State, k Key) bool {
	return k == m.keyRemoveListener && st.size() == 0 || st.find(m.keyRemoveListener) != nil
}

// removeFunction is removeListener(k, fn): the newest match goes, be it the
// listener itself or the wrapper of a once listener.
func (m *Module) removeFunction(st *State, target goja.Value, k Key, fn *goja.Object) {
	e := st.find(k)
	if e == nil {
		return
	}
	for i := len(e.list) - 1; i >= 0; i-- {
		l := e.list[i]
		if l.obj == fn || l.wrap == fn {
			st.removeAt(e, i)
			m.announceRemoval(st, target, k, l)
			return
		}
	}
}

func (m *Module) maxListeners(st *State) float64 {
	if st.hasMax {
		return st.max
	}
	return m.defaultMax
}

func (m *Module) warnLeak(st *State, k Key, typ goja.Value, count int, limit float64) {
	if m.deps.Warn == nil {
		return
	}
	who := "[" + className(st.obj) + "]"
	n := m.vm.ToValue(limit).String()
	w := nodeerr.Plain(m.vm, "Error", "Possible EventEmitter memory leak detected. "+strconv.Itoa(count)+" "+
		k.Text()+" listeners added to "+who+". MaxListeners is "+n+
		". Use emitter.setMaxListeners() to increase limit")
	binding.Value(w, "name", m.vm.ToValue("MaxListenersExceededWarning"))
	binding.Value(w, "emitter", st.obj)
	binding.Value(w, "type", typ)
	binding.Value(w, "count", m.vm.ToValue(count))
	m.deps.Warn(w)
}
