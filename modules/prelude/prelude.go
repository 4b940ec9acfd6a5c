// Package prelude adds to a fresh VM what the language has and the engine
// lacks, as far as that can be supplied from outside, and guards the places
// where the engine would overflow the Go stack, which nothing could catch. The
// runtime calls Install before any script runs.
//
// Everything here runs on the loop goroutine.
package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// Install prepares the VM of an engine.
func Install(e *engine.Engine) {
	p := &prelude{e: e, vm: e.VM}
	p.installSymbols()
	p.installAccessorMethods()
	p.installGroupBy()
	p.installPromise()
	p.installStrings()
	p.installWeak()
	p.installHTML()
	p.installYears()
	p.installFloat16()
	p.installBuffers()
	p.installTypedArrayFrom()
	p.installShared()
	p.installDisposal()
	p.installFromAsync()
	p.guardJSON()
	p.installIterator(p.guardGenerators())
	p.guardFlat()
	p.guardStringLength()
	p.tidyFunctions()
}

type prelude struct {
	e    *engine.Engine
	vm   *goja.Runtime
	kept kept
}

// global is a built-in constructor or namespace.
func (p *prelude) global(name string) *goja.Object { return p.vm.Get(name).(*goja.Object) }

// prototype is that of a built-in constructor.
func (p *prelude) prototype(name string) *goja.Object { return binding.Prototype(p.global(name)) }

// add defines methods where there are none.
func (p *prelude) add(obj *goja.Object, methods ...binding.Method) {
	for _, m := range methods {
		if v := obj.Get(m.Name); v == nil || goja.IsUndefined(v) {
			binding.HiddenMethods(p.vm, obj, m)
		}
	}
}

// callback is a function argument.
func (p *prelude) callback(v goja.Value) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		panic(p.vm.NewTypeError("%s is not a function", v.String()))
	}
	return fn
}

// installSymbols adds the well-known symbols that the engine has no use for.
func (p *prelude) installSymbols() {
	symbol := p.global("Symbol")
	for _, name := range []string{"asyncIterator", "dispose", "asyncDispose"} {
		if v := symbol.Get(name); v == nil || goja.IsUndefined(v) {
			must(symbol.DefineDataProperty(name, goja.NewSymbol("Symbol."+name),
				goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
