package timers

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed promises.js
var promisesSource string

var promisesFile = jsfile.New("node:timers/promises", promisesSource)

// Promises is what require('timers/promises') returns. It is written in
// JavaScript and compiled on first use.
func (m *Module) Promises() *goja.Object {
	if m.promises != nil {
		return m.promises
	}
	check := m.vm.NewObject()
	binding.Methods(m.vm, check,
		binding.Method{Name: "number", Length: 2, Fn: m.checkNumber},
		binding.Method{Name: "options", Length: 1, Fn: m.checkOptions},
	)
	abort := m.vm.ToValue(func(c goja.FunctionCall) goja.Value { return m.abortError(c.Argument(0)) })
	illegal := m.vm.ToValue(func(goja.FunctionCall) goja.Value { return nodeerr.New(m.vm, "ERR_ILLEGAL_CONSTRUCTOR") })
	m.promises = promisesFile.Call(m.e, m.Exports(), check, abort, illegal).(*goja.Object)
	return m.promises
}

func (m *Module) checkNumber(c goja.FunctionCall) goja.Value {
	if !goja.IsNumber(c.Argument(0)) {
		panic(nodeerr.ArgType(m.vm, c.Argument(1).String(), c.Argument(0), "number"))
	}
	return nil
}

// checkOptions checks {signal, ref}.
func (m *Module) checkOptions(c goja.FunctionCall) goja.Value {
	opts, ok := c.Argument(0).(*goja.Object)
	if !ok || engine.IsCallable(opts) || opts.ClassName() == "Array" {
		panic(nodeerr.ArgType(m.vm, "options", c.Argument(0), "object"))
	}
	if v := opts.Get("signal"); v != nil && !goja.IsUndefined(v) {
		signal, ok := v.(*goja.Object)
		if !ok || signal.Get("aborted") == nil {
			panic(nodeerr.ArgType(m.vm, "options.signal", v, "AbortSignal"))
		}
	}
	if v := opts.Get("ref"); v != nil && !goja.IsUndefined(v) {
		if _, ok := v.Export().(bool); !ok {
			panic(nodeerr.ArgType(m.vm, "options.ref", v, "boolean"))
		}
	}
	return nil
}

// abortError is Node's AbortError with the reason as its cause.
func (m *Module) abortError(cause goja.Value) *goja.Object {
	err := nodeerr.WithMessage(m.vm, "Error", "ABORT_ERR", "The operation was aborted")
	binding.Value(err, "name", m.vm.ToValue("AbortError"))
	if !goja.IsUndefined(cause) {
		binding.Hidden(err, "cause", cause)
	}
	return err
}
