package buffer

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// fill is buf.fill(value[, offset[, end]][, encoding]).
func (m *Module) fill(c goja.FunctionCall) goja.Value {
	b := m.self(c)
	value, offset, end, encoding := c.Argument(0), c.Argument(1), c.Argument(2), c.Argument(3)
	if goja.IsString(value) {
		if !isDefined(offset) || goja.IsString(offset) {
			encoding, offset, end = offset, goja.Undefined(), goja.Undefined()
		} else if goja.IsString(end) {
			encoding, end = end, goja.Undefined()
		}
		m.fillEncoding(encoding)
	}
	from, to := 0, len(b)
	if isDefined(offset) {
		from = m.requireInteger(offset, "offset", 0, maxLength)
		if isDefined(end) {
			to = m.requireInteger(end, "end", 0, len(b))
		}
		if from >= to {
			return c.This
		}
	}
	m.fillAll(b[from:to], value, encoding)
	return c.This
}

// fillEncoding is the encoding argument of fill and alloc, which has to be a
// string.
func (m *Module) fillEncoding(v goja.Value) Encoding {
	if !v.ToBoolean() {
		return UTF8
	}
	enc, ok := ParseEncoding(v.String())
	if !ok {
		if !goja.IsString(v) {
			panic(nodeerr.ArgType(m.vm, "encoding", v, "string"))
		}
		panic(m.unknownEncoding(v))
	}
	return enc
}

// fillAll fills all of b with a string, a number, or the bytes of a view.
func (m *Module) fillAll(b []byte, value, encoding goja.Value) {
	switch {
	case goja.IsString(value):
		enc := m.fillEncoding(encoding)
		if !value.ToBoolean() {
			clear(b)
			return
		}
		t := textOf(value)
		m.repeat(b, t.bytes(enc), value)
	case goja.IsNumber(value):
		repeatByte(b, toByte(value))
	default:
		if bytes, ok := m.Bytes(value); ok {
			m.repeat(b, bytes, value)
			return
		}
		repeatByte(b, toByte(value))
	}
}

func (m *Module) repeat(b, pattern []byte, value goja.Value) {
	if len(pattern) == 0 {
		panic(nodeerr.ArgValue(m.vm, "value", m.inspectEmpty(value), "is invalid"))
	}
	double(b, copy(b, pattern))
}

// double fills b with copies of its first n bytes, doubling what is done.
func double(b []byte, n int) {
	for n < len(b) {
		n += copy(b[n:], b[:n])
	}
}

func repeatByte(b []byte, c byte) {
	if c == 0 {
		clear(b)
		return
	}
	first := b[:min(len(b), 64)]
	for i := range first {
		first[i] = c
	}
	double(b, len(first))
}

// toByte is the conversion of a value stored into a Uint8Array.
func toByte(v goja.Value) byte {
	if v == nil {
		return 0
	}
	n := v.ToNumber()
	f := n.ToFloat()
	switch {
	case math.IsInf(f, 0):
		return 0
	case math.Abs(f) >= 1<<63:
		return byte(int64(math.Mod(f, 256)))
	}
	return byte(n.ToInteger())
}
