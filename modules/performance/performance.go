// Package performance is the global `performance` (Node documentation,
// "Performance measurement APIs") as far as scripts read the clock with it:
// now, timeOrigin and toJSON. The rest of the API says that it is not built.
//
// It runs on the loop goroutine.
package performance

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Start time.Time // when the process began
	Now   func() time.Time
}

// New makes the performance object.
func New(vm *goja.Runtime, deps Deps) *goja.Object {
	class := binding.Constructor(vm, "Performance", 0, func(goja.ConstructorCall) *goja.Object {
		panic(nodeerr.New(vm, "ERR_ILLEGAL_CONSTRUCTOR"))
	})
	p := binding.Prototype(class)
	origin := float64(deps.Start.UnixMicro()) / 1000
	binding.Methods(vm, p,
		binding.Method{Name: "now", Fn: func(goja.FunctionCall) goja.Value {
			return vm.ToValue(float64(deps.Now().Sub(deps.Start)) / float64(time.Millisecond))
		}},
		binding.Method{Name: "toJSON", Fn: func(goja.FunctionCall) goja.Value {
			o := vm.NewObject()
			binding.Value(o, "timeOrigin", vm.ToValue(origin))
			return o
		}},
	)
	for _, name := range []string{
		"clearMarks", "clearMeasures", "clearResourceTimings", "getEntries", "getEntriesByName", "getEntriesByType",
		"mark", "measure", "setResourceTimingBufferSize", "eventLoopUtilization", "timerify", "markResourceTiming",
	} {
		binding.Value(p, name, binding.Func(vm, name, 0, func(goja.FunctionCall) goja.Value {
			panic(nodeerr.New(vm, "ERR_METHOD_NOT_IMPLEMENTED", "performance."+name))
		}))
	}
	binding.Accessors(vm, p, true, binding.Accessor{Name: "timeOrigin", Get: func(goja.Value) goja.Value {
		return vm.ToValue(origin)
	}})
	return vm.CreateObject(p)
}
