package events

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// viewEvents is the live object behind `_events`. All that target gives it is
// its prototype.
func (m *Module) viewEvents(st *State, target *goja.Object) *goja.Object {
	v := &eventsView{Native: binding.NewNative(), m: m, st: st}
	symbol := func(sym *goja.Symbol) Key { return Key{sym: sym} }
	index := func(i int) Key { return NewKey(strconv.Itoa(i)) }
	return m.vm.ToValue(m.vm.NewProxy(target, &goja.ProxyTrapConfig{
		Get:    func(t *goja.Object, name string, _ goja.Value) goja.Value { return v.get(NewKey(name), t.Get(name)) },
		GetIdx: func(_ *goja.Object, i int, _ goja.Value) goja.Value { return v.get(index(i), nil) },
		GetSym: func(t *goja.Object, sym *goja.Symbol, _ goja.Value) goja.Value {
			return v.get(symbol(sym), t.GetSymbol(sym))
		},

		Set:    func(_ *goja.Object, name string, val, _ goja.Value) bool { return v.set(NewKey(name), val) },
		SetIdx: func(_ *goja.Object, i int, val, _ goja.Value) bool { return v.set(index(i), val) },
		SetSym: func(_ *goja.Object, sym *goja.Symbol, val, _ goja.Value) bool { return v.set(symbol(sym), val) },

		Has:    func(t *goja.Object, name string) bool { return st.Count(NewKey(name)) > 0 || t.Get(name) != nil },
		HasIdx: func(_ *goja.Object, i int) bool { return st.Count(index(i)) > 0 },
		HasSym: func(t *goja.Object, sym *goja.Symbol) bool {
			return st.Count(symbol(sym)) > 0 || t.GetSymbol(sym) != nil
		},

		DeleteProperty:    func(_ *goja.Object, name string) bool { return v.delete(NewKey(name)) },
		DeletePropertyIdx: func(_ *goja.Object, i int) bool { return v.delete(index(i)) },
		DeletePropertySym: func(_ *goja.Object, sym *goja.Symbol) bool { return v.delete(symbol(sym)) },

		DefineProperty:    func(_ *goja.Object, name string, d goja.PropertyDescriptor) bool { return v.set(NewKey(name), d.Value) },
		DefinePropertyIdx: func(_ *goja.Object, i int, d goja.PropertyDescriptor) bool { return v.set(index(i), d.Value) },
		DefinePropertySym: func(_ *goja.Object, sym *goja.Symbol, d goja.PropertyDescriptor) bool {
			return v.set(symbol(sym), d.Value)
		},

		GetOwnPropertyDescriptor:    func(_ *goja.Object, name string) goja.PropertyDescriptor { return v.describe(NewKey(name)) },
		GetOwnPropertyDescriptorIdx: func(_ *goja.Object, i int) goja.PropertyDescriptor { return v.describe(index(i)) },
		GetOwnPropertyDescriptorSym: func(_ *goja.Object, sym *goja.Symbol) goja.PropertyDescriptor { return v.describe(symbol(sym)) },

		OwnKeys: func(*goja.Object) *goja.Object { return v.keys() },
	})).(*goja.Object)
}

// eventsView says what util.inspect shows: the state symbol leads there.
type eventsView struct {
	binding.Native
	m  *Module
	st *State
}

// get is the value of an event, or what the prototype has in its place.
func (v *eventsView) get(k Key, inherited goja.Value) goja.Value {
	list := v.st.listeners(k)
	switch {
	case k.sym == v.m.stateSym:
		return v
	case len(list) == 1:
		return v.m.wrapper(v.st, k, list[0])
	case len(list) > 1:
		return v.m.viewListeners(v.st, k)
	case inherited != nil:
		return inherited
	}
	return goja.Undefined()
}

func (v *eventsView) set(k Key, val goja.Value) bool {
	v.m.assign(v.st, k, val)
	return true
}

func (v *eventsView) delete(k Key) bool {
	v.st.place()
	v.st.drop(k)
	return true
}

func (v *eventsView) describe(k Key) goja.PropertyDescriptor {
	if k.sym == v.m.stateSym {
		return goja.PropertyDescriptor{Value: v, Configurable: goja.FLAG_TRUE}
	}
	if v.st.Count(k) == 0 {
		return goja.PropertyDescriptor{}
	}
	return enumerable(v.get(k, nil))
}

func (v *eventsView) keys() *goja.Object {
	var names []any
	for _, k := range v.st.keys() {
		names = append(names, k.Value(v.m.vm))
	}
	return v.m.vm.NewArray(names...)
}

