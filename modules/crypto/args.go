package crypto

import (
	"bytes"
	"math"
	"reflect"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/util/types"
)

const (
	maxInt32       = math.MaxInt32
	maxUint32      = math.MaxUint32
	maxSafeInteger = 1<<53 - 1
)

// Lists of types in the order of Node's texts.
var (
	bytesTypes  = []string{"ArrayBuffer", "Buffer", "TypedArray", "DataView"}
	inputTypes  = []string{"string", "ArrayBuffer", "Buffer", "TypedArray", "DataView"}
	updateTypes = []string{"string", "Buffer", "TypedArray", "DataView"}
	keyTypes    = []string{"string", "ArrayBuffer", "Buffer", "TypedArray", "DataView", "KeyObject", "CryptoKey"}
	hkdfTypes   = []string{"string", "ArrayBuffer", "TypedArray", "DataView", "Buffer"}
	hkdfKeys    = []string{"string", "SecretKeyObject", "ArrayBuffer", "TypedArray", "DataView", "Buffer"}
)

var arrayBufferType = reflect.TypeFor[goja.ArrayBuffer]()

// bytes is the memory of an ArrayBuffer or a view.
func (m *Module) bytes(v goja.Value) ([]byte, bool) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	if obj.ExportType() == arrayBufferType {
		if ab, ok := obj.Export().(goja.ArrayBuffer); ok {
			return ab.Bytes(), true
		}
	}
	return m.buf.Bytes(obj)
}

// input is the argument name: a string's bytes, or those of an ArrayBuffer or
// a view. They are copied, so that work may go on elsewhere.
func (m *Module) input(v goja.Value, name string, types []string) []byte {
	if goja.IsString(v) {
		return buffer.DecodeString(v, buffer.UTF8)
	}
	b, ok := m.bytes(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, types...))
	}
	return bytes.Clone(b)
}

// encoded is Buffer.from(v, encoding) of a string, for which "buffer" is
// UTF-8.
func (m *Module) encoded(v, encoding goja.Value) []byte {
	enc := buffer.UTF8
	if goja.IsString(encoding) && encoding.ToBoolean() && encoding.String() != "buffer" {
		var ok bool
		if enc, ok = buffer.ParseEncoding(encoding.String()); !ok {
			panic(nodeerr.New(m.vm, "ERR_UNKNOWN_ENCODING", encoding.String()))
		}
	}
	return buffer.DecodeString(v, enc)
}

// lenientEncoding is an encoding as C++ reads it: what is none is UTF-8.
func lenientEncoding(v goja.Value) buffer.Encoding {
	if goja.IsString(v) {
		if enc, ok := buffer.ParseEncoding(v.String()); ok {
			return enc
		}
	}
	return buffer.UTF8
}

// updateData is the data of update and hash: a string in an encoding, or a
// view. The memory may be the script's own.
func (m *Module) updateData(v, encoding goja.Value, name string) []byte {
	if !goja.IsString(v) {
		b, ok := m.buf.Bytes(v)
		if !ok {
			panic(nodeerr.ArgType(m.vm, name, v, updateTypes...))
		}
		return b
	}
	enc := lenientEncoding(encoding)
	if length := v.(goja.String).Length(); enc == buffer.Hex && length%2 == 1 {
		panic(nodeerr.ArgValue(m.vm, "encoding", m.deps.Inspect(encoding),
			"is invalid for data of length "+strconv.Itoa(length)))
	}
	return buffer.DecodeString(v, enc)
}

// output is a result in an encoding as C++ reads it: a Buffer for all that is
// none.
func (m *Module) output(b []byte, encoding goja.Value) goja.Value {
	if encoding.ToBoolean() {
		if _, ok := encoding.(*goja.Symbol); ok {
			panic(m.vm.NewTypeError("Cannot convert a Symbol value to a string"))
		}
		if enc, ok := buffer.ParseEncoding(encoding.String()); ok {
			return m.text(b, enc)
		}
	}
	return m.buf.FromBytes(bytes.Clone(b))
}

func (m *Module) text(b []byte, enc buffer.Encoding) goja.Value {
	m.buf.CheckStringLength(enc, len(b))
	return buffer.EncodeToString(m.vm, enc, b)
}

func (m *Module) requireString(v goja.Value, name string) string {
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "string"))
	}
	return wtf8.Of(v)
}

func (m *Module) requireFunction(v goja.Value, name string) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, "function"))
	}
	return fn
}

// requireInteger is Node's validateInteger and its kin.
func (m *Module) requireInteger(v goja.Value, name string, least, most int64) int64 {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	switch f := v.ToFloat(); {
	case f != math.Trunc(f) || math.IsInf(f, 0):
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	case f < float64(least) || f > float64(most):
		panic(nodeerr.OutOfRange(m.vm, name, between(least, most), v))
	}
	return v.ToInteger()
}

func between(least, most int64) string {
	return ">= " + strconv.FormatInt(least, 10) + " && <= " + strconv.FormatInt(most, 10)
}

// options is an argument that may be missing, which gives nil, or has to be an
// object.
func (m *Module) options(v goja.Value) *goja.Object {
	if goja.IsUndefined(v) {
		return nil
	}
	return m.requireObject(v, "options")
}

// requireObject is Node's validateObject.
func (m *Module) requireObject(v goja.Value, name string) *goja.Object {
	obj, ok := v.(*goja.Object)
	if !ok || engine.IsCallable(obj) || types.Is(obj, types.Array) {
		panic(nodeerr.ArgType(m.vm, name, v, "object"))
	}
	return obj
}

// option is options[name], undefined where there is none.
func option(options goja.Value, name string) goja.Value {
	if obj, ok := options.(*goja.Object); ok {
		if v := obj.Get(name); v != nil {
			return v
		}
	}
	return goja.Undefined()
}
