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
	set      nativeFunc // %TypedArray%.prototype.set
	isView   nativeFunc // ArrayBuffer.isView
	array    viewGetters
	dataView viewGetters

	// The view opened last: parsers call one method after the other on the
	// same Buffer.
	last opened
}

// opened is a view with its memory.
type opened struct {
	obj         *goja.Object
	bytes       []byte
	arrayBuffer goja.ArrayBuffer
	isBytes     bool // it is a Uint8Array
}

// viewGetters are the accessors of one kind of view.
type viewGetters struct{ buffer, byteOffset, byteLength nativeFunc }

// newViews takes what it needs from the globals.
func newViews(vm *goja.Runtime, fastBuffer *goja.Object) views {
	arrayProto := fastBuffer.Prototype().Get("prototype").(*goja.Object).Prototype()
	dataViewProto := vm.Get("DataView").(*goja.Object).Get("prototype").(*goja.Object)
	getters := accessors(vm)
	return views{
		fastBuffer: fastBuffer,
		construct:  fastBuffer.Export().(func(goja.ConstructorCall) *goja.Object),
		tag:        getters(arrayProto, goja.SymToStringTag),
		set:        native(arrayProto.Get("set")),
		array:      newViewGetters(vm, getters, arrayProto),
		dataView:   newViewGetters(vm, getters, dataViewProto),
		isView:     native(vm.Get("ArrayBuffer").(*goja.Object).Get("isView")),
	}
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
	arrayBuffer := m.vm.NewArrayBuffer(b)
	obj := m.views.construct(goja.ConstructorCall{
		Arguments: []goja.Value{m.vm.ToValue(arrayBuffer)},
	})
	m.views.remember(opened{obj, b[:len(b):len(b)], arrayBuffer, true})
	return obj
}

// view makes a Buffer over a part of an ArrayBuffer.
func (m *Module) view(arrayBuffer goja.Value, offset, length int) *goja.Object {
	return m.views.construct(goja.ConstructorCall{
		Arguments: []goja.Value{arrayBuffer, m.vm.ToValue(offset), m.vm.ToValue(length)},
	})
}

// Bytes is the memory behind a Buffer, any other typed array or a DataView,
// shared and not copied. It is empty once the ArrayBuffer is detached.
func (m *Module) Bytes(v goja.Value) ([]byte, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if last := &m.views.last; obj == last.obj && !last.arrayBuffer.Detached() {
		return last.bytes, true
	}
	return m.views.open(obj)
}

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
	call := goja.FunctionCall{This: obj}
	arrayBuffer := getters.buffer(call).(*goja.Object).Export().(goja.ArrayBuffer)
	if arrayBuffer.Detached() {
		return []byte{}, true
	}
	offset := getters.byteOffset(call).ToInteger()
	end := offset + getters.byteLength(call).ToInteger()
	b := arrayBuffer.Bytes()[offset:end:end]
	w.remember(opened{obj, b, arrayBuffer, isBytes})
	return b, true
}

func (w *views) remember(v opened) {
	if len(v.bytes) <= cacheLimit {
		w.last = v
	}
}

// uint8s is the memory of a Uint8Array; everything else that may stand in for
// one takes slower ways.
func (m *Module) uint8s(v goja.Value) ([]byte, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if last := &m.views.last; obj == last.obj && last.isBytes && !last.arrayBuffer.Detached() {
		return last.bytes, true
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
