package process

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

func (m *Module) installTicks() {
	m.methods(binding.Method{Name: "nextTick", Length: 1, Fn: m.nextTick})
}

// nextTick is process.nextTick. While the script exits nothing more is queued.
func (m *Module) nextTick(c goja.FunctionCall) goja.Value {
	fn := m.requireFunction("callback", c.Argument(0))
	if m.exiting {
		return nil
	}
	var args []goja.Value
	if len(c.Arguments) > 1 {
		args = slices.Clone(c.Arguments[1:])
	}
	m.e.NextTickCall(fn, args)
	return nil
}
