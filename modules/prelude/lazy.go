package prelude

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsclass"
	"github.com/gonode/gonode/internal/jsfile"
)

//go:embed js/iterators.js
var iteratorsSource string

//go:embed js/disposal.js
var disposalSource string

//go:embed js/fromasync.js
var fromAsyncSource string

var (
	iteratorsFile = jsfile.New("node:internal/iterators", iteratorsSource)
	disposalFile  = jsfile.New("node:internal/disposal", disposalSource)
	fromAsyncFile = jsfile.New("node:internal/fromasync", fromAsyncSource)
)

// once makes a value on the first call.
func once[T any](make func() T) func() T {
	var made bool
	var v T
	return func() T {
		if !made {
			v = make()
			made = true
		}
		return v
	}
}

// lazyGlobal defines a global that is made when somebody first reads it.
func (p *prelude) lazyGlobal(name string, make func() goja.Value) {
	g := p.vm.GlobalObject()
	define := func(v goja.Value) { binding.Hidden(g, name, v) }
	get := p.vm.ToValue(func(goja.FunctionCall) goja.Value {
		v := make()
		define(v)
		return v
	})
	set := p.vm.ToValue(func(c goja.FunctionCall) goja.Value {
		define(c.Argument(0))
		return goja.Undefined()
	})
	must(g.DefineAccessorProperty(name, get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// definers are the functions that our JavaScript files define things with.
func (p *prelude) definers() (define, getter, tag, klass goja.Value) { return jsclass.Definers(p.e) }

// class is a class of the language: its prototype cannot be replaced.
func (p *prelude) class(name string, length int, fn binding.ClassFunc) *goja.Object {
	return jsclass.New(p.vm, name, length, fn)
}

// requireNew refuses a call without new.
func (p *prelude) requireNew(name string, newTarget *goja.Object) {
	if newTarget == nil {
		panic(p.vm.NewTypeError("Constructor %s requires 'new'", name))
	}
}

// installDisposal adds the classes around Symbol.dispose.
func (p *prelude) installDisposal() {
	suppressed := once(p.suppressedError)
	stacks := once(func() *goja.Object {
		define, getter, tag, klass := p.definers()
		return disposalFile.Call(p.e, define, getter, tag, klass, suppressed()).(*goja.Object)
	})
	p.lazyGlobal("SuppressedError", func() goja.Value { return suppressed() })
	p.lazyGlobal("DisposableStack", func() goja.Value { return stacks().Get("DisposableStack") })
	p.lazyGlobal("AsyncDisposableStack", func() goja.Value { return stacks().Get("AsyncDisposableStack") })
}

// suppressedError makes the class SuppressedError.
func (p *prelude) suppressedError() *goja.Object {
	base := p.e.Intrinsics.Error
	var class *goja.Object
	class = p.class("SuppressedError", 3, func(newTarget *goja.Object, args []goja.Value) goja.Value {
		c := goja.FunctionCall{Arguments: args}
		var super []goja.Value
		if message := c.Argument(2); !goja.IsUndefined(message) {
			super = append(super, message)
		}
		if newTarget == nil {
			newTarget = class
		}
		construct, _ := goja.AssertConstructor(base)
		err, failed := construct(newTarget, super...)
		must(failed)
		binding.Hidden(err, "error", c.Argument(0))
		binding.Hidden(err, "suppressed", c.Argument(1))
		return err
	})
	proto := binding.Prototype(class)
	must(proto.SetPrototype(binding.Prototype(base)))
	must(class.SetPrototype(base))
	binding.Hidden(proto, "name", p.vm.ToValue("SuppressedError"))
	binding.Hidden(proto, "message", p.vm.ToValue(""))
	return class
}

// installFromAsync adds Array.fromAsync.
func (p *prelude) installFromAsync() {
	impl := once(func() engine.Func {
		fn, _ := engine.Callable(fromAsyncFile.Call(p.e))
		return fn
	})
	p.add(p.e.Intrinsics.Array, binding.Method{Name: "fromAsync", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		return impl()(c)
	}})
}
