package buffer

import (
	"reflect"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// cacheLimit bounds the memory that the view opened last may keep alive.
const cacheLimit = 64 << 10

var (
	bytesType       = reflect.TypeFor[[]byte]()
	arrayBufferType = reflect.TypeFor[goja.ArrayBuffer]()
)

type nativeFunc = func(goja.FunctionCall) goja.Value

// views opens typed arrays and makes Buffers through the engine's own
// functions, taken once and called directly: without reflection, without a
// try block, and whatever a script does to the globals later.
type views struct {
	fastBuffer *goja.Object // class FastBuffer extends Uint8Array
	construct  func(goja.ConstructorCall) *goja.Object

	tag      nativeFunc // get %TypedArray%.prototype[Symbol.toStringTag]
	isView   nativeFunc // ArrayBuffer.isView
	array    viewGetters
	dataView viewGetters

	// The view opened last: parsers call one method after the other on the
	// same Buffer.
	last        *goja.Object
	lastBytes   []byte
	lastIsBytes bool // it is a Uint8Array
}

// viewGetters are the accessors of one kind of view.
type viewGetters struct{ buffer, byteOffset, byteLength nativeFunc }

// newViews takes what it needs from the globals. FastBuffer has to be a class
// of the language: only for one does goja construct a typed array with a
// prototype of our choice and no detour.
func newViews(vm *goja.Runtime) views {
	uint8Array := vm.Get("Uint8Array").(*goja.Object)
	arrayProto := uint8Array.Get("prototype").(*goja.Object).Prototype()
	dataViewProto := vm.Get("DataView").(*goja.Object).Get("prototype").(*goja.Object)
	getters := accessors(vm)
	fastBuffer := fastBufferClass(vm, uint8Array)
	return views{
		fastBuffer: fastBuffer,
		construct:  fastBuffer.Export().(func(goja.ConstructorCall) *goja.Object),
		tag:        getters(arrayProto, goja.SymToStringTag),
		array:      newViewGetters(vm, getters, arrayProto),
		dataView:   newViewGetters(vm, getters, dataViewProto),
		isView:     native(vm.Get("ArrayBuffer").(*goja.Object).Get("isView")),
	}
}

func fastBufferClass(vm *goja.Runtime, base *goja.Object) *goja.Object {
	v, err := vm.RunScript("node:buffer", "(function (Base) { return class FastBuffer extends Base {}; })")
	if err != nil {
		panic(err)
	}
	return native(v)(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{base}}).(*goja.Object)
}

func newViewGetters(vm *goja.Runtime, getter func(*goja.Object, goja.Value) nativeFunc, proto *goja.Object) viewGetters {
	return viewGetters{
		buffer:     getter(proto, vm.ToValue("buffer")),
		byteOffset: getter(proto, vm.ToValue("byteOffset")),
		byteLength: getter(proto, vm.ToValue("byteLength")),
	}
}

// accessors gives a function that finds the getter of a property.
func accessors(vm *goja.Runtime) func(obj *goja.Object, key goja.Value) nativeFunc {
	object := vm.Get("Object").(*goja.Object)
	describe := native(object.Get("getOwnPropertyDescriptor"))
	return func(obj *goja.Object, key goja.Value) nativeFunc {
		desc := describe(goja.FunctionCall{This: object, Arguments: []goja.Value{obj, key}})
		return native(desc.(*goja.Object).Get("get"))
	}
}

// native is a function of the engine as Go can call it: an exception passes
// through as a panic.
func native(v goja.Value) nativeFunc {
	return v.(*goja.Object).Export().(func(goja.FunctionCall) goja.Value)
}

// FromBytes makes a Buffer over b without copying; the Buffer owns b from
// then on.
func (m *Module) FromBytes(b []byte) *goja.Object {
	obj := m.views.construct(goja.ConstructorCall{
		Arguments: []goja.Value{m.vm.ToValue(m.vm.NewArrayBuffer(b))},
	})
	m.views.remember(obj, b[:len(b):len(b)], true)
	return obj
}

// view makes a Buffer over a part of an ArrayBuffer.
func (m *Module) view(arrayBuffer goja.Value, offset, length int) *goja.Object {
	return m.views.construct(goja.ConstructorCall{
		Arguments: []goja.Value{arrayBuffer, m.vm.ToValue(offset), m.vm.ToValue(length)},
	})
}

