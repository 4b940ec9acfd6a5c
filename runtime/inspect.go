package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/display"
	"github.com/gonode/gonode/modules/util/inspect"
)

// inspector is what util.inspect, console, assert and error texts print with.
func (rt *Runtime) inspector() *inspect.Inspector {
	if rt.inspectorModule == nil {
		rt.inspectorModule = inspect.New(rt.e, inspect.Deps{Cwd: rt.cwd, Native: rt.nativeState})
	}
	return rt.inspectorModule
}

// inspect is util.inspect(v, { depth }).
func (rt *Runtime) inspect(v goja.Value, depth int) string { return rt.inspector().Describe(v, depth) }

// inspectWith is util.inspect(v, options).
func (rt *Runtime) inspectWith(v goja.Value, options *goja.Object) string {
	opts := rt.inspector().Defaults()
	if options != nil {
		opts = rt.inspector().ReadOptions(options)
	}
	return rt.inspector().Inspect(v, opts)
}

// nativeState is what emitters and streams show besides their properties.
func (rt *Runtime) nativeState(obj *goja.Object) display.Shower {
	if rt.eventsModule == nil {
		return nil
	}
	return rt.eventsModule.Display(obj)
}
