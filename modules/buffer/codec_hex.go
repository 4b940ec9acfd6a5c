package buffer

import "encoding/binary"

const (
	hexDigits  = "0123456789abcdef"
	noHexDigit = 0xFF
)

// hexValues maps a byte to the value of the hexadecimal digit it is.
var hexValues = newHexValues()

func newHexValues() (table [256]byte) {
	for i := range table {
		table[i] = noHexDigit
	}
	for i := range byte(10) {
		table['0'+i] = i
	}
	for i := range byte(6) {
		table['a'+i] = 10 + i
		table['A'+i] = 10 + i
	}
	return table
}

// hexPairs maps a byte to its two digits, the first in the low byte.
var hexPairs = newHexPairs()

func newHexPairs() (table [256]uint16) {
	for i := range table {
		table[i] = uint16(hexDigits[i>>4]) | uint16(hexDigits[i&15])<<8
	}
	return table
}

func encodeHex(b []byte) []byte {
	out := make([]byte, 2*len(b))
	rest := out
	for ; len(b) >= 4; b = b[4:] {
		binary.LittleEndian.PutUint64(rest, uint64(hexPairs[b[0]])|uint64(hexPairs[b[1]])<<16|
			uint64(hexPairs[b[2]])<<32|uint64(hexPairs[b[3]])<<48)
		rest = rest[8:]
	}
	for i, c := range b {
		binary.LittleEndian.PutUint16(rest[2*i:], hexPairs[c])
	}
	return out
}

// decodeHex writes bytes for pairs of digits up to the first pair that is
// not one, as Node does, and never more than fit.
func decodeHex(dst []byte, s string) int {
	n := min(len(dst), len(s)/2)
	for i := range n {
		high, low := hexValues[s[2*i]], hexValues[s[2*i+1]]
		if high|low > 15 {
			return i
		}
		dst[i] = high<<4 | low
	}
	return n
}
