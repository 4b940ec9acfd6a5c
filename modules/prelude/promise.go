package prelude

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// installPromise adds Promise.withResolvers and Promise.try.
func (p *prelude) installPromise() {
	p.add(p.e.Intrinsics.Promise,
		binding.Method{Name: "withResolvers", Fn: func(c goja.FunctionCall) goja.Value {
			promise, resolve, reject := p.capability(c.This, "withResolvers")
			out := p.vm.NewObject()
			binding.Value(out, "promise", promise)
			binding.Value(out, "resolve", resolve)
			binding.Value(out, "reject", reject)
			return out
		}},
		binding.Method{Name: "try", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			promise, resolve, reject := p.capability(c.This, "try")
			settle, value := resolve, goja.Value(nil)
			if ex := p.e.Try(func() { value = p.tried(c) }); ex != nil {
				settle, value = reject, ex.Value()
			}
			p.e.Call(p.callback(settle), goja.Undefined(), value)
			return promise
		}},
	)
}

// tried calls the function of Promise.try with its arguments.
func (p *prelude) tried(c goja.FunctionCall) goja.Value {
	var args []goja.Value
	if len(c.Arguments) > 1 {
		args = slices.Clone(c.Arguments[1:])
	}
	return p.e.Call(p.namedCallback(c.Argument(0)), goja.Undefined(), args...)
}

// capability is NewPromiseCapability.
func (p *prelude) capability(class goja.Value, method string) (promise *goja.Object, resolve, reject goja.Value) {
	ctor, ok := class.(*goja.Object)
	if !ok {
		panic(p.vm.NewTypeError("Promise.%s called on non-object", method))
	}
	executor := p.vm.ToValue(func(c goja.FunctionCall) goja.Value {
		resolve, reject = c.Argument(0), c.Argument(1)
		return goja.Undefined()
	})
	promise, err := p.vm.New(ctor, executor)
	if err != nil {
		panic(err)
	}
	if !engine.IsCallable(resolve) || !engine.IsCallable(reject) {
		panic(p.vm.NewTypeError("Promise resolve or reject function is not callable"))
	}
	return promise, resolve, reject
}
