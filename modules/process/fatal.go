package process

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Origins of an uncaught exception, the second argument of 'uncaughtException'.
const (
	originException = "uncaughtException"
	originRejection = "unhandledRejection"
)

func (m *Module) installFatal() {
	m.methods(
		binding.Method{Name: "_fatalException", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			origin := originException
			if c.Argument(1).ToBoolean() {
				origin = originRejection
			}
			return m.vm.ToValue(m.offerUncaught(c.Argument(0), origin))
		}},
		binding.Method{Name: "setUncaughtExceptionCaptureCallback", Length: 1, Fn: m.setCapture},
		binding.Method{Name: "hasUncaughtExceptionCaptureCallback", Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.capture != nil)
		}},
	)
	m.fatal = m.obj.Get("_fatalException")
}

func (m *Module) setCapture(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if goja.IsNull(v) && m.domains.active == nil {
		m.capture = nil
		return nil
	}
	if !engine.IsCallable(v) {
		panic(nodeerr.ArgType(m.vm, "fn", v, "function", "null"))
	}
	if m.domains.active != nil {
		panic(m.domains.refusal(m.vm))
	}
	if m.capture != nil {
		nodeerr.Throw(m.vm, "ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET")
	}
	m.capture = v.(*goja.Object)
	return nil
}

// Failure is an exception that ends a script.
type Failure struct {
	Exception   *goja.Exception
	FromPromise bool // it is the reason of a rejected promise
	Code        int  // the exit code
}

// Uncaught is the engine's uncaught handler (Node's triggerUncaughtException):
// it offers the exception to the script and ends it when nobody takes it.
func (m *Module) Uncaught(ex *goja.Exception, origin string) {
	if origin == originException && m.capture == nil {
		m.abortOnUncaught(ex.Value())
	}
	handled := false
	offer := m.obj.Get("_fatalException")
	if offer == nil || !engine.IsCallable(offer) {
		m.deps.Fail(Failure{Exception: ex, FromPromise: origin == originRejection, Code: exitNoHandler})
	}
	if second := m.e.Try(func() { handled = m.callFatal(offer, ex.Value(), origin) }); second != nil {
		m.abortOnUncaught(second.Value())
		m.deps.Fail(Failure{Exception: second, Code: exitInHandler})
	}
	if handled {
		// As on Node, an empty immediate brings the loop round to the tick
		// queue when nothing else is due.
		m.e.Loop.NewImmediate(func() {})
		return
	}
	m.abortOnUncaught(ex.Value())
	// Whatever an 'exit' listener throws now has nowhere to go (Node does
	// the same): the first exception is the one to report.
	_ = m.e.Try(func() {
		if !m.exiting {
			m.exitCode = exitCode{code: exitUncaught, set: true}
			m.emitExit()
		}
	})
	code := exitUncaught
	if m.exitCode.set {
		code = m.ExitCode()
	}
	m.deps.Fail(Failure{Exception: ex, FromPromise: origin == originRejection, Code: code})
}

// abortOnUncaught ends the program at once when the script is to be aborted
// because of an exception.
func (m *Module) abortOnUncaught(err goja.Value) {
	if !m.cfg.Flags.AbortOnUncaught {
		return
	}
	text := m.plainText(err)
	if stack := ownStack(err); stack != nil {
		text = stack.String()
	}
	m.deps.Stderr("Uncaught:\n" + text + "\n")
	m.abort()
}

// FatalHook ends the script because a hook of ours that must not throw has
// thrown (Node's fatalError): the stack is printed, nobody is asked.
func (m *Module) FatalHook(ex *goja.Exception) {
	text := "Error: " + m.plainText(ex.Value())
	if stack := ownStack(ex.Value()); stack != nil {
		text = stack.String()
	}
	m.deps.Stderr(text + "\n")
	if m.cfg.Flags.AbortOnUncaught {
		m.abort()
	}
	m.e.CallMethod(m.obj, "exit", m.vm.ToValue(exitUncaught))
}

// callFatal calls process._fatalException, which scripts replace.
func (m *Module) callFatal(offer, err goja.Value, origin string) bool {
	if offer == m.fatal {
		return m.offerUncaught(err, origin)
	}
	fn, _ := engine.Callable(offer)
	result := m.e.Call(fn, m.obj, err, m.vm.ToValue(origin == originRejection))
	return !isFalse(result)
}

// isFalse: anything but false means that the exception was taken.
func isFalse(v goja.Value) bool {
	b, ok := v.Export().(bool)
	return ok && !b
}

// offerUncaught gives an exception to the monitor, then to the capture
// callback or the listeners, and reports whether someone took it.
func (m *Module) offerUncaught(err goja.Value, origin string) bool {
	from := m.vm.ToValue(origin)
	m.emit(m.keys.monitor, err, from)
	if m.capture != nil {
		fn, _ := engine.Callable(m.capture)
		m.e.Call(fn, goja.Undefined(), err)
		return true
	}
	return m.emit(m.keys.uncaught, err, from)
}