// enumerable describes a property as assignment makes it.
func enumerable(v goja.Value) goja.PropertyDescriptor {
	return goja.PropertyDescriptor{
		Value: v, Writable: goja.FLAG_TRUE, Enumerable: goja.FLAG_TRUE, Configurable: goja.FLAG_TRUE,
	}
}

// warnedName is the property of a list that has been warned of.
const warnedName = "warned"

// viewListeners is the live array behind `_events[name]` when there are two
// listeners or more.
func (m *Module) viewListeners(st *State, k Key) *goja.Object {
	v := &listenersView{m: m, st: st, k: k}
	return m.vm.ToValue(m.vm.NewProxy(m.vm.NewArray(), &goja.ProxyTrapConfig{
		Get:                         v.get,
		GetIdx:                      func(_ *goja.Object, i int, _ goja.Value) goja.Value { return v.at(i) },
		Set:                         v.set,
		SetIdx:                      func(_ *goja.Object, i int, val, _ goja.Value) bool { return v.put(i, val) },
		Has:                         v.has,
		HasIdx:                      func(_ *goja.Object, i int) bool { return i >= 0 && i < st.Count(k) },
		DeleteProperty:              v.delete,
		GetOwnPropertyDescriptor:    v.describe,
		GetOwnPropertyDescriptorIdx: v.describeIndex,
		OwnKeys:                     func(*goja.Object) *goja.Object { return v.keys() },
	})).(*goja.Object)
}

type listenersView struct {
	m  *Module
	st *State
	k  Key
}

// warned reports whether the list has been warned of.
func (v *listenersView) warned() bool {
	e := v.st.find(v.k)
	return e != nil && e.warned
}

func (v *listenersView) get(array *goja.Object, name string, _ goja.Value) goja.Value {
	switch {
	case name == "length":
		return v.m.vm.ToValue(v.st.Count(v.k))
	case name == warnedName && v.warned():
		return v.m.vm.ToValue(true)
	}
	if inherited := array.Get(name); inherited != nil {
		return inherited
	}
	return goja.Undefined()
}

func (v *listenersView) at(i int) goja.Value {
	list := v.st.listeners(v.k)
	if i < 0 || i >= len(list) {
		return goja.Undefined()
	}
	return v.m.wrapper(v.st, v.k, list[i])
}

func (v *listenersView) set(array *goja.Object, name string, val, _ goja.Value) bool {
	switch name {
	case "length":
		return v.truncate(int(val.ToInteger()))
	case warnedName:
		if e := v.st.find(v.k); e != nil {
			e.warned = val.ToBoolean()
		}
		return true
	}
	return array.Set(name, val) == nil
}

// put replaces or appends. A wrapper that moves keeps its record.
func (v *listenersView) put(i int, val goja.Value) bool {
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

func (v *listenersView) truncate(n int) bool {
	e := v.st.find(v.k)
	if e == nil || n < 0 || n > len(e.list) {
		return false
	}
	e.list = append([]*Listener(nil), e.list[:n]...)
	return true
}

func (v *listenersView) has(array *goja.Object, name string) bool {
	return name == warnedName && v.warned() || array.Get(name) != nil
}

func (v *listenersView) delete(_ *goja.Object, name string) bool {
	if e := v.st.find(v.k); name == warnedName && e != nil {
		e.warned = false
	}
	return name != "length"
}

func (v *listenersView) describe(array *goja.Object, name string) goja.PropertyDescriptor {
	switch {
	case name == "length":
		return goja.PropertyDescriptor{
			Value: v.get(array, name, nil), Writable: goja.FLAG_TRUE, Enumerable: goja.FLAG_FALSE, Configurable: goja.FLAG_FALSE,
		}
	case name == warnedName && v.warned():
		return enumerable(v.m.vm.ToValue(true))
	}
	return goja.PropertyDescriptor{}
}

func (v *listenersView) describeIndex(_ *goja.Object, i int) goja.PropertyDescriptor {
	if i < 0 || i >= v.st.Count(v.k) {
		return goja.PropertyDescriptor{}
	}
	return enumerable(v.at(i))
}

func (v *listenersView) keys() *goja.Object {
	var names []any
	for i := range v.st.Count(v.k) {
		names = append(names, strconv.Itoa(i))
	}
	names = append(names, "length")
	if v.warned() {
		names = append(names, warnedName)
	}
	return v.m.vm.NewArray(names...)
}
