// Package events is Node's `events` module (Node documentation, "Events"):
// EventEmitter as a native state machine, so that streams and sockets emit
// without a line of interpreted code in between.
//
// An emitter's listeners live in a State, a Go struct that hangs on the
// object under one hidden symbol. Constructors create it; on an object that
// never ran one (a mixin) the first call does. It is found through the
// prototype chain and through proxies exactly where Node would find
// `_events`.
//
// Everything here runs on the loop goroutine. Unlike on Node, `_events`,
// `_eventsCount` and `_maxListeners` are accessors of the prototype, not own
// properties.
package events

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// DefaultMaxListeners is Node's limit before the leak warning.
const DefaultMaxListeners = 10

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Warn passes an Error object to process.emitWarning.
	Warn func(warning *goja.Object)
	// Describe prints a value as util.inspect does; depth -1 prints objects
	// by their names only.
	Describe func(v goja.Value, depth int) string
	// AsyncResource is the class of async_hooks.
	AsyncResource func() goja.Value
}

// Module is the `events` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	ctor     *goja.Object
	proto    *goja.Object
	stateSym *goja.Symbol
	hasOwn   engine.Func // Object.prototype.hasOwnProperty
	emitFn   *goja.Object
	onFn     *goja.Object
	// removers are the functions that removeListener may be without being
	// patched, and what each does once a listener is off.
	removers  map[goja.Value]func(st *State, k Key)
	streamOn  *goja.Object // Readable.prototype.on, once streams are loaded
	streamAdd func(st *State, obj *goja.Object, k Key, l *Listener)
	monitor   *goja.Symbol
	rejection *goja.Symbol

	emitting          [][]*Listener          // the lists of two or more that emit goes through
	onInit            func(obj *goja.Object) // told of every emitter that is constructed
	defaultMax        float64
	captureRejections bool
	cold              *goja.Object // the JavaScript part, once loaded
	keyNewListener    Key
	keyRemoveListener Key
	keyError          Key
	keyMonitor        Key
}

// New builds EventEmitter for one engine.
func New(e *engine.Engine, deps Deps) *Module {
	vm := e.VM
	m := &Module{
		e: e, vm: vm, deps: deps,
		stateSym:   goja.NewSymbol("kState"),
		monitor:    goja.NewSymbol("events.errorMonitor"),
		defaultMax: DefaultMaxListeners,
	}
	m.hasOwn, _ = engine.Callable(e.Intrinsics.Object.Get("prototype").(*goja.Object).Get("hasOwnProperty"))
	m.rejection = symbolFor(vm, "nodejs.rejection")
	m.keyNewListener = NewKey("newListener")
	m.keyRemoveListener = NewKey("removeListener")
	m.keyError = NewKey("error")
	m.keyMonitor = Key{sym: m.monitor}
	m.installConstructor()
	m.installPrototype()
	m.installStatics()
	return m
}

// symbolFor is Symbol.for(name).
func symbolFor(vm *goja.Runtime, name string) *goja.Symbol {
	symbol := vm.Get("Symbol").(*goja.Object)
	fn, _ := engine.Callable(symbol.Get("for"))
	return fn(goja.FunctionCall{This: symbol, Arguments: []goja.Value{vm.ToValue(name)}}).(*goja.Symbol)
}

// Exports is what require('events') returns: EventEmitter itself.
func (m *Module) Exports() *goja.Object { return m.ctor }

// Constructor is EventEmitter.
func (m *Module) Constructor() *goja.Object { return m.ctor }

// Prototype is EventEmitter.prototype.
func (m *Module) Prototype() *goja.Object { return m.proto }

// RejectionSymbol is Symbol.for('nodejs.rejection').
func (m *Module) RejectionSymbol() *goja.Symbol { return m.rejection }

// ErrorMonitor is events.errorMonitor.
func (m *Module) ErrorMonitor() *goja.Symbol { return m.monitor }

func (m *Module) installConstructor() {
	m.ctor = binding.Constructor(m.vm, "EventEmitter", 1, func(c goja.ConstructorCall) *goja.Object {
		m.construct(c.This, c.NewTarget != nil, c.Argument(0))
		return nil
	})
	m.proto = binding.Prototype(m.ctor)
}

// Init is EventEmitter.init: it gives obj a State of its own and reads the
// captureRejections option.
func (m *Module) Init(obj *goja.Object, opts goja.Value) *State {
	return m.construct(obj, false, opts)
}

// construct is Init; fresh says that obj has no properties yet.
func (m *Module) construct(obj *goja.Object, fresh bool, opts goja.Value) *State {
	st := m.ownState(obj)
	if st == nil {
		st = &State{}
		m.Attach(obj, st)
		if !fresh {
			st.stand(obj)
		}
	} else {
		st.again()
	}
	m.readOptions(st, opts)
	m.tellInit(obj)
	return st
}

// InitState is Init with storage that the caller embeds in a struct of its own.
func (m *Module) InitState(obj *goja.Object, st *State, owner any, opts goja.Value) {
	st.Owner = owner
	m.Attach(obj, st)
	m.readOptions(st, opts)
	m.tellInit(obj)
}

// OnInit has fn called for every emitter that is constructed from now on.
func (m *Module) OnInit(fn func(obj *goja.Object)) { m.onInit = fn }

func (m *Module) tellInit(obj *goja.Object) {
	if m.onInit != nil {
		m.onInit(obj)
	}
}

func (m *Module) readOptions(st *State, opts goja.Value) {
	st.capture = m.captureRejections
	o, ok := opts.(*goja.Object)
	if !ok {
		return
	}
	v := o.Get("captureRejections")
	if v == nil || !v.ToBoolean() {
		return
	}
	if b, ok := v.Export().(bool); !ok || !b {
		panic(nodeerr.ArgType(m.vm, "options.captureRejections", v, "boolean"))
	}
	st.capture = true
}

// Configure reads the captureRejections option of a stream.
func (m *Module) Configure(st *State, captureRejections goja.Value) {
	st.configured()
	st.capture = m.captureRejections
	if b, ok := captureRejections.Export().(bool); ok && b {
		st.capture = true
	}
}
