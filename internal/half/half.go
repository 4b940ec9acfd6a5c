// Package half converts between float64 and the 16 bits of a half precision
// number (IEEE 754 binary16), as Math.f16round, DataView.prototype.setFloat16
// and Float16Array need it. It holds no state.
package half

import "math"

// The parts of a half: 5 bits of exponent, 10 of fraction.
const (
	inf          = 0x7C00
	nan          = 0x7E00
	minExp       = -14
	maxExp       = 15
	fractionBits = 10
)

// FromFloat rounds to the nearest half, ties to even.
func FromFloat(f float64) uint16 {
	sign := uint16(math.Float64bits(f)>>48) & 0x8000
	f = math.Abs(f)
	switch {
	case math.IsNaN(f):
		return nan
	case math.IsInf(f, 0):
		return sign | inf
	case f == 0:
		return sign
	}
	_, exp := math.Frexp(f)
	exp = max(exp-1, minExp) // the exponent of the unit before the point
	n := math.RoundToEven(math.Ldexp(f, fractionBits-exp))
	if n >= 1<<(fractionBits+1) {
		n, exp = n/2, exp+1
	}
	if exp > maxExp {
		return sign | inf
	}
	if n < 1<<fractionBits {
		return sign | uint16(n) // subnormal
	}
	return sign | uint16(exp-minExp+1)<<fractionBits | uint16(n)&(1<<fractionBits-1)
}

// ToFloat is the number that h stands for.
func ToFloat(h uint16) float64 {
	exp, mant := int(h>>fractionBits&0x1F), float64(h&(1<<fractionBits-1))
	var f float64
	switch {
	case exp == 0x1F && mant != 0:
		return math.NaN()
	case exp == 0x1F:
		f = math.Inf(1)
	case exp == 0:
		f = math.Ldexp(mant, minExp-fractionBits)
	default:
		f = math.Ldexp(mant+1<<fractionBits, exp+minExp-1-fractionBits)
	}
	if h&0x8000 != 0 {
		return -f
	}
	return f
}
