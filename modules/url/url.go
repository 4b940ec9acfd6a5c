// Package url is Node's `url` module and the globals URL and URLSearchParams
// (Node documentation, "URL"). The parser is internal/weburl; the legacy API
// (url.parse and its family) is internal/legacyurl. This package is the
// binding: classes, argument checks and errors as Node's.
//
// A Module belongs to one VM and the goroutine that runs it.
//
// # Differences from Node
//
//   - URLPattern does not exist.
//   - util.inspect with showHidden does not show Node's internal URLContext.
//   - URLSearchParams decodes malformed escapes as the standard says; Node
//     spoils other characters of such a text that are not ASCII.
//   - resolveObject does not change the Url that it is given.
//   - The Unicode tables for domain names are those of internal/weburl.
package url

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/buffer"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Warn is process.emitWarning(text, 'DeprecationWarning', code).
	Warn func(text, code string)
	// Inspect is util.inspect(v, options).
	Inspect func(v goja.Value, options *goja.Object) string
	// Buffers is the buffer module, with the registry of Blob URLs.
	Buffers func() *buffer.Module
	// InsidePackage reports whether the script that is running belongs to a
	// package under node_modules, which is not warned.
	InsidePackage func() bool
	// Querystring is require('querystring').
	Querystring func() *goja.Object
	// Resolve is path.posix.resolve or path.win32.resolve.
	Resolve func(windows bool, path goja.Value) string
	// Platform is process.platform.
	Platform string
}

// Module is the `url` module of one VM.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	url, searchParams *goja.Object // the classes
	urlProto          *goja.Object
	paramsProto       *goja.Object
	iteratorProto     *goja.Object

	// The symbols under which objects carry their Go state.
	urlState, paramsState, iteratorState *goja.Symbol

	inspectCustom *goja.Symbol
	ownKeys       engine.Func // Reflect.ownKeys
	descriptor    engine.Func // Reflect.getOwnPropertyDescriptor
	get           engine.Func // Reflect.get
	assign        engine.Func // Object.assign

	legacy  legacy
	exports *goja.Object
}

// New makes the module with both classes; the rest waits for Exports.
func New(e *engine.Engine, deps Deps) *Module {
	vm := e.VM
	m := &Module{
		e: e, vm: vm, deps: deps,
		urlState:      goja.NewSymbol("context"),
		paramsState:   goja.NewSymbol("query"),
		iteratorState: goja.NewSymbol("target"),
		inspectCustom: e.SymbolFor("nodejs.util.inspect.custom"),
	}
	reflect := vm.Get("Reflect").(*goja.Object)
	m.ownKeys, _ = engine.Callable(reflect.Get("ownKeys"))
	m.descriptor, _ = engine.Callable(reflect.Get("getOwnPropertyDescriptor"))
	m.get, _ = engine.Callable(reflect.Get("get"))
	m.assign, _ = engine.Callable(e.Intrinsics.Object.Get("assign"))
	m.makeClasses()
	m.installURL()
	m.installSearchParams()
	return m
}

// URL is the class URL.
func (m *Module) URL() *goja.Object { return m.url }

// SearchParams is the class URLSearchParams.
func (m *Module) SearchParams() *goja.Object { return m.searchParams }

// Exports is what require('url') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	m.exports = m.vm.NewObject()
	m.installLegacy()
	binding.Value(m.exports, "URL", m.url)
	binding.Value(m.exports, "URLSearchParams", m.searchParams)
	binding.Methods(m.vm, m.exports,
		binding.Method{Name: "domainToASCII", Length: 1, Fn: m.domainToASCII},
		binding.Method{Name: "domainToUnicode", Length: 1, Fn: m.domainToUnicode},
		binding.Method{Name: "pathToFileURL", Length: 2, Fn: m.pathToFileURL},
		binding.Method{Name: "fileURLToPath", Length: 1, Fn: m.fileURLToPath},
		binding.Method{Name: "fileURLToPathBuffer", Length: 1, Fn: m.fileURLToPathBuffer},
		binding.Method{Name: "urlToHttpOptions", Length: 1, Fn: m.urlToHTTPOptions},
	)
	return m.exports
}

// text converts to a USVString: a string without lone surrogates.
func (m *Module) text(v goja.Value) string { return wtf8.Repair(wtf8.ToString(m.vm, v)) }

func isFunction(obj *goja.Object) bool { return engine.IsCallable(obj) }

func isUndefined(v goja.Value) bool { return v == nil || goja.IsUndefined(v) }

// must is for definitions on objects that we just made: they cannot fail but
// by a mistake of ours.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

func (m *Module) setTag(proto *goja.Object, tag string) {
	must(proto.DefineDataPropertySymbol(goja.SymToStringTag, m.vm.ToValue(tag), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// setState hangs Go state on an object.
func setState(obj *goja.Object, sym *goja.Symbol, state goja.Value) {
	must(obj.DefineDataPropertySymbol(sym, state, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
}

// stateOf finds the Go state that setState has hung on a value.
func stateOf[T goja.Value](v goja.Value, sym *goja.Symbol) (state T, ok bool) {
	if obj, isObject := v.(*goja.Object); isObject {
		state, ok = obj.GetSymbol(sym).(T)
	}
	return state, ok
}
