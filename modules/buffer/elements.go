package buffer

import (
	"math"
	"strconv"

	"github.com/dop251/goja"
)

// Node's numeric methods index their receiver like an array, so they work on
// any array-like object; these are the slow ways for those that are no
// Uint8Array.

// elements reads size elements of an array-like object as bytes.
func (m *Module) elements(this, offset goja.Value, size int) []byte {
	obj := m.vm.ToValue(this).ToObject(m.vm)
	at := m.elementOffset(obj, offset, size)
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(obj.Get(strconv.Itoa(at + i)).ToInteger())
	}
	return b
}

// setElements stores bytes into an array-like object.
func (m *Module) setElements(this, offset goja.Value, b []byte) int {
	obj := m.vm.ToValue(this).ToObject(m.vm)
	at := m.elementOffset(obj, offset, len(b))
	for i, c := range b {
		if err := obj.Set(strconv.Itoa(at+i), int64(c)); err != nil {
			panic(err)
		}
	}
	return at
}

// elementOffset checks that the first and the last of size elements exist.
func (m *Module) elementOffset(obj *goja.Object, offset goja.Value, size int) int {
	m.requireNumber(offset, "offset")
	at, ok := wholeNumber(offset)
	if !ok || !isDefined(obj.Get(strconv.Itoa(at))) || !isDefined(obj.Get(strconv.Itoa(at+size-1))) {
		limit := math.NaN()
		if length := obj.Get("length"); isDefined(length) {
			limit = number(length) - float64(size)
		}
		panic(m.boundsError(offset, limit, "offset"))
	}
	return at
}
