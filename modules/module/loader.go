// Package module is the loader of CommonJS and ES modules, and
// require('module'): Node's algorithms for finding files and packages, Module
// objects that packages may patch, the require functions and import. The
// runtime makes one Loader for each VM. What ES modules are made of is package
// esm; the files here that find them for it are named esm_*.go.
//
// The algorithm lives apart from JavaScript in resolver and request; the rest
// binds it. Wherever Node calls a function of Module that packages replace
// (_load, _resolveFilename, _extensions, prototype._compile, ...), so does
// this package; as long as nobody has, it stays in Go.
//
// # Differences from Node
//
// The condition "node-addons" is not set, as with --no-addons. There is no
// compile cache on disk, no source map support and no loader hooks, and
// WebAssembly modules cannot be imported. import() in a text that is given to
// eval or new Function is a SyntaxError. Where Node's stacks show frames of its
// own loader below the code of a module, ours end. Assigning to a property of a
// namespace in strict mode fails with other words.
//
// # Concurrency
//
// A Loader belongs to the goroutine that runs its VM. A script.ProgramCache
// given to several loaders may be used by all at once.
package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/script"
)

// NativeModule fills module.exports of a module written in Go. It is the
// ModuleLoader of goja_nodejs.
type NativeModule = func(vm *goja.Runtime, module *goja.Object)

// Config is what a Loader needs from its runtime. Every field may be left
// empty.
type Config struct {
	// FS is where files come from; without it there are none.
	FS FS
	// Cwd is the current directory; "/" by default.
	Cwd func() string
	// Env reads the environment: NODE_PATH and HOME (USERPROFILE on
	// Windows). Nothing is set by default.
	Env func(name string) string
	// ExecPath is the path of the running program; the last resort for
	// packages is ../lib/node beside it.
	ExecPath string
	// Conditions are those of package.json's exports and imports;
	// DefaultConditions by default.
	Conditions []string

	// Builtin makes the exports of a built-in module, by its name without
	// node:. It is called when the module is required.
	Builtin func(name string) (goja.Value, bool)
	// BuiltinNames are the names that Builtin knows, as module.builtinModules
	// lists them: "fs", and "node:test" for one that needs the prefix.
	BuiltinNames []string
	// Native are modules of the embedder, by name. They come before
	// everything else of that name.
	Native map[string]NativeModule

	// Programs caches compiled files; several loaders may share one.
	Programs *script.ProgramCache
	// Sources caches parsed ES modules; several loaders may share one.
	Sources *esm.Cache
	// Compile compiles a module to a program whose value is the module's
	// function; script.CompileModule by default. Loaders that share Programs
	// must share it.
	Compile script.Compiler

	// PreserveSymlinks keeps the names by which files are found, in place of
	// their real paths; PreserveSymlinksMain does so for the main module.
	PreserveSymlinks, PreserveSymlinksMain bool
	// NoGlobalPaths leaves out NODE_PATH and the old global directories.
	NoGlobalPaths bool
	// PendingDeprecations warns of what is going to be deprecated, too.
	PendingDeprecations bool

	// Inspect prints a value as util.inspect does, for error texts.
	Inspect func(goja.Value) string
	// Warn is process.emitWarning with a deprecation code; without a code it
	// is a warning of no special kind.
	Warn func(text, code string)
	// WarnNow warns without waiting for the next tick.
	WarnNow func(text string)
	// NoRequireModule makes require of an ES module fail.
	NoRequireModule bool
	// Unsettled writes the warning that the main module still awaits
	// something at the end.
	Unsettled func(text string)
	// OnMain is told of the main module when there is one: it becomes
	// process.mainModule.
	OnMain func(module *goja.Object)
}

// DefaultConditions are the conditions that match for require.
var DefaultConditions = []string{"require", "node", "module-sync"}

