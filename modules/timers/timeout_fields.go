package timers

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// field is one of the underscored properties that scripts see on a Timeout.
type field struct {
	name string
	get  func(t *timeout) goja.Value
	set  func(t *timeout, v goja.Value)
}

func (m *Module) timeoutFields() []field {
	return []field{
		{"_idleTimeout", func(t *timeout) goja.Value { return m.vm.ToValue(t.idle) },
			func(t *timeout, v goja.Value) { t.idle = v.ToFloat() }},
		{"_idlePrev", (*timeout).link, nil},
		{"_idleNext", (*timeout).link, nil},
		{"_idleStart", func(t *timeout) goja.Value { return m.vm.ToValue(t.timer.StartedAt()) }, nil},
		{"_onTimeout", func(t *timeout) goja.Value { return t.callback },
			func(t *timeout, v goja.Value) { t.callback = v }},
		{"_timerArgs", (*timeout).argsArray, nil},
		{"_repeat", (*timeout).repeatValue, (*timeout).setRepeat},
		{"_destroyed", func(t *timeout) goja.Value { return m.vm.ToValue(t.destroyed) },
			func(t *timeout, v goja.Value) { t.destroyed = v.ToBoolean() }},
	}
}

func (m *Module) installTimeoutFields(p *goja.Object) {
	for _, f := range m.timeoutFields() {
		a := binding.Accessor{Name: f.name, Get: func(this goja.Value) goja.Value {
			if t := m.timeoutOf(this); t != nil {
				return f.get(t)
			}
			return goja.Undefined()
		}, Set: func(this, v goja.Value) {
			if t := m.timeoutOf(this); t != nil && f.set != nil {
				f.set(t, v)
			}
		}}
		binding.Accessors(m.vm, p, false, a)
	}
}

// link is `_idlePrev` and `_idleNext`: the list that Node keeps a waiting
// timer in, null when it waits no more. Scripts only test it.
func (t *timeout) link() goja.Value {
	if !t.timer.Active() {
		return goja.Null()
	}
	return t.m.timersList()
}

func (t *timeout) argsArray() goja.Value {
	if t.args == nil {
		return goja.Undefined()
	}
	return t.m.array(t.args)
}

func (t *timeout) repeatValue() goja.Value {
	if t.repeat == 0 {
		return goja.Null()
	}
	return t.m.vm.ToValue(t.repeat)
}

func (t *timeout) setRepeat(v goja.Value) {
	t.repeat = 0
	if goja.IsNumber(v) {
		t.repeat = v.ToFloat()
	}
}

func (m *Module) array(items []goja.Value) *goja.Object {
	list := make([]any, len(items))
	for i, v := range items {
		list[i] = v
	}
	return m.vm.NewArray(list...)
}

// timersList is an object that prints as Node's.
func (m *Module) timersList() *goja.Object {
	if m.list == nil {
		ctor := binding.Constructor(m.vm, "TimersList", 2, func(goja.ConstructorCall) *goja.Object { return nil })
		m.list = m.vm.CreateObject(binding.Prototype(ctor))
	}
	return m.list
}

// inspectTimeout shows the fields as if they were own properties.
func (m *Module) inspectTimeout(c goja.FunctionCall) goja.Value {
	t := m.timeoutOf(c.This)
	if t == nil {
		return c.This
	}
	view := m.view(m.timeoutProto)
	for _, f := range m.timeoutFields() {
		binding.Value(view, f.name, f.get(t))
	}
	m.symbolField(view, "refed", m.vm.ToValue(t.timer.HasRef()))
	m.symbolField(view, "kHasPrimitive", m.vm.ToValue(t.m.known[t.id] == t))
	return m.inspectView(view, c)
}

// view is an empty object of the class that inspects itself as any other.
func (m *Module) view(proto *goja.Object) *goja.Object {
	obj := m.vm.CreateObject(proto)
	binding.HiddenSymbol(obj, m.inspect, goja.Undefined())
	return obj
}

func (m *Module) symbolField(obj *goja.Object, name string, v goja.Value) {
	must(obj.DefineDataPropertySymbol(goja.NewSymbol(name), v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

// inspectView calls the inspect function that util.inspect passes to a custom
// one: (depth, options, inspect).
func (m *Module) inspectView(view *goja.Object, c goja.FunctionCall) goja.Value {
	inspect, ok := engine.Callable(c.Argument(2))
	if !ok {
		return view
	}
	opts := m.vm.NewObject()
	if given, ok := c.Argument(1).(*goja.Object); ok {
		for _, name := range given.Keys() {
			binding.Value(opts, name, given.Get(name))
		}
	}
	binding.Value(opts, "depth", m.vm.ToValue(0))
	return m.e.Call(inspect, goja.Undefined(), view, opts)
}
