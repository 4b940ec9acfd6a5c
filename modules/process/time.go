package process

import (
	"math/big"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

const nanosPerSecond = 1_000_000_000

func (m *Module) installTime() {
	hrtime := binding.Func(m.vm, "hrtime", 1, m.hrtime)
	binding.Value(hrtime, "bigint", binding.Func(m.vm, "hrtimeBigInt", 0, func(goja.FunctionCall) goja.Value {
		return m.vm.ToValue(new(big.Int).SetInt64(m.monotonic()))
	}))
	binding.Value(m.obj, "hrtime", hrtime)
	m.methods(binding.Method{Name: "uptime", Fn: func(goja.FunctionCall) goja.Value {
		return m.vm.ToValue(m.cfg.Now().Sub(m.cfg.Start).Seconds())
	}})
}

// monotonicBase keeps the first readings of hrtime away from zero, where
// scripts would take them for missing.
const monotonicBase = int64(time.Hour)

// monotonic is a clock with an arbitrary start, in nanoseconds.
func (m *Module) monotonic() int64 {
	return monotonicBase + int64(m.cfg.Now().Sub(m.cfg.Start))
}

func (m *Module) hrtime(c goja.FunctionCall) goja.Value {
	now := m.monotonic()
	sec, nsec := now/nanosPerSecond, now%nanosPerSecond
	if prev := c.Argument(0); !goja.IsUndefined(prev) {
		prevSec, prevNsec := m.previousTime(prev)
		sec, nsec = sec-prevSec, nsec-prevNsec
		if nsec < 0 {
			sec, nsec = sec-1, nsec+nanosPerSecond
		}
	}
	return m.vm.NewArray(sec, nsec)
}

// previousTime reads the argument of hrtime: an array of two numbers.
func (m *Module) previousTime(v goja.Value) (sec, nsec int64) {
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() != "Array" {
		panic(nodeerr.ArgType(m.vm, "time", v, "Array"))
	}
	if n := obj.Get("length").ToInteger(); n != 2 {
		panic(nodeerr.OutOfRange(m.vm, "time", "2", m.vm.ToValue(n)))
	}
	return obj.Get("0").ToInteger(), obj.Get("1").ToInteger()
}
