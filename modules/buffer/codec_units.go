package buffer

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// The loops over UTF-16 units take four of them at a time as the 16-bit lanes
// of one word. Text is mostly of one kind, so a word whose lanes all have the
// same number of bytes in UTF-8 is worth a way of its own.
const (
	lanes = 4

	eachLane    = 0x0001000100010001
	overASCII   = 0xFF80 * eachLane // bits that no unit below 0x80 has
	overTwo     = 0xF800 * eachLane // bits that no unit below 0x800 has
	surrogates  = 0xD800 * eachLane // what overTwo leaves of surrogates
	topBits     = 0x8000 * eachLane
	reachTopBit = 0x7F80 * eachLane // carries units of 0x80 to 0x7FF into the top bit
)

func loadLanes(u []uint16) uint64 {
	_ = u[3] // one bounds check
	return uint64(u[0]) | uint64(u[1])<<16 | uint64(u[2])<<32 | uint64(u[3])<<48
}

// packLanes puts the low bytes of four lanes, whose high bytes are 0, side by
// side.
func packLanes(x uint64) uint32 {
	x = (x | x>>8) & 0x0000FFFF0000FFFF
	return uint32(x | x>>16)
}

// utf8FromUnits writes UTF-16 units as UTF-8, a lone surrogate as U+FFFD, and
// stops before a character that does not fit. It returns the bytes written
// and the units read.
func utf8FromUnits(dst []byte, units []uint16) (written, read int) {
	for len(units)-read >= lanes && len(dst)-written >= 3*lanes {
		u, d := units[read:read+lanes], dst[written:written+3*lanes]
		x := loadLanes(u)
		switch {
		case x&overTwo != 0:
			if filledLanes(x&overTwo^surrogates) != topBits {
				n, r := utf8FromSome(dst[written:], units[read:], lanes)
				written += n
				read += r
				continue
			}
			if filledLanes(x&overTwo) == topBits {
				putThrees(d, u)
				written += 3 * lanes
			} else {
				written += utf8FromPlain(d, u)
			}
		case (x+reachTopBit)&topBits == topBits:
			lead, trail := x>>6&(0x1F*eachLane), x&(0x3F*eachLane)
			binary.LittleEndian.PutUint64(d, lead|trail<<8|0x80C0*eachLane)
			written += 2 * lanes
		case x&overASCII == 0:
			binary.LittleEndian.PutUint32(d, packLanes(x))
			written += lanes
		default:
			written += utf8FromPlain(d, u)
		}
		read += lanes
	}
	n, r := utf8FromSome(dst[written:], units[read:], len(units)-read)
	return written + n, read + r
}

// putThrees writes four units of three bytes each.
func putThrees(dst []byte, u []uint16) {
	a, b, c, d := threeBytes(u[0]), threeBytes(u[1]), threeBytes(u[2]), threeBytes(u[3])
	binary.LittleEndian.PutUint64(dst, a|b<<24|c<<48)
	binary.LittleEndian.PutUint32(dst[8:], uint32(c>>16|d<<8))
}

// threeBytes is a unit in UTF-8, its first byte the lowest.
func threeBytes(u uint16) uint64 {
	x := uint64(u)
	return 0x8080E0 | x>>12 | x<<2&0x3F00 | x<<16&0x3F0000
}

// utf8FromPlain is utf8FromUnits for units without surrogates that all fit.
func utf8FromPlain(dst []byte, units []uint16) int {
	n := 0
	for _, u := range units {
		rest := dst[n:]
		switch {
		case u < 0x80:
			rest[0] = byte(u)
			n++
		case u < 0x800:
			binary.LittleEndian.PutUint16(rest, 0x80C0|u>>6|u&0x3F<<8)
			n += 2
		default:
			rest[2] = 0x80 | byte(u)&0x3F
			binary.LittleEndian.PutUint16(rest, 0x80E0|u>>12|u<<2&0x3F00)
			n += 3
		}
	}
	return n
}

