package prelude

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/util/types"
)

// installFloat16 adds Math.f16round and the half precision methods of
// DataView. Float16Array itself cannot be supplied from outside the engine.
func (p *prelude) installFloat16() {
	p.add(p.global("Math"), binding.Method{Name: "f16round", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		return p.vm.ToValue(fromHalf(toHalf(c.Argument(0).ToFloat())))
	}})
	proto := p.prototype("DataView")
	get, _ := engine.Callable(proto.Get("getUint16"))
	set, _ := engine.Callable(proto.Get("setUint16"))
	view := func(this goja.Value, method string) {
		if obj, ok := this.(*goja.Object); !ok || types.Of(obj) != types.DataView {
			panic(p.incompatible("DataView.prototype."+method, this))
		}
	}
	p.add(proto,
		binding.Method{Name: "getFloat16", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			view(c.This, "getFloat16")
			return p.vm.ToValue(fromHalf(uint16(p.inView(get, c).ToInteger())))
		}},
		binding.Method{Name: "setFloat16", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			view(c.This, "setFloat16")
			half := p.vm.ToValue(int(toHalf(c.Argument(1).ToFloat())))
			return p.inView(set, goja.FunctionCall{This: c.This, Arguments: []goja.Value{c.Argument(0), half, c.Argument(2)}})
		}},
	)
}

// inView calls a method of DataView and puts its RangeError into V8's words.
func (p *prelude) inView(fn engine.Func, c goja.FunctionCall) (v goja.Value) {
	ex := p.e.Try(func() { v = fn(c) })
	if ex == nil {
		return v
	}
	if err, ok := ex.Value().(*goja.Object); ok && err.Get("name").String() == "RangeError" {
		panic(p.rangeError("Offset is outside the bounds of the DataView"))
	}
	panic(ex)
}

// The parts of a half: 5 bits of exponent, 10 of fraction.
const (
	halfInf     = 0x7C00
	halfNaN     = 0x7E00
	halfMinExp  = -14
	halfMaxExp  = 15
	halfMantBit = 10
)

// toHalf rounds to the nearest half, ties to even.
func toHalf(f float64) uint16 {
	sign := uint16(math.Float64bits(f)>>48) & 0x8000
	f = math.Abs(f)
	switch {
	case math.IsNaN(f):
		return halfNaN
	case math.IsInf(f, 0):
		return sign | halfInf
	case f == 0:
		return sign
	}
	_, exp := math.Frexp(f)
	exp = max(exp-1, halfMinExp) // the exponent of the unit before the point
	n := math.RoundToEven(math.Ldexp(f, halfMantBit-exp))
	if n >= 1<<(halfMantBit+1) {
		n, exp = n/2, exp+1
	}
	if exp > halfMaxExp {
		return sign | halfInf
	}
	if n < 1<<halfMantBit {
		return sign | uint16(n) // subnormal
	}
	return sign | uint16(exp-halfMinExp+1)<<halfMantBit | uint16(n)&(1<<halfMantBit-1)
}

func fromHalf(h uint16) float64 {
	exp, mant := int(h>>halfMantBit&0x1F), float64(h&(1<<halfMantBit-1))
	var f float64
	switch {
	case exp == 0x1F && mant != 0:
		return math.NaN()
	case exp == 0x1F:
		f = math.Inf(1)
	case exp == 0:
		f = math.Ldexp(mant, halfMinExp-halfMantBit)
	default:
		f = math.Ldexp(mant+1<<halfMantBit, exp+halfMinExp-1-halfMantBit)
	}
	if h&0x8000 != 0 {
		return -f
	}
	return f
}
