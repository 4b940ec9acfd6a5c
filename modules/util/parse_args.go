package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// parseArgs is util.parseArgs, which is JavaScript.
func (m *Module) parseArgs(c goja.FunctionCall) goja.Value {
	if m.parser == nil {
		m.parser = m.load(parseArgsProgram(), m.parserNeeds())
	}
	parse, _ := engine.Callable(m.parser)
	return m.e.Call(parse, goja.Undefined(), c.Arguments...)
}

// parserNeeds is what parse_args.js needs from Go.
func (m *Module) parserNeeds() *goja.Object {
	needs := m.vm.NewObject()
	failure := func(name, code string, texts int) binding.Method {
		return binding.Method{Name: name, Length: texts, Fn: func(c goja.FunctionCall) goja.Value {
			args := make([]any, texts)
			for i := range args {
				args[i] = wtf8.ToString(m.vm, c.Argument(i))
			}
			return nodeerr.New(m.vm, code, args...)
		}}
	}
	binding.Methods(m.vm, needs,
		m.argTypeMethod(),
		binding.Method{Name: "argValue", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.ArgValue(m.vm, c.Argument(0).String(), m.plain(c.Argument(1)), c.Argument(2).String())
		}},
		binding.Method{Name: "requireObject", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			obj, ok := c.Argument(0).(*goja.Object)
			if !ok || engine.IsCallable(obj) || isArrayValue(obj) {
				panic(nodeerr.ArgType(m.vm, c.Argument(1).String(), c.Argument(0), "object"))
			}
			return nil
		}},
		failure("unknownOption", "ERR_PARSE_ARGS_UNKNOWN_OPTION", 2),
		failure("unexpectedPositional", "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL", 1),
		failure("invalidValue", "ERR_PARSE_ARGS_INVALID_OPTION_VALUE", 1),
		binding.Method{Name: "mainArguments", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return m.mainArguments()
		}},
	)
	return needs
}

// mainArguments are the arguments of the script: process.argv without those
// that say what runs.
func (m *Module) mainArguments() goja.Value {
	argv, ok := m.deps.Process().Get("argv").(*goja.Object)
	if !ok {
		return m.vm.NewArray()
	}
	// With --eval or --print there is no script among the arguments.
	first := 2
	if execArgv, ok := m.deps.Process().Get("execArgv").(*goja.Object); ok {
		m.vm.ForOf(execArgv, func(v goja.Value) bool {
			switch v.String() {
			case "-e", "--eval", "-p", "--print", "-pe":
				first = 1
			}
			return first == 2
		})
	}
	return m.e.CallMethod(argv, "slice", m.vm.ToValue(first))
}
