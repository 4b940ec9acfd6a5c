package crypto

import (
	"crypto/rand"
	"math"
	"math/big"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/types"
)

// randomBytes is crypto.randomBytes.
func (m *Module) randomBytes(c goja.FunctionCall) goja.Value {
	size := m.randomSize(c.Argument(0), 1, 0, math.Inf(1))
	run := func() ([]byte, error) { return someBytes(size) }
	callback := c.Argument(1)
	if goja.IsUndefined(callback) {
		return m.now(run, m.asBuffer)
	}
	m.start("RANDOMBYTESREQUEST", run, m.asBuffer, m.requireFunction(callback, "callback"))
	return nil
}

func someBytes(size int) ([]byte, error) {
	b := make([]byte, size)
	_, err := rand.Read(b)
	return b, err
}

// randomSize checks a number of elements and gives the number of bytes.
func (m *Module) randomSize(v goja.Value, element, offset int, length float64) int {
	size := m.requireNumber(v, "size") * float64(element)
	if !(size >= 0 && size <= maxInt32) {
		panic(nodeerr.OutOfRange(m.vm, "size", between(0, maxInt32), m.vm.ToValue(size)))
	}
	if end := size + float64(offset); end > length {
		panic(nodeerr.OutOfRange(m.vm, "size + offset", "<= "+number(length), m.vm.ToValue(end)))
	}
	return int(size)
}

func (m *Module) randomOffset(v goja.Value, element, length int) int {
	offset := m.requireNumber(v, "offset") * float64(element)
	if most := min(length, maxInt32); !(offset >= 0 && offset <= float64(most)) {
		panic(nodeerr.OutOfRange(m.vm, "offset", between(0, int64(most)), m.vm.ToValue(offset)))
	}
	return int(offset)
}

func (m *Module) requireNumber(v goja.Value, name string) float64 {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	return v.ToFloat()
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// region is the part of a buffer that randomFill fills; offset and size count
// elements.
func (m *Module) region(target, offset, size goja.Value) []byte {
	b := m.randomTarget(target)
	element := 1
	if v := option(target, "BYTES_PER_ELEMENT"); v.ToBoolean() {
		element = int(v.ToInteger())
	}
	start := 0
	if !goja.IsUndefined(offset) {
		start = m.randomOffset(offset, element, len(b))
	}
	if goja.IsUndefined(size) {
		return b[start:]
	}
	return b[start : start+m.randomSize(size, element, start, float64(len(b)))]
}

func (m *Module) randomTarget(target goja.Value) []byte {
	b, ok := m.bytes(target)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "buf", target, "ArrayBuffer", "ArrayBufferView"))
	}
	return b
}

func (m *Module) randomFillSync(c goja.FunctionCall) goja.Value {
	must(rand.Read(m.region(c.Argument(0), c.Argument(1), c.Argument(2))))
	return c.Argument(0)
}

// randomFill fills the buffer on the loop, with bytes made elsewhere.
func (m *Module) randomFill(c goja.FunctionCall) goja.Value {
	target, offset, size, callback := c.Argument(0), c.Argument(1), c.Argument(2), c.Argument(3)
	m.randomTarget(target)
	switch {
	case engine.IsCallable(offset):
		offset, size, callback = goja.Undefined(), goja.Undefined(), offset
	case engine.IsCallable(size):
		size, callback = goja.Undefined(), size
	}
	fn := m.requireFunction(callback, "callback")
	region := m.region(target, offset, size)
	m.start("RANDOMBYTESREQUEST", func() ([]byte, error) { return someBytes(len(region)) }, func(b []byte) goja.Value {
		copy(region, b)
		return target
	}, fn)
	return nil
}

// maxRange is the greatest distance between the bounds of randomInt.
const maxRange = 1<<48 - 1

func (m *Module) randomInt(c goja.FunctionCall) goja.Value {
	low, high, callback := c.Argument(0), c.Argument(1), c.Argument(2)
	span := "max - min"
	if goja.IsUndefined(high) || engine.IsCallable(high) {
		low, high, callback = m.vm.ToValue(0), low, high
		span = "max"
	}
	var fn engine.Func
	if !goja.IsUndefined(callback) {
		fn = m.requireFunction(callback, "callback")
	}
	lowest, limit := m.safeInteger(low, "min"), m.safeInteger(high, "max")
	if limit <= lowest {
		panic(nodeerr.OutOfRange(m.vm, "max",
			"greater than the value of \"min\" ("+strconv.FormatInt(lowest, 10)+")", high))
	}
	if limit-lowest > maxRange {
		panic(nodeerr.OutOfRange(m.vm, span, "<= "+strconv.FormatInt(maxRange, 10), m.vm.ToValue(limit-lowest)))
	}
	n := must(rand.Int(rand.Reader, big.NewInt(limit-lowest)))
	result := m.vm.ToValue(lowest + n.Int64())
	if fn == nil {
		return result
	}
	m.e.NextTickCall(fn, []goja.Value{goja.Undefined(), result})
	return nil
}

func (m *Module) safeInteger(v goja.Value, name string) int64 {
	if goja.IsNumber(v) {
		if f := v.ToFloat(); f == math.Trunc(f) && math.Abs(f) <= maxSafeInteger {
			return int64(f)
		}
	}
	panic(nodeerr.ArgType(m.vm, name, v, "a safe integer"))
}

// maxRandomValues is the most that getRandomValues fills, in bytes.
const maxRandomValues = 65536

// integerArrays are the typed arrays that getRandomValues takes.
var integerArrays = map[string]bool{
	"Int8Array": true, "Uint8Array": true, "Uint8ClampedArray": true, "Int16Array": true, "Uint16Array": true,
	"Int32Array": true, "Uint32Array": true, "BigInt64Array": true, "BigUint64Array": true,
}

// getRandomValues is the method of Crypto without its check of the receiver.
func (m *Module) getRandomValues(c goja.FunctionCall) goja.Value {
	target := c.Argument(0)
	b, ok := m.buf.Bytes(target)
	if !ok || !integerArrays[types.TypedArrayName(target.(*goja.Object))] {
		panic(m.deps.DOMException("The data argument must be an integer-type TypedArray", "TypeMismatchError"))
	}
	if len(b) > maxRandomValues {
		panic(m.deps.DOMException("The requested length exceeds 65,536 bytes", "QuotaExceededError"))
	}
	must(rand.Read(b))
	return target
}
