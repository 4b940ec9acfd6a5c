// Package vm is Node's `vm` module (Node documentation, "VM (executing
// JavaScript)"): Script, the runIn functions, createContext and
// compileFunction.
//
// The engine has one global object and one set of intrinsics for each
// runtime. A script for the global scope runs as it is. A script for another
// context is rewritten (package rewrite) so that its free names are looked up
// in the contextified object, then among the engine's own globals.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
//
// # Differences from Node
//
//   - Contexts share Object, Array, Error and the other intrinsics, with each
//     other and with the main context: instanceof works across contexts, and a
//     change to a prototype shows everywhere.
//   - A name that a context does not have but the main one does (process) is
//     undefined rather than a ReferenceError in code that asks for its typeof
//     anywhere, and in code given to eval. A name that is only assigned to by
//     code given to eval goes to the main global object, as does what indirect
//     eval declares.
//   - Free names in a context are slower than local ones, about a microsecond.
//   - The stacks of errors do not begin with the line of the script.
//   - breakOnSigint is checked and ignored; microtaskMode too: promise jobs of
//     all contexts share one queue. Negative line and column offsets count as 0.
//   - Object.getOwnPropertyDescriptor(globalThis, name) fails inside a context
//     for accessors that are not configurable: goja compares them wrongly.
//   - A variable that code given to eval declares stays inside that script.
//   - There is no cached data: what is given is rejected, and createCachedData
//     is not built, nor are measureMemory and modules.
package vm

import (
	_ "embed"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed vm.js
var source string

var apiFile = jsfile.New("node:vm", source)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// AddSource makes the text of a script known, for stacks.
	AddSource func(file, text string)
	Inspect   func(v goja.Value) string
}

// Module is the module of one runtime.
type Module struct {
	e       *engine.Engine
	vm      *goja.Runtime
	deps    Deps
	exports *goja.Object
	reflection
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, vm: e.VM, deps: deps} }

// Exports is what require('vm') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		m.reflection = newReflection(m.vm)
		m.exports = apiFile.Call(m.e, m.host()).(*goja.Object)
	}
	return m.exports
}

// nativeSymbol is where the objects that JavaScript holds keep their native
// side.
var nativeSymbol = goja.NewSymbol("native")

// handle wraps native state for JavaScript.
func (m *Module) handle(native goja.Value) goja.Value {
	obj := m.vm.NewObject()
	binding.HiddenSymbol(obj, nativeSymbol, native)
	return obj
}

// nativeOf unwraps a handle; nil for anything else.
func nativeOf[T goja.Value](v goja.Value) T {
	var none T
	obj, ok := v.(*goja.Object)
	if !ok {
		return none
	}
	native, _ := obj.GetSymbol(nativeSymbol).(T)
	return native
}

// host is what the JavaScript calls.
func (m *Module) host() *goja.Object {
	host := jsfile.Errors(m.vm)
	binding.Methods(m.vm, host,
		binding.Method{Name: "compile", Length: 4, Fn: func(c goja.FunctionCall) goja.Value {
			name := c.Argument(0).String()
			text := placed(c.Argument(1).String(), int(c.Argument(2).ToInteger()), int(c.Argument(3).ToInteger()))
			m.deps.AddSource(name, text)
			return m.handle(m.compile(name, text))
		}},
		binding.Method{Name: "runInThisContext", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			s := nativeOf[*compiledScript](c.Argument(0))
			return m.within(c.Argument(1).ToInteger(), func() goja.Value { return s.runInThisContext(m) })
		}},
		binding.Method{Name: "runInContext", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			s, context := nativeOf[*compiledScript](c.Argument(0)), nativeOf[*scriptContext](c.Argument(1))
			return m.within(c.Argument(2).ToInteger(), func() goja.Value { return s.runIn(context) })
		}},
		binding.Method{Name: "contextify", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return m.handle(m.contextify(c.Argument(0).(*goja.Object), c.Argument(1).ToBoolean()))
		}},
		binding.Method{Name: "globalOf", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return nativeOf[*scriptContext](c.Argument(0)).global
		}},
		binding.Method{Name: "compileFunction", Length: 7, Fn: m.compileFunction},
		binding.Method{Name: "inspect", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.deps.Inspect(c.Argument(0)))
		}},
	)
	return host
}

// compileFunction is what vm.compileFunction calls once it has checked its
// arguments: code, params, file name, line and column offset, context,
// extensions.
func (m *Module) compileFunction(c goja.FunctionCall) goja.Value {
	s := functionSource{
		body: c.Argument(0).String(), name: c.Argument(2).String(),
		line: int(c.Argument(3).ToInteger()), column: int(c.Argument(4).ToInteger()),
	}
	for _, v := range m.elements(c.Argument(1)) {
		s.params = append(s.params, v.String())
	}
	// The last extension is looked at first.
	s.extensions = m.elements(c.Argument(6))
	return m.compileIn(nativeOf[*scriptContext](c.Argument(5)), s)
}

func (m *Module) elements(list goja.Value) []goja.Value {
	var out []goja.Value
	m.vm.ForOf(list, func(v goja.Value) bool {
		out = append(out, v)
		return true
	})
	return out
}

// within runs code with a limit in milliseconds; 0 is none.
func (m *Module) within(limit int64, run func() goja.Value) goja.Value {
	if limit == 0 {
		return run()
	}
	var v goja.Value
	if !m.e.Deadline(time.Duration(limit)*time.Millisecond, func() { v = run() }) {
		panic(nodeerr.New(m.vm, "ERR_SCRIPT_EXECUTION_TIMEOUT", limit))
	}
	return v
}
