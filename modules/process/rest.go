package process

import (
	"strconv"

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
		binding.Method{Name: "_linkedBinding", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			panic(nodeerr.WithMessage(m.vm, "Error", "ERR_INVALID_MODULE", "No such binding was linked: "+c.Argument(0).String()))
		}},
		binding.Method{Name: "ref", Length: 1, Fn: m.refer("ref", "nodejs.ref")},
		binding.Method{Name: "unref", Length: 1, Fn: m.refer("unref", "nodejs.unref")},
		binding.Method{Name: "dlopen", Fn: m.notImplemented("process.dlopen")},
		binding.Method{Name: "execve", Length: 1, Fn: m.execve},
		binding.Method{Name: "loadEnvFile", Fn: m.loadEnvFile},
		binding.Method{Name: "setSourceMapsEnabled", Length: 1, Fn: m.setSourceMapsEnabled},
		binding.Method{Name: "_getActiveHandles", Fn: m.list(m.deps.Handles)},
		binding.Method{Name: "_getActiveRequests", Fn: m.list(m.deps.Requests)},
	)
	m.accessor("sourceMapsEnabled", true, func() goja.Value { return m.vm.ToValue(m.deps.SourceMaps()) }, nil)
	m.lazy("report", func() goja.Value {
		obj := m.vm.NewObject()
		binding.Methods(m.vm, obj,
			binding.Method{Name: "writeReport", Length: 2, Fn: m.notImplemented("process.report.writeReport")},
			binding.Method{Name: "getReport", Length: 1, Fn: m.notImplemented("process.report.getReport")})
		return obj
	})
	m.lazy("allowedNodeEnvironmentFlags", func() goja.Value {
		return m.allowedFlags()
	})
	m.installInternals()
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

// setSourceMapsEnabled switches what module.setSourceMapsSupport does.
func (m *Module) setSourceMapsEnabled(c goja.FunctionCall) goja.Value {
	on, ok := c.Argument(0).Export().(bool)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "enabled", c.Argument(0), "boolean"))
	}
	m.deps.SetSourceMaps(on)
	return nil
}

// list makes an array on each call.
func (m *Module) list(values func() []goja.Value) binding.NativeFunc {
	return func(goja.FunctionCall) goja.Value {
		list := m.vm.NewArray()
		for i, v := range values() {
			must(list.Set(strconv.Itoa(i), v))
		}
		return list
	}
}

// rawDebug writes to standard error past every stream.
func (m *Module) rawDebug(c goja.FunctionCall) goja.Value {
	m.deps.Stderr(m.deps.Format(c.Arguments) + "\n")
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
