package buffer

import (
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// maxValueOf bounds the objects whose valueOf gives another object to convert
// instead.
const maxValueOf = 1000

// construct is the deprecated Buffer(x) and new Buffer(x).
func (m *Module) construct(c goja.ConstructorCall) *goja.Object {
	m.warnConstructor()
	if arg := c.Argument(0); goja.IsNumber(arg) {
		if second := c.Argument(1); goja.IsString(second) {
			panic(nodeerr.ArgType(m.vm, "string", arg, "string"))
		}
		return m.allocZeroed(m.requireSize(arg))
	}
	return m.fromValue(c.Argument(0), c.Argument(1), c.Argument(2), 0)
}

// from is Buffer.from.
func (m *Module) from(c goja.FunctionCall) goja.Value {
	return m.fromValue(c.Argument(0), c.Argument(1), c.Argument(2), 0)
}

func (m *Module) fromValue(v, second, third goja.Value, depth int) *goja.Object {
	if goja.IsString(v) {
		return m.fromString(v, second)
	}
	if obj, ok := v.(*goja.Object); ok && (isByteArray(obj) || !engine.IsCallable(obj)) {
		if b := m.fromObject(obj, second, third, depth); b != nil {
			return b
		}
	}
	panic(nodeerr.ArgType(m.vm, "first argument", v,
		"string", "Buffer", "ArrayBuffer", "Array", "Array-like Object"))
}

// fromString writes the string straight into the memory of the new Buffer.
func (m *Module) fromString(v, encoding goja.Value) *goja.Object {
	enc := UTF8
	if goja.IsString(encoding) && encoding.ToBoolean() {
		enc = m.encodingOf(encoding)
	}
	t := textOf(v)
	b, pooled := m.reserve(t.byteLength(enc))
	return m.take(b[:t.encode(b, enc)], pooled)
}

// fromObject returns nil for what no Buffer can be made of.
func (m *Module) fromObject(obj *goja.Object, second, third goja.Value, depth int) *goja.Object {
	if ab, ok := arrayBufferOf(obj); ok {
		return m.fromArrayBuffer(ab, second, third)
	}
	if v := m.valueOf(obj); v != nil {
		if depth == maxValueOf {
			panic(nodeerr.Plain(m.vm, "RangeError", "Maximum call stack size exceeded"))
		}
		return m.fromValue(v, second, third, depth+1)
	}
	if b := m.fromFields(obj); b != nil {
		return b
	}
	toPrimitive, ok := obj.GetSymbol(goja.SymToPrimitive).(*goja.Object)
	if !ok || !engine.IsCallable(toPrimitive) {
		return nil
	}
	v := m.call(toPrimitive, obj, noVM.ToValue("string"))
	if !goja.IsString(v) {
		return nil
	}
	return m.fromString(v, second)
}

// valueOf is what obj.valueOf() gives, when that is something else to convert.
func (m *Module) valueOf(obj *goja.Object) goja.Value {
	fn, ok := obj.Get("valueOf").(*goja.Object)
	if !ok || fn == m.objectValueOf {
		return nil
	}
	v := m.call(fn, obj)
	if v == obj {
		return nil
	}
	if _, ok := v.(*goja.Object); ok || goja.IsString(v) {
		return v
	}
	return nil
}

// fromFields converts what has a length, and the JSON form of a Buffer.
func (m *Module) fromFields(obj *goja.Object) *goja.Object {
	if b, ok := m.uint8s(obj); ok {
		out, dst := m.allocate(len(b))
		copy(dst, b)
		return out
	}
	length := obj.Get("length")
	if isDefined(length) || hasArrayBuffer(obj) {
		if length == nil || !goja.IsNumber(length) {
			return m.FromBytes(nil)
		}
		return m.fromArrayLike(obj, length.ToFloat())
	}
	if kind := obj.Get("type"); kind == nil || !kind.StrictEquals(noVM.ToValue("Buffer")) {
		return nil
	}
	if data, ok := obj.Get("data").(*goja.Object); ok && m.isArray(data) {
		return m.fromArrayLike(data, data.Get("length").ToFloat())
	}
	return nil
}

func hasArrayBuffer(obj *goja.Object) bool {
	inner, ok := obj.Get("buffer").(*goja.Object)
	if ok {
		_, ok = arrayBufferOf(inner)
	}
	return ok
}

func (m *Module) fromArrayLike(obj *goja.Object, length float64) *goja.Object {
	if !(length > 0) {
		return m.FromBytes(nil)
	}
	if length > maxLength {
		panic(nodeerr.Plain(m.vm, "RangeError", "Invalid typed array length: "+strconv.FormatFloat(length, 'f', -1, 64)))
	}
	out, _ := m.allocate(int(length))
	m.views.set(goja.FunctionCall{This: out, Arguments: []goja.Value{obj}})
	return out
}

// arrayBufferOf opens an ArrayBuffer.
func arrayBufferOf(obj *goja.Object) (goja.ArrayBuffer, bool) {
	if obj.ExportType() != arrayBufferType {
		return goja.ArrayBuffer{}, false
	}
	ab, ok := obj.Export().(goja.ArrayBuffer)
	return ab, ok
}

// fromArrayBuffer shares the memory of an ArrayBuffer.
func (m *Module) fromArrayBuffer(ab goja.ArrayBuffer, byteOffset, length goja.Value) *goja.Object {
	offset := 0.0
	if isDefined(byteOffset) {
		if offset = number(byteOffset); math.IsNaN(offset) {
			offset = 0
		}
	}
	rest := float64(len(ab.Bytes())) - offset
	if rest < 0 {
		panic(m.outOfBounds("offset"))
	}
	size := rest
	if isDefined(length) {
		if size = number(length); !(size > 0) {
			size = 0
		} else if size > rest {
			panic(m.outOfBounds("length"))
		}
	}
	if offset <= -1 {
		panic(nodeerr.Plain(m.vm, "RangeError",
			"Start offset "+strconv.FormatFloat(offset, 'f', -1, 64)+" is outside the bounds of the buffer"))
	}
	return m.view(ab, int(offset), int(size))
}
