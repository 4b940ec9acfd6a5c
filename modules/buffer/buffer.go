// Package buffer is Node's `buffer` module (Node documentation, "Buffer"),
// native: JavaScript sees Buffers that are Uint8Arrays of the engine, and
// every method works on their memory as a Go slice.
//
// The codecs (encoding.go, codec_*.go, text.go) know no VM; streams, sockets
// and string_decoder call them directly. Module is the JavaScript side: one
// for each VM, used by its loop goroutine only.
//
// # Differences from Node
//
//   - The engine has no resizable ArrayBuffer, so a Buffer never changes its
//     length.
//   - Blob data stays in memory, and its methods that need web streams throw
//     ERR_METHOD_NOT_IMPLEMENTED.
//   - allocUnsafe gives zeroed memory: Go has no other.
//   - The numeric methods store bytes also into a receiver that is a plain
//     array, where Node leaves bits that no byte has.
//   - util.inspect does not print properties of Buffers over 1 MiB.
package buffer

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed language.js
var languageSource string

// Module is the `buffer` module of one VM.
type Module struct {
	vm      *goja.Runtime
	deps    Deps
	exports *goja.Object
	ctor    *goja.Object // Buffer
	proto   *goja.Object // Buffer.prototype

	lastIndexOf   *goja.Object // Buffer.prototype.lastIndexOf
	subarrayFn    *goja.Object // Buffer.prototype.subarray as we made it
	objectValueOf *goja.Object // Object.prototype.valueOf
	arrayIsArray  nativeFunc   // Array.isArray

	inspectSymbol *goja.Symbol // util.inspect.custom

	views      views
	pool       pool
	blobs      blobs
	inspectMax float64 // INSPECT_MAX_BYTES
	warned     bool    // of the deprecated constructor
}

// New builds Buffer for one VM.
func New(vm *goja.Runtime) *Module {
	m := &Module{vm: vm}
	m.runLanguage()
	m.inspectSymbol = symbolFor(vm, "nodejs.util.inspect.custom")
	m.inspectMax = defaultInspectMax
	m.objectValueOf = vm.Get("Object").(*goja.Object).Get("prototype").(*goja.Object).Get("valueOf").(*goja.Object)
	m.arrayIsArray = native(vm.Get("Array").(*goja.Object).Get("isArray"))
	m.installConstructor()
	m.installStatics()
	m.installPrototype()
	return m
}

// runLanguage makes what only JavaScript can make.
func (m *Module) runLanguage() {
	language, err := m.vm.RunScript("node:buffer", languageSource)
	must(err)
	made := m.call(language.(*goja.Object), goja.Undefined(), m.vm.Get("Uint8Array"),
		binding.Func(m.vm, "search", 4, func(c goja.FunctionCall) goja.Value {
			c.This, c.Arguments = c.Argument(0), c.Arguments[1:]
			return m.vm.ToValue(m.search(c, false))
		})).(*goja.Object)
	m.views = newViews(m.vm, made.Get("FastBuffer").(*goja.Object))
	m.lastIndexOf = made.Get("lastIndexOf").(*goja.Object)
}

// Exports is what require('buffer') returns. It is made on first use: most
// scripts know Buffer as a global only.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		m.installExports()
	}
	return m.exports
}

// Constructor is Buffer.
func (m *Module) Constructor() *goja.Object { return m.ctor }

// installConstructor makes Buffer a plain function, as on Node, whose
// prototype is that of the class FastBuffer: `new Buffer(x)`, `Buffer(x)` and
// `super(x)` of a subclass all give a FastBuffer.
func (m *Module) installConstructor() {
	m.ctor = binding.Constructor(m.vm, "Buffer", 3, m.construct)
	m.proto = binding.Prototype(m.views.fastBuffer)
	must(m.ctor.DefineDataProperty("prototype", m.proto, goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	must(m.ctor.SetPrototype(m.views.fastBuffer.Prototype()))
	binding.Hidden(m.proto, "constructor", m.ctor)
}

// installExports defines the properties of the module, in Node's order.
func (m *Module) installExports() {
	vm := m.vm
	m.exports = vm.NewObject()
	binding.Value(m.exports, "Buffer", m.ctor)
	binding.Value(m.exports, "SlowBuffer", m.slowBuffer())
	binding.Methods(vm, m.exports,
		binding.Method{Name: "transcode", Length: 3, Fn: m.transcode},
		binding.Method{Name: "isUtf8", Length: 1, Fn: m.isUTF8},
		binding.Method{Name: "isAscii", Length: 1, Fn: m.isASCII},
	)
	binding.Value(m.exports, "kMaxLength", vm.ToValue(maxLength))
	binding.Value(m.exports, "kStringMaxLength", vm.ToValue(maxStringLength))
	binding.Methods(vm, m.exports,
		binding.Method{Name: "btoa", Length: 1, Fn: m.btoa},
		binding.Method{Name: "atob", Length: 1, Fn: m.atob},
	)
	constants := vm.NewObject()
	for _, c := range []struct {
		name  string
		value int
	}{{"MAX_LENGTH", maxLength}, {"MAX_STRING_LENGTH", maxStringLength}} {
		must(constants.DefineDataProperty(c.name, vm.ToValue(c.value), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	}
	must(m.exports.DefineDataProperty("constants", constants, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	m.installInspectMax()
	m.installClasses()
	binding.Value(m.exports, "Blob", m.blobs.blob)
	binding.Methods(vm, m.exports, binding.Method{Name: "resolveObjectURL", Length: 1, Fn: m.resolveObjectURL})
	binding.Value(m.exports, "File", m.blobs.file)
}

// slowBuffer is the deprecated SlowBuffer(size); its name is that of the
// wrapper that warns.
func (m *Module) slowBuffer() *goja.Object {
	warned := false
	return binding.Constructor(m.vm, "deprecated", 1, func(c goja.ConstructorCall) *goja.Object {
		if !warned && m.deps.Warn != nil {
			warned = true
			m.deps.Warn("SlowBuffer() is deprecated. Please use Buffer.allocUnsafeSlow()", "DEP0030")
		}
		return m.allocZeroed(m.requireSize(c.Argument(0)))
	})
}

// isUTF8 is buffer.isUtf8(input), isASCII buffer.isAscii(input).
func (m *Module) isUTF8(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(isUTF8(m.inputBytes(c)))
}

func (m *Module) isASCII(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(isASCII(m.inputBytes(c)))
}

// inputBytes is the memory of a typed array or an ArrayBuffer.
func (m *Module) inputBytes(c goja.FunctionCall) []byte {
	if obj, ok := c.Argument(0).(*goja.Object); ok {
		if ab, ok := arrayBufferOf(obj); ok {
			return ab.Bytes()
		}
		if m.views.tagOf(obj) != "" {
			b, _ := m.Bytes(obj)
			return b
		}
	}
	panic(nodeerr.ArgType(m.vm, "input", c.Argument(0), "ArrayBuffer", "Buffer", "TypedArray"))
}

// must is for definitions on objects that we just made: they cannot fail but
// by a mistake of ours.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
