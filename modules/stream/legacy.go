package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// bindLegacy makes the old Stream class, which is also what require('stream')
// returns.
func (m *Module) bindLegacy() {
	m.Legacy = binding.Constructor(m.vm, "Stream", 1, func(c goja.ConstructorCall) *goja.Object {
		m.ev.Init(c.This, c.Argument(0))
		return nil
	})
	binding.Inherit(m.Legacy, m.ev.Constructor())
	p := binding.Prototype(m.Legacy)
	binding.Value(p, "pipe", m.lazyFunction("legacyPipe", "", 2))
	names, _ := engine.Callable(m.ev.Prototype().Get("eventNames"))
	binding.Value(p, "eventNames", m.method("eventNames", 0, func(c goja.FunctionCall) goja.Value {
		return m.e.Call(names, c.This)
	}))
}
