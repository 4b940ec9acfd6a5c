package asynchooks

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// storage is the state of one AsyncLocalStorage beside its object.
type storage struct {
	binding.Native
	fallback goja.Value // options.defaultValue
	name     goja.Value
}

// newStorage gives a new AsyncLocalStorage its state: newStorage(object,
// defaultValue, name).
func (m *Module) newStorage(c goja.FunctionCall) goja.Value {
	obj := c.Argument(0).(*goja.Object)
	binding.HiddenSymbol(obj, m.storageSym,
		&storage{Native: binding.NewNative(), fallback: c.Argument(1), name: c.Argument(2)})
	return nil
}

// installStorage defines the methods of AsyncLocalStorage that scripts call
// all the time.
func (m *Module) installStorage(class *goja.Object) {
	proto := binding.Prototype(class)
	binding.HiddenMethods(m.vm, proto,
		binding.Method{Name: "disable", Fn: m.storageDisable},
		binding.Method{Name: "enterWith", Length: 1, Fn: m.storageEnterWith},
		binding.Method{Name: "run", Length: 2, Fn: m.storageRun},
		binding.Method{Name: "exit", Length: 1, Fn: m.storageExit},
		binding.Method{Name: "getStore", Fn: m.storageGet},
	)
	get := binding.Accessor{Name: "name", Get: func(this goja.Value) goja.Value {
		_, st := m.storageOf(this)
		return st.name
	}}
	binding.Accessors(m.vm, proto, false, get)
}

// storageOf is the receiver of a method.
func (m *Module) storageOf(this goja.Value) (*goja.Object, *storage) {
	if obj, ok := this.(*goja.Object); ok {
		if st, ok := obj.GetSymbol(m.storageSym).(*storage); ok {
			return obj, st
		}
	}
	panic(m.vm.NewTypeError("Receiver is not an AsyncLocalStorage"))
}

func (m *Module) storageGet(c goja.FunctionCall) goja.Value {
	if obj, ok := c.This.(*goja.Object); ok {
		if v, ok := m.e.CurrentContext().Stores.Get(obj); ok {
			return v
		}
	}
	_, st := m.storageOf(c.This)
	return st.fallback
}

func (m *Module) storageEnterWith(c goja.FunctionCall) goja.Value {
	obj, _ := m.storageOf(c.This)
	m.e.SetStores(m.e.CurrentContext().Stores.With(obj, c.Argument(0)))
	return nil
}

func (m *Module) storageDisable(c goja.FunctionCall) goja.Value {
	obj, _ := m.storageOf(c.This)
	m.e.CurrentContext().Stores.Drop(obj)
	return nil
}

// storageRun is run(store, callback, ...args).
func (m *Module) storageRun(c goja.FunctionCall) goja.Value {
	obj, st := m.storageOf(c.This)
	return m.runWith(obj, st, c.Argument(0), c.Argument(1), after(c, 2))
}

// storageExit is exit(callback, ...args): run with the store undefined.
func (m *Module) storageExit(c goja.FunctionCall) goja.Value {
	obj, st := m.storageOf(c.This)
	return m.runWith(obj, st, goja.Undefined(), c.Argument(0), after(c, 1))
}

// runWith calls a function with another store, and enters the one before when
// it is done.
func (m *Module) runWith(obj *goja.Object, st *storage, store, callback goja.Value, args []goja.Value) goja.Value {
	before := m.e.CurrentContext().Stores
	prior, ok := before.Get(obj)
	if !ok {
		prior = st.fallback
	}
	if prior.SameAs(store) {
		return m.e.Call(m.function(callback), goja.Null(), args...)
	}
	own := before.With(obj, store)
	m.e.SetStores(own)
	defer func() {
		if now := m.e.CurrentContext().Stores; now != own || own.Dropped() {
			// What other storages have entered or lost meanwhile stays so.
			m.e.SetStores(now.With(obj, prior))
			return
		}
		m.e.SetStores(before)
	}()
	return m.e.Call(m.function(callback), goja.Null(), args...)
}

// after copies the arguments from i on: goja's own slice is a window of its
// stack.
func after(c goja.FunctionCall, i int) []goja.Value {
	if len(c.Arguments) <= i {
		return nil
	}
	return slices.Clone(c.Arguments[i:])
}