// Loader loads the modules of one VM.
type Loader struct {
	e        *engine.Engine
	vm       *goja.Runtime
	cfg      Config
	resolver *resolver

	ctor, proto  *goja.Object // Module
	main         *goja.Object // module.require.main; nil for none
	symbol       *goja.Symbol
	own          map[string]*goja.Object // our functions, by the name they have on Module or its prototype
	sourceMaps   sourceMaps
	missingWatch *goja.Object // the prototype of exports in a cycle, made when there is one
	preloading   bool

	globalPaths []string
	builtins    map[string]bool // name without node: -> needs the prefix
	native      map[string]*goja.Object
	sources     map[string]string
	warned      map[string]bool
	relative    map[string]string // directory and request -> file, for what has been loaded
	parseJSON   engine.Func

	hasOwnProperty engine.Func // of Object.prototype, once it was needed

	modules *esmLoader             // ES modules, once there are any
	parsed  map[string]*esm.Source // their texts, by the name in stacks
	byAwait map[string]bool        // texts that are modules because of an await, by name
}

// New makes the loader of an engine. The sources of what it loads are known to
// the engine's stacks from then on.
func New(e *engine.Engine, cfg Config) *Loader {
	if cfg.FS == nil {
		cfg.FS = noFS{}
	}
	if cfg.Conditions == nil {
		cfg.Conditions = DefaultConditions
	}
	if cfg.Compile == nil {
		cfg.Compile = script.CompileModule
	}
	l := &Loader{
		e: e, vm: e.VM, cfg: cfg,
		resolver: newResolver(cfg.FS, cfg.Conditions),
		symbol:   goja.NewSymbol("kModule"),
		own:      make(map[string]*goja.Object),
		builtins: make(map[string]bool, len(cfg.BuiltinNames)),
		native:   make(map[string]*goja.Object),
		sources:  make(map[string]string),
		warned:   make(map[string]bool),
		relative: make(map[string]string),
		parsed:   make(map[string]*esm.Source),
		byAwait:  make(map[string]bool),
	}
	l.resolver.keepLinks = cfg.PreserveSymlinks
	for _, name := range cfg.BuiltinNames {
		bare, prefixed := strings.CutPrefix(name, "node:")
		l.builtins[bare] = prefixed
	}
	l.resolver.isBuiltin = l.isBuiltin
	l.resolver.warn = l.deprecate
	l.parseJSON, _ = engine.Callable(e.VM.Get("JSON").(*goja.Object).Get("parse"))
	l.install()
	e.Stacks.Source = l.Source
	e.Stacks.Body = l.stackBody
	return l
}

// Exports is require('module'): the Module constructor.
func (l *Loader) Exports() *goja.Object { return l.ctor }

// Main is the main module, or nil.
func (l *Loader) Main() *goja.Object { return l.main }

// Source is the text of a script that has been loaded, by the name that it has
// in stack frames.
func (l *Loader) Source(file string) (string, bool) {
	text, ok := l.sources[file]
	return text, ok
}

// AddSource makes the text of a script known that was not loaded from a file.
func (l *Loader) AddSource(file, text string) { l.sources[file] = text }

func (l *Loader) cwd() string {
	if l.cfg.Cwd == nil {
		return "/"
	}
	return l.cfg.Cwd()
}

func (l *Loader) env(name string) string {
	if l.cfg.Env == nil {
		return ""
	}
	return l.cfg.Env(name)
}

// deprecate warns once of each thing.
func (l *Loader) deprecate(d deprecation) {
	if l.cfg.Warn != nil && !l.warned[d.text] {
		l.warned[d.text] = true
		l.cfg.Warn(d.text, d.code)
	}
}

// function makes a function of Module or its prototype and remembers it as
// our own.
func (l *Loader) function(on *goja.Object, name string, length int, fn engine.Func) {
	obj := binding.Func(l.vm, "", length, fn)
	binding.Value(on, name, obj)
	l.own[name] = obj
}

// patched is the function that a script has put in the place of ours.
func (l *Loader) patched(on *goja.Object, name string) (engine.Func, bool) {
	v := on.Get(name)
	if v == l.own[name] {
		return nil, false
	}
	fn, ok := engine.Callable(v)
	if !ok {
		panic(l.vm.NewTypeError("%s is not a function", name))
	}
	return fn, true
}
