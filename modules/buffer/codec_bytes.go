package buffer

import (
	"encoding/binary"
	"math/bits"

	"github.com/segmentio/asm/ascii"
)

const highBits = 0x8080808080808080

// asciiPrefix is the number of bytes before the first one over 0x7F.
func asciiPrefix(b []byte) int {
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if high := binary.LittleEndian.Uint64(b[i:]) & highBits; high != 0 {
			return i + bits.TrailingZeros64(high)/8
		}
	}
	for ; i < len(b); i++ {
		if b[i] >= 0x80 {
			return i
		}
	}
	return i
}

func isASCII(b []byte) bool { return ascii.Valid(b) }

// maskASCII copies b with the high bit of every byte cleared, which is how
// the 'ascii' encoding reads bytes.
func maskASCII(b []byte) []byte {
	out := make([]byte, len(b))
	i := 0
	for ; i+8 <= len(b); i += 8 {
		binary.LittleEndian.PutUint64(out[i:], binary.LittleEndian.Uint64(b[i:])&^highBits)
	}
	for ; i < len(b); i++ {
		out[i] = b[i] & 0x7F
	}
	return out
}

// widen converts Latin-1 bytes to UTF-16 units.
func widen(b []byte) []uint16 {
	units := make([]uint16, len(b))
	for i, c := range b {
		units[i] = uint16(c)
	}
	return units
}

// narrow writes the low byte of each unit, as many as fit.
func narrow(dst []byte, units []uint16) int {
	units = units[:min(len(units), len(dst))]
	i := 0
	for ; i+lanes <= len(units); i += lanes {
		binary.LittleEndian.PutUint32(dst[i:], packLanes(loadLanes(units[i:])&0x00FF00FF00FF00FF))
	}
	for ; i < len(units); i++ {
		dst[i] = byte(units[i])
	}
	return len(units)
}

// unitsOfUTF16LE reads little-endian units; an odd last byte is left out.
func unitsOfUTF16LE(b []byte) []uint16 {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return units
}

// utf16LEFromUnits writes as many whole units as fit.
func utf16LEFromUnits(dst []byte, units []uint16) int {
	units = units[:min(len(units), len(dst)/2)]
	for i, u := range units {
		binary.LittleEndian.PutUint16(dst[2*i:], u)
	}
	return 2 * len(units)
}

// utf16LEFromASCII writes as many whole units as fit.
func utf16LEFromASCII(dst []byte, s string) int {
	s = s[:min(len(s), len(dst)/2)]
	for i := range len(s) {
		binary.LittleEndian.PutUint16(dst[2*i:], uint16(s[i]))
	}
	return 2 * len(s)
}
