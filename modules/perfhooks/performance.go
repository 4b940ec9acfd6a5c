package perfhooks

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Performance is the global performance object.
func (m *Module) Performance() *goja.Object {
	if m.performance != nil {
		return m.performance
	}
	m.class = binding.Constructor(m.vm, "Performance", 0, func(goja.ConstructorCall) *goja.Object {
		panic(nodeerr.New(m.vm, "ERR_ILLEGAL_CONSTRUCTOR"))
	})
	proto := binding.Prototype(m.class)
	m.performance = m.vm.CreateObject(proto)
	m.defineStandard(proto)
	m.defineNodeExtras(proto)
	tag := m.e.WellKnownSymbol("toStringTag")
	must(proto.DefineDataPropertySymbol(tag, m.vm.ToValue("Performance"), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	must(proto.SetPrototype(m.futureEventTarget()))
	return m.performance
}

// checkThis throws unless a method is called on performance itself.
func (m *Module) checkThis(this goja.Value) {
	if this != goja.Value(m.performance) {
		panic(m.invalidThis("Performance"))
	}
}

// defineStandard defines what browsers have too, in the order of Node.
func (m *Module) defineStandard(proto *goja.Object) {
	for _, name := range []string{"clearMarks", "clearMeasures", "clearResourceTimings", "getEntries"} {
		binding.Value(proto, name, m.delegate(name, 0))
	}
	for _, name := range []string{"getEntriesByName", "getEntriesByType", "mark", "measure"} {
		binding.Value(proto, name, m.delegate(name, 1))
	}
	origin := m.vm.ToValue(float64(m.deps.Start.UnixMicro()) / 1000)
	binding.Methods(m.vm, proto, binding.Method{Name: "now", Fn: func(c goja.FunctionCall) goja.Value {
		m.checkThis(c.This)
		return m.vm.ToValue(m.now())
	}})
	binding.Value(proto, "setResourceTimingBufferSize", m.delegate("setResourceTimingBufferSize", 1))
	binding.Accessors(m.vm, proto, true, binding.Accessor{Name: "timeOrigin", Get: func(this goja.Value) goja.Value {
		m.checkThis(this)
		return origin
	}})
	binding.Methods(m.vm, proto, binding.Method{Name: "toJSON", Fn: func(c goja.FunctionCall) goja.Value {
		m.checkThis(c.This)
		obj := m.vm.NewObject()
		binding.Value(obj, "nodeTiming", m.timeline().nodeTiming)
		binding.Value(obj, "timeOrigin", origin)
		binding.Value(obj, "eventLoopUtilization", m.utilizationNow().object(m.vm))
		return obj
	}})
}

// delegate makes a method of performance that calls the timeline's.
func (m *Module) delegate(name string, length int) *goja.Object {
	return binding.Func(m.vm, name, length, func(c goja.FunctionCall) goja.Value {
		m.checkThis(c.This)
		return m.e.Call(m.timeline().methods[name], goja.Undefined(), c.Arguments...)
	})
}

// defineNodeExtras defines what only Node has.
func (m *Module) defineNodeExtras(proto *goja.Object) {
	m.utilization = binding.Func(m.vm, "eventLoopUtilization", 2, m.eventLoopUtilization)
	m.timerify = binding.Func(m.vm, "timerify", 1, func(c goja.FunctionCall) goja.Value {
		return m.e.Call(m.timeline().timerify, goja.Undefined(), c.Arguments...)
	})
	binding.Hidden(proto, "eventLoopUtilization", m.utilization)
	must(proto.DefineAccessorProperty("nodeTiming", m.vm.ToValue(func(goja.FunctionCall) goja.Value {
		v := m.timeline().nodeTiming
		binding.Hidden(proto, "nodeTiming", v)
		return v
	}), nil, goja.FLAG_TRUE, goja.FLAG_FALSE))
	binding.Hidden(proto, "markResourceTiming", m.delegate("markResourceTiming", 7))
	binding.Hidden(proto, "timerify", m.timerify)
	m.defineFullHandler(proto)
	binding.HiddenSymbol(proto, m.e.SymbolFor("nodejs.util.inspect.custom"),
		binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, m.inspectPerformance))
}

// inspectPerformance is performance[util.inspect.custom](depth, options, inspect).
func (m *Module) inspectPerformance(c goja.FunctionCall) goja.Value {
	shown := m.vm.NewObject()
	binding.Value(shown, "nodeTiming", m.timeline().nodeTiming)
	binding.Value(shown, "timeOrigin", m.performance.Get("timeOrigin"))
	return m.e.Call(m.timeline().showAs, goja.Undefined(), c.This, shown, c.Argument(0), c.Argument(1), c.Argument(2))
}

// defineFullHandler defines the attribute onresourcetimingbufferfull.
func (m *Module) defineFullHandler(proto *goja.Object) {
	const event = "resourcetimingbufferfull"
	handler, listener := goja.Null(), goja.Value(nil)
	binding.Accessors(m.vm, proto, true, binding.Accessor{
		Name: "on" + event,
		Get: func(this goja.Value) goja.Value {
			m.checkThis(this)
			return handler
		},
		Set: func(this, v goja.Value) {
			m.checkThis(this)
			if listener != nil {
				m.e.CallMethod(m.performance, "removeEventListener", m.vm.ToValue(event), listener)
				handler, listener = goja.Null(), nil
			}
			if fn, ok := engine.Callable(v); ok {
				handler = v
				listener = m.vm.ToValue(func(c goja.FunctionCall) goja.Value { return m.e.Call(fn, this, c.Arguments...) })
				m.e.CallMethod(m.performance, "addEventListener", m.vm.ToValue(event), listener)
			}
		},
	})
}

// futureEventTarget stands where EventTarget.prototype belongs until somebody
// looks: compiling EventTarget would make now() expensive for all.
func (m *Module) futureEventTarget() *goja.Object {
	proxy := m.vm.NewProxy(m.vm.NewObject(), &goja.ProxyTrapConfig{
		GetPrototypeOf: func(*goja.Object) *goja.Object { return m.becomeEventTarget() },
		Has:            func(_ *goja.Object, name string) bool { return m.becomeEventTarget().Get(name) != nil },
		HasSym: func(_ *goja.Object, name *goja.Symbol) bool {
			return m.becomeEventTarget().GetSymbol(name) != nil
		},
		Get: func(_ *goja.Object, name string, _ goja.Value) goja.Value { return m.becomeEventTarget().Get(name) },
		GetSym: func(_ *goja.Object, name *goja.Symbol, _ goja.Value) goja.Value {
			return m.becomeEventTarget().GetSymbol(name)
		},
		OwnKeys: func(*goja.Object) *goja.Object {
			names := []any{}
			for _, name := range m.becomeEventTarget().GetOwnPropertyNames() {
				names = append(names, name)
			}
			return m.vm.NewArray(names...)
		},
	})
	return m.vm.ToValue(proxy).(*goja.Object)
}

// becomeEventTarget makes performance inherit from the real
// EventTarget.prototype, and returns that.
func (m *Module) becomeEventTarget() *goja.Object {
	events := m.deps.EventTarget()
	class := events.Get("EventTarget")
	if !m.target {
		m.target = true
		binding.Inherit(m.class, class)
		events.Adopt(m.performance)
	}
	return binding.Prototype(class)
}

// must is for definitions on objects that we just made.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
