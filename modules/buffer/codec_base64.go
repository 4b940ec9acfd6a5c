package buffer

import (
	"encoding/binary"
	"strings"

	"github.com/segmentio/asm/base64"
)

const noBase64Digit = 0xFF

// base64Values maps a byte to the value of the base64 digit it is, in either
// alphabet: Node decodes both under both names.
var base64Values = newBase64Values()

func newBase64Values() (table [256]byte) {
	for i := range table {
		table[i] = noBase64Digit
	}
	for i := range byte(26) {
		table['A'+i] = i
		table['a'+i] = 26 + i
	}
	for i := range byte(10) {
		table['0'+i] = 52 + i
	}
	table['+'], table['-'] = 62, 62
	table['/'], table['_'] = 63, 63
	return table
}

// encodeBase64 pads the standard alphabet and not the URL one.
func encodeBase64(b []byte, enc Encoding) []byte {
	codec := base64.StdEncoding
	if enc == Base64URL {
		codec = base64.RawURLEncoding
	}
	out := make([]byte, codec.EncodedLen(len(b)))
	codec.Encode(out, b)
	return out
}

// decodeBase64 decodes what fits into dst. It skips bytes that are not
// digits and stops at the first '='.
func decodeBase64(dst []byte, s string) int {
	read, written := decodeBase64Run(dst, s)
	var acc uint32
	digits := 0
	for ; read < len(s) && written < len(dst); read++ {
		v := base64Values[s[read]]
		if v == noBase64Digit {
			if s[read] == '=' {
				break
			}
			continue
		}
		acc = acc<<6 | uint32(v)
		if digits++; digits == 1 {
			continue
		}
		// Each further digit of a group of four completes one byte.
		dst[written] = byte(acc >> (2 * (4 - digits)))
		written++
		if digits == 4 {
			digits = 0
			n, w := decodeBase64Run(dst[written:], s[read+1:])
			read += n
			written += w
		}
	}
	return written
}

const (
	// longBase64 is the length from which the vector instructions of the
	// library pay.
	longBase64 = 256
	// base64Block is the number of digits given to it at once.
	base64Block = 4096
)

// decodeBase64Run decodes groups of four digits with nothing between them.
func decodeBase64Run(dst []byte, s string) (read, written int) {
	if len(s) >= longBase64 {
		read, written = decodeBase64Blocks(dst, s)
	}
	n, w := decodeBase64Groups(dst[written:], s[read:])
	return read + n, written + w
}

// decodeBase64Blocks decodes a long run up to the first line end or character
// of the other alphabet but one: it changes over to the other alphabet once.
// The library writes behind what it decoded, so it gets memory of its own.
func decodeBase64Blocks(dst []byte, s string) (read, written int) {
	codec, other := base64.RawStdEncoding, base64.RawURLEncoding
	out := make([]byte, base64Block/4*3)
	for codec != nil {
		block := firstLine(s[read:min(len(s), read+base64Block)])
		n, err := codec.Decode(out, unsafeBytes(block[:len(block)&^3]))
		n = min(n, len(dst)-written) / 3 * 3
		copy(dst[written:], out[:n])
		written += n
		read += n / 3 * 4
		switch {
		case err != nil:
			codec, other = other, nil
		case n < base64Block/4*3:
			return read, written
		}
	}
	return read, written
}

// firstLine is s up to the first line end. The library skips line ends, so it
// does not tell how far it has read once there is one.
func firstLine(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	if i := strings.IndexByte(s, '\r'); i >= 0 {
		s = s[:i]
	}
	return s
}

// decodeBase64Groups decodes groups of four digits with nothing between them,
// two at a time where that works.
func decodeBase64Groups(dst []byte, s string) (read, written int) {
	for len(s)-read >= 8 && len(dst)-written >= 6 {
		q := s[read : read+8]
		a, b, c, d := base64Values[q[0]], base64Values[q[1]], base64Values[q[2]], base64Values[q[3]]
		e, f, g, h := base64Values[q[4]], base64Values[q[5]], base64Values[q[6]], base64Values[q[7]]
		if a|b|c|d|e|f|g|h > 63 {
			break
		}
		out := dst[written : written+6]
		binary.BigEndian.PutUint32(out, uint32(a)<<26|uint32(b)<<20|uint32(c)<<14|uint32(d)<<8|uint32(e)<<2|uint32(f)>>4)
		binary.BigEndian.PutUint16(out[4:], uint16(f)<<12|uint16(g)<<6|uint16(h))
		read += 8
		written += 6
	}
	for len(s)-read >= 4 && len(dst)-written >= 3 {
		q := s[read : read+4]
		a, b, c, d := base64Values[q[0]], base64Values[q[1]], base64Values[q[2]], base64Values[q[3]]
		if a|b|c|d > 63 {
			break
		}
		v := uint32(a)<<18 | uint32(b)<<12 | uint32(c)<<6 | uint32(d)
		out := dst[written : written+3]
		out[0], out[1], out[2] = byte(v>>16), byte(v>>8), byte(v)
		read += 4
		written += 3
	}
	return read, written
}

// base64Size is the number of bytes that base64 text of the given length
// decodes to when nothing in it is skipped; last and before are its last
// characters.
func base64Size(length int, last, before uint16) int {
	n := length
	if n > 0 && last == '=' {
		n--
		if n > 1 && before == '=' {
			n--
		}
	}
	return n/4*3 + n%4*3/4
}
