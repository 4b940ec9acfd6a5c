// Package asynchooks is Node's `async_hooks` module (Node documentation,
// "Asynchronous context tracking" and "Async hooks"): AsyncLocalStorage,
// AsyncResource, the identities of asynchronous operations and createHook.
//
// The context itself belongs to the engine, which every module that starts an
// operation asks for it; this package is what scripts see of it. runtime makes
// one Module for each runtime; it runs on the loop goroutine.
//
// # Cost
//
// A script that uses none of this pays for two pointers per tick, timer and
// request. AsyncLocalStorage makes promise reactions carry a context;
// operations get identities of their own, which is an allocation for each,
// once somebody asks for one or enables a hook.
//
// # Differences from Node
//
// The engine does not tell when a promise is made or resolved. A PROMISE
// operation stands for one `then` or await; it begins with that, its trigger
// is the operation that runs then, and its resource is no promise.
// promiseResolve hooks are called when its callback has run. The `then` method of an awaited
// object that is no promise runs without a context. What is garbage collected
// is not reported to destroy hooks, other than AsyncResource objects.
package asynchooks

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
)

//go:embed asynchooks.js
var source string

var file = jsfile.New("node:async_hooks", source)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Fatal ends the script because a hook has thrown.
	Fatal func(ex *goja.Exception)
	// Warn is process.emitWarning(text, "DeprecationWarning", code).
	Warn func(text, code string)
}

// Module is the module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	storageSym  *goja.Symbol // holds *storage on an AsyncLocalStorage
	resourceSym *goja.Symbol // holds *resource on an AsyncResource
	top         *goja.Object // executionAsyncResource of code that nothing started

	hooks     []*hook          // enabled by scripts; replaced, never changed
	next      []*hook          // what they are once no hook runs
	calling   int              // hooks that run inside each other
	natives   []engine.OpHooks // enabled by other modules
	destroyed []float64        // operations that destroy hooks have to hear of
	flushing  bool

	exports *goja.Object
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine, deps Deps) *Module {
	return &Module{
		e: e, vm: e.VM, deps: deps,
		storageSym:  goja.NewSymbol("kStorage"),
		resourceSym: goja.NewSymbol("kResource"),
	}
}

// Exports is what require('async_hooks') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		m.exports = file.Call(m.e, m.host()).(*goja.Object)
		m.installStorage(m.exports.Get("AsyncLocalStorage").(*goja.Object))
		m.installResource(m.exports.Get("AsyncResource").(*goja.Object))
		m.installIDs()
	}
	return m.exports
}

// host is what the JavaScript calls.
func (m *Module) host() *goja.Object {
	host := jsfile.Errors(m.vm)
	binding.Methods(m.vm, host,
		binding.Method{Name: "newStorage", Length: 3, Fn: m.newStorage},
		binding.Method{Name: "newResource", Length: 5, Fn: m.newResource},
		binding.Method{Name: "enable", Length: 1, Fn: m.enableHook},
		binding.Method{Name: "disable", Length: 1, Fn: m.disableHook},
		binding.Method{Name: "deprecated", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			m.deps.Warn(c.Argument(0).String(), c.Argument(1).String())
			return nil
		}},
		binding.Method{Name: "currentID", Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.e.CurrentOp().ID)
		}},
	)
	return host
}

// installIDs defines the functions that tell which operation runs. The first
// call of one lets operations have identities.
func (m *Module) installIDs() {
	binding.Methods(m.vm, m.exports,
		binding.Method{Name: "executionAsyncId", Fn: func(goja.FunctionCall) goja.Value {
			m.e.TrackOps()
			return m.vm.ToValue(m.e.CurrentOp().ID)
		}},
		binding.Method{Name: "triggerAsyncId", Fn: func(goja.FunctionCall) goja.Value {
			m.e.TrackOps()
			return m.vm.ToValue(m.e.CurrentOp().Trigger)
		}},
		binding.Method{Name: "executionAsyncResource", Fn: func(goja.FunctionCall) goja.Value {
			m.e.TrackOps()
			return m.resourceOf(m.e.CurrentOp())
		}},
	)
}

// resourceOf is the object that stands for an operation.
func (m *Module) resourceOf(op *engine.Op) *goja.Object {
	if op.Type == "" {
		if m.top == nil {
			m.top = m.vm.CreateObject(m.vm.CreateObject(nil))
		}
		return m.top
	}
	if op.Resource == nil {
		op.Resource = m.vm.NewObject()
	}
	return op.Resource
}