// utf8FromSome is utf8FromUnits for at least atLeast units, one by one.
func utf8FromSome(dst []byte, units []uint16, atLeast int) (written, read int) {
	for read < atLeast {
		u := units[read]
		rest := dst[written:]
		switch {
		case u < 0x80:
			if len(rest) < 1 {
				return written, read
			}
			rest[0] = byte(u)
			written++
		case u < 0x800:
			if len(rest) < 2 {
				return written, read
			}
			rest[0], rest[1] = 0xC0|byte(u>>6), 0x80|byte(u)&0x3F
			written += 2
		case u&0xF800 != 0xD800:
			if len(rest) < 3 {
				return written, read
			}
			rest[0], rest[1], rest[2] = 0xE0|byte(u>>12), 0x80|byte(u>>6)&0x3F, 0x80|byte(u)&0x3F
			written += 3
		default:
			r, size := decodeSurrogate(units[read:])
			if utf8.RuneLen(r) > len(rest) {
				return written, read
			}
			written += utf8.EncodeRune(rest, r)
			read += size - 1
		}
		read++
	}
	return written, read
}

// decodeSurrogate reads the surrogate or the pair that units begins with.
func decodeSurrogate(units []uint16) (r rune, size int) {
	if len(units) > 1 {
		if r := utf16.DecodeRune(rune(units[0]), rune(units[1])); r != utf8.RuneError {
			return r, 2
		}
	}
	return utf8.RuneError, 1
}

// utf8SizeOfUnits is the number of bytes that utf8FromUnits writes for all of
// units.
func utf8SizeOfUnits(units []uint16) int {
	size, read := 0, 0
	for read < len(units) {
		n, r := utf8SizeOfWords(units[read:])
		size += n
		read += r
		n, r = utf8SizeOfSome(units[read:], lanes)
		size += n
		read += r
	}
	return size
}

// maxWords keeps what utf8SizeOfWords counts in a lane below 1<<16.
const maxWords = 1<<15 - 1

// utf8SizeOfWords counts up to the first word with a surrogate.
func utf8SizeOfWords(units []uint16) (size, read int) {
	var more uint64 // in each lane, the bytes after the first of each unit
	rest := units[:min(len(units), maxWords*lanes)]
	for ; len(rest) >= lanes; rest = rest[lanes:] {
		x := loadLanes(rest)
		if x&overTwo == 0 {
			more += (x + reachTopBit) & topBits >> 15
			if len(rest) < 2*lanes {
				continue
			}
			// The next one is likely of the same kind.
			if x := loadLanes(rest[lanes:]); x&overTwo == 0 {
				more += (x + reachTopBit) & topBits >> 15
				rest = rest[lanes:]
			}
			continue
		}
		if filledLanes(x&overTwo^surrogates) != topBits {
			break
		}
		more += filledLanes(x&overASCII)>>15 + filledLanes(x&overTwo)>>15
	}
	read = min(len(units), maxWords*lanes) - len(rest)
	return read + int(more&0xFFFF+more>>16&0xFFFF+more>>32&0xFFFF+more>>48), read
}

// filledLanes sets the top bit of the lanes that are not 0, and no other bit.
func filledLanes(x uint64) uint64 {
	return (x&^topBits + 0x7FFF*eachLane | x) & topBits
}

// utf8SizeOfSome counts atLeast units, if there are so many, one by one.
func utf8SizeOfSome(units []uint16, atLeast int) (size, read int) {
	for ; read < len(units) && read < atLeast; read++ {
		switch u := units[read]; {
		case u < 0x80:
			size++
		case u < 0x800:
			size += 2
		case u >= 0xD800 && u < 0xDC00 && read+1 < len(units) && units[read+1]&0xFC00 == 0xDC00:
			size += 4
			read++
		default:
			size += 3
		}
	}
	return size, read
}
