package timers

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// installTimeout makes the Timeout class. Scripts reach it only through the
// objects.
func (m *Module) installTimeout() {
	ctor := binding.Constructor(m.vm, "Timeout", 5, func(goja.ConstructorCall) *goja.Object {
		panic(m.vm.NewTypeError("Illegal constructor"))
	})
	p := binding.Prototype(ctor)
	m.timeoutProto = p
	binding.HiddenMethods(m.vm, p,
		binding.Method{Name: "refresh", Fn: m.timeoutMethod((*timeout).refresh)},
		binding.Method{Name: "unref", Fn: m.timeoutMethod((*timeout).unref)},
		binding.Method{Name: "ref", Fn: m.timeoutMethod((*timeout).ref)},
		binding.Method{Name: "hasRef", Fn: func(c goja.FunctionCall) goja.Value {
			t := m.timeoutOf(c.This)
			return m.vm.ToValue(t != nil && t.timer.HasRef())
		}},
	)
	binding.Methods(m.vm, p, binding.Method{Name: "close", Fn: m.timeoutMethod((*timeout).clear)})
	m.installTimeoutSymbols(p)
	m.installTimeoutFields(p)
}

// timeoutMethod wraps an action that returns the Timeout itself.
func (m *Module) timeoutMethod(act func(*timeout)) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		if t := m.timeoutOf(c.This); t != nil {
			act(t)
		}
		return c.This
	}
}

// refresh starts the wait again, also after the timer has fired.
func (t *timeout) refresh() {
	if t.idle < 0 {
		return
	}
	if t.destroyed {
		// It is another operation from now on.
		t.ctx = t.m.e.Capture("Timeout", t.obj)
		t.destroyed = false
	}
	t.arm()
}

func (t *timeout) ref() {
	t.timer.Ref()
	t.count()
}

func (t *timeout) unref() {
	t.timer.Unref()
	t.count()
}

func (m *Module) installTimeoutSymbols(p *goja.Object) {
	m.symbolMethod(p, m.e.WellKnownSymbol("dispose"), m.timeoutMethod((*timeout).clear))
	m.symbolMethod(p, goja.SymToPrimitive, func(c goja.FunctionCall) goja.Value {
		t := m.timeoutOf(c.This)
		if t == nil {
			return goja.Undefined()
		}
		return m.vm.ToValue(t.number())
	})
	get := binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, m.inspectTimeout)
	binding.HiddenSymbol(p, m.inspect, get)
}

// symbolMethod defines an enumerable method without a name; a symbol that
// does not exist has none.
func (m *Module) symbolMethod(p *goja.Object, sym *goja.Symbol, fn binding.NativeFunc) {
	if sym == nil {
		return
	}
	must(p.DefineDataPropertySymbol(sym, binding.Func(m.vm, "", 0, fn), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

// number is what a Timeout turns into where a primitive is wanted, by which
// clearTimeout finds it again.
func (t *timeout) number() int64 {
	if t.id == 0 {
		t.m.lastID++
		t.id = t.m.lastID
	}
	if !t.destroyed {
		t.m.known[t.id] = t
	}
	return t.id
}
