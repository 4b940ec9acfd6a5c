package util

import (
	_ "embed"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/v8stack"
	"github.com/gonode/gonode/modules/util/promisify"
	"github.com/gonode/gonode/modules/util/types"
)

var (
	//go:embed wrappers.js
	wrappersSource string
	//go:embed parse_args.js
	parseArgsSource string
)

// The programs are compiled once for all runtimes, on first use.
var (
	wrappersProgram  = compile("node:internal/util", &wrappersSource)
	parseArgsProgram = compile("node:internal/util/parse_args", &parseArgsSource)
)

func compile(name string, source *string) func() *goja.Program {
	return sync.OnceValue(func() *goja.Program { return goja.MustCompile(name, *source, true) })
}

// load runs a program, which is a function that takes what it needs from Go.
func (m *Module) load(prg *goja.Program, needs *goja.Object) *goja.Object {
	v, err := m.vm.RunProgram(prg)
	must(err)
	fn, _ := engine.Callable(v)
	return m.e.Call(fn, goja.Undefined(), needs).(*goja.Object)
}

// wrapper exports a function of wrappers.js.
func (m *Module) wrapper(name string, length int) export {
	return export{name: name, value: binding.Func(m.vm, name, length, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(m.wrapperFunction(name))
		return m.e.Call(fn, goja.Undefined(), c.Arguments...)
	})}
}

func (m *Module) promisifyExport() export {
	x := m.wrapper("promisify", 1)
	binding.Value(x.value.(*goja.Object), "custom", m.e.SymbolFor("nodejs.util.promisify.custom"))
	return x
}

func (m *Module) wrapperFunction(name string) goja.Value {
	if m.wrappers == nil {
		m.wrappers = m.load(wrappersProgram(), m.wrapperNeeds())
	}
	return m.wrappers.Get(name)
}

// wrapperNeeds is what wrappers.js needs from Go.
func (m *Module) wrapperNeeds() *goja.Object {
	needs := m.vm.NewObject()
	binding.Value(needs, "custom", m.e.SymbolFor("nodejs.util.promisify.custom"))
	binding.Methods(m.vm, needs,
		m.argTypeMethod(),
		binding.Method{Name: "argNames", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.strings(promisify.ArgNames(c.Argument(0).(*goja.Object)))
		}},
		binding.Method{Name: "falsyRejection", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			err := nodeerr.New(m.vm, "ERR_FALSY_VALUE_REJECTION")
			v8stack.SetOrigin(err, "process.processTicksAndRejections", "node:internal/process/task_queues")
			binding.Value(err, "reason", c.Argument(0))
			return err
		}},
		binding.Method{Name: "warnDeprecated", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.warnDeprecated(c.Argument(0), c.Argument(1), c.Argument(2)))
		}},
		binding.Method{Name: "warnPromise", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			text := "Calling promisify on a function that returns a Promise is likely a mistake."
			m.e.CallMethod(m.deps.Process(), "emitWarning", m.vm.ToValue(text), deprecationType(m.vm), m.vm.ToValue("DEP0174"))
			return nil
		}},
		binding.Method{Name: "isPromise", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(types.Is(c.Argument(0), types.Promise))
		}},
		binding.Method{Name: "isSignal", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.isSignal(c.Argument(0)))
		}},
		binding.Method{Name: "notSignal", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return m.notSignal()
		}},
		binding.Method{Name: "nextTick", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			fn, _ := engine.Callable(c.Argument(0))
			m.e.NextTickCall(fn, append([]goja.Value(nil), c.Arguments[1:]...))
			return nil
		}},
	)
	return needs
}

// argTypeMethod gives JavaScript the maker of ERR_INVALID_ARG_TYPE.
func (m *Module) argTypeMethod() binding.Method {
	return binding.Method{Name: "argType", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
		var expected []string
		for _, x := range c.Arguments[2:] {
			expected = append(expected, x.String())
		}
		return nodeerr.ArgType(m.vm, c.Argument(0).String(), c.Argument(1), expected...)
	}}
}

// strings is an array of strings; of none it is undefined.
func (m *Module) strings(list []string) goja.Value {
	if list == nil {
		return goja.Undefined()
	}
	values := make([]any, len(list))
	for i, s := range list {
		values[i] = s
	}
	return m.vm.NewArray(values...)
}
