package buffer

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// numberMethods are the methods for numbers, in Node's order. Those with
// "Uint" are the same functions as those with "UInt".
const numberMethods = `
	readBigUInt64LE readBigUInt64BE readBigUint64LE readBigUint64BE readBigInt64LE readBigInt64BE
	writeBigUInt64LE writeBigUInt64BE writeBigUint64LE writeBigUint64BE writeBigInt64LE writeBigInt64BE
	readUIntLE readUInt32LE readUInt16LE readUInt8 readUIntBE readUInt32BE readUInt16BE
	readUintLE readUint32LE readUint16LE readUint8 readUintBE readUint32BE readUint16BE
	readIntLE readInt32LE readInt16LE readInt8 readIntBE readInt32BE readInt16BE
	writeUIntLE writeUInt32LE writeUInt16LE writeUInt8 writeUIntBE writeUInt32BE writeUInt16BE
	writeUintLE writeUint32LE writeUint16LE writeUint8 writeUintBE writeUint32BE writeUint16BE
	writeIntLE writeInt32LE writeInt16LE writeInt8 writeIntBE writeInt32BE writeInt16BE
	readFloatLE readFloatBE readDoubleLE readDoubleBE writeFloatLE writeFloatBE writeDoubleLE writeDoubleBE`

// installPrototype defines the methods of Buffer.prototype, in Node's order.
func (m *Module) installPrototype() {
	m.installNumbers()
	m.installCodecs()
	m.installParent()
	toString := binding.Func(m.vm, "toString", 3, m.toString)
	inspect := binding.Func(m.vm, "inspect", 2, m.inspect)
	m.subarrayFn = binding.Func(m.vm, "subarray", 2, m.subarray)
	m.defineMethod("copy", 4, m.copy)
	binding.Value(m.proto, "toString", toString)
	m.defineMethod("equals", 1, m.equals)
	binding.Value(m.proto, "inspect", inspect)
	m.defineMethod("compare", 5, m.compare)
	m.defineMethod("indexOf", 4, m.indexOf)
	binding.Value(m.proto, "lastIndexOf", m.lastIndexOf)
	m.defineMethod("includes", 4, m.includes)
	m.defineMethod("fill", 4, m.fill)
	m.defineMethod("write", 4, m.write)
	m.defineMethod("toJSON", 0, m.toJSON)
	binding.Value(m.proto, "subarray", m.subarrayFn)
	m.defineMethod("slice", 2, m.slice)
	m.defineMethod("swap16", 0, m.swapFunc(2))
	m.defineMethod("swap32", 0, m.swapFunc(4))
	m.defineMethod("swap64", 0, m.swapFunc(8))
	binding.Value(m.proto, "toLocaleString", toString)
	must(m.proto.SetSymbol(m.inspectSymbol, inspect))
}

func (m *Module) defineMethod(name string, length int, fn nativeFunc) {
	binding.Value(m.proto, name, binding.Func(m.vm, name, length, fn))
}

func (m *Module) installNumbers() {
	methods := make(map[string]*goja.Object)
	m.readMethods(methods)
	m.writeMethods(methods)
	for _, name := range strings.Fields(numberMethods) {
		binding.Value(m.proto, name, methods[strings.Replace(name, "Uint", "UInt", 1)])
	}
}

// symbolFor is Symbol.for(name).
func symbolFor(vm *goja.Runtime, name string) *goja.Symbol {
	symbol := vm.Get("Symbol").(*goja.Object)
	call := goja.FunctionCall{This: symbol, Arguments: []goja.Value{vm.ToValue(name)}}
	return native(symbol.Get("for"))(call).(*goja.Symbol)
}

// installParent defines the accessors of old: the ArrayBuffer of a Buffer and
// its place in it.
func (m *Module) installParent() {
	for _, a := range []struct {
		name string
		get  func(goja.FunctionCall) goja.Value
	}{
		{"parent", m.views.array.buffer},
		{"offset", m.views.array.byteOffset},
	} {
		get := binding.Func(m.vm, "get", 0, func(c goja.FunctionCall) goja.Value {
			if !m.IsBuffer(c.This) {
				return goja.Undefined()
			}
			return a.get(c)
		})
		must(m.proto.DefineAccessorProperty(a.name, get, nil, goja.FLAG_FALSE, goja.FLAG_TRUE))
	}
}
