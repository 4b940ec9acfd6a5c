package prelude

import (
	"runtime"
	"weak"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// weakRef is the target of one WeakRef, kept on it under a hidden symbol.
type weakRef struct {
	binding.Native
	target weak.Pointer[goja.Object]
}

// installWeak adds WeakRef and FinalizationRegistry on top of Go's collector.
// An object goes when the Go program's garbage collection finds that; unlike
// ECMAScript asks, deref may give undefined within the job that made the
// WeakRef, once nothing else holds the target.
func (p *prelude) installWeak() {
	if v := p.vm.Get("WeakRef"); v != nil && !goja.IsUndefined(v) {
		return
	}
	target := goja.NewSymbol("target")
	ctor := binding.Constructor(p.vm, "WeakRef", 1, func(c goja.ConstructorCall) *goja.Object {
		obj := p.weakTarget(c.Argument(0), "WeakRef: target must be an object")
		binding.HiddenSymbol(c.This, target, &weakRef{Native: binding.NewNative(), target: weak.Make(obj)})
		return nil
	})
	proto := binding.Prototype(ctor)
	binding.HiddenMethods(p.vm, proto, binding.Method{Name: "deref", Fn: func(c goja.FunctionCall) goja.Value {
		if this, ok := c.This.(*goja.Object); ok {
			if ref, ok := this.GetSymbol(target).(*weakRef); ok {
				if obj := ref.target.Value(); obj != nil {
					return obj
				}
				return nil
			}
		}
		panic(p.vm.NewTypeError("Receiver is not a WeakRef"))
	}})
	p.tag(proto, "WeakRef")
	binding.Hidden(p.vm.GlobalObject(), "WeakRef", ctor)
	p.installRegistry()
}

func (p *prelude) tag(proto *goja.Object, name string) {
	must(proto.DefineDataPropertySymbol(goja.SymToStringTag, p.vm.ToValue(name),
		goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

func (p *prelude) weakTarget(v goja.Value, text string) *goja.Object {
	obj, ok := v.(*goja.Object)
	if !ok {
		panic(p.vm.NewTypeError(text))
	}
	return obj
}

// registry is one FinalizationRegistry. Its cells are loop only; what the
// collector finds is posted.
type registry struct {
	binding.Native
	e       *engine.Engine
	cleanup engine.Func
	cells   map[*cell]bool
}

// cell is one registered target. It must not lead to the target.
type cell struct {
	held  goja.Value
	token weak.Pointer[goja.Object]
	stop  runtime.Cleanup
}

func (p *prelude) installRegistry() {
	sym := goja.NewSymbol("registry")
	ctor := binding.Constructor(p.vm, "FinalizationRegistry", 1, func(c goja.ConstructorCall) *goja.Object {
		fn := p.callback(c.Argument(0))
		binding.HiddenSymbol(c.This, sym, &registry{
			Native: binding.NewNative(), e: p.e, cleanup: fn, cells: map[*cell]bool{},
		})
		return nil
	})
	proto := binding.Prototype(ctor)
	of := func(this goja.Value) *registry {
		if obj, ok := this.(*goja.Object); ok {
			if r, ok := obj.GetSymbol(sym).(*registry); ok {
				return r
			}
		}
		panic(p.vm.NewTypeError("Receiver is not a FinalizationRegistry"))
	}
	binding.HiddenMethods(p.vm, proto,
		binding.Method{Name: "register", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			target := p.weakTarget(c.Argument(0), "FinalizationRegistry.prototype.register: invalid target")
			if target.SameAs(c.Argument(1)) {
				panic(p.vm.NewTypeError("FinalizationRegistry.prototype.register: target and holdings must not be same"))
			}
			of(c.This).register(target, c.Argument(1), c.Argument(2))
			return nil
		}},
		binding.Method{Name: "unregister", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			token := p.weakTarget(c.Argument(0), "Invalid unregisterToken")
			return p.vm.ToValue(of(c.This).unregister(token))
		}},
	)
	p.tag(proto, "FinalizationRegistry")
	binding.Hidden(p.vm.GlobalObject(), "FinalizationRegistry", ctor)
}

func (r *registry) register(target *goja.Object, held, token goja.Value) {
	c := &cell{held: held}
	if obj, ok := token.(*goja.Object); ok {
		c.token = weak.Make(obj)
	}
	r.cells[c] = true
	loop := r.e.Loop
	c.stop = runtime.AddCleanup(target, func(c *cell) {
		loop.Post(func() { r.finalize(c) })
	}, c)
}

// finalize calls back for a target that is gone.
func (r *registry) finalize(c *cell) {
	if !r.cells[c] {
		return
	}
	delete(r.cells, c)
	r.e.RunCallback(func() { r.e.Call(r.cleanup, goja.Undefined(), c.held) })
}

func (r *registry) unregister(token *goja.Object) bool {
	found := false
	for c := range r.cells {
		if c.token.Value() == token {
			c.stop.Stop()
			delete(r.cells, c)
			found = true
		}
	}
	return found
}
