package perfhooks

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// inspectHistogram is histogram[util.inspect.custom](depth, options, inspect).
func (m *Module) inspectHistogram(c goja.FunctionCall) goja.Value {
	h := m.this(c.This)
	given, ok := c.Argument(1).(*goja.Object)
	inspect, callable := engine.Callable(c.Argument(2))
	if !ok || !callable || c.Argument(0).ToFloat() < 0 {
		name := c.This.(*goja.Object).Get("constructor").(*goja.Object).Get("name").String()
		return m.vm.ToValue("[" + name + "]")
	}
	options := m.vm.NewObject()
	for _, name := range given.Keys() {
		binding.Value(options, name, given.Get(name))
	}
	if depth := options.Get("depth"); depth != nil && goja.IsNumber(depth) {
		binding.Value(options, "depth", m.vm.ToValue(depth.ToFloat()-1))
	}
	shown := m.vm.NewObject()
	self := c.This.(*goja.Object)
	for _, name := range []string{"min", "max", "mean", "exceeds", "stddev", "skewness", "kurtosis", "count"} {
		binding.Value(shown, name, self.Get(name))
	}
	binding.Value(shown, "percentiles", m.percentiles(h, m.number))
	return m.vm.ToValue("Histogram " + m.e.Call(inspect, goja.Undefined(), shown, options).String())
}
