// Package stringdecoder is Node's `string_decoder` module (Node
// documentation, "String decoder"): bytes that arrive in pieces become
// strings without a character cut in two.
//
// Decoder is the state machine; readable streams with an encoding own one
// each and call it directly. Module is the JavaScript class around it. A
// Decoder belongs to the goroutine of its VM.
package stringdecoder

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
)

// The state is laid out as in Node, where a script can see it: the bytes of
// the incomplete character, how many more it needs, how many there are, and
// the encoding.
const (
	charSize      = 4
	missingBytes  = 4
	bufferedBytes = 5
	encodingField = 6
	stateSize     = 7
)

// nodeEncodings are Node's numbers of the encodings.
var nodeEncodings = [...]byte{
	buffer.ASCII: 0, buffer.UTF8: 1, buffer.Base64: 2, buffer.UTF16LE: 3,
	buffer.Latin1: 4, buffer.Hex: 5, buffer.Base64URL: 7,
}

// Decoder turns chunks of bytes into strings.
type Decoder struct {
	enc   buffer.Encoding
	state []byte
}

// NewDecoder makes a decoder for one encoding.
func NewDecoder(enc buffer.Encoding) *Decoder {
	d := &Decoder{enc: enc, state: make([]byte, stateSize)}
	d.state[encodingField] = nodeEncodings[enc]
	return d
}

// Encoding is the encoding it was made for.
func (d *Decoder) Encoding() buffer.Encoding { return d.enc }

// pending is the start of a character that waits for more bytes. A script
// can write to the state, so the numbers are not trusted.
func (d *Decoder) pending() []byte {
	return d.state[:min(d.state[bufferedBytes], charSize)]
}

func (d *Decoder) missing() int { return int(d.state[missingBytes]) }

// keep makes tail the pending bytes of a character that lacks missing more.
func (d *Decoder) keep(tail []byte, missing int) {
	n := copy(d.state[:charSize], tail)
	d.state[bufferedBytes] = byte(n)
	d.state[missingBytes] = byte(missing)
}

// Write gives the string of all characters complete so far.
func (d *Decoder) Write(chunk []byte) goja.Value {
	switch d.enc {
	case buffer.ASCII, buffer.Latin1, buffer.Hex:
		return d.text(chunk)
	}
	if head := d.pending(); len(head) > 0 && len(chunk) > 0 {
		n := d.fitting(chunk)
		copy(d.state[len(head):charSize], chunk[:n])
		whole := append(append(make([]byte, 0, len(head)+len(chunk)), head...), chunk...)
		switch {
		case n < len(chunk):
			chunk = whole
		case n < d.missing():
			d.keep(whole, d.missing()-n)
			return d.text(nil)
		default:
			// As on Node, a first surrogate completed by the last byte of a
			// chunk is not kept for the second.
			d.keep(nil, 0)
			return d.text(whole)
		}
	}
	if len(chunk) == 0 {
		return d.text(nil)
	}
	tail, missing := incomplete(d.enc, chunk)
	whole := len(chunk) - tail
	d.keep(chunk[whole:], missing)
	return d.text(chunk[:whole])
}

// fitting is how many bytes of chunk the pending character takes: those that
// it lacks, in UTF-8 up to the first that continues no character.
func (d *Decoder) fitting(chunk []byte) int {
	limit := min(d.missing(), charSize-len(d.pending()), len(chunk))
	if d.enc != buffer.UTF8 {
		return limit
	}
	for n, c := range chunk[:limit] {
		if c&0xC0 != 0x80 {
			return n
		}
	}
	return limit
}

// End gives what a last chunk, which may be nil, and the pending bytes come
// to, and makes the decoder ready for other data.
func (d *Decoder) End(chunk []byte) goja.Value {
	out := d.Write(chunk)
	rest := d.pending()
	if d.enc == buffer.UTF16LE {
		rest = rest[:len(rest)&^1]
	}
	last := d.text(rest)
	d.keep(nil, 0)
	return join(out, last)
}

// join concatenates two string values.
func join(a, b goja.Value) goja.Value {
	head, tail := stringOf(a), stringOf(b)
	switch {
	case tail.Length() == 0:
		return head
	case head.Length() == 0:
		return tail
	}
	return head.Concat(tail)
}

func stringOf(v goja.Value) goja.String {
	if s, ok := v.(goja.String); ok {
		return s
	}
	var noVM *goja.Runtime
	return noVM.ToValue(v.String()).(goja.String)
}

// text needs no VM: making a string touches none.
func (d *Decoder) text(b []byte) goja.Value {
	var noVM *goja.Runtime
	return buffer.EncodeToString(noVM, d.enc, b)
}

// incomplete is the number of bytes at the end of b that begin a character
// not yet complete, and of those it lacks.
func incomplete(enc buffer.Encoding, b []byte) (tail, missing int) {
	switch enc {
	case buffer.UTF8:
		return incompleteUTF8(b)
	case buffer.UTF16LE:
		return incompleteUTF16(b)
	}
	if tail = len(b) % 3; tail > 0 {
		missing = 3 - tail
	}
	return tail, missing
}

func incompleteUTF8(b []byte) (tail, missing int) {
	for tail = 1; tail <= min(charSize, len(b)); tail++ {
		c := b[len(b)-tail]
		if c&0xC0 == 0x80 {
			continue
		}
		if missing = utf8Size(c) - tail; missing > 0 {
			return tail, missing
		}
		break
	}
	return 0, 0
}

// utf8Size is the size that a lead byte announces, by its high bits alone.
func utf8Size(lead byte) int {
	switch {
	case lead&0xE0 == 0xC0:
		return 2
	case lead&0xF0 == 0xE0:
		return 3
	case lead&0xF8 == 0xF0:
		return 4
	}
	return 1
}

func incompleteUTF16(b []byte) (tail, missing int) {
	switch {
	case len(b)%2 == 1:
		return 1, 1
	case b[len(b)-1]&0xFC == 0xD8:
		return 2, 2
	}
	return 0, 0
}
