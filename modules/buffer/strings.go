package buffer

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// codecs are the encodings in the order of their methods on the prototype:
// asciiSlice, ..., utf8Slice, asciiWrite, ..., utf8Write.
var codecs = []struct {
	prefix string
	enc    Encoding
}{
	{"ascii", ASCII}, {"base64", Base64}, {"base64url", Base64URL}, {"latin1", Latin1},
	{"hex", Hex}, {"ucs2", UTF16LE}, {"utf8", UTF8},
}

func (m *Module) installCodecs() {
	for _, x := range codecs {
		binding.Value(m.proto, x.prefix+"Slice", binding.Func(m.vm, "", 2, m.sliceFunc(x.enc)))
	}
	for _, x := range codecs {
		binding.Value(m.proto, x.prefix+"Write", binding.Func(m.vm, "", 3, m.writeStringFunc(x.enc)))
	}
}

// encodeString is EncodeToString within the limits of a string.
func (m *Module) encodeString(enc Encoding, b []byte) goja.Value {
	m.CheckStringLength(enc, len(b))
	return EncodeToString(m.vm, enc, b)
}

// CheckStringLength throws Node's error when n bytes make too long a string.
func (m *Module) CheckStringLength(enc Encoding, n int) {
	if stringLength(enc, n) > maxStringLength {
		panic(nodeerr.New(m.vm, "ERR_STRING_TOO_LONG", maxStringLength))
	}
}

// stringLength is the most units that n bytes come to.
func stringLength(enc Encoding, n int) int {
	switch enc {
	case UTF16LE:
		return n / 2
	case Hex:
		return 2 * n
	case Base64:
		return (n + 2) / 3 * 4
	case Base64URL:
		return (4*n + 2) / 3
	}
	return n
}

// toString is buf.toString([encoding[, start[, end]]]).
func (m *Module) toString(c goja.FunctionCall) goja.Value {
	if len(c.Arguments) == 0 {
		return m.encodeString(UTF8, m.anyView(c))
	}
	b := m.self(c)
	start, end := clampIndex(c.Argument(1), len(b)), len(b)
	if v := c.Argument(2); isDefined(v) {
		end = clampIndex(v, len(b))
	}
	if end <= start {
		return emptyString
	}
	enc := UTF8
	if v := c.Argument(0); isDefined(v) {
		enc = m.encodingOf(v)
	}
	return m.encodeString(enc, b[start:end])
}

// sliceFunc is one of the methods xxxSlice(start, end), which do not clamp.
func (m *Module) sliceFunc(enc Encoding) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		b := m.anyView(c)
		if len(b) == 0 {
			return emptyString
		}
		start, end := m.index(c.Argument(0), 0), m.index(c.Argument(1), len(b))
		end = max(start, end)
		if end > len(b) {
			panic(m.indexOutOfRange())
		}
		return m.encodeString(enc, b[start:end])
	}
}

// index is an argument of a native method: whole, not negative.
func (m *Module) index(v goja.Value, fallback int) int {
	if !isDefined(v) {
		return fallback
	}
	i := v.ToInteger()
	if i < 0 {
		panic(m.indexOutOfRange())
	}
	return int(i)
}

func (m *Module) indexOutOfRange() *goja.Object {
	return nodeerr.WithMessage(m.vm, "RangeError", "ERR_OUT_OF_RANGE", "Index out of range")
}

// writeStringFunc is one of the methods xxxWrite(string, offset, length).
func (m *Module) writeStringFunc(enc Encoding) nativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		b := m.anyView(c)
		offset, length := 0, len(b)
		if v := c.Argument(1); isDefined(v) {
			offset = int(v.ToInteger())
		}
		if offset < 0 || offset > len(b) {
			panic(m.outOfBounds("offset"))
		}
		length -= offset
		if v := c.Argument(2); isDefined(v) {
			n := int(v.ToInteger())
			if n < 0 || n > length {
				panic(m.outOfBounds("length"))
			}
			length = n
		}
		return m.writeString(b[offset:offset+length], c.Argument(0), enc)
	}
}

func (m *Module) writeString(dst []byte, v goja.Value, enc Encoding) goja.Value {
	if !goja.IsString(v) {
		panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE", "argument must be a string"))
	}
	t := textOf(v)
	return m.vm.ToValue(t.encode(dst, enc))
}

// write is buf.write(string[, offset[, length]][, encoding]).
func (m *Module) write(c goja.FunctionCall) goja.Value {
	b := m.self(c)
	offset, length, encoding := c.Argument(1), c.Argument(2), c.Argument(3)
	if !isDefined(offset) {
		return m.writeString(b, c.Argument(0), UTF8)
	}
	if goja.IsString(offset) && !isDefined(length) {
		return m.writeString(b, c.Argument(0), m.optionalEncoding(offset))
	}
	at := m.requireInteger(offset, "offset", 0, len(b))
	dst := b[at:]
	switch {
	case !isDefined(length):
	case goja.IsString(length):
		encoding = length
	default:
		n := m.requireInteger(length, "length", 0, len(b))
		dst = dst[:min(n, len(dst))]
	}
	return m.writeString(dst, c.Argument(0), m.optionalEncoding(encoding))
}

// optionalEncoding is UTF-8 for undefined, null and other falsy values.
func (m *Module) optionalEncoding(v goja.Value) Encoding {
	if !v.ToBoolean() {
		return UTF8
	}
	return m.encodingOf(v)
}
