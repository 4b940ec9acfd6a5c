// Package process is Node's `process` object (Node documentation, "Process")
// together with what decides about a script's end: uncaught exceptions,
// unhandled rejections, warnings, exit codes and signals. Runtime builds one
// Module per engine and wires its Uncaught and Rejections into it.
//
// Everything here runs on the loop goroutine; signals arrive from another one
// and are posted.
//
// The outside world comes in through Config: arguments, environment, working
// directory and signals are those that the embedder gave, not the Go
// program's own.
//
// # Differences from Node
//
// process.version and process.versions.node name the Node release whose API
// gonode follows; process.versions.gonode is our own. There is no native
// add-on, inspector, permission model or diagnostic report: what belongs to
// them throws ERR_METHOD_NOT_IMPLEMENTED when called. memoryUsage().external
// and .arrayBuffers are 0, because everything lives in the Go heap.
package process

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/events"
)

// Config is what one process object reports about and acts on. Runtime fills
// it; none of it changes afterwards.
type Config struct {
	Args     []string // process.argv
	Argv0    string   // process.argv0
	ExecArgv []string // process.execArgv
	ExecPath string   // process.execPath
	Title    string   // process.title at the start
	Version  string   // process.versions.gonode

	Env     Environment
	Dir     Directory
	Signals Signals
	Flags   Flags
	Now     func() time.Time
	Start   time.Time // when the script's process began, for uptime

	// SetTimeZone is told what a script assigns to TZ in process.env, or an
	// empty name when it deletes that. It may be nil.
	SetTimeZone func(name string)
	// AllowedFlags names the options that NODE_OPTIONS may hold.
	AllowedFlags func() []string
	// ReplaceProgram is execve: it returns only when it fails. It is nil
	// where a script may not end the program.
	ReplaceProgram func(path string, args, env []string) error

	// Preload names the modules that were loaded before the script; Eval is
	// its text when that came with the command line.
	Preload []string
	Eval    *string

	// MayChangeIDs lets setuid and its like change the whole program.
	MayChangeIDs bool
}

// Flags are the command line options that change how process behaves.
type Flags struct {
	UnhandledRejections RejectionMode
	AbortOnUncaught     bool // --abort-on-uncaught-exception
	NoWarnings          bool
	NoDeprecation       bool
	TraceWarnings       bool
	TraceDeprecation    bool
	ThrowDeprecation    bool
	DisabledWarnings    []string // --disable-warning, codes or types
	PendingDeprecation  bool
}

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Events *events.Module
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
	// Stream makes process.stdin (0), stdout (1) or stderr (2) on first use.
	Stream func(fd int) goja.Value
	// Stderr writes a text to standard error at once, past the stream.
	Stderr func(text string)
	// Fail ends the script because of an exception that nothing handled.
	// It does not return.
	Fail func(f Failure)
	// Builtin returns a built-in module, or nil when there is none of the name.
	Builtin func(id string) goja.Value
	// ReadEnv reads a .env file, the argument of process.loadEnvFile, and
	// calls each with its variables. What keeps it from that it throws.
	ReadEnv func(path goja.Value, each func(name, value string))
	// Resources lists what keeps the loop alive, by Node's names.
	Resources func() []string
	// Handles and Requests are the objects behind Resources.
	Handles, Requests func() []goja.Value
	// Loaded names the built-in modules that have been made.
	Loaded func() []string
	// SourceMaps and SetSourceMaps are the switch of the module loader.
	SourceMaps    func() bool
	SetSourceMaps func(on bool)
	// Format is util.format.
	Format func(args []goja.Value) string
	// WriteWarning writes the text of a warning; nil for Stderr.
	WriteWarning func(text string)
}

// Module is the process object of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	cfg  Config
	deps Deps

	obj   *goja.Object
	state *events.State
	keys  eventKeys

	exitCode     exitCode
	exiting      bool
	fatal        goja.Value   // process._fatalException as we made it
	capture      *goja.Object // setUncaughtExceptionCaptureCallback
	domains      domains
	title        string
	execveWarned bool // that it is experimental
	rejections   *rejections
	warnings     warnings
	signals      signalWatch
	streams      [3]goja.Value
}

// New builds the process object.
func New(e *engine.Engine, cfg Config, deps Deps) *Module {
	m := &Module{e: e, vm: e.VM, cfg: cfg, deps: deps, title: cfg.Title, keys: newEventKeys()}
	m.obj = m.newObject()
	m.state = deps.Events.Init(m.obj, nil)
	m.rejections = newRejections(m)
	m.installIdentity()
	m.installEnvironment()
	m.installTime()
	m.installUsage()
	m.installExit()
	m.installTicks()
	m.installFatal()
	m.installSignals()
	m.installWarnings()
	m.installDirectory()
	m.installIDs()
	m.installStreams()
	m.installRest()
	return m
}

// Exports is the process object, which is also what require('process') gives.
func (m *Module) Exports() *goja.Object { return m.obj }

// newObject makes the empty object: process, whose prototype is an object
// with a constructor named process, above EventEmitter.prototype.
func (m *Module) newObject() *goja.Object {
	proto := m.vm.CreateObject(m.deps.Events.Prototype())
	ctor := binding.Constructor(m.vm, "process", 0, func(c goja.ConstructorCall) *goja.Object { return nil })
	must(ctor.Set("prototype", proto))
	binding.Hidden(proto, "constructor", ctor)
	obj := m.vm.CreateObject(proto)
	must(obj.DefineDataPropertySymbol(goja.SymToStringTag, m.vm.ToValue("process"),
		goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return obj
}

// eventKeys are the events that Go code emits or listens for.
type eventKeys struct {
	exit, beforeExit, warning                events.Key
	uncaught, monitor, rejection, rejHandled events.Key
	newListener, removeListener              events.Key
}

func newEventKeys() eventKeys {
	return eventKeys{
		exit:           events.NewKey("exit"),
		beforeExit:     events.NewKey("beforeExit"),
		warning:        events.NewKey("warning"),
		uncaught:       events.NewKey("uncaughtException"),
		monitor:        events.NewKey("uncaughtExceptionMonitor"),
		rejection:      events.NewKey("unhandledRejection"),
		rejHandled:     events.NewKey("rejectionHandled"),
		newListener:    events.NewKey("newListener"),
		removeListener: events.NewKey("removeListener"),
	}
}

// emit is process.emit(...), whoever has replaced it.
func (m *Module) emit(k events.Key, args ...goja.Value) bool {
	return m.deps.Events.Emit(m.state, k, args...)
}

func (m *Module) methods(methods ...binding.Method) { binding.Methods(m.vm, m.obj, methods...) }

// constant defines an enumerable, configurable property that scripts cannot
// assign to.
func (m *Module) constant(name string, v any) {
	must(m.obj.DefineDataProperty(name, m.vm.ToValue(v), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

func (m *Module) value(name string, v any) { binding.Value(m.obj, name, m.vm.ToValue(v)) }

// requireFunction throws ERR_INVALID_ARG_TYPE unless v is a function.
func (m *Module) requireFunction(name string, v goja.Value) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, "function"))
	}
	return fn
}

// strings makes a JavaScript array of strings.
func (m *Module) strings(items []string) *goja.Object {
	values := make([]any, len(items))
	for i, s := range items {
		values[i] = s
	}
	return m.vm.NewArray(values...)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
