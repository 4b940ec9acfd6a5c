package transport

import (
	"strings"
	"unsafe"
)

// newReadBuffer makes a read buffer without clearing it first, which would cost
// a fifth of what receiving bulk data does. make has no such form; the growth
// of a strings.Builder has. Nothing else ever sees the builder or its string.
func newReadBuffer() []byte {
	var b strings.Builder
	b.Grow(ReadBufferSize)
	b.WriteByte(0)
	return unsafe.Slice(unsafe.StringData(b.String()), ReadBufferSize)
}