// Bytes is the memory behind a Buffer, any other typed array or a DataView,
// shared and not copied.
func (m *Module) Bytes(v goja.Value) ([]byte, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if obj == m.views.last {
		return m.views.lastBytes, true
	}
	return m.views.open(obj)
}

// Forget drops what is remembered of the view opened last. Whoever detaches
// an ArrayBuffer calls it.
func (m *Module) Forget() { m.views.last, m.views.lastBytes = nil, nil }

// IsBuffer is Buffer.isBuffer: v inherits from Buffer.prototype.
func (m *Module) IsBuffer(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	for p := obj.Prototype(); p != nil; p = p.Prototype() {
		if p == m.proto {
			return true
		}
	}
	return false
}

// IsUint8Array is util.types.isUint8Array: true for Buffers, subclasses and
// whatever prototype the array has.
func (m *Module) IsUint8Array(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok || !isByteArray(obj) {
		return false
	}
	return obj.Prototype() == m.proto || m.views.tagOf(obj) == "Uint8Array"
}

// isByteArray reports whether obj is a Uint8Array or a Uint8ClampedArray. A
// Go slice given to a script exports the same type, but its class is Array.
func isByteArray(obj *goja.Object) bool {
	return obj.ExportType() == bytesType && obj.ClassName() == "Object"
}

// tagOf is the class name of a typed array, and "" of anything else.
func (w *views) tagOf(obj *goja.Object) string {
	if tag := w.tag(goja.FunctionCall{This: obj}); tag != nil && goja.IsString(tag) {
		return tag.String()
	}
	return ""
}

func (w *views) open(obj *goja.Object) ([]byte, bool) {
	isBytes := isByteArray(obj)
	getters := &w.array
	if !isBytes && w.tagOf(obj) == "" {
		if !w.isView(goja.FunctionCall{Arguments: []goja.Value{obj}}).ToBoolean() {
			return nil, false
		}
		getters = &w.dataView
	}
	b := getters.bytes(obj)
	w.remember(obj, b, isBytes)
	return b, true
}

// bytes is empty for a view on a detached ArrayBuffer.
func (g *viewGetters) bytes(obj *goja.Object) []byte {
	call := goja.FunctionCall{This: obj}
	arrayBuffer := g.buffer(call).(*goja.Object).Export().(goja.ArrayBuffer)
	if arrayBuffer.Detached() {
		return []byte{}
	}
	offset := g.byteOffset(call).ToInteger()
	end := offset + g.byteLength(call).ToInteger()
	return arrayBuffer.Bytes()[offset:end:end]
}

func (w *views) remember(obj *goja.Object, b []byte, isBytes bool) {
	if len(b) <= cacheLimit {
		w.last, w.lastBytes, w.lastIsBytes = obj, b, isBytes
	}
}

// uint8s is the memory of a Uint8Array; everything else that may stand in for
// one takes slower ways.
func (m *Module) uint8s(v goja.Value) ([]byte, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if obj == m.views.last && m.views.lastIsBytes {
		return m.views.lastBytes, true
	}
	if !isByteArray(obj) {
		return nil, false
	}
	return m.views.open(obj)
}

// self is the memory of a method's receiver, which has to be a typed array.
func (m *Module) self(c goja.FunctionCall) []byte {
	if b, ok := m.uint8s(c.This); ok {
		return b
	}
	m.views.array.byteLength(c) // throws for anything but a typed array
	b, _ := m.Bytes(c.This)
	return b
}

// anyView is the memory of a receiver of the methods that Node keeps in C++.
func (m *Module) anyView(c goja.FunctionCall) []byte {
	if b, ok := m.Bytes(c.This); ok {
		return b
	}
	panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE", "argument must be a buffer"))
}

// requireUint8s is the memory of an argument that has to be a Uint8Array.
func (m *Module) requireUint8s(v goja.Value, name string) []byte {
	b, ok := m.uint8s(v)
	if !ok || !m.IsUint8Array(v) {
		panic(nodeerr.ArgType(m.vm, name, v, bufferOrUint8Array...))
	}
	return b
}
