package half

import (
	"math"
	"testing"
)

// Every half stands for one number, and that number for the half.
func TestRoundTrip(t *testing.T) {
	for bits := range 1 << 16 {
		f := ToFloat(uint16(bits))
		if got := FromFloat(f); got != uint16(bits) && !math.IsNaN(f) {
			t.Errorf("%#04x is %v, which is %#04x", bits, f, got)
		}
	}
}

func TestRounding(t *testing.T) {
	for _, c := range []struct{ number, half float64 }{
		{0.1, 0.0999755859375},
		{65504, 65504},
		{65519.99, 65504},
		{65520, math.Inf(1)},
		{-1e300, math.Inf(-1)},
		{1e-8, 0},
		{0x1p-25, 0},              // half of the least, a tie: to even
		{0x1.000002p-25, 0x1p-24}, // a little more
		{0x1p-24, 0x1p-24},
		{2049, 2048}, // ties go to even
		{2051, 2052},
		{math.Inf(1), math.Inf(1)},
	} {
		if got := ToFloat(FromFloat(c.number)); got != c.half {
			t.Errorf("%v rounds to %v, want %v", c.number, got, c.half)
		}
	}
	if got := FromFloat(math.NaN()); !math.IsNaN(ToFloat(got)) {
		t.Errorf("NaN is %#04x", got)
	}
	if got := FromFloat(math.Copysign(0, -1)); got != 0x8000 {
		t.Errorf("-0 is %#04x", got)
	}
}
