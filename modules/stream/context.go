package stream

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// keepContext wraps a callback that arrives through somebody else's events, so
// that it runs in the async context it was given in. While no script uses
// contexts it returns the callback itself.
func (m *Module) keepContext(c goja.FunctionCall) goja.Value {
	fn, ok := engine.Callable(c.Argument(0))
	if !ok || !m.e.CarriesContext() {
		return c.Argument(0)
	}
	ctx := m.e.Capture("STREAM_END_OF_STREAM", nil)
	return binding.Func(m.vm, "bound", 0, func(c goja.FunctionCall) (ret goja.Value) {
		args := slices.Clone(c.Arguments)
		m.e.RunInContext(ctx, func() { ret = m.e.Call(fn, c.This, args...) })
		return ret
	})
}
