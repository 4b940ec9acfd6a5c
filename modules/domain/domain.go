// Package domain is Node's deprecated `domain` module (Node documentation,
// "Domain"): groups of emitters and callbacks whose errors go to one place.
//
// A script that requires it changes how errors travel: every emitter that is
// made inside a domain belongs to it, every asynchronous operation that is
// started inside one runs its callback inside it, and exceptions that nothing
// catches go to the domain that is active. The module therefore watches every
// operation through async_hooks, from the moment it is first required.
//
// The domains themselves are one small JavaScript file. runtime makes one
// Module for each runtime; it runs on the loop goroutine.
package domain

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed domain.js
var source string

var file = jsfile.New("node:domain", source)

// Process is what the module needs of the process object.
type Process interface {
	Exports() *goja.Object
	// TakeExceptions makes somebody else than the script the owner of the
	// capture callback for uncaught exceptions; active is asked which domain
	// a promise was rejected in. It reports false when the script has set a
	// callback of its own.
	TakeExceptions(stack string, active func() *goja.Object) bool
	// Capture sets that callback; nil for none.
	Capture(fn *goja.Object)
}

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Process Process
	// Emitter is EventEmitter; OnEmitter has fn called for every emitter that
	// is constructed.
	Emitter   *goja.Object
	OnEmitter func(fn func(emitter *goja.Object))
	// Watch has h told of every asynchronous operation.
	Watch func(h engine.OpHooks)
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
}

// Module is the module of one runtime.
type Module struct {
	e    *engine.Engine
	deps Deps

	active  goja.Value // process.domain
	adopt   engine.Func
	exports *goja.Object
}

// New makes the module; nothing is changed before Exports.
func New(e *engine.Engine, deps Deps) *Module {
	return &Module{e: e, deps: deps, active: goja.Null()}
}

// Exports is what require('domain') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	if !m.deps.Process.TakeExceptions(m.requireStack(), m.current) {
		nodeerr.Throw(m.e.VM, "ERR_DOMAIN_CALLBACK_NOT_AVAILABLE")
	}
	m.exports = file.Call(m.e, m.deps.Process.Exports(), m.deps.Emitter, m.host()).(*goja.Object)
	m.deps.OnEmitter(func(obj *goja.Object) { m.e.Call(m.adopt, goja.Undefined(), obj) })
	m.deps.Watch((*operations)(m))
	return m.exports
}

// requireStack is where the script required the module, for the error of who
// sets a capture callback later.
func (m *Module) requireStack() string {
	return nodeerr.Plain(m.e.VM, "Error", "require(`domain`) at this point").Get("stack").String()
}

// current is process.domain, nil for none.
func (m *Module) current() *goja.Object {
	obj, _ := m.active.(*goja.Object)
	return obj
}

// host is what the JavaScript calls.
func (m *Module) host() *goja.Object {
	host := jsfile.Errors(m.e.VM)
	binding.Methods(m.e.VM, host,
		binding.Method{Name: "active", Fn: func(goja.FunctionCall) goja.Value { return m.active }},
		binding.Method{Name: "setActive", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.active = c.Argument(0)
			return nil
		}},
		binding.Method{Name: "adoptWith", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.adopt, _ = engine.Callable(c.Argument(0))
			return nil
		}},
		binding.Method{Name: "capture", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			fn, _ := c.Argument(0).(*goja.Object)
			m.deps.Process.Capture(fn)
			return nil
		}},
		binding.Method{Name: "unhandled", Length: 1, Fn: m.unhandled},
	)
	return host
}

// unhandled is the error of an 'error' event whose argument is none.
func (m *Module) unhandled(c goja.FunctionCall) goja.Value {
	return nodeerr.New(m.e.VM, "ERR_UNHANDLED_ERROR", m.unhandledText(c.Argument(0)))
}

func (m *Module) unhandledText(v goja.Value) string {
	if goja.IsUndefined(v) {
		return "Unhandled error."
	}
	return "Unhandled error. (" + m.deps.Describe(v, 2) + ")"
}

// operations takes the active domain from where an operation starts to its
// callback.
type operations Module

var _ engine.OpHooks = (*operations)(nil)

func (o *operations) Init(op *engine.Op) {
	op.Domain = (*Module)(o).current()
	if op.Domain != nil && op.Resource != nil {
		binding.Hidden(op.Resource, "domain", op.Domain)
	}
}

func (o *operations) Before(op *engine.Op) { o.call(op, "enter") }

func (o *operations) After(op *engine.Op) { o.call(op, "exit") }

func (o *operations) Destroy(*engine.Op) {}

func (o *operations) call(op *engine.Op, method string) {
	if op.Domain != nil {
		o.e.CallMethod(op.Domain, method)
	}
}
