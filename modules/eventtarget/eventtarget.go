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
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed eventtarget.js
var source string

// program is compiled once for all runtimes, on first use.
var program = sync.OnceValue(func() *goja.Program {
	return goja.MustCompile("node:internal/event_target", source, true)
})

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
		m.classes = m.load()
	}
	return m.classes.Get(name).(*goja.Object)
}

func (m *Module) load() *goja.Object {
	v, err := m.e.VM.RunProgram(program())
	if err != nil {
		panic(err)
	}
	fn, _ := engine.Callable(v)
	return m.e.Call(fn, goja.Undefined(), m.binding()).(*goja.Object)
}

// binding is what the JavaScript needs from Go.
func (m *Module) binding() *goja.Object {
	vm := m.e.VM
	b := vm.NewObject()
	binding.Methods(vm, b,
		binding.Method{Name: "argType", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			var expected []string
			for _, x := range c.Arguments[2:] {
				expected = append(expected, x.String())
			}
			return nodeerr.ArgType(vm, c.Argument(0).String(), c.Argument(1), expected...)
		}},
		binding.Method{Name: "error", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			var args []any
			for _, x := range c.Arguments[1:] {
				args = append(args, x.String())
			}
			return nodeerr.New(vm, c.Argument(0).String(), args...)
		}},
		binding.Method{Name: "webType", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(vm, "TypeError", "ERR_INVALID_ARG_TYPE", c.Argument(0).String())
		}},
		binding.Method{Name: "outOfRange", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.OutOfRange(vm, c.Argument(0).String(), c.Argument(1).String(), c.Argument(2))
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
