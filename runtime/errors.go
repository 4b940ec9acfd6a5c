package runtime

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/v8stack"
	"github.com/gonode/gonode/modules/process"
)

// ErrClosed is what a closed runtime answers to every call.
var ErrClosed = errors.New("runtime: closed")

// ErrEnded is what a runtime answers to Run* and Do once a script has ended
// it early: by process.exit, by an exception that nothing caught, by a
// cancelled context or by a panic.
var ErrEnded = errors.New("runtime: the script has ended")

// ErrBusy is what Run*, Serve and Await answer while one of them runs the same
// runtime already.
var ErrBusy = errors.New("runtime: already running")

// ErrNoFS is what RunFile answers when the runtime has no file system.
var ErrNoFS = errors.New("runtime: no file system: use WithFS or WithHost")

// ExitError says that the script ended with an exit code other than 0, by
// process.exit or process.exitCode.
type ExitError struct {
	Code int
}

// Error is "exit status N".
func (x *ExitError) Error() string { return fmt.Sprintf("exit status %d", x.Code) }

// UncaughtError is an exception, or the reason of a rejected promise, that
// nothing in the script handled.
type UncaughtError struct {
	// Value is what was thrown. It belongs to the runtime: look at it on the
	// goroutine that runs it, and not after Close.
	Value goja.Value
	// Message is the value as one line: "TypeError: x is not a function".
	Message string
	// Stack is the value's stack as Node prints it, with file and line, or
	// empty for a value that has none.
	Stack string
	// Report is what Node prints on standard error for it: the source line,
	// a caret, the stack and the properties.
	Report string
	// Code is the exit code that the script wants: 1, 7 when an
	// 'uncaughtException' listener threw, or process.exitCode.
	Code int

	exception *goja.Exception
}

// Error is the message after "Uncaught".
func (x *UncaughtError) Error() string { return "Uncaught " + x.Message }

// Unwrap gives the goja exception, and through that a Go error that a native
// function threw.
func (x *UncaughtError) Unwrap() error {
	if x.exception == nil {
		return nil
	}
	return x.exception
}

// PanicError is a Go panic inside a native function. It ends the script, not
// the program.
type PanicError struct {
	Value any    // what was passed to panic
	Where string // the Go function that panicked
	Stack []byte // of the goroutine at that time
}

// Error names the function.
func (p *PanicError) Error() string {
	return fmt.Sprintf("panic in native code: %v (in %s)", p.Value, p.Where)
}

// Unwrap gives the panic's value when it was an error.
func (p *PanicError) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// public turns the engine's reasons into the errors of this package.
func public(err error) error {
	var exit *engine.ExitError
	if errors.As(err, &exit) {
		if exit.Code == 0 {
			return nil
		}
		return &ExitError{Code: exit.Code}
	}
	var p *engine.PanicError
	if errors.As(err, &p) {
		return &PanicError{Value: p.Value, Where: p.Where, Stack: p.Stack}
	}
	return err
}

// uncaught describes an exception that nothing handled.
func (rt *Runtime) uncaught(f process.Failure) *UncaughtError {
	v := f.Exception.Value()
	err := &UncaughtError{Value: v, Code: f.Code, exception: f.Exception}
	err.Report = rt.e.Stacks.Report(f.Exception, v8stack.ReportOptions{
		Version:     "v" + process.NodeVersion,
		Program:     filepath.Base(rt.cfg.argv0),
		FromPromise: f.FromPromise,
		Inspect:     func(v goja.Value) string { return rt.inspect(v, reportDepth) },
	})
	// What the value's own getters and methods throw must not hide it.
	if rt.e.Try(func() { err.Message, err.Stack = describe(v) }) != nil {
		err.Message = "[object]"
	}
	return err
}

// reportDepth is how deep a report shows the properties of what was thrown.
const reportDepth = 5

// describe is a thrown value as one line, and its stack.
func describe(v goja.Value) (message, stack string) {
	obj, ok := v.(*goja.Object)
	if !ok {
		if sym, ok := v.(*goja.Symbol); ok {
			return "Symbol(" + sym.String() + ")", ""
		}
		return v.String(), ""
	}
	if s := obj.Get("stack"); s != nil && goja.IsString(s) {
		stack = s.String()
	}
	return obj.String(), stack
}
