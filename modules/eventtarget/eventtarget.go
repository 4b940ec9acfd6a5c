// Package eventtarget has the globals that Node shares with browsers for
// events and cancellation: EventTarget, Event, CustomEvent, AbortController,
// AbortSignal and DOMException (Node documentation, "Events", "EventTarget and
// Event API", and "Globals"). The runtime defines them lazily; everything is
// one small JavaScript file that is compiled when the first of them is used.
//
// It runs on the loop goroutine. Events do not bubble, as on Node.
package eventtarget

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed eventtarget.js
var source string

var file = jsfile.New("node:internal/event_target", source)

// Names are the globals that Get knows.
var Names = [...]string{"EventTarget", "Event", "CustomEvent", "AbortController", "AbortSignal", "DOMException"}

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Timeout calls fn after some milliseconds without keeping the loop
	// alive, for AbortSignal.timeout.
	Timeout func(ms float64, fn func())
	// Warn passes an Error object to process.emitWarning.
	Warn func(warning *goja.Object)
}

// Module holds the classes of one runtime.
type Module struct {
	e       *engine.Engine
	deps    Deps
	classes *goja.Object
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, deps: deps} }

// Get returns one of the classes of Names.
func (m *Module) Get(name string) *goja.Object {
	if m.classes == nil {
		m.classes = file.Call(m.e, m.binding()).(*goja.Object)
	}
	return m.classes.Get(name).(*goja.Object)
}

// Adopt makes obj an event target, which no constructor did. Its prototypes
// are the caller's business.
func (m *Module) Adopt(obj *goja.Object) {
	m.Get("EventTarget") // compiled now
	m.e.CallMethod(m.classes, "adopt", obj)
}

// binding is what the JavaScript needs from Go.
func (m *Module) binding() *goja.Object {
	vm := m.e.VM
	b := jsfile.Errors(vm)
	binding.Methods(vm, b,
		binding.Method{Name: "webType", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(vm, "TypeError", "ERR_INVALID_ARG_TYPE", c.Argument(0).String())
		}},
		binding.Method{Name: "throwLater", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			err := c.Argument(0)
			m.e.NextTick(func() { panic(err) })
			return nil
		}},
		binding.Method{Name: "timeout", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			fn, _ := engine.Callable(c.Argument(1))
			m.deps.Timeout(c.Argument(0).ToFloat(), func() { m.e.Call(fn, goja.Undefined()) })
			return nil
		}},
		binding.Method{Name: "warn", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			if w, ok := c.Argument(0).(*goja.Object); ok && m.deps.Warn != nil {
				m.deps.Warn(w)
			}
			return nil
		}},
		binding.Method{Name: "now", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return vm.ToValue(m.e.Loop.Now())
		}},
	)
	return b
}
