package events

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed cold.js
var coldSource string

var coldFile = jsfile.New("node:events", coldSource)

// installStatics defines what hangs on EventEmitter besides its prototype.
// once, on and the like are JavaScript, loaded on first use.
func (m *Module) installStatics() {
	vm, c := m.vm, m.ctor
	binding.Methods(vm, c,
		m.lazy("addAbortListener", 2),
		m.lazy("once", 2),
		m.lazy("on", 2),
		m.lazy("getEventListeners", 2),
		binding.Method{Name: "getMaxListeners", Length: 1, Fn: m.staticGetMaxListeners},
		binding.Method{Name: "listenerCount", Length: 2, Fn: m.staticListenerCount},
	)
	binding.Value(c, "EventEmitter", c)
	binding.Value(c, "usingDomains", vm.ToValue(false))
	binding.Accessors(vm, c, true,
		binding.Accessor{Name: "captureRejections",
			Get: func(goja.Value) goja.Value { return vm.ToValue(m.captureRejections) },
			Set: func(_, v goja.Value) { m.setCaptureRejections(v) }},
		binding.Accessor{Name: "defaultMaxListeners",
			Get: func(goja.Value) goja.Value { return vm.ToValue(m.defaultMax) },
			Set: func(_, v goja.Value) { m.defaultMax = m.limit(v, "defaultMaxListeners") }},
		binding.Accessor{Name: "EventEmitterAsyncResource",
			Get: func(goja.Value) goja.Value { return m.coldExport("EventEmitterAsyncResource") }},
	)
	binding.Value(c, "captureRejectionSymbol", m.rejection)
	binding.Value(c, "errorMonitor", m.monitor)
	binding.Value(c, "kMaxEventTargetListeners", m.targetMax())
	binding.Methods(vm, c,
		binding.Method{Name: "setMaxListeners", Length: 0, Fn: m.staticSetMaxListeners},
		binding.Method{Name: "init", Length: 1, Fn: func(call goja.FunctionCall) goja.Value {
			m.Init(m.this(call.This), call.Argument(0))
			return nil
		}},
	)
}

func (m *Module) setCaptureRejections(v goja.Value) {
	b, ok := v.Export().(bool)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "EventEmitter.captureRejections", v, "boolean"))
	}
	m.captureRejections = b
}

// lazy is a function of the JavaScript part, which is compiled when the first
// of them is called.
func (m *Module) lazy(name string, length int) binding.Method {
	return binding.Method{Name: name, Length: length, Fn: func(c goja.FunctionCall) goja.Value {
		return m.e.Call(m.export(name), c.This, c.Arguments...)
	}}
}

func (m *Module) coldExport(name string) goja.Value {
	if m.cold == nil {
		m.cold = coldFile.Call(m.e, m.ctor, m.coldBinding()).(*goja.Object)
	}
	return m.cold.Get(name)
}

// coldBinding is what the JavaScript part needs from Go.
func (m *Module) coldBinding() *goja.Object {
	b := jsfile.Errors(m.vm)
	binding.Methods(m.vm, b,
		binding.Method{Name: "withMessage", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(m.vm, "Error", c.Argument(0).String(), c.Argument(1).String())
		}},
		binding.Method{Name: "checkListener", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.CheckListener(c.Argument(0))
			return nil
		}},
		binding.Method{Name: "asyncResource", Fn: func(goja.FunctionCall) goja.Value { return m.deps.AsyncResource() }},
		binding.Method{Name: "limit", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.limit(c.Argument(0), c.Argument(1).String()))
		}},
	)
	return b
}

// staticListenerCount is the deprecated events.listenerCount(emitter, type).
func (m *Module) staticListenerCount(c goja.FunctionCall) goja.Value {
	obj := m.this(c.Argument(0))
	if _, ok := engine.Callable(obj.Get("listenerCount")); ok {
		return m.e.CallMethod(obj, "listenerCount", c.Argument(1))
	}
	if obj.GetSymbol(m.targetMax()) != nil {
		listeners := m.e.Call(m.export("getEventListeners"), goja.Undefined(), obj, c.Argument(1))
		return listeners.(*goja.Object).Get("length")
	}
	if st := m.Lookup(obj); st != nil {
		return m.vm.ToValue(st.Count(KeyOf(c.Argument(1))))
	}
	return m.vm.ToValue(0)
}

func (m *Module) staticGetMaxListeners(c goja.FunctionCall) goja.Value {
	obj, ok := c.Argument(0).(*goja.Object)
	if ok {
		if _, ok := engine.Callable(obj.Get("getMaxListeners")); ok {
			return m.e.CallMethod(obj, "getMaxListeners")
		}
		if limit := obj.GetSymbol(m.targetMax()); limit != nil {
			return limit
		}
	}
	panic(nodeerr.ArgType(m.vm, "emitter", c.Argument(0), "EventEmitter", "EventTarget"))
}

// staticSetMaxListeners is events.setMaxListeners(n, ...targets); without
// targets it sets the default.
func (m *Module) staticSetMaxListeners(c goja.FunctionCall) goja.Value {
	n := goja.Value(m.vm.ToValue(DefaultMaxListeners))
	if v := c.Argument(0); !goja.IsUndefined(v) {
		n = v
	}
	limit := m.limit(n, "setMaxListeners")
	if len(c.Arguments) < 2 {
		m.defaultMax = limit
		return nil
	}
	for _, target := range c.Arguments[1:] {
		m.setMaxOf(target, n)
	}
	return nil
}

// setMaxOf sets the limit of an emitter or an event target.
func (m *Module) setMaxOf(target, n goja.Value) {
	if obj, ok := target.(*goja.Object); ok {
		if obj.GetSymbol(m.targetMax()) != nil {
			if err := obj.SetSymbol(m.targetMax(), n); err != nil {
				panic(err)
			}
			return
		}
		if engine.IsCallable(obj.Get("setMaxListeners")) {
			m.e.CallMethod(obj, "setMaxListeners", n)
			return
		}
	}
	panic(nodeerr.ArgType(m.vm, "eventTargets", target, "EventEmitter", "EventTarget"))
}

// targetMax is the key of an event target's limit, which EventTarget has.
func (m *Module) targetMax() *goja.Symbol { return m.e.SymbolFor("events.maxEventTargetListeners") }

// export is a function of the JavaScript part.
func (m *Module) export(name string) engine.Func {
	fn, _ := engine.Callable(m.coldExport(name))
	return fn
}
