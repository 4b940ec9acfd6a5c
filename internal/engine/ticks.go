package engine

import "github.com/dop251/goja"

// tick is one entry of the process.nextTick queue: a Go function, or a
// JavaScript one with its arguments.
type tick struct {
	ctx  Context
	run  func()
	fn   Func
	args []goja.Value
}

// tickQueue is a FIFO that reuses its storage once it has run empty.
type tickQueue struct {
	items []tick
	head  int
}

func (q *tickQueue) len() int { return len(q.items) - q.head }

func (q *tickQueue) push(t tick) { q.items = append(q.items, t) }

func (q *tickQueue) pop() tick {
	t := q.items[q.head]
	q.items[q.head] = tick{}
	q.head++
	if q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
	}
	return t
}

// NextTick queues a Go function on the process.nextTick queue.
func (e *Engine) NextTick(run func()) {
	e.ticks.push(tick{ctx: e.CaptureOnce("TickObject", nil), run: run})
}

// NextTickCall queues a JavaScript function with its arguments on the
// process.nextTick queue.
func (e *Engine) NextTickCall(fn Func, args []goja.Value) {
	e.ticks.push(tick{ctx: e.CaptureOnce("TickObject", nil), fn: fn, args: args})
}

// runTicks empties the tick queue. It stops early, and reports false, after
// a tick that threw.
func (e *Engine) runTicks() bool {
	for e.ticks.len() > 0 {
		t := e.ticks.pop()
		ok := e.guard(func() { e.runTick(t) })
		e.endContext()
		if !ok {
			return false
		}
	}
	return true
}

func (e *Engine) runTick(t tick) {
	e.EnterContext(t.ctx)
	if t.run != nil {
		t.run()
		return
	}
	e.Call(t.fn, goja.Undefined(), t.args...)
}

// RunTicks is process._tickCallback: it runs what process.nextTick has queued
// now, inside the turn of its caller.
func (e *Engine) RunTicks() { e.runNested(func() { e.runTicks() }) }
