// Package jsclass lets small JavaScript files of ours define classes that look
// native: their methods and constructors are Go functions in front of the
// JavaScript ones. The parts of the language that the engine lacks are made
// this way. It holds no state; everything runs on the loop goroutine.
package jsclass

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// New makes a class of the language: its prototype cannot be replaced.
func New(vm *goja.Runtime, name string, length int, fn binding.ClassFunc) *goja.Object {
	class := binding.Class(vm, name, length, fn)
	proto := vm.NewObject()
	binding.Hidden(proto, "constructor", class)
	binding.FixPrototype(class, proto)
	return class
}

// Definers makes four functions for a file:
//
//	define(object, key, name, length, fn)  a method that is not enumerable; a null
//	                                       name defines fn as it is
//	getter(object, name, fn)               an accessor without a setter
//	tag(object, text)                      Symbol.toStringTag
//	klass(name, length, make)              a class; make gets new.target, undefined
//	                                       in a call without new, the prototype of
//	                                       the instance, and the arguments
func Definers(e *engine.Engine) (define, getter, tag, klass goja.Value) {
	vm := e.VM
	return vm.ToValue(func(c goja.FunctionCall) goja.Value { return defineMethod(vm, c) }),
		vm.ToValue(func(c goja.FunctionCall) goja.Value { return defineGetter(vm, c) }),
		vm.ToValue(func(c goja.FunctionCall) goja.Value { return defineTag(vm, c) }),
		vm.ToValue(func(c goja.FunctionCall) goja.Value { return defineClass(e, c) })
}

// native gives a JavaScript function of ours the looks of a native one.
func native(vm *goja.Runtime, name string, length int, v goja.Value) *goja.Object {
	fn, _ := engine.Callable(v)
	return binding.Func(vm, name, length, fn)
}

func defineMethod(vm *goja.Runtime, c goja.FunctionCall) goja.Value {
	obj, fn := c.Argument(0).(*goja.Object), c.Argument(4).(*goja.Object)
	if !goja.IsNull(c.Argument(2)) {
		fn = native(vm, c.Argument(2).String(), int(c.Argument(3).ToInteger()), fn)
	}
	if sym, ok := c.Argument(1).(*goja.Symbol); ok {
		binding.HiddenSymbol(obj, sym, fn)
	} else {
		binding.Hidden(obj, c.Argument(1).String(), fn)
	}
	return goja.Undefined()
}

func defineGetter(vm *goja.Runtime, c goja.FunctionCall) goja.Value {
	name := c.Argument(1).String()
	must(c.Argument(0).(*goja.Object).DefineAccessorProperty(name,
		native(vm, "get "+name, 0, c.Argument(2)), nil, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return goja.Undefined()
}

func defineTag(vm *goja.Runtime, c goja.FunctionCall) goja.Value {
	must(c.Argument(0).(*goja.Object).DefineDataPropertySymbol(goja.SymToStringTag,
		vm.ToValue(c.Argument(1).String()), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return goja.Undefined()
}

func defineClass(e *engine.Engine, c goja.FunctionCall) goja.Value {
	fn, _ := engine.Callable(c.Argument(2))
	var class *goja.Object
	class = New(e.VM, c.Argument(0).String(), int(c.Argument(1).ToInteger()),
		func(newTarget *goja.Object, args []goja.Value) goja.Value {
			target, proto := goja.Undefined(), binding.Prototype(class)
			if newTarget != nil {
				target, proto = newTarget, binding.PrototypeFor(newTarget, proto)
			}
			return e.Call(fn, goja.Undefined(), append([]goja.Value{target, proto}, args...)...)
		})
	return class
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
