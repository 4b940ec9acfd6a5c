package perfhooks

import (
	"math"
	"math/big"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// maxSafeInteger is Number.MAX_SAFE_INTEGER.
const maxSafeInteger = 1<<53 - 1

// defineRecordable defines what fills a RecordableHistogram.
func (m *Module) defineRecordable(proto *goja.Object) {
	method := func(name string, length int, run func(h *histogram, c goja.FunctionCall)) {
		binding.HiddenMethods(m.vm, proto, binding.Method{Name: name, Length: length, Fn: func(c goja.FunctionCall) goja.Value {
			if !isRecordable(c.This) {
				panic(m.invalidThis("RecordableHistogram"))
			}
			run(histogramOf(c.This), c)
			return nil
		}})
	}
	method("record", 1, func(h *histogram, c goja.FunctionCall) { h.record(m.recorded("val", c.Argument(0))) })
	method("recordDelta", 0, func(h *histogram, _ goja.FunctionCall) { h.recordDelta(m.deps.Now()) })
	method("recordCorrected", 2, func(h *histogram, c goja.FunctionCall) {
		value, interval := m.recorded("val", c.Argument(0)), m.recorded("expectedInterval", c.Argument(1))
		if !h.RecordCorrected(value, interval) {
			h.exceeds++
		}
	})
	method("add", 1, func(h *histogram, c goja.FunctionCall) { h.Add(m.otherHistogram(c.Argument(0)).Histogram) })
	method("subtract", 1, func(h *histogram, c goja.FunctionCall) { h.Subtract(m.otherHistogram(c.Argument(0)).Histogram) })
}

// recorded is a value for a histogram: a positive integer or BigInt.
func (m *Module) recorded(name string, v goja.Value) int64 {
	if n, ok := bigInteger(v); ok {
		if n < 1 {
			panic(nodeerr.WithMessage(m.vm, "RangeError", "ERR_OUT_OF_RANGE", "value is out of range"))
		}
		return n
	}
	return m.validInteger(name, v, 1, maxSafeInteger)
}

func (m *Module) otherHistogram(v goja.Value) *histogram {
	if !isRecordable(v) {
		panic(nodeerr.ArgType(m.vm, "other", v, "RecordableHistogram"))
	}
	return histogramOf(v)
}

// options is an object of options; none is an empty one.
func (m *Module) options(v goja.Value) *goja.Object {
	if goja.IsUndefined(v) {
		return m.vm.NewObject()
	}
	obj, ok := v.(*goja.Object)
	if !ok || engine.IsCallable(obj) || obj.ClassName() == "Array" {
		panic(nodeerr.ArgType(m.vm, "options", v, "Object"))
	}
	return obj
}

// bound is an option that is a number or a BigInt.
func (m *Module) bound(options *goja.Object, name string, missing, least int64) int64 {
	n, ok := bigInteger(options.Get(name))
	if !ok {
		return m.integer(options, name, missing, least, maxSafeInteger)
	}
	if n < least {
		panic(nodeerr.WithMessage(m.vm, "RangeError", "ERR_INVALID_ARG_VALUE",
			"The property 'options."+name+"' is invalid. Received "+options.Get(name).String()+"n"))
	}
	return n
}

// integer is an option that is an integer.
func (m *Module) integer(options *goja.Object, name string, missing, least, most int64) int64 {
	v := options.Get(name)
	if v == nil || goja.IsUndefined(v) {
		return missing
	}
	return m.validInteger("options."+name, v, least, most)
}

// validInteger checks a number.
func (m *Module) validInteger(name string, v goja.Value, least, most int64) int64 {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	f := v.ToFloat()
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if f < float64(least) || f > float64(most) {
		requirement := ">= " + m.number(least).String() + " && <= " + m.number(most).String()
		panic(nodeerr.OutOfRange(m.vm, name, requirement, v))
	}
	return int64(f)
}

// bigInteger is the value of a BigInt; one that fits into no int64 is 0.
func bigInteger(v goja.Value) (int64, bool) {
	if v == nil || !goja.IsBigInt(v) {
		return 0, false
	}
	n, ok := v.Export().(*big.Int)
	if !ok || !n.IsInt64() {
		return 0, true
	}
	return n.Int64(), true
}
