package process

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Exit codes that Node gives a meaning (Node documentation, "Exit codes").
const (
	exitUncaught     = 1
	exitNoHandler    = 6 // process._fatalException is no function
	exitInHandler    = 7
	exitAborted      = 134 // 128 + SIGABRT
	exitUnhandledTLA = 13
)

// exitCode is process.exitCode: unset until somebody assigns it.
type exitCode struct {
	code int32
	set  bool
}

func (m *Module) installExit() {
	m.accessor("exitCode", false,
		func() goja.Value {
			if !m.exitCode.set {
				return goja.Undefined()
			}
			return m.vm.ToValue(m.exitCode.code)
		},
		func(v goja.Value) { m.exitCode = m.parseExitCode(v) })
	m.accessor("_exiting", true,
		func() goja.Value { return m.vm.ToValue(m.exiting) },
		func(v goja.Value) { m.exiting = v.ToBoolean() })
	m.methods(
		binding.Method{Name: "reallyExit", Fn: func(c goja.FunctionCall) goja.Value {
			m.e.Exit(int(toInt32(c.Argument(0))))
			return nil
		}},
		binding.Method{Name: "exit", Length: 1, Fn: m.exit},
		binding.Method{Name: "abort", Fn: func(goja.FunctionCall) goja.Value {
			m.abort()
			return nil
		}},
	)
}

// accessor defines an enumerable property of process itself.
func (m *Module) accessor(name string, configurable bool, get func() goja.Value, set func(goja.Value)) {
	getter := binding.Func(m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return get() })
	var setter goja.Value
	if set != nil {
		setter = binding.Func(m.vm, "set", 1, func(c goja.FunctionCall) goja.Value {
			set(c.Argument(0))
			return nil
		})
	}
	must(m.obj.DefineAccessorProperty(name, getter, setter, goja.ToFlag(configurable), goja.FLAG_TRUE))
}

// parseExitCode accepts integers, strings that read as integers, null and
// undefined.
func (m *Module) parseExitCode(v goja.Value) exitCode {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return exitCode{}
	}
	n := v
	if goja.IsString(v) && v.String() != "" {
		if f := v.ToNumber(); !math.IsNaN(f.ToFloat()) {
			n = f
		}
	}
	if !goja.IsNumber(n) {
		panic(nodeerr.ArgType(m.vm, "code", v, "number"))
	}
	if f := n.ToFloat(); f != math.Trunc(f) || math.IsInf(f, 0) {
		panic(nodeerr.OutOfRange(m.vm, "code", "an integer", n))
	}
	return exitCode{code: toInt32(n), set: true}
}

// toInt32 is JavaScript's ToInt32.
func toInt32(v goja.Value) int32 {
	f := v.ToFloat()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return int32(uint32(int64(math.Mod(math.Trunc(f), 1<<32))))
}

// exit is process.exit. The last step is looked up, because packages wrap
// process.reallyExit.
func (m *Module) exit(c goja.FunctionCall) goja.Value {
	if len(c.Arguments) > 0 {
		m.exitCode = m.parseExitCode(c.Arguments[0])
	}
	m.emitExit()
	m.e.CallMethod(m.obj, "reallyExit", m.vm.ToValue(m.exitCode.code))
	return nil
}

// emitExit emits 'exit' unless that has happened.
func (m *Module) emitExit() {
	if m.exiting {
		return
	}
	m.exiting = true
	m.emit(m.keys.exit, m.vm.ToValue(m.exitCode.code))
}

// BeforeExit emits 'beforeExit'. It runs as a macrotask.
func (m *Module) BeforeExit() { m.emit(m.keys.beforeExit, m.vm.ToValue(m.exitCode.code)) }

// Finish emits 'exit' at the natural end of a script. It runs as a macrotask.
func (m *Module) Finish() { m.emitExit() }

// Restart forgets that a script has ended, for a runtime that runs another
// one with these arguments.
func (m *Module) Restart(argv []string) {
	m.exiting = false
	m.exitCode = exitCode{}
	m.value("argv", m.strings(argv))
}

// ExitCode is the code with which the script ends now.
func (m *Module) ExitCode() int { return int(m.exitCode.code) }

// abort ends the script at once, without 'exit'. The signals decide whether
// the whole program goes down with it.
func (m *Module) abort() {
	m.cfg.Signals.Abort()
	m.e.Exit(exitAborted)
}
