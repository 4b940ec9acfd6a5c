package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// transferableAbortController is util.transferableAbortController. There are
// no workers to transfer to: any controller serves.
func (m *Module) transferableAbortController() goja.Value {
	return binding.Func(m.vm, "transferableAbortController", 0, func(goja.FunctionCall) goja.Value {
		controller, err := m.vm.New(m.deps.Class("AbortController"))
		must(err)
		return controller
	})
}

// transferableAbortSignal is util.transferableAbortSignal, which gives the
// signal back.
func (m *Module) transferableAbortSignal() goja.Value {
	return binding.Func(m.vm, "transferableAbortSignal", 1, func(c goja.FunctionCall) goja.Value {
		if !m.isSignal(c.Argument(0)) {
			panic(nodeerr.ArgType(m.vm, "signal", c.Argument(0), "AbortSignal"))
		}
		return c.Argument(0)
	})
}

func (m *Module) isSignal(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	return ok && m.vm.InstanceOf(obj, m.deps.Class("AbortSignal"))
}

// notSignal is the error for what is no AbortSignal, whose stack does not
// show the code.
func (m *Module) notSignal() *goja.Object {
	err := nodeerr.Plain(m.vm, "TypeError", "signal is not of type AbortSignal.")
	binding.Value(err, "code", m.vm.ToValue("ERR_INVALID_ARG_TYPE"))
	return err
}
