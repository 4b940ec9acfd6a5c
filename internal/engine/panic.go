package engine

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// PanicError is a Go panic inside native code. It ends the script, not the
// program that embeds it.
type PanicError struct {
	Value any
	Where string // the function that panicked
	Stack []byte
}

func (p *PanicError) Error() string {
	return fmt.Sprintf("panic in native code: %v (in %s)", p.Value, p.Where)
}

// Unwrap gives the panic's value when it was an error.
func (p *PanicError) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// newPanicError describes a panic while its frames are still on the stack.
func newPanicError(x any) *PanicError {
	if p, ok := x.(*PanicError); ok {
		return p
	}
	return &PanicError{Value: x, Where: panicOrigin(), Stack: debug.Stack()}
}

// panicOrigin is the function that called panic first: goja recovers and
// panics again on the way, above the frames of the one before.
func panicOrigin() string {
	pcs := make([]uintptr, 256)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	origin, panicking := "unknown function", false
	for {
		frame, more := frames.Next()
		switch {
		case frame.Function == "runtime.gopanic":
			panicking = true
		case panicking && !strings.HasPrefix(frame.Function, "runtime."):
			origin, panicking = frame.Function, false
		}
		if !more {
			return origin
		}
	}
}
