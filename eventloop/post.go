package eventloop

import "sync"

// inbox is what other goroutines leave for the loop.
type inbox struct {
	mu sync.Mutex

	// Guarded by mu.
	posted   []func()
	sleeping bool // the loop waits, or is about to: the next post wakes it
	woken    bool // the next sleep must not happen
	running  bool
	closed   bool
}

// interrupt ends the current wait or prevents the next one. It reports whether
// the waiter has to be woken, which the caller does without mu.
func (in *inbox) interrupt() (wake bool) {
	in.woken = true
	wake = in.sleeping
	in.sleeping = false
	return wake
}

// sleep announces a wait. It returns false if there is a reason not to.
func (in *inbox) sleep() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.woken || len(in.posted) > 0 {
		return false
	}
	in.sleeping = true
	return true
}

// take ends a wait and returns what was posted, keeping spare for what will be.
func (in *inbox) take(spare []func()) []func() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.sleeping = false
	in.woken = false
	posted := in.posted
	in.posted = spare
	return posted
}

// Post queues fn to run in the poll phase, after what was posted before. It
// may be called from any goroutine, also while the loop is not running; the
// next Run finds it then. Post wakes the loop if it waits, but does not keep
// it alive: see Hold. It returns false, and drops fn, after Close.
//
// fn runs plainly; to call user code it uses RunCallback. What is posted while
// the posted functions run has to wait for the next turn.
func (l *Loop) Post(fn func()) bool {
	in := &l.inbox
	in.mu.Lock()
	if in.closed {
		in.mu.Unlock()
		return false
	}
	in.posted = append(in.posted, fn)
	wake := in.sleeping
	in.sleeping = false
	in.mu.Unlock()
	if wake {
		l.waiter.wake()
	}
	return true
}

// interrupt makes the loop look around, from any goroutine.
func (l *Loop) interrupt() {
	l.inbox.mu.Lock()
	wake := l.inbox.interrupt()
	l.inbox.mu.Unlock()
	if wake {
		l.waiter.wake()
	}
}

// maxSpare is how many entries a queue keeps room for once it is empty.
const maxSpare = 4096

// batch is a list of functions that the loop is working through.
type batch struct {
	fns  []func()
	next int
}

func (b *batch) runNext() bool {
	if b.next == len(b.fns) {
		b.reset()
		return false
	}
	fn := b.fns[b.next]
	b.fns[b.next] = nil
	b.next++
	fn()
	return true
}

func (b *batch) reset() {
	b.next = 0
	b.fns = b.fns[:0]
	if cap(b.fns) > maxSpare {
		b.fns = nil
	}
}
