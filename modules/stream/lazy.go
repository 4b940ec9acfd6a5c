package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/modules/events"
)

// LazyTransform makes the class that Node's Hash and Hmac inherit from: a
// Transform whose stream part comes into being when somebody first uses it.
// options gives the options that an object was constructed with; for an
// object without any, and for prototypes, it reports false. Strings reach
// _transform as they are.
func (m *Module) LazyTransform(options func(obj *goja.Object) (goja.Value, bool)) *goja.Object {
	ctor := binding.Constructor(m.vm, "LazyTransform", 1, func(goja.ConstructorCall) *goja.Object { return nil })
	binding.Inherit(ctor, m.Transform)
	m.ev.Defer(binding.Prototype(ctor), func(obj *goja.Object) *events.State {
		given, ok := options(obj)
		if !ok {
			return nil
		}
		proto, _ := given.(*goja.Object)
		own := m.vm.CreateObject(proto)
		binding.Value(own, "decodeStrings", m.vm.ToValue(false))
		m.constructTransform(obj, m.options(own))
		return m.ev.Lookup(obj)
	})
	return ctor
}
