package engine

import (
	"errors"
	"sync"
	"time"

	"github.com/dop251/goja"
)

// interrupts keeps the engine's own interrupt apart from those of deadlines,
// because the VM knows only the last one. It is used from any goroutine.
type interrupts struct {
	mu      sync.Mutex
	pending error // the reason of Interrupt
}

// deadline is one run with a limit. Its address tells it from others.
type deadline struct {
	over  bool // the run has ended
	fired bool // it was interrupted
}

// Interrupt stops running JavaScript from any goroutine; the reason becomes
// what Halted returns. While none is running it stops the next.
func (e *Engine) Interrupt(reason error) {
	e.interrupts.mu.Lock()
	defer e.interrupts.mu.Unlock()
	e.interrupts.pending = reason
	e.VM.Interrupt(reason)
}

// ClearInterrupt forgets an Interrupt that came too late.
func (e *Engine) ClearInterrupt() {
	e.interrupts.mu.Lock()
	defer e.interrupts.mu.Unlock()
	e.interrupts.pending = nil
	e.VM.ClearInterrupt()
}

// Deadline runs fn, which may call JavaScript, and stops it after limit. It
// reports false when it had to. Deadlines may be nested; the engine's own
// Interrupt and Exit pass through.
func (e *Engine) Deadline(limit time.Duration, fn func()) (inTime bool) {
	d := &deadline{}
	timer := time.AfterFunc(limit, func() { e.fire(d) })
	defer timer.Stop()
	err := e.interruptible(fn)
	fired := e.finish(d)
	var interrupted *goja.InterruptedError
	if errors.As(err, &interrupted) && interrupted.Value() == d {
		return false
	}
	if err != nil {
		panic(err)
	}
	return !fired
}

// interruptible runs fn and returns what stopped it from outside.
func (e *Engine) interruptible(fn func()) error {
	call, _ := goja.AssertFunction(e.VM.ToValue(func(goja.FunctionCall) goja.Value {
		fn()
		return nil
	}))
	_, err := call(goja.Undefined())
	var ex *goja.Exception
	if errors.As(err, &ex) {
		panic(err)
	}
	return err
}

// fire interrupts the run of a deadline, unless the engine is about to stop
// everything anyway.
func (e *Engine) fire(d *deadline) {
	e.interrupts.mu.Lock()
	defer e.interrupts.mu.Unlock()
	if d.over || e.interrupts.pending != nil {
		return
	}
	d.fired = true
	e.VM.Interrupt(d)
}

// finish ends a deadline and takes back its interrupt.
func (e *Engine) finish(d *deadline) (fired bool) {
	e.interrupts.mu.Lock()
	defer e.interrupts.mu.Unlock()
	d.over = true
	if d.fired {
		e.VM.ClearInterrupt()
		if e.interrupts.pending != nil {
			e.VM.Interrupt(e.interrupts.pending)
		}
	}
	return d.fired
}
