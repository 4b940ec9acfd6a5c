// Package sharedbuffer tells the SharedArrayBuffers from the ArrayBuffers. The
// engine has only the latter: a shared one is an ArrayBuffer with another
// prototype and a mark. modules/prelude makes them; modules that copy or
// describe buffers ask. It holds no state.
package sharedbuffer

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

type mark struct{ binding.Native }

// symbol is the property of the mark.
var symbol = goja.NewSymbol("shared")

// Is reports whether an object is a SharedArrayBuffer.
func Is(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	_, ok = obj.GetSymbol(symbol).(*mark)
	return ok
}

// New makes a SharedArrayBuffer on some memory.
func New(vm *goja.Runtime, memory goja.ArrayBuffer, proto *goja.Object) *goja.Object {
	obj := vm.ToValue(memory).(*goja.Object)
	binding.HiddenSymbol(obj, symbol, &mark{binding.NewNative()})
	if err := obj.SetPrototype(proto); err != nil {
		panic(err)
	}
	return obj
}

// Share makes another SharedArrayBuffer on the same memory.
func Share(vm *goja.Runtime, obj *goja.Object) *goja.Object {
	memory := obj.Export().(goja.ArrayBuffer)
	return New(vm, vm.NewArrayBuffer(memory.Bytes()), obj.Prototype())
}
