package buffer

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// installStatics defines the functions of Buffer, in Node's order.
func (m *Module) installStatics() {
	binding.Value(m.ctor, "poolSize", m.vm.ToValue(defaultPoolSize))
	isEncoding := binding.Func(m.vm, "isEncoding", 1, m.isEncoding)
	binding.Methods(m.vm, m.ctor,
		binding.Method{Name: "from", Length: 3, Fn: m.from},
		binding.Method{Name: "copyBytesFrom", Length: 3, Fn: m.copyBytesFrom},
		binding.Method{Name: "of", Length: 0, Fn: m.of},
		binding.Method{Name: "alloc", Length: 3, Fn: m.alloc},
		binding.Method{Name: "allocUnsafe", Length: 1, Fn: m.allocUnsafe},
		binding.Method{Name: "allocUnsafeSlow", Length: 1, Fn: m.allocUnsafeSlow},
		binding.Method{Name: "isBuffer", Length: 1, Fn: m.isBuffer},
		binding.Method{Name: "compare", Length: 2, Fn: m.compareStatic},
	)
	binding.Value(m.ctor, "isEncoding", isEncoding)
	binding.Methods(m.vm, m.ctor,
		binding.Method{Name: "concat", Length: 2, Fn: m.concat},
		binding.Method{Name: "byteLength", Length: 2, Fn: m.byteLength},
	)
	species := binding.Func(m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return m.views.fastBuffer })
	must(m.ctor.DefineAccessorPropertySymbol(goja.SymSpecies, species, nil, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

func (m *Module) allocZeroed(size int) *goja.Object { return m.FromBytes(m.newBytes(size)) }

// alloc is Buffer.alloc(size[, fill[, encoding]]).
func (m *Module) alloc(c goja.FunctionCall) goja.Value {
	size := m.requireSize(c.Argument(0))
	b := m.newBytes(size)
	if fill := c.Argument(1); isDefined(fill) && size > 0 {
		m.fillAll(b, fill, c.Argument(2))
	}
	return m.FromBytes(b)
}

func (m *Module) allocUnsafe(c goja.FunctionCall) goja.Value {
	obj, _ := m.allocate(m.requireSize(c.Argument(0)))
	return obj
}

func (m *Module) allocUnsafeSlow(c goja.FunctionCall) goja.Value {
	return m.allocZeroed(m.requireSize(c.Argument(0)))
}

// of is Buffer.of(...items).
func (m *Module) of(c goja.FunctionCall) goja.Value {
	b := make([]byte, len(c.Arguments))
	for i, v := range c.Arguments {
		b[i] = toByte(v)
	}
	return m.FromBytes(b)
}

// copyBytesFrom is Buffer.copyBytesFrom(view[, offset[, length]]): offset and
// length count elements of the view.
func (m *Module) copyBytesFrom(c goja.FunctionCall) goja.Value {
	view, ok := c.Argument(0).(*goja.Object)
	if !ok || m.views.tagOf(view) == "" {
		panic(nodeerr.ArgType(m.vm, "view", c.Argument(0), "TypedArray"))
	}
	b, _ := m.Bytes(view)
	if len(b) == 0 {
		return m.FromBytes(nil)
	}
	size := int(view.Get("BYTES_PER_ELEMENT").ToInteger())
	start, end := 0, len(b)/size
	if v := c.Argument(1); isDefined(v) {
		start = m.requireInteger(v, "offset", 0, maxLength)
		if start >= end {
			return m.FromBytes(nil)
		}
	}
	if v := c.Argument(2); isDefined(v) {
		end = start + min(m.requireInteger(v, "length", 0, maxLength), end-start)
	}
	out, dst := m.allocate((end - start) * size)
	copy(dst, b[start*size:end*size])
	return out
}

func (m *Module) isBuffer(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(m.IsBuffer(c.Argument(0)))
}

func (m *Module) isEncoding(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	ok := goja.IsString(v)
	if ok {
		_, ok = ParseEncoding(v.String())
	}
	return m.vm.ToValue(ok)
}

// byteLength is Buffer.byteLength(string[, encoding]).
func (m *Module) byteLength(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if goja.IsString(v) {
		enc := UTF8 // also for names that are none
		if e := c.Argument(1); goja.IsString(e) {
			enc, _ = ParseEncoding(e.String())
		}
		return m.vm.ToValue(ByteLength(v, enc))
	}
	if b, ok := m.Bytes(v); ok {
		return m.vm.ToValue(len(b))
	}
	if obj, ok := v.(*goja.Object); ok {
		if ab, ok := arrayBufferOf(obj); ok {
			return m.vm.ToValue(len(ab.Bytes()))
		}
	}
	panic(nodeerr.ArgType(m.vm, "string", v, "string", "Buffer", "ArrayBuffer"))
}

// concat is Buffer.concat(list[, length]).
func (m *Module) concat(c goja.FunctionCall) goja.Value {
	list, ok := c.Argument(0).(*goja.Object)
	if !ok || !m.isArray(list) {
		panic(nodeerr.ArgType(m.vm, "list", c.Argument(0), "Array"))
	}
	n := int(list.Get("length").ToInteger())
	if n == 0 {
		return m.FromBytes(nil)
	}
	length, given := 0, isDefined(c.Argument(1))
	if given {
		length = m.requireInteger(c.Argument(1), "length", 0, maxLength)
	}
	var parts [][]byte // not made for n: a sparse array claims any length
	total := 0
	for i := range n {
		index := strconv.Itoa(i)
		v := list.Get(index)
		if v == nil {
			v = goja.Undefined()
		}
		part := m.requireUint8s(v, "list["+index+"]")
		parts = append(parts, part)
		total += len(part)
	}
	if !given {
		length = total
	}
	obj, dst := m.allocate(length)
	for _, part := range parts {
		dst = dst[copy(dst, part):]
	}
	return obj
}

func (m *Module) isArray(obj *goja.Object) bool {
	return m.arrayIsArray(goja.FunctionCall{Arguments: []goja.Value{obj}}).ToBoolean()
}
