package util

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// The decoders of TextDecoder (WHATWG "Encoding Standard"). Those of UTF-8 and
// UTF-16 are our own, as they are common; the tables of the others are those
// of golang.org/x/text.

const (
	nameUTF8    = "utf-8"
	nameUTF16LE = "utf-16le"
	nameUTF16BE = "utf-16be"
)

// errMalformed says that the bytes are none of the encoding.
var errMalformed = errors.New("util: malformed text")

// chunkDecoder turns bytes, which may come in pieces, into UTF-8. What is
// malformed becomes U+FFFD, or errMalformed when the decoder is strict. last
// says that nothing follows; then the decoder starts anew.
type chunkDecoder interface {
	decode(src []byte, last bool) (string, error)
}

// asciiBlanks is the white space around labels that does not count.
const asciiBlanks = "\t\n\f\r "

// lookUpEncoding finds an encoding by one of its labels.
func lookUpEncoding(label string) (name string, enc encoding.Encoding, ok bool) {
	label = strings.ToLower(strings.Trim(label, asciiBlanks))
	for i := 0; i < len(label); i++ {
		if label[i] <= ' ' || label[i] >= utf8.RuneSelf {
			return "", nil, false
		}
	}
	if strings.HasPrefix(label, "iso-8859-8-i") || label == "csiso88598i" || label == "logical" {
		return "iso-8859-8-i", charmap.ISO8859_8I, true
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return "", nil, false
	}
	if name, err = htmlindex.Name(enc); err != nil || name == "replacement" {
		return "", nil, false
	}
	return name, enc, true
}

// newChunkDecoder makes the decoder of an encoding.
func newChunkDecoder(name string, enc encoding.Encoding, strict bool) chunkDecoder {
	switch name {
	case nameUTF8:
		return &utf8Decoder{strict: strict}
	case nameUTF16LE:
		return &utf16Decoder{strict: strict}
	case nameUTF16BE:
		return &utf16Decoder{strict: strict, bigEndian: true}
	}
	if isSingleByte(enc) {
		return newByteDecoder(enc, strict)
	}
	return &tableDecoder{transformer: enc.NewDecoder(), strict: strict}
}

// isSingleByte reports whether each byte of an encoding is a character.
func isSingleByte(enc encoding.Encoding) bool {
	_, ok := enc.(*charmap.Charmap)
	return ok || enc == charmap.XUserDefined || enc == charmap.ISO8859_8I
}

type utf8Decoder struct {
	strict  bool
	pending []byte // the beginning of a character
}

func (d *utf8Decoder) decode(src []byte, last bool) (string, error) {
	if len(d.pending) > 0 {
		src = append(d.pending, src...)
		d.pending = nil
	}
	if utf8.Valid(src) {
		return string(src), nil
	}
	var b strings.Builder
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		if r == utf8.RuneError && size == 1 {
			if !last && !utf8.FullRune(src) {
				d.pending = bytes.Clone(src)
				break
			}
			if d.strict {
				return "", errMalformed
			}
			size = malformedLength(src)
		}
		b.WriteRune(r)
		src = src[size:]
	}
	return b.String(), nil
}

// malformedLength is the number of bytes for which one U+FFFD stands: those
// that could have begun a character.
func malformedLength(src []byte) int {
	n := 1
	for n < len(src) && !utf8.FullRune(src[:n+1]) {
		n++
	}
	if n == 1 || !utf8.FullRune(src[:1]) {
		return n
	}
	return 1
}

type utf16Decoder struct {
	strict, bigEndian bool
	pending           []byte // an odd byte, or a high surrogate and perhaps a byte
}

func (d *utf16Decoder) decode(src []byte, last bool) (string, error) {
	if len(d.pending) > 0 {
		src = append(d.pending, src...)
		d.pending = nil
	}
	var b strings.Builder
	for len(src) > 0 {
		r, size := d.next(src)
		if size == 0 && !last {
			d.pending = bytes.Clone(src)
			break
		}
		if r == utf8.RuneError && d.isMalformed(src, size) {
			if d.strict {
				return "", errMalformed
			}
			if size == 0 {
				size = len(src) // an unfinished character, whatever its length
			}
		}
		b.WriteRune(r)
		src = src[size:]
	}
	return b.String(), nil
}

// next is the first character; the size of an unfinished one is zero.
func (d *utf16Decoder) next(src []byte) (r rune, size int) {
	if len(src) < 2 {
		return utf8.RuneError, 0
	}
	r = d.unit(src)
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if r >= 0xdc00 {
		return utf8.RuneError, 2
	}
	if len(src) < 4 {
		return utf8.RuneError, 0
	}
	if r = utf16.DecodeRune(r, d.unit(src[2:])); r == utf8.RuneError {
		return r, 2
	}
	return r, 4
}

func (d *utf16Decoder) unit(src []byte) rune {
	if d.bigEndian {
		return rune(src[0])<<8 | rune(src[1])
	}
	return rune(src[1])<<8 | rune(src[0])
}

// isMalformed tells a replacement from a U+FFFD of the text itself.
func (d *utf16Decoder) isMalformed(src []byte, size int) bool {
	return size != 2 || d.unit(src) != utf8.RuneError
}

// byteDecoder is for encodings whose every byte is a character.
type byteDecoder struct {
	strict bool
	upper  [128]rune // for the bytes from 0x80 on
}

// newByteDecoder reads the table of an encoding. Those of golang.org/x/text
// leave out the C1 control characters, which the standard has.
func newByteDecoder(enc encoding.Encoding, strict bool) *byteDecoder {
	d := &byteDecoder{strict: strict}
	decoder := enc.NewDecoder()
	for i := range d.upper {
		b := byte(0x80 + i)
		r := utf8.RuneError
		if text, err := decoder.Bytes([]byte{b}); err == nil {
			r, _ = utf8.DecodeRune(text)
		}
		if r == utf8.RuneError && b < 0xa0 {
			r = rune(b)
		}
		d.upper[i] = r
	}
	return d
}

func (d *byteDecoder) decode(src []byte, _ bool) (string, error) {
	var out strings.Builder
	out.Grow(len(src))
	for _, b := range src {
		if b < 0x80 {
			out.WriteByte(b)
			continue
		}
		r := d.upper[b-0x80]
		if r == utf8.RuneError && d.strict {
			return "", errMalformed
		}
		out.WriteRune(r)
	}
	return out.String(), nil
}

// tableDecoder decodes by the tables of golang.org/x/text, whose decoders
// write U+FFFD for what is malformed. No text of these encodings has that
// character but GB 18030's, where a strict decoder refuses it.
type tableDecoder struct {
	transformer transform.Transformer
	strict      bool
	pending     []byte
}

const tableChunk = 4096

func (d *tableDecoder) decode(src []byte, last bool) (string, error) {
	if len(d.pending) > 0 {
		src = append(d.pending, src...)
		d.pending = nil
	}
	var b strings.Builder
	dst := make([]byte, min(3*len(src)+utf8.UTFMax, tableChunk))
	for {
		written, read, err := d.transformer.Transform(dst, src, last)
		b.Write(dst[:written])
		src = src[read:]
		if errors.Is(err, transform.ErrShortDst) {
			continue
		}
		if errors.Is(err, transform.ErrShortSrc) {
			d.pending = bytes.Clone(src)
		}
		break
	}
	if last {
		d.transformer.Reset()
	}
	if d.strict && strings.ContainsRune(b.String(), utf8.RuneError) {
		d.transformer.Reset()
		d.pending = nil
		return "", errMalformed
	}
	return b.String(), nil
}
