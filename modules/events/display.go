package events

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/display"
	"github.com/gonode/gonode/modules/util/primordials"
)

// Displayer is an Owner that shows more than its listeners.
type Displayer interface {
	DisplayState(l *display.Layout)
}

// StateSymbol is the symbol under which emitters keep their states. Other
// objects of the platform may keep a display.Shower there.
func (m *Module) StateSymbol() *goja.Symbol { return m.stateSym }

// Display is what util.inspect has to ask about an object, nil for objects
// that have nothing but their properties.
func (m *Module) Display(obj *goja.Object) display.Shower {
	if obj == m.proto {
		return prototypeDisplay{m}
	}
	if !m.hasOwn(goja.FunctionCall{This: obj, Arguments: []goja.Value{m.stateSym}}).ToBoolean() {
		return nil
	}
	switch st := obj.GetSymbol(m.stateSym).(type) {
	case *State:
		return emitterDisplay{m, st}
	case display.Shower:
		return st
	}
	return nil
}

// emitterDisplay shows an emitter.
type emitterDisplay struct {
	m  *Module
	st *State
}

func (d emitterDisplay) Display(own []display.Property) []display.Property {
	m, st := d.m, d.st
	if st.lazy {
		return d.mixin(own)
	}
	var l display.Layout
	l.Add(int(st.before), "_events", m.getEvents(st.obj))
	if st.countAt == countsFirst {
		l.Add(int(st.before), "_eventsCount", m.vm.ToValue(st.size()))
	}
	if !st.maxLast {
		l.Add(int(st.maxAt), "_maxListeners", m.getMax(st.obj))
	}
	if st.countAt > countsFirst {
		l.Add(int(st.countAt)-1, "_eventsCount", m.vm.ToValue(st.size()))
	}
	if st.maxLast {
		l.Add(int(st.maxAt), "_maxListeners", m.getMax(st.obj))
	}
	l.Symbols(display.Symbolic("shapeMode", m.vm.ToValue(st.shaped)),
		display.Symbolic("kCapture", m.vm.ToValue(st.capture)))
	if o, ok := st.Owner.(Displayer); ok {
		o.DisplayState(&l)
	}
	return l.Merge(own)
}

// prototypeDisplay shows EventEmitter.prototype, where Node has values.
type prototypeDisplay struct{ m *Module }

func (d prototypeDisplay) Display(own []display.Property) []display.Property {
	for i := range own {
		switch own[i].Key {
		case primordials.NameKey("_events"), primordials.NameKey("_maxListeners"):
			own[i].Value = goja.Undefined()
		case primordials.NameKey("_eventsCount"):
			own[i].Value = d.m.vm.ToValue(0)
		}
	}
	return own
}

// mixin shows an object that became an emitter with its first listener.
func (d emitterDisplay) mixin(own []display.Property) []display.Property {
	m, st := d.m, d.st
	values := map[string]goja.Value{"_events": m.getEvents(st.obj), "_eventsCount": m.vm.ToValue(st.size())}
	if st.ownMax || st.hasMax {
		values["_maxListeners"] = m.getMax(st.obj)
	}
	var l display.Layout
	for _, name := range []string{"_events", "_eventsCount", "_maxListeners"} {
		if v, ok := values[name]; ok {
			l.Add(int(st.before), name, v)
		}
	}
	shown := own[:0]
	for _, p := range own {
		if v, ok := values[p.Key.Name]; ok && p.Key.Symbol == nil {
			p.Value = v
		} else if p.Key == primordials.NameKey("_maxListeners") {
			continue
		}
		shown = append(shown, p)
	}
	return l.Merge(shown)
}

// Display shows `_events`.
func (v *eventsView) Display([]display.Property) []display.Property {
	var props []display.Property
	for _, k := range v.st.allKeys() {
		props = append(props, display.Property{
			Key:   primordials.Key{Name: k.str, Symbol: k.sym},
			Value: v.m.displayedList(v.st, k),
		})
	}
	return props
}

// displayedList is the value of a property of `_events`.
func (m *Module) displayedList(st *State, k Key) goja.Value {
	e := st.find(k)
	switch {
	case e == nil:
		return goja.Undefined()
	case len(e.list) == 1:
		return m.wrapper(st, k, e.list[0])
	}
	fns := make([]any, len(e.list))
	for i, l := range e.list {
		fns[i] = m.wrapper(st, k, l)
	}
	list := m.vm.NewArray(fns...)
	if e.warned {
		binding.Value(list, "warned", m.vm.ToValue(true))
	}
	if err := list.SetSymbol(goja.NewSymbol("events.emitting"), m.uses(e.list)); err != nil {
		panic(err)
	}
	return list
}

// uses is the number of emits that are going through a list.
func (m *Module) uses(list []*Listener) int {
	n := 0
	for _, used := range m.emitting {
		if len(used) == len(list) && &used[0] == &list[0] {
			n++
		}
	}
	return n
}
