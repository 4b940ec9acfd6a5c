package buffer

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// decoder makes the value of the first bytes of b, as many as its size.
type decoder = func(b []byte) goja.Value

// readMethods makes the read methods by name.
func (m *Module) readMethods(methods map[string]*goja.Object) {
	vm, le, be := m.vm, binary.LittleEndian, binary.BigEndian
	for _, r := range []struct {
		name   string
		size   int
		decode func(b []byte) int64
	}{
		{"readUInt8", 1, func(b []byte) int64 { return int64(b[0]) }},
		{"readUInt16LE", 2, func(b []byte) int64 { return int64(le.Uint16(b)) }},
		{"readUInt16BE", 2, func(b []byte) int64 { return int64(be.Uint16(b)) }},
		{"readUInt32LE", 4, func(b []byte) int64 { return int64(le.Uint32(b)) }},
		{"readUInt32BE", 4, func(b []byte) int64 { return int64(be.Uint32(b)) }},
		{"readInt8", 1, func(b []byte) int64 { return int64(int8(b[0])) }},
		{"readInt16LE", 2, func(b []byte) int64 { return int64(int16(le.Uint16(b))) }},
		{"readInt16BE", 2, func(b []byte) int64 { return int64(int16(be.Uint16(b))) }},
		{"readInt32LE", 4, func(b []byte) int64 { return int64(int32(le.Uint32(b))) }},
		{"readInt32BE", 4, func(b []byte) int64 { return int64(int32(be.Uint32(b))) }},
	} {
		fn := m.readFunc(r.size, func(b []byte) goja.Value { return vm.ToValue(r.decode(b)) })
		methods[r.name] = binding.Func(vm, "", 1, fn)
	}
	for _, r := range []struct {
		name, fnName string
		size         int
		decode       func(b []byte) float64
	}{
		{"readFloatLE", "readFloatForwards", 4, func(b []byte) float64 { return float64(math.Float32frombits(le.Uint32(b))) }},
		{"readFloatBE", "readFloatBackwards", 4, func(b []byte) float64 { return float64(math.Float32frombits(be.Uint32(b))) }},
		{"readDoubleLE", "readDoubleForwards", 8, func(b []byte) float64 { return math.Float64frombits(le.Uint64(b)) }},
		{"readDoubleBE", "readDoubleBackwards", 8, func(b []byte) float64 { return math.Float64frombits(be.Uint64(b)) }},
	} {
		fn := m.readFunc(r.size, func(b []byte) goja.Value { return vm.ToValue(r.decode(b)) })
		methods[r.name] = binding.Func(vm, r.fnName, 0, fn)
	}
	for name, decode := range map[string]func(b []byte) *big.Int{
		"readBigUInt64LE": func(b []byte) *big.Int { return new(big.Int).SetUint64(le.Uint64(b)) },
		"readBigUInt64BE": func(b []byte) *big.Int { return new(big.Int).SetUint64(be.Uint64(b)) },
		"readBigInt64LE":  func(b []byte) *big.Int { return big.NewInt(int64(le.Uint64(b))) },
		"readBigInt64BE":  func(b []byte) *big.Int { return big.NewInt(int64(be.Uint64(b))) },
	} {
		fn := m.readFunc(8, func(b []byte) goja.Value { return vm.ToValue(decode(b)) })
		methods[name] = binding.Func(vm, name, 0, fn)
	}
	for name, decode := range map[string]func(b []byte) int64{
		"readUIntLE": unsignedLE,
		"readUIntBE": unsignedBE,
		"readIntLE":  func(b []byte) int64 { return signed(unsignedLE(b), len(b)) },
		"readIntBE":  func(b []byte) int64 { return signed(unsignedBE(b), len(b)) },
	} {
		methods[name] = binding.Func(vm, name, 2, m.readVariableFunc(decode))
	}
}

// readFunc is a read of a fixed size at an offset that defaults to 0.
func (m *Module) readFunc(size int, decode decoder) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		b, ok := m.uint8s(c.This)
		if !ok {
			return decode(m.elements(c.This, offsetOrZero(c, 0), size))
		}
		if len(c.Arguments) == 0 {
			if len(b) >= size {
				return decode(b)
			}
		} else if at, ok := wholeNumber(c.Arguments[0]); ok && at >= 0 && at <= len(b)-size {
			return decode(b[at:])
		}
		return decode(b[m.offset(offsetOrZero(c, 0), len(b)-size):])
	}
}

// readVariableFunc is a read of one to six bytes.
func (m *Module) readVariableFunc(decode func(b []byte) int64) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		if !isDefined(c.Argument(0)) {
			panic(nodeerr.ArgType(m.vm, "offset", goja.Undefined(), "number"))
		}
		size := m.variableSize(c.Argument(1))
		b, ok := m.uint8s(c.This)
		if !ok {
			return m.vm.ToValue(decode(m.elements(c.This, c.Argument(0), size)[:size]))
		}
		at := m.offset(c.Argument(0), len(b)-size)
		return m.vm.ToValue(decode(b[at : at+size]))
	}
}

// variableSize is the byteLength argument.
func (m *Module) variableSize(v goja.Value) int {
	size, ok := wholeNumber(v)
	if !ok || size < 1 || size > 6 {
		number(v) // a BigInt or a symbol fails here
		panic(m.boundsError(v, 6, "byteLength"))
	}
	return size
}

// offset checks an offset argument against the highest that fits.
func (m *Module) offset(v goja.Value, limit int) int {
	at, ok := wholeNumber(v)
	if !ok || at < 0 || at > limit {
		panic(m.boundsError(v, float64(limit), "offset"))
	}
	return at
}

// offsetOrZero is an offset argument with its default.
func offsetOrZero(c goja.FunctionCall, i int) goja.Value {
	if v := c.Argument(i); isDefined(v) {
		return v
	}
	return zero
}

func unsignedLE(b []byte) int64 {
	var v int64
	for i := len(b) - 1; i >= 0; i-- {
		v = v<<8 | int64(b[i])
	}
	return v
}

func unsignedBE(b []byte) int64 {
	var v int64
	for _, c := range b {
		v = v<<8 | int64(c)
	}
	return v
}

// signed reads an unsigned number of size bytes in two's complement.
func signed(v int64, size int) int64 {
	shift := 64 - 8*size
	return v << shift >> shift
}
