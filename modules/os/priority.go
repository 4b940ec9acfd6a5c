package os

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

func (m *Module) getPriority(c goja.FunctionCall) goja.Value {
	pid := 0
	if v := c.Argument(0); !goja.IsUndefined(v) {
		pid = m.integer(v, "pid", math.MinInt32, math.MaxInt32, "an integer")
	}
	n, err := m.deps.System.Priority(pid)
	m.check(err, "uv_os_getpriority")
	return m.vm.ToValue(n)
}

// setPriority takes the priority alone, for this process, or a pid before it.
func (m *Module) setPriority(c goja.FunctionCall) goja.Value {
	pid, priority := c.Argument(0), c.Argument(1)
	if goja.IsUndefined(priority) {
		pid, priority = m.vm.ToValue(0), pid
	}
	id := m.integer(pid, "pid", math.MinInt32, math.MaxInt32, ">= -2147483648 && <= 2147483647")
	n := m.integer(priority, "priority", highestPriority, lowestPriority, ">= -20 && <= 19")
	m.check(m.deps.System.SetPriority(id, n), "uv_os_setpriority")
	return nil
}

// integer is a number between two bounds; requirement says so in an error.
func (m *Module) integer(v goja.Value, name string, least, most float64, requirement string) int {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	f := v.ToFloat()
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if f < least || f > most {
		panic(nodeerr.OutOfRange(m.vm, name, requirement, v))
	}
	return int(f)
}
