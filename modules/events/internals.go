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
	obj := m.vm.NewDynamicObject(&eventsView{m: m, st: st})
	var proto *goja.Object
	if st.plain {
		proto = m.e.Intrinsics.Object.Get("prototype").(*goja.Object)
	}
	if err := obj.SetPrototype(proto); err != nil {
		panic(err)
	}
	return obj
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

// eventsView is the live object behind `_events`.
type eventsView struct {
	m  *Module
	st *State
}

var _ goja.DynamicObject = (*eventsView)(nil)

func (v *eventsView) Get(name string) goja.Value {
	k := NewKey(name)
	list := v.st.listeners(k)
	switch len(list) {
	case 0:
		return nil
	case 1:
		return v.m.wrapper(v.st, k, list[0])
	}
	array := v.m.vm.NewDynamicArray(&listenersView{m: v.m, st: v.st, k: k})
	if v.st.find(k).warned {
		v.m.markWarned(array)
	}
	return array
}

// markWarned shows that a list has been warned of: the array inherits what it
// cannot have itself.
func (m *Module) markWarned(array *goja.Object) {
	proto := m.vm.CreateObject(array.Prototype())
	binding.Value(proto, "warned", m.vm.ToValue(true))
	if err := array.SetPrototype(proto); err != nil {
		panic(err)
	}
}

func (v *eventsView) Set(name string, val goja.Value) bool {
	v.m.assign(v.st, NewKey(name), val)
	return true
}

func (v *eventsView) Has(name string) bool { return v.st.Count(NewKey(name)) > 0 }

func (v *eventsView) Delete(name string) bool {
	v.st.place()
	v.st.drop(NewKey(name))
	return true
}

func (v *eventsView) Keys() []string {
	var names []string
	for _, k := range v.st.keys() {
		if k.sym == nil {
			names = append(names, k.str)
		}
	}
	return names
}

// listenersView is the live array behind `_events[name]` when there are two
// or more.
type listenersView struct {
	m  *Module
	st *State
	k  Key
}

var _ goja.DynamicArray = (*listenersView)(nil)

func (v *listenersView) Len() int { return v.st.Count(v.k) }

func (v *listenersView) Get(i int) goja.Value {
	list := v.st.listeners(v.k)
	if i < 0 || i >= len(list) {
		return goja.Undefined()
	}
	return v.m.wrapper(v.st, v.k, list[i])
}

// Set replaces or appends. A wrapper that moves keeps its record.
func (v *listenersView) Set(i int, val goja.Value) bool {
	fn, ok := val.(*goja.Object)
	e := v.st.find(v.k)
	if !ok || e == nil || i < 0 || i > len(e.list) {
		return false
	}
	l := &Listener{obj: fn}
	for _, old := range e.list {
		if old.wrap == fn || old.obj == fn {
			l = old
		}
	}
	list := append([]*Listener(nil), e.list...)
	if i == len(list) {
		list = append(list, l)
	} else {
		list[i] = l
	}
	e.list = list
	return true
}

func (v *listenersView) SetLen(n int) bool {
	e := v.st.find(v.k)
	if e == nil || n > len(e.list) {
		return false
	}
	e.list = append([]*Listener(nil), e.list[:n]...)
	return true
}
