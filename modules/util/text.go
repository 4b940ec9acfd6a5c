package util

import (
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/signals"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/inspect"
)

func (m *Module) format(c goja.FunctionCall) goja.Value {
	return wtf8.Value(m.deps.Inspector.Format(c.Arguments))
}

func (m *Module) formatWithOptions(c goja.FunctionCall) goja.Value {
	options, ok := c.Argument(0).(*goja.Object)
	if !ok || engine.IsCallable(options) {
		panic(nodeerr.ArgType(m.vm, "inspectOptions", c.Argument(0), "object"))
	}
	return wtf8.Value(m.deps.Inspector.FormatWithOptions(m.deps.Inspector.ReadOptions(options), c.Arguments[1:]))
}

func (m *Module) stripVTControlCharacters(c goja.FunctionCall) goja.Value {
	m.requireString("str", c.Argument(0))
	return wtf8.Value(inspect.StripControl(wtf8.Of(c.Argument(0))))
}

func (m *Module) toUSVString(c goja.FunctionCall) goja.Value {
	return wtf8.Value(wtf8.Repair(wtf8.ToString(m.vm, c.Argument(0))))
}

// parseEnv is util.parseEnv.
func (m *Module) parseEnv(c goja.FunctionCall) goja.Value {
	m.requireString("content", c.Argument(0))
	env := m.vm.NewObject()
	for _, v := range ParseEnv(wtf8.Of(c.Argument(0))) {
		must(env.DefineDataProperty(v.Name, wtf8.Value(v.Value), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
	}
	return env
}

// signalToExitCode is util.convertProcessSignalToExitCode.
func (m *Module) signalToExitCode(c goja.FunctionCall) goja.Value {
	const terminatedBySignal = 128
	wanted, number, list := c.Argument(0), syscall.Signal(0), ""
	signals.Each(func(name string, n syscall.Signal) {
		if goja.IsString(wanted) && wanted.String() == name {
			number = n
		}
		if list != "" {
			list += ", "
		}
		list += inspect.Quote(name)
	})
	if number == 0 {
		panic(nodeerr.ArgValue(m.vm, "signalCode", m.plain(wanted), "must be one of: "+list))
	}
	return m.vm.ToValue(terminatedBySignal + int(number))
}
