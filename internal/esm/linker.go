package esm

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/namespace"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Host is what a Linker asks the loader for.
type Host interface {
	// Meta makes the import.meta of a module.
	Meta(m *Module) *goja.Object
	// Import is import(specifier, options) in a module.
	Import(m *Module, specifier, options goja.Value) goja.Value
	// CompileError makes the exception for a text that does not compile.
	CompileError(m *Module, err error) goja.Value
}

// Linker joins the modules of one VM.
type Linker struct {
	e    *engine.Engine
	vm   *goja.Runtime
	host Host

	freeze  goja.Callable // Object.preventExtensions
	resolve engine.Func   // Promise.resolve
	then    engine.Func   // Promise.prototype.then
	missing goja.Value    // what reading arguments calls
	order   int           // of async evaluation
	settled int           // modules that have been evaluated
}

// NewLinker makes the linker of an engine, before scripts run.
func NewLinker(e *engine.Engine, host Host) *Linker {
	k := &Linker{e: e, vm: e.VM, host: host}
	k.freeze, _ = goja.AssertFunction(e.Intrinsics.Object.Get("preventExtensions"))
	k.resolve, _ = engine.Callable(e.Intrinsics.Promise.Get("resolve"))
	k.then, _ = engine.Callable(e.Intrinsics.Promise.Get("prototype").(*goja.Object).Get("then"))
	return k
}

// status of a module, as the specification has them.
type status uint8

const (
	unlinked status = iota
	linking
	linked
	evaluating
	evaluatingAsync
	evaluated
)

// Module is a module record: of a text, or synthetic.
type Module struct {
	URL    string
	Source *Source // nil for synthetic modules
	Loaded any     // the loader's own
	// Requested are the modules that Source.Requests ask for. The loader
	// fills them in before it links.
	Requested []*Module

	k         *Linker
	status    status
	index     int // of depth-first searches
	ancestor  int
	failure   *goja.Exception
	namespace *namespace.Namespace

	exports map[string]int // local exports -> getter or value
	getters []engine.Func
	body    *goja.Object // the generator
	resume  engine.Func  // its next
	throw   engine.Func
	setLive engine.Func
	setters []engine.Func
	modes   string
	targets []*binding // of Source.Imports
	cyclic  bool       // it is in a cycle

	synthetic
	asyncState
}

// synthetic is the part of modules that are not made of a text.
type synthetic struct {
	names    []string
	values   []goja.Value
	run      func()
	watchers []func(name string, v goja.Value)
}

// NewModule makes the record of a text.
func (k *Linker) NewModule(url string, src *Source) *Module {
	m := &Module{k: k, URL: url, Source: src, exports: map[string]int{}}
	for _, e := range src.Exports {
		if e.Request < 0 {
			m.exports[e.Name] = len(m.exports)
		}
	}
	m.hasAwait = src.Async
	return m
}

// NewSynthetic makes a module with the given exports. run, called once when
// the module is evaluated, gives them values by SetExport; it may throw.
func (k *Linker) NewSynthetic(url string, names []string, run func(m *Module)) *Module {
	m := &Module{k: k, URL: url, exports: map[string]int{}}
	for _, name := range names {
		if _, twice := m.exports[name]; !twice {
			m.exports[name] = len(m.names)
			m.names = append(m.names, name)
		}
	}
	m.values = make([]goja.Value, len(m.names))
	m.run = func() { run(m) }
	return m
}

// Exports reports whether a synthetic module, or a text by itself, exports a
// name.
func (m *Module) Exports(name string) bool { _, ok := m.exports[name]; return ok }

// SetExport gives an export of a synthetic module a value, also later on.
func (m *Module) SetExport(name string, v goja.Value) {
	i, ok := m.exports[name]
	if !ok {
		return
	}
	if v == nil {
		v = goja.Undefined()
	}
	m.values[i] = v
	for _, tell := range m.watchers {
		tell(name, v)
	}
}

// binding is what a name that a module exports stands for.
type binding struct {
	module *Module
	name   string // its local export; empty for the namespace
}

// mutable tells bindings that may change after their module was evaluated.
func (b *binding) mutable() bool {
	src := b.module.Source
	if b.name == "" || src == nil {
		return false
	}
	for i, e := range src.Exports {
		if e.Name == b.name {
			return src.mutable[i]
		}
	}
	return false
}

// fixed tells bindings that have got their last value.
func (b *binding) fixed() bool {
	return b.name == "" || b.module.status == evaluated && b.module.failure == nil && !b.mutable()
}

// value reads a binding; as is its name in an exception.
func (b *binding) value(as string) goja.Value {
	m := b.module
	if b.name == "" {
		return m.Namespace()
	}
	i := m.exports[b.name]
	if m.Source == nil {
		if m.values[i] == nil {
			panic(m.k.uninitialized(as))
		}
		return m.values[i]
	}
	if m.getters == nil {
		panic(m.k.uninitialized(as))
	}
	var v goja.Value
	if ex := m.k.e.Try(func() { v = m.k.e.Call(m.getters[i], goja.Undefined()) }); ex != nil {
		panic(m.k.uninitialized(as))
	}
	return v
}

func (k *Linker) uninitialized(name string) goja.Value {
	return nodeerr.Plain(k.vm, "ReferenceError", "Cannot access '"+name+"' before initialization")
}

// Namespace is the module's namespace object.
func (m *Module) Namespace() *goja.Object {
	if m.namespace != nil {
		return m.namespace.Object
	}
	targets := map[string]*binding{}
	var names []string
	for _, name := range m.exportedNames(map[*Module]bool{}) {
		if b, ok := m.resolveExport(name, nil); ok && b != nil {
			targets[name] = b
			names = append(names, name)
		}
	}
	tried := -1
	m.namespace = namespace.New(m.k.vm, m.k.freeze, names, func(name string) goja.Value {
		if tried != m.k.settled && !m.namespace.Settled() {
			tried = m.k.settled
			m.settleNamespace(targets)
		}
		return targets[name].value(name)
	})
	return m.namespace.Object
}

// settleNamespace makes the namespace a plain object once no export changes
// any more.
func (m *Module) settleNamespace(targets map[string]*binding) {
	for _, b := range targets {
		if !b.fixed() {
			return
		}
	}
	m.namespace.Settle()
	for name, b := range targets {
		if b.module.Source == nil && b.name != "" {
			b.module.watch(b.name, func(v goja.Value) { m.namespace.Update(name, v) })
		}
	}
}

// watch tells of later values of an export of a synthetic module.
func (m *Module) watch(name string, tell func(goja.Value)) {
	m.watchers = append(m.watchers, func(changed string, v goja.Value) {
		if changed == name {
			tell(v)
		}
	})
}
