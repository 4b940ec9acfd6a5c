package process

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// installRest defines what has no file of its own.
func (m *Module) installRest() {
	m.methods(
		binding.Method{Name: "_rawDebug", Fn: m.rawDebug},
		binding.Method{Name: "getActiveResourcesInfo", Fn: func(goja.FunctionCall) goja.Value {
			return m.strings(m.deps.Resources())
		}},
		binding.Method{Name: "getBuiltinModule", Length: 1, Fn: m.getBuiltinModule},
		binding.Method{Name: "binding", Length: 1, Fn: m.noBinding},
		binding.Method{Name: "_linkedBinding", Length: 1, Fn: m.noBinding},
		binding.Method{Name: "ref", Length: 1, Fn: m.refer("ref", "nodejs.ref")},
		binding.Method{Name: "unref", Length: 1, Fn: m.refer("unref", "nodejs.unref")},
		binding.Method{Name: "dlopen", Fn: m.notImplemented("process.dlopen")},
		binding.Method{Name: "execve", Length: 1, Fn: m.notImplemented("process.execve")},
		binding.Method{Name: "loadEnvFile", Fn: m.loadEnvFile},
		binding.Method{Name: "setSourceMapsEnabled", Length: 1, Fn: m.setSourceMapsEnabled},
		binding.Method{Name: "_getActiveHandles", Fn: m.notImplemented("process._getActiveHandles")},
		binding.Method{Name: "_getActiveRequests", Fn: m.notImplemented("process._getActiveRequests")},
	)
	m.accessor("sourceMapsEnabled", true, func() goja.Value { return m.vm.ToValue(m.sourceMaps) }, nil)
	m.lazy("report", func() goja.Value {
		obj := m.vm.NewObject()
		binding.Methods(m.vm, obj,
			binding.Method{Name: "writeReport", Length: 2, Fn: m.notImplemented("process.report.writeReport")},
			binding.Method{Name: "getReport", Length: 1, Fn: m.notImplemented("process.report.getReport")})
		return obj
	})
	m.lazy("finalization", func() goja.Value {
		obj := m.vm.NewObject()
		for _, name := range []string{"register", "registerBeforeExit", "unregister"} {
			binding.Methods(m.vm, obj, binding.Method{Name: name, Length: 1, Fn: m.notImplemented("process.finalization." + name)})
		}
		return obj
	})
	m.lazy("allowedNodeEnvironmentFlags", func() goja.Value {
		set, err := m.vm.New(m.e.Intrinsics.Set)
		must(err)
		return set
	})
	binding.Value(m.obj, "domain", goja.Null())
}

// lazy defines an accessor that makes its value on first use.
func (m *Module) lazy(name string, make func() goja.Value) {
	var v goja.Value
	m.accessor(name, true, func() goja.Value {
		if v == nil {
			v = make()
		}
		return v
	}, func(nv goja.Value) { v = nv })
}

func (m *Module) notImplemented(name string) binding.NativeFunc {
	return func(goja.FunctionCall) goja.Value {
		panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", name))
	}
}

// setSourceMapsEnabled only remembers what it was told: stacks are always
// those of the text that runs.
func (m *Module) setSourceMapsEnabled(c goja.FunctionCall) goja.Value {
	on, ok := c.Argument(0).Export().(bool)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "enabled", c.Argument(0), "boolean"))
	}
	m.sourceMaps = on
	return nil
}

// rawDebug writes to standard error past every stream.
func (m *Module) rawDebug(c goja.FunctionCall) goja.Value {
	parts := make([]string, len(c.Arguments))
	for i, v := range c.Arguments {
		if goja.IsString(v) {
			parts[i] = v.String()
		} else {
			parts[i] = m.deps.Describe(v, 2)
		}
	}
	m.deps.Stderr(strings.Join(parts, " ") + "\n")
	return nil
}

func (m *Module) getBuiltinModule(c goja.FunctionCall) goja.Value {
	m.requireString("id", c.Argument(0))
	return m.deps.Builtin(c.Argument(0).String())
}

// noBinding answers process.binding: there are no internal bindings to give.
func (m *Module) noBinding(c goja.FunctionCall) goja.Value {
	panic(nodeerr.Plain(m.vm, "Error", "No such module: "+c.Argument(0).String()))
}

// refer is process.ref and process.unref: they call the method under a
// registered symbol, or the plain one.
func (m *Module) refer(name, symbol string) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		obj, ok := c.Argument(0).(*goja.Object)
		if !ok {
			return nil
		}
		fn, ok := engine.Callable(obj.GetSymbol(m.e.SymbolFor(symbol)))
		if !ok {
			if fn, ok = engine.Callable(obj.Get(name)); !ok {
				return nil
			}
		}
		m.e.Call(fn, obj)
		return nil
	}
}
