package runtime

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/asyncgenerator"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/modules/eventtarget"
	"github.com/gonode/gonode/modules/intl"
	"github.com/gonode/gonode/modules/perfhooks"
	"github.com/gonode/gonode/modules/prelude"
	"github.com/gonode/gonode/modules/regexp"
	"github.com/gonode/gonode/modules/timers"
)

// installGlobals defines what Node adds to the global object. What costs
// something to make is made on first use.
func (rt *Runtime) installGlobals() {
	vm := rt.e.VM
	g := vm.GlobalObject()
	prelude.Install(rt.e)
	rt.generators = asyncgenerator.New(rt.e)
	rt.generators.Install()
	regexp.Install(rt.e)
	rt.lazyGlobal("Intl", false, intl.Install(rt.e, intl.Deps{}))
	binding.Value(g, "global", g)
	for _, name := range timers.GlobalNames() {
		binding.Value(g, name, rt.timers().Function(name))
	}
	binding.Value(g, "queueMicrotask", rt.timers().QueueMicrotask())
	rt.lazyGlobal("console", false, func() goja.Value { return rt.console().Exports() })
	rt.lazyGlobal("process", false, func() goja.Value { return rt.process().Exports() })
	rt.lazyGlobal("Buffer", false, func() goja.Value { return rt.buffers().Constructor() })
	rt.lazyGlobal("structuredClone", true, rt.structuredClone)
	for _, name := range []string{"atob", "btoa", "Blob", "File"} {
		function := name == "atob" || name == "btoa" // classes are not enumerable
		rt.lazyGlobal(name, function, func() goja.Value { return rt.buffers().Exports().Get(name) })
	}
	rt.lazyGlobal("TextEncoder", false, func() goja.Value { return rt.util().TextEncoder() })
	rt.lazyGlobal("TextDecoder", false, func() goja.Value { return rt.util().TextDecoder() })
	rt.lazyGlobal("fetch", true, func() goja.Value { return jsfile.NotImplemented(vm, "fetch", "fetch", 1) })
	rt.lazyGlobal("performance", true, func() goja.Value { return rt.performance().Performance() })
	for _, name := range perfhooks.GlobalClasses() {
		rt.lazyGlobal(name, false, func() goja.Value { return rt.performance().Class(name) })
	}
	rt.cryptoGlobals()
	rt.lazyGlobal("URL", false, func() goja.Value { return rt.urls().URL() })
	rt.lazyGlobal("URLSearchParams", false, func() goja.Value { return rt.urls().SearchParams() })
	for _, name := range eventtarget.Names {
		rt.lazyGlobal(name, false, func() goja.Value { return rt.eventTarget().Get(name) })
	}
}

// lazyGlobal defines a global that is made when somebody first reads it; from
// then on it is a plain property.
func (rt *Runtime) lazyGlobal(name string, enumerable bool, make func() goja.Value) {
	vm := rt.e.VM
	g := vm.GlobalObject()
	define := func(v goja.Value) {
		must(g.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.ToFlag(enumerable)))
	}
	get := vm.ToValue(func(goja.FunctionCall) goja.Value {
		v := make()
		define(v)
		return v
	})
	set := vm.ToValue(func(c goja.FunctionCall) goja.Value {
		define(c.Argument(0))
		return nil
	})
	must(g.DefineAccessorProperty(name, get, set, goja.FLAG_TRUE, goja.ToFlag(enumerable)))
}

// exposeBuiltins makes the built-in modules globals under their names, for
// `node -e` and its like. A name that is a global already keeps its meaning.
func (rt *Runtime) exposeBuiltins() {
	for _, name := range builtinNames() {
		switch {
		case name == "console" || name == "process" || name == "crypto":
		case strings.HasPrefix(name, "_") || strings.Contains(name, "/"):
		default:
			rt.lazyGlobal(name, false, func() goja.Value {
				v, _ := rt.requireBuiltin(name)
				return v
			})
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
