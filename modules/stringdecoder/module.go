package stringdecoder

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
)

// Module is the `string_decoder` module of one VM.
type Module struct {
	vm      *goja.Runtime
	buf     *buffer.Module
	exports *goja.Object
}

// New builds the module.
func New(vm *goja.Runtime, buf *buffer.Module) *Module {
	return &Module{vm: vm, buf: buf, exports: vm.NewObject()}
}

// Exports is what require('string_decoder') returns.
func (m *Module) Exports() *goja.Object { return m.exports }
