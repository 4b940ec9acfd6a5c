package buffer

import (
	"bytes"
	_ "embed"
	"math"
	"runtime"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed blob_class.js
var blobClasses string

// blob is the state of a Blob or a File. It is a value, so that it can hang on
// its object under a symbol.
type blob struct {
	binding.Native
	data []byte
	kind string // the type property

	isFile       bool
	name         string
	lastModified float64
}

// blobs is the Blob and the File class of one VM.
type blobs struct {
	state *goja.Symbol
	blob  *goja.Object
	proto *goja.Object // Blob.prototype
	file  *goja.Object
	urls  map[string]*blob // of URL.createObjectURL
}

// installClasses makes Blob and File.
func (m *Module) installClasses() {
	vm, b := m.vm, &m.blobs
	b.state = goja.NewSymbol("kHandle")
	script, err := vm.RunScript("node:internal/blob", blobClasses)
	must(err)
	classes := m.call(script.(*goja.Object), goja.Undefined(),
		vm.ToValue(func(c goja.FunctionCall) goja.Value {
			m.setBlob(c.Argument(0).(*goja.Object), m.newBlob(c.Argument(1), c.Argument(2)))
			return goja.Undefined()
		}),
		vm.ToValue(m.checkFile), vm.ToValue(m.initFile),
	).(*goja.Object)
	b.blob = classes.Get("Blob").(*goja.Object)
	b.file = classes.Get("File").(*goja.Object)
	m.installBlob()
	m.installFile()
}

func (m *Module) installBlob() {
	b := &m.blobs
	b.proto = binding.Prototype(b.blob)
	binding.Accessors(m.vm, b.proto, true,
		binding.Accessor{Name: "type", Get: func(this goja.Value) goja.Value { return m.vm.ToValue(m.requireBlob(this).kind) }},
		binding.Accessor{Name: "size", Get: func(this goja.Value) goja.Value { return m.vm.ToValue(len(m.requireBlob(this).data)) }},
	)
	binding.Methods(m.vm, b.proto,
		binding.Method{Name: "slice", Fn: m.blobSlice},
		binding.Method{Name: "arrayBuffer", Fn: m.blobReader(func(data []byte) goja.Value {
			return m.vm.ToValue(m.vm.NewArrayBuffer(bytes.Clone(data)))
		})},
		binding.Method{Name: "text", Fn: m.blobReader(func(data []byte) goja.Value {
			return m.encodeString(UTF8, bytes.TrimPrefix(data, []byte("\uFEFF")))
		})},
		binding.Method{Name: "bytes", Fn: m.blobReader(m.uint8Array)},
		binding.Method{Name: "stream", Fn: m.blobStream("stream")},
		binding.Method{Name: "textStream", Fn: m.blobStream("textStream")},
	)
	m.finishClass(b.proto, "Blob", "size", "type")
}

// finishClass defines what both classes have: how they print and their tag.
func (m *Module) finishClass(proto *goja.Object, name string, fields ...string) {
	inspect := binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, func(c goja.FunctionCall) goja.Value {
		return m.inspectClass(c, name, fields)
	})
	binding.HiddenSymbol(proto, m.inspectSymbol, inspect)
	must(proto.DefineDataPropertySymbol(goja.SymToStringTag, m.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// inspectClass prints `Name { field: value }` by way of util.inspect, which
// is the third argument.
func (m *Module) inspectClass(c goja.FunctionCall, name string, fields []string) goja.Value {
	this := m.requireBlob(c.This)
	inspect, ok := c.Argument(2).(*goja.Object)
	if depth := c.Argument(0); !ok || goja.IsNumber(depth) && depth.ToFloat() < 0 {
		return c.This
	}
	shown := m.vm.NewObject()
	for _, field := range fields {
		binding.Value(shown, field, this.field(m.vm, field))
	}
	options := m.vm.NewObject()
	if given, ok := c.Argument(1).(*goja.Object); ok {
		for _, key := range given.Keys() {
			binding.Value(options, key, given.Get(key))
		}
		if depth := given.Get("depth"); depth != nil && goja.IsNumber(depth) {
			binding.Value(options, "depth", m.vm.ToValue(depth.ToFloat()-1))
		}
	}
	return m.vm.ToValue(name + " " + m.call(inspect, goja.Undefined(), shown, options).String())
}

func (b *blob) field(vm *goja.Runtime, name string) goja.Value {
	switch name {
	case "size":
		return vm.ToValue(len(b.data))
	case "type":
		return vm.ToValue(b.kind)
	case "name":
		return vm.ToValue(b.name)
	}
	return vm.ToValue(b.lastModified)
}

func (m *Module) setBlob(obj *goja.Object, b *blob) {
	b.Native = binding.NewNative()
	binding.HiddenSymbol(obj, m.blobs.state, b)
}

// newBlob reads the arguments that Blob and File share.
func (m *Module) newBlob(sources, options goja.Value) *blob {
	b := &blob{}
	native := false
	if opts := m.dictionary(options); opts != nil {
		if v := opts.Get("endings"); v != nil && isDefined(v) {
			endings := v.String()
			if endings != "transparent" && endings != "native" {
				panic(nodeerr.ArgValue(m.vm, "options.endings", "'"+endings+"'", "is invalid"))
			}
			native = endings == "native"
		}
		if v := opts.Get("type"); v != nil && isDefined(v) {
			b.kind = mediaType(v.String())
		}
	}
	if isDefined(sources) {
		b.data = m.blobParts(sources, native)
	}
	return b
}

// dictionary is an options argument: nil for undefined and null.
func (m *Module) dictionary(v goja.Value) *goja.Object {
	if !isDefined(v) || goja.IsNull(v) {
		return nil
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE",
			"The \"options\" argument must be a dictionary. Received "+nodeerr.Received(m.vm, v)))
	}
	return obj
}

// mediaType is a type in lower case, and nothing when a character of it is
// not printable ASCII.
func mediaType(s string) string {
	for _, r := range s {
		if r < 0x20 || r > 0x7E {
			return ""
		}
	}
	return strings.ToLower(s)
}

// blobParts joins a sequence of strings, bytes and Blobs.
func (m *Module) blobParts(sources goja.Value, native bool) []byte {
	obj, ok := sources.(*goja.Object)
	if ok {
		iterator, isObject := obj.GetSymbol(goja.SymIterator).(*goja.Object)
		ok = isObject && engine.IsCallable(iterator)
	}
	if !ok {
		panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE", "Value cannot be converted to sequence."))
	}
	var data []byte
	m.vm.ForOf(obj, func(part goja.Value) bool {
		data = append(data, m.blobPart(part, native)...)
		return true
	})
	return data
}

func (m *Module) blobPart(part goja.Value, native bool) []byte {
	if b, ok := m.Bytes(part); ok {
		return b
	}
	if obj, ok := part.(*goja.Object); ok {
		if ab, ok := arrayBufferOf(obj); ok {
			return ab.Bytes()
		}
		if b, ok := m.blobOf(obj); ok {
			return b.data
		}
	}
	if _, ok := part.(*goja.Symbol); ok {
		panic(m.vm.NewTypeError("Cannot convert a Symbol value to a string"))
	}
	data := DecodeString(part, UTF8)
	if native {
		data = nativeEndings(data)
	}
	return data
}

// nativeEndings turns every end of a line into the system's.
func nativeEndings(data []byte) []byte {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	if runtime.GOOS == "windows" {
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	}
	return data
}

func (m *Module) blobOf(v goja.Value) (*blob, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	b, ok := obj.GetSymbol(m.blobs.state).(*blob)
	return b, ok
}

func (m *Module) requireBlob(v goja.Value) *blob {
	b, ok := m.blobOf(v)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "Blob"))
	}
	return b
}

