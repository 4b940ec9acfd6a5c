package buffer

import (
	"bytes"
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

func (m *Module) indexOf(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(m.search(c, true))
}

func (m *Module) includes(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(m.search(c, true) >= 0)
}

// search is Node's bidirectionalIndexOf: (value[, byteOffset][, encoding]).
func (m *Module) search(c goja.FunctionCall, forward bool) int {
	b, ok := m.Bytes(c.This)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "buffer", c.This, "Buffer", "TypedArray", "DataView"))
	}
	value, byteOffset, encoding := c.Argument(0), c.Argument(1), c.Argument(2)
	if goja.IsString(byteOffset) {
		encoding, byteOffset = byteOffset, goja.Undefined()
	}
	offset := searchOffset(byteOffset, len(b), forward)
	if goja.IsNumber(value) {
		return indexByte(b, toByte(value), offset, forward)
	}
	enc, known := UTF8, true
	if isDefined(encoding) && !goja.IsNull(encoding) {
		enc, known = ParseEncoding(encoding.String())
	}
	if goja.IsString(value) {
		if !known {
			panic(m.unknownEncoding(encoding))
		}
		t := textOf(value)
		if enc == UTF16LE {
			b = wholeUnits(b)
		}
		return indexBytes(b, t.needle(enc), offset, enc, forward)
	}
	if needle, ok := m.uint8s(value); ok && m.IsUint8Array(value) {
		return indexBytes(b, needle, offset, enc, forward)
	}
	panic(nodeerr.ArgType(m.vm, "value", value, "number", "string", "Buffer", "Uint8Array"))
}

// needle is the bytes of a string to search for, without a copy where the
// string has them.
func (t *text) needle(enc Encoding) []byte {
	if enc == UTF8 && !t.wide || t.ascii && (enc == ASCII || enc == Latin1) {
		return unsafeBytes(t.s)
	}
	return t.bytes(enc)
}

// searchOffset is the byteOffset argument: limited to 32 bits, and all of the
// Buffer when it is not a number.
func searchOffset(v goja.Value, length int, forward bool) int {
	f := number(v)
	switch {
	case math.IsNaN(f) && forward:
		return 0
	case math.IsNaN(f):
		return length
	}
	return int(max(math.MinInt32, min(math.MaxInt32, f)))
}

// startIndex is Node's IndexOfOffset: where the search starts, or -1.
func startIndex(length, offset, needle int, forward bool) int {
	switch {
	case offset < 0 && offset+length >= 0:
		return offset + length
	case offset < 0 && (forward || needle == 0):
		return 0
	case offset < 0:
		return -1
	case offset+needle <= length:
		return offset
	case needle == 0:
		return length
	case forward:
		return -1
	}
	return length - 1
}

func indexByte(b []byte, c byte, offset int, forward bool) int {
	start := startIndex(len(b), offset, 1, forward)
	if start < 0 || len(b) == 0 {
		return -1
	}
	if !forward {
		return bytes.LastIndexByte(b[:start+1], c)
	}
	if i := bytes.IndexByte(b[start:], c); i >= 0 {
		return start + i
	}
	return -1
}

// wholeUnits is b without an odd last byte.
func wholeUnits(b []byte) []byte { return b[:len(b)&^1] }

func indexBytes(b, needle []byte, offset int, enc Encoding, forward bool) int {
	start := startIndex(len(b), offset, len(needle), forward)
	if enc == UTF16LE {
		b = wholeUnits(b)
	}
	switch {
	case len(needle) == 0:
		return min(start, len(b))
	case start < 0, len(needle) > len(b), forward && start+len(needle) > len(b):
		return -1
	case enc == UTF16LE:
		return indexUnits(b, wholeUnits(needle), start, forward)
	}
	return find(b, needle, start, forward)
}

// find is the first place of needle from start on, or the last up to start.
func find(b, needle []byte, start int, forward bool) int {
	if !forward {
		return bytes.LastIndex(b[:min(len(b), start+len(needle))], needle)
	}
	if i := bytes.Index(b[start:], needle); i >= 0 {
		return start + i
	}
	return -1
}

// indexUnits looks at even places only, from the unit that start lies in.
func indexUnits(b, needle []byte, start int, forward bool) int {
	if len(needle) == 0 {
		return -1
	}
	at := find(b, needle, start&^1, forward)
	for at >= 0 && at%2 != 0 {
		if forward {
			at = find(b, needle, at+1, true)
		} else {
			at = find(b, needle, at-1, false)
		}
	}
	return at
}
