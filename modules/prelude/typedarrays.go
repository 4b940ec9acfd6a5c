package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// installTypedArrayFrom lets %TypedArray%.from take strings and other
// primitives, which the engine's refuses.
func (p *prelude) installTypedArrayFrom() {
	base := p.global("Uint8Array").Prototype()
	own, ok := engine.Callable(base.Get("from"))
	if !ok {
		return
	}
	binding.Hidden(base, "from", binding.Func(p.vm, "from", 1, func(c goja.FunctionCall) goja.Value {
		source := c.Argument(0)
		if _, object := source.(*goja.Object); !object && !goja.IsUndefined(source) && !goja.IsNull(source) {
			c.Arguments = append([]goja.Value{source.ToObject(p.vm)}, c.Arguments[1:]...)
		}
		return own(c)
	}))
}
