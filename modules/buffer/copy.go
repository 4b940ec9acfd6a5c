package buffer

import (
	"slices"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// copy is buf.copy(target[, targetStart[, sourceStart[, sourceEnd]]]).
func (m *Module) copy(c goja.FunctionCall) goja.Value {
	source, ok := m.Bytes(c.This)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "source", c.This, bufferOrUint8Array...))
	}
	target, ok := m.Bytes(c.Argument(0))
	if !ok {
		panic(nodeerr.ArgType(m.vm, "target", c.Argument(0), bufferOrUint8Array...))
	}
	targetStart, sourceStart, sourceEnd := 0, 0, len(source)
	if v := c.Argument(1); isDefined(v) {
		if targetStart = toInteger(v, 0); targetStart < 0 {
			panic(nodeerr.OutOfRange(m.vm, "targetStart", ">= 0", m.vm.ToValue(targetStart)))
		}
	}
	if v := c.Argument(2); isDefined(v) {
		if sourceStart = toInteger(v, 0); sourceStart < 0 || sourceStart > len(source) {
			panic(nodeerr.OutOfRange(m.vm, "sourceStart", between(0, len(source)), m.vm.ToValue(sourceStart)))
		}
	}
	if v := c.Argument(3); isDefined(v) {
		if sourceEnd = toInteger(v, 0); sourceEnd < 0 {
			panic(nodeerr.OutOfRange(m.vm, "sourceEnd", ">= 0", m.vm.ToValue(sourceEnd)))
		}
	}
	if targetStart >= len(target) || sourceStart >= sourceEnd {
		return zero
	}
	n := copy(target[targetStart:], source[sourceStart:min(sourceEnd, len(source))])
	return m.vm.ToValue(n)
}

// subarray is buf.subarray([start[, end]]): a Buffer on the same memory.
func (m *Module) subarray(c goja.FunctionCall) goja.Value {
	source := m.receiver(c)
	length := len(source.bytes)
	start, end := relativeIndex(c.Argument(0), length), length
	if v := c.Argument(1); isDefined(v) {
		end = relativeIndex(v, length)
	}
	return m.view(source.arrayBuffer, source.offset+start, max(end-start, 0))
}

// slice is buf.slice, which goes through the subarray of its receiver, so
// that a Uint8Array gives a Uint8Array.
func (m *Module) slice(c goja.FunctionCall) goja.Value {
	obj := m.vm.ToValue(c.This).ToObject(m.vm)
	fn, ok := obj.Get("subarray").(*goja.Object)
	if !ok {
		panic(m.vm.NewTypeError("this.subarray is not a function"))
	}
	if fn == m.subarrayFn {
		return m.subarray(c)
	}
	return m.call(fn, obj, c.Argument(0), c.Argument(1))
}

// swapFunc is swap16, swap32 or swap64.
func (m *Module) swapFunc(size int) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		b := m.self(c)
		if len(b)%size != 0 {
			panic(nodeerr.New(m.vm, "ERR_INVALID_BUFFER_SIZE", strconv.Itoa(8*size)+"-bits"))
		}
		for ; len(b) > 0; b = b[size:] {
			slices.Reverse(b[:size])
		}
		return c.This
	}
}

// toJSON is {type: 'Buffer', data: [...]}.
func (m *Module) toJSON(c goja.FunctionCall) goja.Value {
	b := m.self(c)
	items := make([]any, len(b))
	for i, x := range b {
		items[i] = x
	}
	obj := m.vm.NewObject()
	binding.Value(obj, "type", m.vm.ToValue("Buffer"))
	binding.Value(obj, "data", m.vm.NewArray(items...))
	return obj
}
