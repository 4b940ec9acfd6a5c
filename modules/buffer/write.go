package buffer

import (
	"math"
	"math/big"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// putter stores the low bits of a number into all of b.
type putter = func(b []byte, bits uint64)

func putLE(b []byte, bits uint64) {
	for i := range b {
		b[i] = byte(bits >> (8 * i))
	}
}

func putBE(b []byte, bits uint64) {
	for i := range b {
		b[len(b)-1-i] = byte(bits >> (8 * i))
	}
}

// writeMethods makes the write methods by name.
func (m *Module) writeMethods(methods map[string]*goja.Object) {
	define := func(name, fnName string, length int, fn nativeFunc) {
		methods[name] = binding.Func(m.vm, fnName, length, fn)
	}
	for _, w := range []struct {
		name   string
		size   int
		signed bool
		put    putter
	}{
		{"writeUInt8", 1, false, putLE},
		{"writeUInt16LE", 2, false, putLE},
		{"writeUInt16BE", 2, false, putBE},
		{"writeUInt32LE", 4, false, putLE},
		{"writeUInt32BE", 4, false, putBE},
		{"writeInt8", 1, true, putLE},
		{"writeInt16LE", 2, true, putLE},
		{"writeInt16BE", 2, true, putBE},
		{"writeInt32LE", 4, true, putLE},
		{"writeInt32BE", 4, true, putBE},
	} {
		define(w.name, w.name, 1, m.writeFunc(w.size, w.signed, w.put))
	}
	for _, w := range []struct {
		suffix string
		put    putter
	}{{"LE", putLE}, {"BE", putBE}} {
		define("writeUInt"+w.suffix, "writeUInt"+w.suffix, 3, m.writeVariableFunc(false, w.put))
		define("writeInt"+w.suffix, "writeInt"+w.suffix, 3, m.writeVariableFunc(true, w.put))
		define("writeBigUInt64"+w.suffix, "writeBigUInt64"+w.suffix, 1, m.writeBigFunc(false, w.put))
		define("writeBigInt64"+w.suffix, "writeBigInt64"+w.suffix, 1, m.writeBigFunc(true, w.put))
	}
	define("writeFloatLE", "writeFloatForwards", 1, m.writeFloatFunc(4, putLE))
	define("writeFloatBE", "writeFloatBackwards", 1, m.writeFloatFunc(4, putBE))
	define("writeDoubleLE", "writeDoubleForwards", 1, m.writeFloatFunc(8, putLE))
	define("writeDoubleBE", "writeDoubleBackwards", 1, m.writeFloatFunc(8, putBE))
}

// intRange is what an integer of the given size holds.
type intRange struct {
	size      int
	signed    bool
	low, high float64
}

func newIntRange(size int, signed bool) intRange {
	r := intRange{size: size, signed: signed}
	if signed {
		r.low, r.high = -math.Ldexp(1, 8*size-1), math.Ldexp(1, 8*size-1)-1
	} else {
		r.high = math.Ldexp(1, 8*size) - 1
	}
	return r
}

// String is the range in the two ways that Node words it.
func (r intRange) String() string {
	switch {
	case r.size <= 4:
		return ">= " + decimal(r.low) + " and <= " + decimal(r.high)
	case r.signed:
		half := "2 ** " + strconv.Itoa(8*r.size-1)
		return ">= -(" + half + ") and < " + half
	}
	return ">= 0 and < 2 ** " + strconv.Itoa(8*r.size)
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', 0, 64) }

// bits checks value and gives it in two's complement, cut to an integer as
// JavaScript would store it: NaN is 0.
func (m *Module) bits(value float64, r *intRange) uint64 {
	if value < r.low || value > r.high {
		panic(nodeerr.OutOfRange(m.vm, "value", r.String(), m.vm.ToValue(value)))
	}
	if value != value {
		return 0
	}
	return uint64(int64(value))
}

// writeFunc is a write of a fixed size: value, then an offset that defaults
// to 0. Of two wrong arguments Node reports the value, but of a single byte
// the offset's type first.
func (m *Module) writeFunc(size int, signed bool, put putter) nativeFunc {
	r := newIntRange(size, signed)
	return func(c goja.FunctionCall) goja.Value {
		value := number(c.Argument(0))
		offset := offsetOrZero(c, 1)
		if size == 1 {
			m.requireNumber(offset, "offset")
		}
		return m.store(c.This, offset, size, m.bits(value, &r), put)
	}
}

// writeVariableFunc is a write of one to six bytes.
func (m *Module) writeVariableFunc(signed bool, put putter) nativeFunc {
	var ranges [7]intRange
	for size := range ranges {
		ranges[size] = newIntRange(size, signed)
	}
	return func(c goja.FunctionCall) goja.Value {
		size := m.variableSize(c.Argument(2))
		value := number(c.Argument(0))
		offset := c.Argument(1)
		if size == 1 {
			m.requireNumber(offset, "offset")
		}
		return m.store(c.This, offset, size, m.bits(value, &ranges[size]), put)
	}
}

// store writes a number and returns the offset behind it.
func (m *Module) store(this, offset goja.Value, size int, bits uint64, put putter) goja.Value {
	if b, ok := m.uint8s(this); ok {
		at := m.offset(offset, len(b)-size)
		put(b[at:at+size], bits)
		return m.vm.ToValue(at + size)
	}
	b := make([]byte, size)
	put(b, bits)
	return m.vm.ToValue(m.setElements(this, offset, b) + size)
}

// writeFloatFunc is a write of a float of 4 or a double of 8 bytes.
func (m *Module) writeFloatFunc(size int, put putter) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		bits := floatBits(number(c.Argument(0)), size)
		return m.store(c.This, offsetOrZero(c, 1), size, bits, put)
	}
}

// floatBits is IEEE 754 with V8's NaN, which is not Go's.
func floatBits(f float64, size int) uint64 {
	switch {
	case f != f && size == 4:
		return 0x7fc00000
	case f != f:
		return 0x7ff8000000000000
	case size == 4:
		return uint64(math.Float32bits(float32(f)))
	}
	return math.Float64bits(f)
}

// writeBigFunc takes a BigInt only, but finds that out last, after the range
// of the value and the offset, as JavaScript's mixed comparisons do.
func (m *Module) writeBigFunc(signed bool, put putter) nativeFunc {
	low, high, text := new(big.Int), new(big.Int).SetUint64(math.MaxUint64), ">= 0n and < 2n ** 64n"
	if signed {
		low, high, text = big.NewInt(math.MinInt64), big.NewInt(math.MaxInt64), ">= -(2n ** 63n) and < 2n ** 63n"
	}
	return func(c goja.FunctionCall) goja.Value {
		value, offset := c.Argument(0), offsetOrZero(c, 1)
		if !goja.IsBigInt(value) {
			m.room(c.This, offset, 8)
			panic(m.vm.NewTypeError("Cannot mix BigInt and other types, use explicit conversions"))
		}
		i := value.Export().(*big.Int)
		if i.Cmp(low) < 0 || i.Cmp(high) > 0 {
			panic(nodeerr.OutOfRange(m.vm, "value", text, value))
		}
		bits := i.Uint64()
		if i.Sign() < 0 {
			bits = uint64(i.Int64())
		}
		return m.store(c.This, offset, 8, bits, put)
	}
}

// room checks that size elements fit at offset.
func (m *Module) room(this, offset goja.Value, size int) {
	if b, ok := m.uint8s(this); ok {
		m.offset(offset, len(b)-size)
		return
	}
	m.elementOffset(m.vm.ToValue(this).ToObject(m.vm), offset, size)
}
