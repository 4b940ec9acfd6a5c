// Package timers is Node's `timers` module (Node documentation, "Timers"):
// setTimeout, setInterval, setImmediate and what clears them, which are also
// globals, and queueMicrotask. Runtime builds one Module per engine; the
// waiting itself is the event loop's.
//
// Everything here runs on the loop goroutine. A timer costs one Go struct and
// one JavaScript object that holds it under a hidden symbol.
//
// Unlike on Node, `_onTimeout`, `_idleTimeout`, `_repeat` and their like are
// accessors of the prototype, not own properties; util.inspect shows them all
// the same.
package timers

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Warn is process.emitWarning(text, name).
	Warn func(text, name string)
}

// Module is the `timers` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	sym            *goja.Symbol // holds the Go struct on its JavaScript object
	timeoutProto   *goja.Object // made with the first timer
	immediateProto *goja.Object // made with the first immediate
	inspect        *goja.Symbol

	known  map[int64]*timeout // by the number that a timer turned into
	lastID int64

	timeouts, immediates int // those that hold the loop

	warnedNegative, warnedNaN bool

	list *goja.Object // stands for Node's lists of timers

	functions map[string]*goja.Object
	exports   *goja.Object
	promises  *goja.Object
}

// New builds the timer functions for one engine.
func New(e *engine.Engine, deps Deps) *Module {
	m := &Module{e: e, vm: e.VM, deps: deps, sym: goja.NewSymbol("kTimer"), known: map[int64]*timeout{}}
	m.inspect = e.SymbolFor("nodejs.util.inspect.custom")
	m.installFunctions()
	return m
}

// Function returns setTimeout and its like, for the global object.
func (m *Module) Function(name string) *goja.Object { return m.functions[name] }

// Resources lists what holds the loop, for process.getActiveResourcesInfo.
func (m *Module) Resources() []string {
	var names []string
	for range m.timeouts {
		names = append(names, "Timeout")
	}
	for range m.immediates {
		names = append(names, "Immediate")
	}
	return names
}

// GlobalNames are the functions that Node also has as globals.
func GlobalNames() []string {
	return []string{"clearImmediate", "setImmediate", "clearInterval", "clearTimeout", "setInterval", "setTimeout"}
}

func (m *Module) installFunctions() {
	m.functions = map[string]*goja.Object{}
	for _, f := range []binding.Method{
		{Name: "setTimeout", Length: 2, Fn: m.setTimeout},
		{Name: "clearTimeout", Length: 1, Fn: m.clearTimeout},
		{Name: "setImmediate", Length: 1, Fn: m.setImmediate},
		{Name: "clearImmediate", Length: 1, Fn: m.clearImmediate},
		{Name: "setInterval", Length: 2, Fn: m.setInterval},
		{Name: "clearInterval", Length: 1, Fn: m.clearTimeout},
	} {
		m.functions[f.Name] = binding.Func(m.vm, f.Name, f.Length, f.Fn)
	}
	custom := m.e.SymbolFor("nodejs.util.promisify.custom")
	for _, name := range []string{"setTimeout", "setImmediate"} {
		get := binding.Func(m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return m.Promises().Get(name) })
		must(m.functions[name].DefineAccessorPropertySymbol(custom, get, nil, goja.FLAG_FALSE, goja.FLAG_TRUE))
	}
}

// Exports is what require('timers') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		m.exports = m.vm.NewObject()
		for _, name := range []string{"setTimeout", "clearTimeout", "setImmediate", "clearImmediate", "setInterval", "clearInterval"} {
			binding.Value(m.exports, name, m.functions[name])
		}
		get := binding.Func(m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return m.Promises() })
		must(m.exports.DefineAccessorProperty("promises", get, nil, goja.FLAG_TRUE, goja.FLAG_TRUE))
	}
	return m.exports
}

// callback checks the first argument of the functions that make a timer.
func (m *Module) callback(v goja.Value) goja.Value {
	if !engine.IsCallable(v) {
		panic(nodeerr.ArgType(m.vm, "callback", v, "function"))
	}
	return v
}

// rest copies the arguments from i on: goja's own slice is a window of its
// stack.
func rest(c goja.FunctionCall, i int) []goja.Value {
	if len(c.Arguments) <= i {
		return nil
	}
	return slices.Clone(c.Arguments[i:])
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
