package asynchooks

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// hook is one AsyncHook that is enabled. A function that the script did not
// give is nil.
type hook struct {
	obj                          *goja.Object
	init, before, after, destroy engine.Func
	resolve                      engine.Func // promiseResolve
	promises                     bool
}

var _ engine.OpHooks = (*Module)(nil)

// enableHook is enable(hook, {init, before, after, destroy, promises}).
func (m *Module) enableHook(c goja.FunctionCall) goja.Value {
	obj, functions := c.Argument(0).(*goja.Object), c.Argument(1).(*goja.Object)
	if m.indexOf(obj) >= 0 {
		return nil
	}
	get := func(name string) engine.Func {
		fn, _ := engine.Callable(functions.Get(name))
		return fn
	}
	h := &hook{
		obj: obj, init: get("init"), before: get("before"), after: get("after"), destroy: get("destroy"),
		resolve:  get("promiseResolve"),
		promises: functions.Get("promises").ToBoolean(),
	}
	m.next = append(slices.Clip(slices.Clone(m.next)), h)
	m.changed()
	return nil
}

func (m *Module) disableHook(c goja.FunctionCall) goja.Value {
	if i := m.indexOf(c.Argument(0).(*goja.Object)); i >= 0 {
		m.next = slices.Delete(slices.Clone(m.next), i, i+1)
		m.changed()
	}
	return nil
}

func (m *Module) indexOf(obj *goja.Object) int {
	return slices.IndexFunc(m.next, func(h *hook) bool { return h.obj == obj })
}

// Watch lets another module hear of every operation from now on, promise
// reactions included.
func (m *Module) Watch(h engine.OpHooks) {
	m.natives = append(slices.Clip(m.natives), h)
	m.changed()
}

// changed tells the engine whether anybody watches. What a hook enables or
// disables counts once the outermost one that runs is over.
func (m *Module) changed() {
	if m.calling > 0 {
		return
	}
	m.hooks = m.next
	if len(m.hooks)+len(m.natives) == 0 {
		m.e.SetOpHooks(nil)
		m.e.TrackPromises(false)
		return
	}
	m.e.SetOpHooks(m)
	m.e.TrackPromises(len(m.natives) > 0 || slices.ContainsFunc(m.hooks, func(h *hook) bool { return h.promises }))
}

// Init, Before and After call the hooks that were enabled when they began.

func (m *Module) Init(op *engine.Op) {
	defer m.settle()
	for _, n := range m.natives {
		n.Init(op)
	}
	for _, h := range m.hooks {
		if h.init != nil && h.hears(op) {
			m.call(h, h.init, m.vm.ToValue(op.ID), m.vm.ToValue(op.Type), m.vm.ToValue(op.Trigger), m.resourceOf(op))
		}
	}
}

func (m *Module) Before(op *engine.Op) {
	defer m.settle()
	for _, n := range m.natives {
		n.Before(op)
	}
	for _, h := range m.hooks {
		if h.before != nil && h.hears(op) {
			m.call(h, h.before, m.vm.ToValue(op.ID))
		}
	}
}

func (m *Module) After(op *engine.Op) {
	if op.Type == promiseType {
		m.resolved(op)
	}
	for _, h := range m.hooks {
		if h.after != nil && h.hears(op) {
			m.call(h, h.after, m.vm.ToValue(op.ID))
		}
	}
	for _, n := range m.natives {
		n.After(op)
	}
}

// settle lets what the hooks enabled or disabled count.
func (m *Module) settle() {
	if m.calling == 0 && !slices.Equal(m.hooks, m.next) {
		m.changed()
	}
}

// resolved tells the promiseResolve hooks that the promise of a reaction is
// about to be settled.
func (m *Module) resolved(op *engine.Op) {
	for _, h := range m.hooks {
		if h.resolve != nil {
			m.call(h, h.resolve, m.vm.ToValue(op.ID))
		}
	}
}

// promiseType is the type of promise reactions.
const promiseType = "PROMISE"

// Destroy has the destroy hooks called a little later, as on Node.
func (m *Module) Destroy(op *engine.Op) {
	for _, n := range m.natives {
		n.Destroy(op)
	}
	m.queueDestroy(op.ID)
}

// hears: some hooks do not want promises.
func (h *hook) hears(op *engine.Op) bool { return h.promises || op.Type != promiseType }

// call calls one hook. A hook that throws ends the script.
func (m *Module) call(h *hook, fn engine.Func, args ...goja.Value) {
	m.calling++
	ex := m.e.Try(func() { m.e.Call(fn, h.obj, args...) })
	m.calling--
	if ex != nil {
		m.deps.Fatal(ex)
	}
}

func (m *Module) wantsInit() bool {
	return slices.ContainsFunc(m.hooks, func(h *hook) bool { return h.init != nil })
}

func (m *Module) wantsDestroy() bool {
	return slices.ContainsFunc(m.hooks, func(h *hook) bool { return h.destroy != nil })
}

// destroyLimit is how many operations may wait for their destroy hooks until
// those run without waiting for the loop.
const destroyLimit = 16384

// queueDestroy has the destroy hooks called in the next immediates phase.
func (m *Module) queueDestroy(id float64) {
	if !m.wantsDestroy() {
		return
	}
	m.destroyed = append(m.destroyed, id)
	switch {
	case len(m.destroyed) == destroyLimit:
		m.e.Microtask(m.flushDestroyed)
	case !m.flushing:
		m.flushing = true
		m.e.Loop.NewUrgentImmediate(func() {
			m.flushing = false
			m.flushDestroyed()
		})
	}
}

func (m *Module) flushDestroyed() {
	defer m.settle()
	for len(m.destroyed) > 0 {
		ids := m.destroyed
		m.destroyed = nil
		for _, id := range ids {
			for _, h := range m.hooks {
				if h.destroy != nil {
					m.call(h, h.destroy, m.vm.ToValue(id))
				}
			}
		}
	}
}
