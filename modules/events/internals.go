package events

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// installInternals defines `_events`, `_eventsCount` and `_maxListeners`,
// which packages read and now and then write.
func (m *Module) installInternals(on *goja.Object) {
	binding.Accessors(m.vm, on, true,
		binding.Accessor{Name: "_events", Get: m.getEvents, Set: m.setEvents},
		binding.Accessor{Name: "_eventsCount", Get: m.getEventsCount, Set: func(_, _ goja.Value) {}},
		binding.Accessor{Name: "_maxListeners", Get: m.getMax, Set: m.setMax},
	)
}

func (m *Module) stateFrom(this goja.Value) *State {
	if obj, ok := this.(*goja.Object); ok {
		return m.Lookup(obj)
	}
	return nil
}

func (m *Module) getEvents(this goja.Value) goja.Value {
	st := m.stateFrom(this)
	if st == nil {
		return goja.Undefined()
	}
	target := m.vm.CreateObject(nil)
	if st.plain {
		target = m.vm.NewObject()
	}
	return m.viewEvents(st, target)
}

// setEvents is `emitter._events = {...}`: the listeners become those of the
// object.
func (m *Module) setEvents(this, v goja.Value) {
	target, ok := this.(*goja.Object)
	if !ok {
		return
	}
	st := m.stateOf(target)
	st.clear()
	obj, ok := v.(*goja.Object)
	if !ok {
		return
	}
	st.plain = obj.Prototype() != nil
	for _, name := range obj.Keys() {
		m.assign(st, NewKey(name), obj.Get(name))
	}
}

// assign makes v, a function or an array of functions, the listeners of k.
func (m *Module) assign(st *State, k Key, v goja.Value) {
	if e := st.slot(k); e != nil {
		e.list = nil
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		return
	}
	if engine.IsCallable(obj) {
		st.add(k, &Listener{obj: obj}, false)
		return
	}
	n := int(obj.Get("length").ToInteger())
	for i := range n {
		if fn, ok := obj.Get(m.vm.ToValue(i).String()).(*goja.Object); ok && engine.IsCallable(fn) {
			st.add(k, &Listener{obj: fn}, false)
		}
	}
}

func (m *Module) getEventsCount(this goja.Value) goja.Value {
	st := m.stateFrom(this)
	if st == nil {
		return m.vm.ToValue(0)
	}
	return m.vm.ToValue(st.size())
}

func (m *Module) getMax(this goja.Value) goja.Value {
	if st := m.stateFrom(this); st != nil && st.hasMax {
		return m.vm.ToValue(st.max)
	}
	return goja.Undefined()
}

func (m *Module) setMax(this, v goja.Value) {
	if obj, ok := this.(*goja.Object); ok {
		st := m.stateOf(obj)
		st.hasMax = goja.IsNumber(v)
		st.max = v.ToFloat()
	}
}
