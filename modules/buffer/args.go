package buffer

import (
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// maxLength is buffer.kMaxLength, maxStringLength buffer.kStringMaxLength:
// what V8 has on 64-bit machines.
const (
	maxLength       = 1<<53 - 1
	maxStringLength = 1<<29 - 24
)

var bufferOrUint8Array = []string{"Buffer", "Uint8Array"}

// wholeNumber is v as an int when it is a number without a fraction that an
// int holds.
func wholeNumber(v goja.Value) (int, bool) {
	if !goja.IsNumber(v) {
		return 0, false
	}
	i := v.ToInteger()
	return int(i), float64(i) == v.ToFloat()
}

// number is +v as JavaScript computes it, which may call valueOf and may
// throw.
func number(v goja.Value) float64 { return v.ToNumber().ToFloat() }

// requireNumber is Node's validateNumber.
func (m *Module) requireNumber(v goja.Value, name string) {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
}

// requireInteger is Node's validateInteger, which buffer uses for offsets.
func (m *Module) requireInteger(v goja.Value, name string, low, high int) int {
	m.requireNumber(v, name)
	f := v.ToFloat()
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if f < float64(low) || f > float64(high) {
		panic(nodeerr.OutOfRange(m.vm, name, between(low, high), v))
	}
	return int(f)
}

func between(low, high int) string {
	return ">= " + strconv.Itoa(low) + " && <= " + strconv.Itoa(high)
}

// requireSize checks the size of an allocation; a fraction is cut off.
func (m *Module) requireSize(v goja.Value) int {
	m.requireNumber(v, "size")
	if f := v.ToFloat(); f >= 0 && f <= maxLength {
		return int(f)
	}
	panic(nodeerr.OutOfRange(m.vm, "size", between(0, maxLength), v))
}

// boundsError is the error for an offset or a byteLength that does not fit;
// limit is the highest one that does, or negative when the Buffer is too
// short for any. A receiver without a length has the limit NaN.
func (m *Module) boundsError(v goja.Value, limit float64, name string) *goja.Object {
	m.requireNumber(v, name)
	if f := v.ToFloat(); f != math.Floor(f) {
		return nodeerr.OutOfRange(m.vm, name, "an integer", v)
	}
	if limit < 0 {
		return nodeerr.New(m.vm, "ERR_BUFFER_OUT_OF_BOUNDS")
	}
	low := "0"
	if name != "offset" {
		low = "1"
	}
	return nodeerr.OutOfRange(m.vm, name, ">= "+low+" and <= "+strconv.FormatFloat(limit, 'f', -1, 64), v)
}

// outOfBounds is ERR_BUFFER_OUT_OF_BOUNDS that names the argument.
func (m *Module) outOfBounds(name string) *goja.Object {
	return nodeerr.WithMessage(m.vm, "RangeError", "ERR_BUFFER_OUT_OF_BOUNDS",
		"\""+name+"\" is outside of buffer bounds")
}

func (m *Module) unknownEncoding(v goja.Value) *goja.Object {
	return nodeerr.New(m.vm, "ERR_UNKNOWN_ENCODING", v.String())
}

// encodingOf parses the argument of a method that takes any value as the
// name of an encoding.
func (m *Module) encodingOf(v goja.Value) Encoding {
	enc, ok := ParseEncoding(v.String())
	if !ok {
		panic(m.unknownEncoding(v))
	}
	return enc
}

// clampIndex is v cut to a whole number of 0..limit; what is no number is 0.
func clampIndex(v goja.Value, limit int) int {
	f := number(v)
	switch {
	case f >= float64(limit):
		return limit
	case f > 0:
		return int(f)
	}
	return 0
}

// relativeIndex is clampIndex that counts negative numbers from the end.
func relativeIndex(v goja.Value, length int) int {
	f := math.Trunc(number(v))
	if f < 0 {
		f += float64(length)
	}
	switch {
	case f >= float64(length):
		return length
	case f > 0:
		return int(f)
	}
	return 0
}

// toInteger is the conversion of copy's arguments: down to a whole number,
// and fallback for what is none or too large.
func toInteger(v goja.Value, fallback int) int {
	f := math.Floor(number(v))
	if f >= -maxLength && f <= maxLength {
		return int(f)
	}
	return fallback
}

// isDefined reports whether an argument was given.
func isDefined(v goja.Value) bool { return v != nil && !goja.IsUndefined(v) }
