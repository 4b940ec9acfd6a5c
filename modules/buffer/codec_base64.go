package buffer

import "encoding/base64"

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
	read, written := decodeBase64Groups(dst, s)
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
			n, w := decodeBase64Groups(dst[written:], s[read+1:])
			read += n
			written += w
		}
	}
	return written
}

// decodeBase64Groups decodes groups of four digits with nothing between them.
func decodeBase64Groups(dst []byte, s string) (read, written int) {
	for len(s)-read >= 4 && len(dst)-written >= 3 {
		q := s[read : read+4]
		a, b, c, d := base64Values[q[0]], base64Values[q[1]], base64Values[q[2]], base64Values[q[3]]
		if a|b|c|d > 63 {
			return read, written
		}
		v := uint32(a)<<18 | uint32(b)<<12 | uint32(c)<<6 | uint32(d)
		out := dst[written : written+3 : written+3]
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
