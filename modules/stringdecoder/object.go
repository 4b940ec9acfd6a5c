package stringdecoder

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// Object is a StringDecoder object for a decoder that a stream owns; both work
// on the same state.
func (m *Module) Object(d *Decoder) *goja.Object {
	ctor := m.exports.Get("StringDecoder").(*goja.Object)
	obj := m.vm.CreateObject(binding.Prototype(ctor))
	binding.Value(obj, "encoding", m.vm.ToValue(d.enc.String()))
	if err := obj.SetSymbol(m.state, m.buf.FromBytes(d.state)); err != nil {
		panic(err)
	}
	return obj
}
