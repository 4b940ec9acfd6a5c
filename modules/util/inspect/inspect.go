// Package inspect is util.inspect and util.format (Node documentation,
// "util"): text for any JavaScript value, letter for letter as Node 24 prints
// it. console, assert, the report of uncaught exceptions and the texts of
// argument errors use it from Go; modules/util hands the same functions to
// scripts.
//
// The printer is Go. It calls JavaScript only where Node does: functions under
// util.inspect.custom, getters when asked to, and whatever getters and proxy
// traps stand on prototypes. Exceptions from there pass through.
//
// An Inspector belongs to one VM and to the goroutine that runs it.
//
// # Differences from Node
//
//   - An object whose prototypes name no constructor is called by its kind
//     (Object, Map, ...); V8 remembers the class that made it.
//   - Native constructors are functions here even where Node has classes.
//   - Repeated frames of stacks longer than Error.stackTraceLimit is by default
//     are not collapsed, and with colours only frames of public modules are
//     grey.
//   - Objects nested deeper than maxNesting are cut with Node's note about the
//     stack size, which on Node depends on the stack.
package inspect

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/display"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/util/primordials"
)

// Deps is what the inspector needs from the rest of the platform. All of it
// is optional.
type Deps struct {
	// Cwd is the working directory, which coloured stacks show in grey.
	Cwd func() string
	// Native finds the state of an object of a built-in class, which shows as
	// properties that the object does not have. It returns nil for any other.
	Native func(obj *goja.Object) display.Shower
}

// Inspector prints the values of one VM.
type Inspector struct {
	e    *engine.Engine
	vm   *goja.Runtime
	p    *primordials.Set
	deps Deps

	custom     *goja.Symbol // util.inspect.custom
	errorProto *goja.Object

	// Made when a script first sees them:
	function  *goja.Object // util.inspect
	styles    *goja.Object // util.inspect.styles
	colors    *goja.Object // util.inspect.colors
	defaults  *goja.Object // util.inspect.defaultOptions
	withColor *goja.Object // options.stylize with colors
	noColor   *goja.Object // options.stylize without
}

// New makes an inspector for the engine's VM.
func New(e *engine.Engine, deps Deps) *Inspector {
	return &Inspector{
		e:          e,
		vm:         e.VM,
		p:          primordials.New(e.VM),
		deps:       deps,
		custom:     e.SymbolFor("nodejs.util.inspect.custom"),
		errorProto: e.Intrinsics.Error.Get("prototype").(*goja.Object),
	}
}

// Primordials are the captured functions of the VM, for modules that work
// beside the inspector.
func (i *Inspector) Primordials() *primordials.Set { return i.p }

// Defaults are the options that util.inspect starts from.
func (i *Inspector) Defaults() Options {
	opts := standard
	if i.defaults != nil {
		for _, name := range optionNames {
			opts.set(name, i.defaults.Get(name))
		}
	}
	return opts
}

// Inspect prints a value.
func (i *Inspector) Inspect(v goja.Value, opts Options) string {
	return newPrinter(i, opts).value(v, 0)
}

// Describe prints a value with the default options but the depth, as errors
// of Node's own do.
func (i *Inspector) Describe(v goja.Value, depth int) string {
	opts := i.Defaults()
	opts.Depth = float64(depth)
	return i.Inspect(v, opts)
}
