package engine

import (
	"fmt"

	"github.com/dop251/goja"
)

// ExitError says that the script ended itself, by process.exit.
type ExitError struct {
	Code int
}

func (x *ExitError) Error() string { return fmt.Sprintf("exit status %d", x.Code) }

// Exit ends the script at once: nothing of it runs after this call, which
// does not return.
func (e *Engine) Exit(code int) { e.Fail(&ExitError{Code: code}) }

// Fail is Exit for any other reason.
func (e *Engine) Fail(reason error) {
	e.Halt(reason)
	panic(&goja.InterruptedError{})
}

// Halt remembers the first reason for which the script ended and stops the
// loop. JavaScript that is running goes on to its end.
func (e *Engine) Halt(reason error) {
	if e.halted == nil {
		e.halted = reason
	}
	if e.Loop != nil {
		e.Loop.Stop()
	}
}

// Halted returns the reason for which the script ended early, or nil.
func (e *Engine) Halted() error { return e.halted }

// Resume forgets why the last script ended, and its ticks, so that another
// one can run.
func (e *Engine) Resume() {
	e.halted = nil
	e.ticks = tickQueue{}
	e.contexts.current, e.contexts.entered, e.contexts.base = Context{}, nil, 0
}
