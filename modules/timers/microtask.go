package timers

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/v8stack"
)

// QueueMicrotask makes the global function queueMicrotask.
func (m *Module) QueueMicrotask() *goja.Object {
	return binding.Func(m.vm, "queueMicrotask", 1, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(m.callback(c.Argument(0)))
		m.e.Microtask(func() {
			if ex := m.e.Try(func() { m.e.Call(fn, goja.Undefined()) }); ex != nil {
				v8stack.SetRethrown(ex.Value())
				panic(ex)
			}
		})
		return nil
	})
}
