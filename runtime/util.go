package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/util"
)

func (rt *Runtime) util() *util.Module {
	if rt.utilModule == nil {
		rt.utilModule = util.New(rt.e, util.Deps{
			Inspector:  rt.inspector(),
			Bytes:      rt.buffers().Bytes,
			Equality:   func() *goja.Object { return rt.assert().Equality() },
			Process:    func() *goja.Object { return rt.process().Exports() },
			Class:      func(name string) *goja.Object { return rt.eventTarget().Get(name) },
			ColorDepth: rt.environmentColorDepth,
			Debug:      rt.getenv("NODE_DEBUG"),
		})
	}
	return rt.utilModule
}

// environmentColorDepth is tty's getColorDepth without a terminal.
func (rt *Runtime) environmentColorDepth() float64 {
	stream := rt.tty().Exports().Get("WriteStream").(*goja.Object)
	depth := rt.e.CallMethod(stream.Get("prototype").(*goja.Object), "getColorDepth")
	return depth.ToFloat()
}

// sys is the old name of util.
func (rt *Runtime) sys() *goja.Object {
	rt.process().WarnCode("sys is deprecated. Use util instead.", "DeprecationWarning", "DEP0025")
	return rt.util().Exports()
}
