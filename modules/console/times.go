package console

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// installTimes defines `_times`: a Map of the running timers by their labels,
// made anew whenever it is read. Each start is one of process.hrtime.
func (c *console) installTimes(obj *goja.Object) {
	get := binding.Func(c.m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return c.times() })
	set := binding.Func(c.m.vm, "set", 1, func(call goja.FunctionCall) goja.Value {
		binding.Hidden(obj, "_times", call.Argument(0))
		return nil
	})
	must(obj.DefineAccessorProperty("_times", get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

func (c *console) times() *goja.Object {
	vm := c.m.vm
	table, err := vm.New(c.m.e.Intrinsics.Map)
	must(err)
	for label, start := range c.timers {
		ns := start.UnixNano()
		c.m.e.CallMethod(table, "set", vm.ToValue(label),
			vm.NewArray(ns/int64(time.Second), ns%int64(time.Second)))
	}
	return table
}
