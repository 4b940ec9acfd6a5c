package asynchooks

import (
	"runtime"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// resource is the state of one AsyncResource beside its object. The
// operation must not lead to the object, which is to be collected when no
// script holds it.
type resource struct {
	binding.Native
	ctx engine.Context
	// collected tells the destroy hooks of an object that is gone; the zero
	// Cleanup does nothing.
	collected runtime.Cleanup
}

// newResource gives a new AsyncResource its state: newResource(object, type,
// trigger, manual). A negative trigger is the operation that runs.
func (m *Module) newResource(c goja.FunctionCall) goja.Value {
	obj := c.Argument(0).(*goja.Object)
	if c.Argument(1).String() == "" && m.wantsInit() {
		nodeerr.Throw(m.vm, "ERR_ASYNC_TYPE", "")
	}
	trigger := c.Argument(2).ToFloat()
	if trigger < 0 {
		trigger = m.e.CurrentOp().ID
	}
	op := m.e.NewOp(c.Argument(1).String(), obj, trigger)
	r := &resource{Native: binding.NewNative(), ctx: engine.Context{Stores: m.e.CurrentContext().Stores, Op: op}}
	binding.HiddenSymbol(obj, m.resourceSym, r)
	m.e.InitOp(op)
	if !c.Argument(3).ToBoolean() && m.wantsDestroy() {
		r.collected = m.destroyWhenCollected(obj, op.ID)
	}
	return nil
}

// destroyWhenCollected tells the destroy hooks of an object that is gone.
func (m *Module) destroyWhenCollected(obj *goja.Object, id float64) runtime.Cleanup {
	loop := m.e.Loop
	return runtime.AddCleanup(obj, func(id float64) {
		loop.Post(func() { m.queueDestroy(id) })
	}, id)
}

// installResource defines the methods of AsyncResource that need its state.
func (m *Module) installResource(class *goja.Object) {
	proto := binding.Prototype(class)
	binding.HiddenMethods(m.vm, proto,
		binding.Method{Name: "runInAsyncScope", Length: 2, Fn: m.resourceRun},
		binding.Method{Name: "emitDestroy", Fn: func(c goja.FunctionCall) goja.Value {
			r := m.resourceIn(c.This)
			r.collected.Stop()
			m.queueDestroy(r.ctx.Op.ID)
			return c.This
		}},
		binding.Method{Name: "asyncId", Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.resourceIn(c.This).ctx.Op.ID)
		}},
		binding.Method{Name: "triggerAsyncId", Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.resourceIn(c.This).ctx.Op.Trigger)
		}},
	)
}

func (m *Module) resourceIn(this goja.Value) *resource {
	if obj, ok := this.(*goja.Object); ok {
		if r, ok := obj.GetSymbol(m.resourceSym).(*resource); ok {
			return r
		}
	}
	panic(m.vm.NewTypeError("Receiver is not an AsyncResource"))
}

// resourceRun is runInAsyncScope(fn, thisArg, ...args).
func (m *Module) resourceRun(c goja.FunctionCall) (ret goja.Value) {
	r := m.resourceIn(c.This)
	this, args := c.Argument(1), after(c, 2)
	ctx := r.ctx
	m.e.RunInContext(ctx, func() { ret = m.e.Call(m.function(c.Argument(0)), this, args...) })
	return ret
}
