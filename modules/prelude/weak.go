package prelude

import (
	"runtime"
	"time"
	"weak"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// weakTarget is an object or a symbol that Go's collector may take.
type weakTarget struct {
	object weak.Pointer[goja.Object]
	symbol weak.Pointer[goja.Symbol]
}

func newWeakTarget(v goja.Value) weakTarget {
	if sym, ok := v.(*goja.Symbol); ok {
		return weakTarget{symbol: weak.Make(sym)}
	}
	return weakTarget{object: weak.Make(v.(*goja.Object))}
}

// value is the target, or nil once it is gone.
func (t weakTarget) value() goja.Value {
	if obj := t.object.Value(); obj != nil {
		return obj
	}
	if sym := t.symbol.Value(); sym != nil {
		return sym
	}
	return nil
}

// weakRef is the target of one WeakRef, kept on it under a hidden symbol.
type weakRef struct {
	binding.Native
	target weakTarget
}

// kept are the objects that a job has seen through a WeakRef: they stay until
// it has ended.
type kept struct {
	values []goja.Value
	queued bool
}

// keep holds a value to the end of the current job.
func (p *prelude) keep(v goja.Value) {
	p.kept.values = append(p.kept.values, v)
	if p.kept.queued {
		return
	}
	p.kept.queued = true
	p.e.Microtask(func() {
		clear(p.kept.values)
		p.kept.values, p.kept.queued = p.kept.values[:0], false
	})
}

// installWeak adds WeakRef and FinalizationRegistry on top of Go's collector:
// an object goes when the garbage collection of the Go program finds that.
func (p *prelude) installWeak() {
	p.lazyGlobal("WeakRef", func() goja.Value { return p.weakRefClass() })
	p.lazyGlobal("FinalizationRegistry", func() goja.Value { return p.registryClass() })
}

func (p *prelude) weakRefClass() *goja.Object {
	target := goja.NewSymbol("target")
	var class *goja.Object
	class = p.class("WeakRef", 1, func(newTarget *goja.Object, args []goja.Value) goja.Value {
		p.requireNew("WeakRef", newTarget)
		v := goja.FunctionCall{Arguments: args}.Argument(0)
		p.canBeWeak(v, "WeakRef: invalid target")
		obj := p.vm.CreateObject(binding.PrototypeFor(newTarget, binding.Prototype(class)))
		binding.HiddenSymbol(obj, target, &weakRef{Native: binding.NewNative(), target: newWeakTarget(v)})
		p.keep(v)
		return obj
	})
	proto := binding.Prototype(class)
	binding.HiddenMethods(p.vm, proto, binding.Method{Name: "deref", Fn: func(c goja.FunctionCall) goja.Value {
		if this, ok := c.This.(*goja.Object); ok {
			if ref, ok := this.GetSymbol(target).(*weakRef); ok {
				v := ref.target.value()
				if v != nil {
					p.keep(v)
				}
				return v
			}
		}
		panic(p.incompatible("WeakRef.prototype.deref", c.This))
	}})
	p.tag(proto, "WeakRef")
	return class
}

func (p *prelude) tag(proto *goja.Object, name string) {
	must(proto.DefineDataPropertySymbol(goja.SymToStringTag, p.vm.ToValue(name),
		goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// canBeWeak refuses what lives for ever: primitives, and symbols that
// Symbol.for knows.
func (p *prelude) canBeWeak(v goja.Value, text string) {
	switch v := v.(type) {
	case *goja.Object:
		return
	case *goja.Symbol:
		if goja.IsUndefined(p.e.CallMethod(p.global("Symbol"), "keyFor", v)) {
			return
		}
	}
	panic(p.vm.NewTypeError("%s", text))
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
	token weakTarget
	stop  runtime.Cleanup
}

func (p *prelude) registryClass() *goja.Object {
	const name = "FinalizationRegistry"
	sym := goja.NewSymbol("registry")
	var class *goja.Object
	class = p.class(name, 1, func(newTarget *goja.Object, args []goja.Value) goja.Value {
		p.requireNew(name, newTarget)
		fn, ok := engine.Callable(goja.FunctionCall{Arguments: args}.Argument(0))
		if !ok {
			panic(p.vm.NewTypeError("FinalizationRegistry: cleanup must be callable"))
		}
		obj := p.vm.CreateObject(binding.PrototypeFor(newTarget, binding.Prototype(class)))
		binding.HiddenSymbol(obj, sym, &registry{
			Native: binding.NewNative(), e: p.e, cleanup: fn, cells: map[*cell]bool{},
		})
		return obj
	})
	proto := binding.Prototype(class)
	of := func(this goja.Value, method string) *registry {
		if obj, ok := this.(*goja.Object); ok {
			if r, ok := obj.GetSymbol(sym).(*registry); ok {
				return r
			}
		}
		panic(p.incompatible(name+".prototype."+method, this))
	}
	binding.HiddenMethods(p.vm, proto,
		binding.Method{Name: "register", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			r, target, held, token := of(c.This, "register"), c.Argument(0), c.Argument(1), c.Argument(2)
			p.canBeWeak(target, name+".prototype.register: invalid target")
			if target.SameAs(held) {
				panic(p.vm.NewTypeError("FinalizationRegistry.prototype.register: target and holdings must not be same"))
			}
			if !goja.IsUndefined(token) {
				p.canBeWeak(token, "Invalid unregisterToken ('"+token.String()+"')")
			}
			r.register(target, held, token)
			return nil
		}},
		binding.Method{Name: "unregister", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			r := of(c.This, "unregister")
			p.canBeWeak(c.Argument(0), "Invalid unregisterToken ('"+c.Argument(0).String()+"')")
			return p.vm.ToValue(r.unregister(c.Argument(0)))
		}},
	)
	p.tag(proto, name)
	return class
}

func (r *registry) register(target, held, token goja.Value) {
	c := &cell{held: held}
	if !goja.IsUndefined(token) {
		c.token = newWeakTarget(token)
	}
	r.cells[c] = true
	loop := r.e.Loop
	gone := func(c *cell) { loop.Post(func() { r.finalize(c) }) }
	if sym, ok := target.(*goja.Symbol); ok {
		c.stop = runtime.AddCleanup(sym, gone, c)
		return
	}
	c.stop = runtime.AddCleanup(target.(*goja.Object), gone, c)
}

// finalize calls back for a target that is gone.
func (r *registry) finalize(c *cell) {
	if !r.cells[c] {
		return
	}
	delete(r.cells, c)
	r.e.RunCallback(func() { r.e.Call(r.cleanup, goja.Undefined(), c.held) })
}

func (r *registry) unregister(token goja.Value) bool {
	found := false
	for c := range r.cells {
		if v := c.token.value(); v != nil && v == token {
			c.stop.Stop()
			delete(r.cells, c)
			found = true
		}
	}
	return found
}

// cleanupPatience is how long a forced collection waits for what it found.
const cleanupPatience = 100 * time.Millisecond

// CollectGarbage is the function gc of --expose-gc: a full collection, after
// which the finalizers of what it took are on their way to the loop.
func CollectGarbage(vm *goja.Runtime) *goja.Object {
	return binding.Func(vm, "gc", 0, func(goja.FunctionCall) goja.Value {
		done := make(chan struct{})
		sentinel := new([16]byte)
		runtime.AddCleanup(sentinel, func(done chan struct{}) { close(done) }, done)
		sentinel = nil
		_ = sentinel
		runtime.GC()
		patience := time.NewTimer(cleanupPatience)
		defer patience.Stop()
		select {
		case <-done:
		case <-patience.C:
		}
		return nil
	})
}
