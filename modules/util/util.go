// Package util is Node's `util` (Node documentation, "Util"), which is also
// `sys`, and `util/types`; TextEncoder and TextDecoder are globals as well.
// Runtime builds one Module per engine.
//
// The printer is the package inspect below this one, the nature of objects
// types. What wraps functions of a script (promisify, callbackify, deprecate)
// and what is seldom used (parseArgs) is JavaScript, compiled on its first
// use.
//
// It runs on the loop goroutine.
//
// # Differences from Node
//
//   - There are no modules, async generators, SharedArrayBuffers or external
//     values in the engine, so their checks in types are false for everything.
//   - The East Asian decoders of TextDecoder follow the Encoding Standard. Those
//     of Node, which are ICU's, differ in malformed text and private characters.
//   - aborted holds its resource as long as the signal lives.
//   - setTraceSigInt throws ERR_METHOD_NOT_IMPLEMENTED.
package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/inspect"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Inspector *inspect.Inspector
	// Bytes is the memory behind a typed array or a DataView.
	Bytes func(v goja.Value) ([]byte, bool)
	// Equality has the deep comparisons that assert has too.
	Equality func() *goja.Object
	// Process is the process object.
	Process func() *goja.Object
	// Class is a class of events and cancellation: AbortController, ...
	Class func(name string) *goja.Object
	// ColorDepth is the number of bits that the environment asks for colours
	// to have, whatever the terminal.
	ColorDepth func() float64
	// Debug is the value of NODE_DEBUG when the script began.
	Debug string
}

// Module is `util` of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	exports  *goja.Object
	types    *goja.Object
	wrappers *goja.Object // the functions of wrappers.js
	parser   *goja.Object // parseArgs of parse_args.js

	encoder, decoder *goja.Object // the classes
	state            *goja.Symbol // holds the Go side of coders and MIME types
	inspectSymbol    *goja.Symbol
	mime             mimeClasses

	warned    map[string]bool // codes of deprecations
	debug     *debugSections
	scriptIDs map[string]int
}

// New makes the module; its objects follow when they are used.
func New(e *engine.Engine, deps Deps) *Module {
	return &Module{
		e: e, vm: e.VM, deps: deps,
		state:         goja.NewSymbol("util"),
		inspectSymbol: e.SymbolFor("nodejs.util.inspect.custom"),
		warned:        map[string]bool{},
		scriptIDs:     map[string]int{},
	}
}

// Exports is what require('util') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	m.exports = m.vm.NewObject()
	for _, x := range m.table() {
		if x.lazy != nil {
			var made goja.Value
			get := binding.Func(m.vm, "get "+x.name, 0, func(goja.FunctionCall) goja.Value {
				if made == nil {
					made = x.lazy()
				}
				return made
			})
			must(m.exports.DefineAccessorProperty(x.name, get, nil, goja.FLAG_TRUE, goja.FLAG_TRUE))
			continue
		}
		binding.Value(m.exports, x.name, x.value)
	}
	return m.exports
}

// export is one property of the module.
type export struct {
	name  string
	value goja.Value
	lazy  func() goja.Value // for the properties that are getters
}

// table lists the exports in Node's order.
func (m *Module) table() []export {
	fn := func(name string, length int, fn binding.NativeFunc) export {
		return export{name: name, value: binding.Func(m.vm, name, length, fn)}
	}
	renamed := func(as, name string, length int, fn binding.NativeFunc) export {
		return export{name: as, value: binding.Func(m.vm, name, length, fn)}
	}
	debuglog := binding.Func(m.vm, "debuglog", 2, m.debuglog)
	return []export{
		fn("_errnoException", 0, m.errnoException),
		fn("_exceptionWithHostPort", 0, m.exceptionWithHostPort),
		renamed("_extend", "deprecated", 2, m.extend),
		m.wrapper("callbackify", 1),
		fn("convertProcessSignalToExitCode", 1, m.signalToExitCode),
		{name: "debug", value: debuglog},
		{name: "debuglog", value: debuglog},
		m.wrapper("deprecate", 3),
		fn("format", 0, m.format),
		fn("styleText", 3, m.styleText),
		fn("formatWithOptions", 1, m.formatWithOptions),
		fn("getCallSites", 0, m.getCallSites),
		fn("getSystemErrorMap", 0, m.getSystemErrorMap),
		fn("getSystemErrorName", 1, m.getSystemErrorName),
		fn("getSystemErrorMessage", 1, m.getSystemErrorMessage),
		fn("inherits", 2, m.inherits),
		{name: "inspect", value: m.deps.Inspector.Function()},
		renamed("isArray", "deprecated", 1, m.isArray),
		fn("isDeepStrictEqual", 3, m.isDeepStrictEqual),
		m.promisifyExport(),
		fn("stripVTControlCharacters", 1, m.stripVTControlCharacters),
		fn("toUSVString", 1, m.toUSVString),
		{name: "transferableAbortSignal", lazy: m.transferableAbortSignal},
		{name: "transferableAbortController", lazy: m.transferableAbortController},
		{name: "aborted", lazy: func() goja.Value { return m.wrapperFunction("aborted") }},
		{name: "types", value: m.Types()},
		fn("parseEnv", 1, m.parseEnv),
		fn("parseArgs", 0, m.parseArgs),
		{name: "TextDecoder", value: m.TextDecoder()},
		{name: "TextEncoder", value: m.TextEncoder()},
		{name: "MIMEType", value: m.mimeType()},
		{name: "MIMEParams", value: m.mimeParams()},
		fn("diff", 2, m.diff),
		fn("setTraceSigInt", 1, func(goja.FunctionCall) goja.Value {
			panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "util.setTraceSigInt"))
		}),
	}
}

// requireString throws ERR_INVALID_ARG_TYPE unless v is a string.
func (m *Module) requireString(name string, v goja.Value) {
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "string"))
	}
}

// plain is util.inspect(v).
func (m *Module) plain(v goja.Value) string {
	return m.deps.Inspector.Inspect(v, m.deps.Inspector.Defaults())
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
