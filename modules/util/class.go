package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// classSource makes a class whose instances init prepares. A native
// constructor cannot tell whether it is called with new.
const classSource = `(function (init) { return class { constructor(a, b) { init(this, a, b); } }; })`

var classProgram = compile("node:internal/class", new(classSource))

// construct prepares an instance of a class; c holds the arguments.
type construct = func(this *goja.Object, c goja.FunctionCall)

// class makes a class.
func (m *Module) class(name string, length int, prepare construct) *goja.Object {
	v, err := m.vm.RunProgram(classProgram())
	must(err)
	prepareNative := m.vm.ToValue(func(c goja.FunctionCall) goja.Value {
		prepare(c.Argument(0).(*goja.Object), goja.FunctionCall{Arguments: c.Arguments[1:]})
		return goja.Undefined()
	})
	class := m.e.Call(callable(v), goja.Undefined(), prepareNative).(*goja.Object)
	must(class.DefineDataProperty("name", m.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	must(class.DefineDataProperty("length", m.vm.ToValue(length), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return class
}

// attach puts the Go side of an object on it, where scripts do not see it.
func (m *Module) attach(obj *goja.Object, state goja.Value) {
	must(obj.DefineDataPropertySymbol(m.state, state, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
}

// callable is the entry of a function that is known to be one.
func callable(fn goja.Value) engine.Func {
	call, _ := engine.Callable(fn)
	return call
}
