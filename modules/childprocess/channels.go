package childprocess

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// announce publishes on a diagnostics channel: announce(channel, key, value,
// ...), where the keys and values make the message.
func (m *Module) announce(c goja.FunctionCall) goja.Value {
	m.e.Announce(c.Argument(0).String(), func() goja.Value {
		message := m.vm.NewObject()
		for i := 1; i < len(c.Arguments); i += 2 {
			binding.Value(message, c.Argument(i).String(), c.Argument(i+1))
		}
		return message
	})
	return nil
}
