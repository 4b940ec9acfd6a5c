package timers

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// immediate is one Immediate object; see timeout.
type immediate struct {
	binding.Native
	m   *Module
	obj *goja.Object

	ctx      engine.Context
	handle   *eventloop.Immediate
	callback goja.Value // _onImmediate
	args     []goja.Value

	refed     bool
	destroyed bool
}

func (m *Module) setImmediate(c goja.FunctionCall) goja.Value {
	im := &immediate{Native: binding.NewNative(), m: m, callback: m.callback(c.Argument(0)), args: rest(c, 1), refed: true}
	if m.immediateProto == nil {
		m.installImmediate()
	}
	im.obj = m.vm.CreateObject(m.immediateProto)
	binding.HiddenSymbol(im.obj, m.sym, im)
	im.ctx = m.e.CaptureOnce("Immediate", im.obj)
	im.handle = m.e.Loop.NewImmediate(im.fire)
	m.immediates++
	return im.obj
}

// fire is the loop's callback.
func (im *immediate) fire() {
	im.m.e.EnterContext(im.ctx)
	im.destroyed = true
	im.uncount()
	defer func() { im.callback = goja.Null() }()
	fn, ok := engine.Callable(im.callback)
	if !ok {
		return
	}
	im.m.e.Call(fn, im.obj, im.args...)
}

func (im *immediate) clear() {
	if im.destroyed || !im.callback.ToBoolean() {
		return
	}
	im.handle.Clear()
	im.destroyed = true
	im.uncount()
	im.callback = goja.Undefined()
	im.args = nil
	im.m.e.DestroyOp(im.ctx.Op)
}

// uncount takes the immediate from those that hold the loop.
func (im *immediate) uncount() {
	if im.refed {
		im.refed = false
		im.m.immediates--
	}
}

func (m *Module) clearImmediate(c goja.FunctionCall) goja.Value {
	if im := m.immediateOf(c.Argument(0)); im != nil {
		im.clear()
	}
	return nil
}

func (m *Module) immediateOf(v goja.Value) *immediate {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	im, _ := obj.GetSymbol(m.sym).(*immediate)
	return im
}

// installImmediate makes the Immediate class.
func (m *Module) installImmediate() {
	ctor := binding.Constructor(m.vm, "Immediate", 2, func(goja.ConstructorCall) *goja.Object {
		panic(m.vm.NewTypeError("Illegal constructor"))
	})
	p := binding.Prototype(ctor)
	m.immediateProto = p
	binding.HiddenMethods(m.vm, p,
		binding.Method{Name: "ref", Fn: m.immediateMethod(func(im *immediate) { im.setRef(true) })},
		binding.Method{Name: "unref", Fn: m.immediateMethod(func(im *immediate) { im.setRef(false) })},
		binding.Method{Name: "hasRef", Fn: func(c goja.FunctionCall) goja.Value {
			im := m.immediateOf(c.This)
			return m.vm.ToValue(im != nil && im.refed)
		}},
	)
	m.symbolMethod(p, m.e.WellKnownSymbol("dispose"), func(c goja.FunctionCall) goja.Value {
		if im := m.immediateOf(c.This); im != nil {
			im.clear()
		}
		return nil
	})
	m.installImmediateFields(p)
	binding.HiddenSymbol(p, m.inspect, binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, m.inspectImmediate))
}

func (m *Module) immediateMethod(act func(*immediate)) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		if im := m.immediateOf(c.This); im != nil {
			act(im)
		}
		return c.This
	}
}

func (im *immediate) setRef(on bool) {
	if im.destroyed || im.refed == on {
		return
	}
	im.refed = on
	if on {
		im.m.immediates++
		im.handle.Ref()
	} else {
		im.m.immediates--
		im.handle.Unref()
	}
}

func (m *Module) installImmediateFields(p *goja.Object) {
	get := func(name string, read func(im *immediate) goja.Value) {
		binding.Accessors(m.vm, p, false, binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			if im := m.immediateOf(this); im != nil {
				return read(im)
			}
			return goja.Undefined()
		}})
	}
	get("_onImmediate", func(im *immediate) goja.Value { return im.callback })
	get("_argv", (*immediate).argsArray)
	get("_destroyed", func(im *immediate) goja.Value { return m.vm.ToValue(im.destroyed) })
}

func (im *immediate) argsArray() goja.Value {
	if im.args == nil {
		return goja.Undefined()
	}
	return im.m.array(im.args)
}

func (m *Module) inspectImmediate(c goja.FunctionCall) goja.Value {
	im := m.immediateOf(c.This)
	if im == nil {
		return c.This
	}
	view := m.view(m.immediateProto)
	binding.Value(view, "_idleNext", goja.Null())
	binding.Value(view, "_idlePrev", goja.Null())
	binding.Value(view, "_onImmediate", im.callback)
	binding.Value(view, "_argv", im.argsArray())
	binding.Value(view, "_destroyed", m.vm.ToValue(im.destroyed))
	refed := m.vm.ToValue(true)
	if im.destroyed {
		refed = goja.Null()
	}
	m.symbolField(view, "refed", refed)
	return m.inspectView(view, c)
}
