package buffer

import (
	"reflect"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/types"
)

// cacheLimit bounds the memory that a view of the cache keeps alive.
const cacheLimit = 256 << 10

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

	// The views opened last, in a ring: parsers call one method after the
	// other on the same Buffer, and copy between few.
	recent [4]opened
	next   int

	arguments [3]goja.Value // of construct, which keeps none of them
}

// opened is a view with its memory.
type opened struct {
	obj         *goja.Object
	bytes       []byte
	arrayBuffer goja.ArrayBuffer
	offset      int  // of bytes in arrayBuffer
	isBytes     bool // it is a Uint8Array or a Uint8ClampedArray
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
	return m.view(m.vm.NewArrayBuffer(b), 0, len(b))
}

// view makes a Buffer over a part of an ArrayBuffer.
func (m *Module) view(arrayBuffer goja.ArrayBuffer, offset, length int) *goja.Object {
	w := &m.views
	arguments := w.arguments[:1]
	arguments[0] = m.vm.ToValue(arrayBuffer)
	if offset != 0 || length != len(arrayBuffer.Bytes()) {
		arguments = append(arguments, m.vm.ToValue(offset), m.vm.ToValue(length))
	}
	obj := w.construct(goja.ConstructorCall{Arguments: arguments})
	w.arguments[0] = nil
	end := offset + length
	w.remember(opened{obj, arrayBuffer.Bytes()[offset:end:end], arrayBuffer, offset, true})
	return obj
}

// Bytes is the memory behind a Buffer, any other typed array or a DataView,
// shared and not copied. It is empty once the ArrayBuffer is detached.
func (m *Module) Bytes(v goja.Value) ([]byte, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if known := m.views.find(obj); known != nil {
		return known.bytes, true
	}
	opened, ok := m.views.open(obj)
	return opened.bytes, ok
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

// find looks a view up that was opened before.
func (w *views) find(obj *goja.Object) *opened {
	for i := range w.recent {
		if v := &w.recent[i]; v.obj == obj && !v.arrayBuffer.Detached() {
			return v
		}
	}
	return nil
}

func (w *views) open(obj *goja.Object) (opened, bool) {
	isBytes := isByteArray(obj)
	getters := &w.array
	if !isBytes && w.tagOf(obj) == "" {
		if !w.isView(goja.FunctionCall{Arguments: []goja.Value{obj}}).ToBoolean() {
			if array := types.Halves(obj); array != nil {
				return w.open(array)
			}
			return opened{}, false
		}
		getters = &w.dataView
	}
	call := goja.FunctionCall{This: obj}
	arrayBuffer := getters.buffer(call).(*goja.Object).Export().(goja.ArrayBuffer)
	if arrayBuffer.Detached() {
		return opened{obj, []byte{}, arrayBuffer, 0, isBytes}, true
	}
	offset := int(getters.byteOffset(call).ToInteger())
	end := offset + int(getters.byteLength(call).ToInteger())
	v := opened{obj, arrayBuffer.Bytes()[offset:end:end], arrayBuffer, offset, isBytes}
	w.remember(v)
	return v, true
}

func (w *views) remember(v opened) {
	if len(v.arrayBuffer.Bytes()) <= cacheLimit {
		w.recent[w.next] = v
		w.next = (w.next + 1) % len(w.recent)
	}
}

// openBytes opens a Uint8Array; everything else that may stand in for one
// takes slower ways.
func (m *Module) openBytes(v goja.Value) (opened, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return opened{}, false
	}
	if known := m.views.find(obj); known != nil {
		return *known, known.isBytes
	}
	if !isByteArray(obj) {
		return opened{}, false
	}
	return m.views.open(obj)
}

// uint8s is the memory of a Uint8Array.
func (m *Module) uint8s(v goja.Value) ([]byte, bool) {
	if obj, ok := v.(*goja.Object); ok {
		if known := m.views.find(obj); known != nil && known.isBytes {
			return known.bytes, true
		}
	}
	opened, ok := m.openBytes(v)
	return opened.bytes, ok
}

// self is the memory of a method's receiver, which has to be a typed array.
func (m *Module) self(c goja.FunctionCall) []byte {
	if b, ok := m.uint8s(c.This); ok {
		return b
	}
	return m.receiver(c).bytes
}

// receiver opens a method's receiver, which has to be a typed array.
func (m *Module) receiver(c goja.FunctionCall) opened {
	if v, ok := m.openBytes(c.This); ok {
		return v
	}
	m.views.array.byteLength(c) // throws for anything but a typed array
	v, _ := m.views.open(c.This.(*goja.Object))
	return v
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
	if !ok || v.(*goja.Object).Prototype() != m.proto && !m.IsUint8Array(v) {
		panic(nodeerr.ArgType(m.vm, name, v, bufferOrUint8Array...))
	}
	return b
}