// blobObject makes a Blob object of its state.
func (m *Module) blobObject(b *blob) *goja.Object {
	obj := m.vm.CreateObject(m.blobs.proto)
	m.setBlob(obj, b)
	return obj
}

// blobSlice is blob.slice([start[, end[, type]]]); the part shares its data.
func (m *Module) blobSlice(c goja.FunctionCall) goja.Value {
	data := m.requireBlob(c.This).data
	part := &blob{}
	start, end := blobIndex(c.Argument(0), len(data), 0), blobIndex(c.Argument(1), len(data), len(data))
	if end > start {
		part.data = data[start:end:end]
	}
	if v := c.Argument(2); isDefined(v) {
		part.kind = mediaType(v.String())
	}
	return m.blobObject(part)
}

// blobIndex is WebIDL's [Clamp] long long, counted from the end when it is
// negative.
func blobIndex(v goja.Value, size, fallback int) int {
	if !isDefined(v) {
		return fallback
	}
	f := number(v)
	if math.IsNaN(f) {
		return 0
	}
	if f = math.RoundToEven(f); f < 0 {
		f += float64(size)
	}
	return int(max(0, min(f, float64(size))))
}

// blobReader is a method that promises what read makes of the data.
func (m *Module) blobReader(read func(data []byte) goja.Value) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		promise, resolve, reject := m.vm.NewPromise()
		var err error
		if b, ok := m.blobOf(c.This); ok {
			err = resolve(read(b.data))
		} else {
			err = reject(nodeerr.New(m.vm, "ERR_INVALID_THIS", "Blob"))
		}
		must(err)
		return m.vm.ToValue(promise)
	}
}

func (m *Module) uint8Array(data []byte) goja.Value {
	obj, err := m.vm.New(m.views.fastBuffer.Prototype(), m.vm.ToValue(m.vm.NewArrayBuffer(bytes.Clone(data))))
	must(err)
	return obj
}

// blobStream is a method that needs web streams.
func (m *Module) blobStream(name string) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		m.requireBlob(c.This)
		panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "Blob.prototype."+name))
	}
}
