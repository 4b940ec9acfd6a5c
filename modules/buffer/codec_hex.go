package buffer

import (
	"encoding/binary"
	"sync"
)

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

// hexBytes maps two digits, the first in the low byte, to the byte they are,
// and all others to noHexByte. The table is large enough to be made only when
// something long is decoded.
var hexBytes = sync.OnceValue(newHexBytes)

const (
	noHexByte = 0xFFFF
	longHex   = 2048 // the length from which the table pays
)

func newHexBytes() *[1 << 16]uint16 {
	table := new([1 << 16]uint16)
	for i := range table {
		table[i] = noHexByte
	}
	for high, h := range hexValues {
		for low, l := range hexValues {
			if h|l <= 15 {
				table[high|low<<8] = uint16(h<<4 | l)
			}
		}
	}
	return table
}

// decodeHex writes bytes for pairs of digits up to the first pair that is
// not one, as Node does, and never more than fit.
func decodeHex(dst []byte, s string) int {
	n := min(len(dst), len(s)/2)
	i := 0
	if n >= longHex/2 {
		i = decodeHexWords(dst[:n], unsafeBytes(s[:2*n]))
	}
	for ; i < n; i++ {
		high, low := hexValues[s[2*i]], hexValues[s[2*i+1]]
		if high|low > 15 {
			break
		}
		dst[i] = high<<4 | low
	}
	return i
}

// decodeHexWords decodes eight digits at a time, up to the first eight that
// are not all digits.
func decodeHexWords(dst, s []byte) int {
	table := hexBytes()
	rest := dst
	for len(rest) >= 4 && len(s) >= 8 {
		x := binary.LittleEndian.Uint64(s)
		a, b, c, d := table[uint16(x)], table[uint16(x>>16)], table[uint16(x>>32)], table[uint16(x>>48)]
		if a|b|c|d > 0xFF {
			break
		}
		binary.LittleEndian.PutUint32(rest, uint32(a)|uint32(b)<<8|uint32(c)<<16|uint32(d)<<24)
		rest, s = rest[4:], s[8:]
	}
	return len(dst) - len(rest)
}
