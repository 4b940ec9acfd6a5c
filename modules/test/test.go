// Package nodetest is Node's `node:test` and `node:test/reporters` (Node
// documentation, "Test runner"): tests, suites and hooks that run behind the
// main script, mocks, and reporters on standard output.
//
// All of it is JavaScript, in files of one subject each, which are compiled
// when the first script needs them. runtime makes one Module for each runtime;
// it runs on the loop goroutine.
//
// # Differences from Node
//
// There is no tracking of asynchronous contexts yet: an exception that nobody
// caught, and a test made by the global functions, belongs to the test whose
// function is being called, or else to the one that began last and has not
// ended. run, snapshots, mock.module and the reporters junit and lcov throw
// ERR_METHOD_NOT_IMPLEMENTED.
package nodetest

import (
	"embed"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
)

//go:embed *.js
var sources embed.FS

// files holds every file by its name without extension.
var files = sync.OnceValue(compile)

func compile() map[string]*jsfile.File {
	entries, err := sources.ReadDir(".")
	must(err)
	all := make(map[string]*jsfile.File, len(entries))
	for _, entry := range entries {
		source, err := sources.ReadFile(entry.Name())
		must(err)
		name := entry.Name()[:len(entry.Name())-len(".js")]
		all[name] = jsfile.New("node:internal/test_runner/"+name, string(source))
	}
	return all
}

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Builtin is require for built-in modules.
	Builtin func(name string) goja.Value
}

// Module is the module of one runtime.
type Module struct {
	e      *engine.Engine
	deps   Deps
	host   *goja.Object
	loaded map[string]goja.Value
}

// New makes the module.
func New(e *engine.Engine, deps Deps) *Module {
	return &Module{e: e, deps: deps, loaded: map[string]goja.Value{}}
}

// Exports is what require('node:test') returns.
func (m *Module) Exports() goja.Value { return m.load("api") }

// Reporters is what require('node:test/reporters') returns.
func (m *Module) Reporters() goja.Value { return m.load("reporters") }

// load runs a file, once.
func (m *Module) load(name string) goja.Value {
	if v, ok := m.loaded[name]; ok {
		return v
	}
	v := files()[name].Call(m.e, m.tools())
	m.loaded[name] = v
	return v
}

// tools is what each file gets.
func (m *Module) tools() *goja.Object {
	if m.host != nil {
		return m.host
	}
	vm := m.e.VM
	m.host = vm.NewObject()
	binding.Value(m.host, "errors", jsfile.Errors(vm))
	binding.Methods(vm, m.host,
		binding.Method{Name: "load", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.load(c.Argument(0).String())
		}},
		binding.Method{Name: "require", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.deps.Builtin(c.Argument(0).String())
		}},
		binding.Method{Name: "callSite", Fn: m.callSite},
	)
	return m.host
}

// callDepth is how many frames may lie between a function of a script and the
// place that asks for its position.
const callDepth = 20

// callSite is where a script called the function that asks.
func (m *Module) callSite(goja.FunctionCall) goja.Value {
	vm := m.e.VM
	site := vm.NewObject()
	for _, frame := range m.e.Stacks.Capture(callDepth) {
		if frame.File == "" || strings.HasPrefix(frame.File, "node:") {
			continue
		}
		binding.Value(site, "line", vm.ToValue(frame.Line))
		binding.Value(site, "column", vm.ToValue(frame.Column))
		binding.Value(site, "file", vm.ToValue(frame.File))
		break
	}
	return site
}

// must is for what can only fail by a mistake in this package.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
