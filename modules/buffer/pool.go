package buffer

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// defaultPoolSize is Buffer.poolSize before a script changes it.
const defaultPoolSize = 64 << 10

// probeSize is the size from which an allocation is tried before it is made.
const probeSize = 256 << 20

// pool is the ArrayBuffer that small Buffers share, as on Node.
type pool struct {
	arrayBuffer goja.ArrayBuffer
	bytes       []byte
	used        int
	mark        *goja.Symbol // on every ArrayBuffer that is or was the pool
}

// Transferable reports whether an ArrayBuffer may be detached. That of the
// pool may not: Buffers that have nothing to do with each other live in it.
func (m *Module) Transferable(arrayBuffer *goja.Object) bool {
	return m.pool.mark == nil || arrayBuffer.GetSymbol(m.pool.mark) == nil
}

// reserve gives the memory of a Buffer that has size bytes at most: a piece
// of the pool when it is small. The Buffer is made by take.
func (m *Module) reserve(size int) (b []byte, pooled bool) {
	poolSize := m.poolSize()
	if size <= 0 || size >= poolSize>>1 {
		return m.newBytes(size), false
	}
	p := &m.pool
	if size > len(p.bytes)-p.used || p.arrayBuffer.Detached() {
		p.bytes = m.newBytes(poolSize)
		p.arrayBuffer = m.vm.NewArrayBuffer(p.bytes)
		p.used = 0
		if p.mark == nil {
			p.mark = goja.NewSymbol("untransferable")
		}
		binding.HiddenSymbol(m.vm.ToValue(p.arrayBuffer).(*goja.Object), p.mark, goja.Undefined())
	}
	return p.bytes[p.used : p.used+size : p.used+size], true
}

// take makes the Buffer of what reserve gave, cut to the bytes in use.
func (m *Module) take(b []byte, pooled bool) *goja.Object {
	if !pooled {
		return m.FromBytes(b)
	}
	p := &m.pool
	obj := m.view(p.arrayBuffer, p.used, len(b))
	p.used = min((p.used+len(b)+7)&^7, len(p.bytes))
	return obj
}

// allocate makes a Buffer of zeroed bytes, from the pool when it is small.
func (m *Module) allocate(size int) (*goja.Object, []byte) {
	b, pooled := m.reserve(size)
	return m.take(b, pooled), b
}

// poolSize reads Buffer.poolSize, which a script may set.
func (m *Module) poolSize() int {
	if v := m.ctor.Get("poolSize"); v != nil {
		return int(v.ToInteger())
	}
	return 0
}

// newBytes allocates memory. Go ends the process when the system has none to
// give, so a large piece is asked of the system first.
func (m *Module) newBytes(size int) []byte {
	if size > probeSize && !available(size) {
		panic(nodeerr.Plain(m.vm, "RangeError", "Array buffer allocation failed"))
	}
	return make([]byte, size)
}
