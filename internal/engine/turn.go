package engine

import (
	"errors"
	"fmt"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
)

var _ eventloop.Hook = (*Engine)(nil)

// trampolineSource is the one JavaScript frame that every macrotask runs in.
// While it is on the stack goja runs no promise jobs; when it returns, goja
// runs them all.
const trampolineSource = `(function (f) { f() })`

func (e *Engine) installTrampoline() {
	prg := goja.MustCompile("node:internal/trampoline", trampolineSource, true)
	v, err := e.VM.RunProgram(prg)
	if err != nil {
		panic(fmt.Errorf("engine: trampoline: %w", err))
	}
	e.enter, _ = goja.AssertFunction(v)
	e.enterRaw, _ = Callable(v)
	e.turnArgs = []goja.Value{e.VM.ToValue(e.turnBody)}
	e.plainArgs = []goja.Value{e.VM.ToValue(e.plainBody)}
}

// RunCallback runs one macrotask, then the tick queue and promise jobs until
// both are empty. Inside a macrotask it only runs fn. It is the loop's hook.
func (e *Engine) RunCallback(fn func()) {
	switch {
	case e.next != nil:
		e.runNext(fn)
	case e.depth > 0:
		e.runNested(fn)
	default:
		e.turn(fn)
		e.settle()
	}
}

// runNested runs a callback in the middle of other code. The contexts that it
// enters end with it.
func (e *Engine) runNested(fn func()) {
	c := &e.contexts
	saved, base := c.current, c.base
	c.base = len(c.entered)
	defer func() {
		e.endContext()
		c.current, c.base = saved, base
	}()
	fn()
}

// RunMain is RunCallback for a main script, which is no callback of the loop:
// when it throws, the tick queue runs at once.
func (e *Engine) RunMain(fn func()) {
	e.isMain = true
	e.RunCallback(fn)
}

// settle runs what promise jobs left behind, until nothing is left.
func (e *Engine) settle() {
	for e.halted == nil {
		switch {
		case e.overflowed:
			e.overflowed = false
			e.turn(func() { panic(e.overflowError()) })
		case e.ticks.len() > 0:
			e.turn(nil)
		case e.rejections != nil && e.rejections.Pending():
			e.turn(e.rejections.Process)
		default:
			return
		}
	}
}

// turn enters the trampoline once. Promise jobs run on the way out.
func (e *Engine) turn(fn func()) {
	if e.halted != nil {
		return
	}
	defer func() {
		if x := recover(); x != nil {
			e.depth = 0
			e.next = nil
			e.Halt(newPanicError(x))
		}
	}()
	e.task = fn
	_, err := e.enter(goja.Undefined(), e.turnArgs...)
	if err == nil {
		return
	}
	var overflow *goja.StackOverflowError
	if errors.As(err, &overflow) {
		// A promise job recursed without end; goja has dropped the others.
		e.overflowed = true
		return
	}
	e.Halt(haltReason(err))
}

// haltReason is what Interrupt was called with.
func haltReason(err error) error {
	var interrupted *goja.InterruptedError
	if errors.As(err, &interrupted) {
		if reason, ok := interrupted.Value().(error); ok {
			return reason
		}
	}
	return err
}

// turnBody is the native that the trampoline calls.
func (e *Engine) turnBody(goja.FunctionCall) goja.Value {
	task, isMain := e.task, e.isMain
	e.task, e.isMain = nil, false
	e.depth++
	defer func() { e.depth-- }()
	thrower := nobody
	if task != nil && !e.runTask(task, isMain) && !isMain {
		thrower = callback
	}
	for {
		for thrower != nobody {
			thrower = e.afterThrow(thrower)
		}
		if e.runTicks() {
			return nil
		}
		thrower = tickFunction
	}
}

// runTask runs what the turn is for. An exception is reported in the context
// of the callback that threw it.
func (e *Engine) runTask(task func(), isMain bool) bool {
	e.inMain = isMain
	e.contexts.lastJob = Context{}
	ok := e.guard(task)
	e.endContext()
	e.inMain = false
	return ok
}

// plainBody runs e.task one trampoline deeper and nothing after it.
func (e *Engine) plainBody(goja.FunctionCall) goja.Value {
	task := e.task
	e.task = nil
	e.depth++
	defer func() { e.depth-- }()
	task()
	return nil
}

// Inside makes sure that fn runs with JavaScript on the stack. goja calls
// native promise handlers outside any frame; a callback made from there would
// run further promise jobs when it returns.
func (e *Engine) Inside(fn func()) {
	if e.depth > 0 {
		fn()
		return
	}
	e.task = fn
	e.enterRaw(goja.FunctionCall{This: goja.Undefined(), Arguments: e.plainArgs})
}

// guard runs fn and reports an exception that leaves it as uncaught.
func (e *Engine) guard(fn func()) (ok bool) {
	ex := e.Try(fn)
	if ex == nil {
		return true
	}
	e.ReportUncaught(ex, "uncaughtException")
	return false
}

// Guard is guard for callbacks that run inside a turn but whose exceptions
// must not disturb their caller, such as microtasks.
func (e *Engine) Guard(fn func()) bool { return e.guard(fn) }

// ReportUncaught hands an exception to the uncaught handler.
func (e *Engine) ReportUncaught(ex *goja.Exception, origin string) {
	if e.onUncaught == nil {
		e.Halt(ex)
		panic(&goja.InterruptedError{})
	}
	e.onUncaught(ex, origin)
}
