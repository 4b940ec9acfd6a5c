package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// class makes a class: its constructor cannot be called without new.
func (m *Module) class(name string, length int, construct func(c goja.ConstructorCall)) *goja.Object {
	return binding.Constructor(m.vm, name, length, func(c goja.ConstructorCall) *goja.Object {
		if c.NewTarget == nil {
			panic(m.vm.NewTypeError("Class constructor " + name + " cannot be invoked without 'new'"))
		}
		construct(c)
		return nil
	})
}

// attach puts the Go side of an object on it, where scripts do not see it.
func (m *Module) attach(obj *goja.Object, state goja.Value) {
	must(obj.DefineDataPropertySymbol(m.state, state, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
}

// callable is the entry of a function that is known to be one.
func callable(fn *goja.Object) engine.Func {
	call, _ := engine.Callable(fn)
	return call
}
