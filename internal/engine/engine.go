// Package engine joins one goja VM to one event loop and keeps the rules of
// entering JavaScript: every macrotask runs inside one JavaScript trampoline,
// process.nextTick callbacks run after it and promise jobs after those, as on
// Node. Runtime builds an Engine; every built-in module calls into JavaScript
// through it.
//
// # Exceptions
//
// A JavaScript exception travels through Go code as a panic, the way goja
// raises it, so it leaves a Go state machine where it would have left Node's
// JavaScript one. Three places catch it: goja itself, when JavaScript further
// out has a try block; guard, around each macrotask and each tick, which
// reports it as uncaught; and Try, for Go code that wants it as a value.
//
// # Concurrency
//
// An Engine belongs to the goroutine that runs its loop. Only Interrupt and
// the loop's own Post may be called from another one.
package engine

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/v8stack"
)

// DefaultCallStackSize is the limit on nested JavaScript calls. Unwinding
// through goja's own natives is quadratic in the depth, so the limit stays
// far below what the Go stack could hold.
const DefaultCallStackSize = 7000

// Func is a JavaScript function as Go calls it: without a try block of its
// own, so that an exception passes through as a panic.
type Func = func(goja.FunctionCall) goja.Value

// UncaughtHandler decides what becomes of an exception that nothing caught.
// It may call JavaScript, and it may end the script by Exit.
type UncaughtHandler func(err *goja.Exception, origin string)

// RejectionHandler is told of promises that were rejected without a handler,
// and of those that got one later, once the microtask queue is empty.
type RejectionHandler interface {
	// Pending reports whether Process has anything to do.
	Pending() bool
	// Process handles what has been gathered. It runs inside a turn.
	Process()
}

// Engine is one VM with its loop. Its fields are immutable after New.
type Engine struct {
	VM     *goja.Runtime
	Loop   *eventloop.Loop
	Stacks *v8stack.Stacks // the stacks of errors

	Intrinsics Intrinsics

	depth  int // nested trampoline bodies; 0 while goja runs promise jobs
	task   func()
	isMain bool      // task is a main script
	inMain bool      // it is the one that runs
	next   *nextTurn // set while the loop looks for the next callback inside a turn

	enter     goja.Callable // the trampoline; drains promise jobs at depth zero
	enterRaw  Func          // the same without the draining
	turnArgs  []goja.Value  // the native that runs a macrotask
	plainArgs []goja.Value  // the native that runs a function and nothing else

	resolved *goja.Object // a promise for microtasks to follow
	then     Func         // its then method

	interrupts interrupts

	contexts   contexts
	channels   Channels
	ticks      tickQueue
	overflowed bool // promise jobs ran out of stack
	halted     error
	onUncaught UncaughtHandler
	rejections RejectionHandler
}

// New makes an engine around a fresh VM. The loop arrives by Attach, because
// its hook is the engine itself.
func New() *Engine {
	vm := goja.New()
	vm.SetMaxCallStackSize(DefaultCallStackSize)
	stacks := v8stack.Install(vm)
	e := &Engine{VM: vm, Stacks: stacks, Intrinsics: newIntrinsics(vm)}
	stacks.Call = e.Call
	e.installTrampoline()
	return e
}

// Attach sets the loop whose callbacks the engine runs. It is called once,
// before any script runs.
func (e *Engine) Attach(loop *eventloop.Loop) { e.Loop = loop }

// OnUncaught sets who decides about uncaught exceptions.
func (e *Engine) OnUncaught(h UncaughtHandler) { e.onUncaught = h }

// OnRejections sets who decides about unhandled rejections.
func (e *Engine) OnRejections(h RejectionHandler) { e.rejections = h }
