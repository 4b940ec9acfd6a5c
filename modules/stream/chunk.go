package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
)

// Chunk is one piece of data on its way through a stream: bytes that no
// JavaScript has seen yet, or a JavaScript value. The zero Chunk is null, the
// end of the stream.
type Chunk struct {
	bytes []byte
	val   goja.Value
	kept  *bool // of lent bytes
}

// BytesChunk is a chunk of bytes, which the stream then owns.
func BytesChunk(b []byte) Chunk {
	if b == nil {
		b = []byte{}
	}
	return Chunk{bytes: b}
}

// LentChunk is a chunk of bytes that stay the caller's when it has been pushed,
// unless kept is true then: bytes that are piped on at once need no memory of
// their own.
func LentChunk(b []byte, kept *bool) Chunk { return Chunk{bytes: b, kept: kept} }

// Keep is called where a chunk stays, or becomes something that does.
func (c *Chunk) Keep() {
	if c.kept != nil {
		*c.kept, c.kept = true, nil
	}
}

// ValueChunk is a chunk that JavaScript made.
func ValueChunk(v goja.Value) Chunk { return Chunk{val: v} }

// IsNull reports whether the chunk is the end of the stream.
func (c Chunk) IsNull() bool { return c.bytes == nil && (c.val == nil || goja.IsNull(c.val)) }

// Value is the chunk as JavaScript sees it; bytes become a Buffer.
func (c *Chunk) Value(m *Module) goja.Value {
	if c.val == nil {
		c.Keep()
		c.val = m.buf.FromBytes(c.bytes)
	}
	return c.val
}

func (c Chunk) valueOrNull(m *Module) goja.Value {
	if c.IsNull() {
		return goja.Null()
	}
	return c.Value(m)
}

// Bytes is the content of a byte chunk, and of a string in the given
// encoding. Who keeps lent bytes calls Keep.
func (c *Chunk) Bytes(m *Module, enc buffer.Encoding) []byte {
	if c.bytes != nil {
		return c.bytes
	}
	if goja.IsString(c.val) {
		return buffer.DecodeString(c.val, enc)
	}
	b, _ := m.buf.Bytes(c.val)
	return b
}

// isString reports whether the chunk is a JavaScript string.
func (c Chunk) isString() bool { return c.bytes == nil && c.val != nil && goja.IsString(c.val) }

// length is chunk.length: bytes, or UTF-16 units of a string.
func (c *Chunk) length(m *Module) int {
	switch {
	case c.bytes != nil:
		return len(c.bytes)
	case c.val == nil:
		return 0
	case goja.IsString(c.val):
		return stringLength(c.val)
	}
	if b, ok := m.buf.Bytes(c.val); ok {
		return len(b)
	}
	return 0
}

// stringLength is the length of a string value in UTF-16 units.
func stringLength(v goja.Value) int {
	if s, ok := v.(goja.String); ok {
		return s.Length()
	}
	return len([]rune(v.String()))
}

// chunkOf takes a value that user code returned or passed.
func (s *Stream) chunkOf(v goja.Value) Chunk { return Chunk{val: v} }

// fifo is a queue of chunks that reuses its storage.
type fifo struct {
	items []Chunk
	head  int
}

func (f *fifo) len() int { return len(f.items) - f.head }

func (f *fifo) push(c Chunk) {
	c.Keep()
	f.items = append(f.items, c)
}

func (f *fifo) unshift(c Chunk) {
	c.Keep()
	if f.head > 0 {
		f.head--
		f.items[f.head] = c
		return
	}
	f.items = append([]Chunk{c}, f.items...)
}

func (f *fifo) first() *Chunk { return &f.items[f.head] }

func (f *fifo) shift() Chunk {
	c := f.items[f.head]
	f.items[f.head] = Chunk{}
	f.head++
	if f.head == len(f.items) {
		f.items, f.head = f.items[:0], 0
	}
	return c
}

func (f *fifo) clear() { *f = fifo{} }

// all is the chunks in order.
func (f *fifo) all() []Chunk { return f.items[f.head:] }
