package stream

import (
	"github.com/dop251/goja"
)

// fromList takes n bytes, string units or objects from the buffer, as one
// chunk; it is only called when there are that many.
func (s *Stream) fromList(n int) Chunk {
	r := s.R
	switch {
	case r.objectMode && r.buffer.len() == 0:
		// setEncoding counts the characters of what was buffered, and so
		// promises more objects than there are.
		return ValueChunk(goja.Undefined())
	case r.objectMode:
		return r.buffer.shift()
	case n >= r.length:
		return s.takeAll()
	}
	if first := r.buffer.first(); n < first.length(s.m) {
		head, tail := s.split(first, n)
		*first = tail
		return head
	} else if n == first.length(s.m) {
		return r.buffer.shift()
	}
	return s.takeMany(n)
}

func (s *Stream) takeAll() Chunk {
	r := s.R
	if r.buffer.len() == 1 {
		return r.buffer.shift()
	}
	return s.join(r.takeAllChunks())
}

func (r *Readable) takeAllChunks() []Chunk {
	chunks := append([]Chunk(nil), r.buffer.all()...)
	r.buffer.clear()
	return chunks
}

func (s *Stream) takeMany(n int) Chunk {
	r := s.R
	var parts []Chunk
	for n > 0 {
		first := r.buffer.first()
		size := first.length(s.m)
		if size > n {
			head, tail := s.split(first, n)
			*first = tail
			parts = append(parts, head)
			break
		}
		parts = append(parts, r.buffer.shift())
		n -= size
	}
	return s.join(parts)
}

// split cuts a chunk in two; Buffers go on sharing their memory.
func (s *Stream) split(c *Chunk, n int) (head, tail Chunk) {
	if s.R.decoder != nil && c.isString() {
		str := c.val.(goja.String)
		return ValueChunk(str.Substring(0, n)), ValueChunk(str.Substring(n, str.Length()))
	}
	b := c.Bytes(s.m, s.R.defaultEncoding)
	return BytesChunk(b[:n:n]), BytesChunk(b[n:])
}

func (s *Stream) join(parts []Chunk) Chunk {
	if s.R.decoder != nil {
		values := make([]goja.Value, len(parts))
		for i := range parts {
			values[i] = parts[i].Value(s.m)
		}
		return ValueChunk(joinStrings(s.m.vm, values))
	}
	total := 0
	for i := range parts {
		total += parts[i].length(s.m)
	}
	out := make([]byte, 0, total)
	for i := range parts {
		out = append(out, parts[i].Bytes(s.m, s.R.defaultEncoding)...)
	}
	return BytesChunk(out)
}

// joinStrings concatenates string values without losing lone surrogates.
func joinStrings(vm *goja.Runtime, parts []goja.Value) goja.Value {
	switch len(parts) {
	case 0:
		return vm.ToValue("")
	case 1:
		return parts[0]
	}
	var sb goja.StringBuilder
	for _, p := range parts {
		str, ok := p.(goja.String)
		if !ok {
			str = p.ToString().(goja.String)
		}
		sb.WriteString(str)
	}
	return sb.String()
}
