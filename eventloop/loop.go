// Package eventloop is a single-threaded event loop with the phases and the
// timer rules of Node.js. It knows neither JavaScript nor sockets: the runtime
// gives it a Hook that enters the engine, transports give it file descriptors
// to watch, and any goroutine may Post work to it.
//
// # A turn
//
// Run repeats one turn while something keeps the loop alive:
//
//	pending     what transports have put off (QueuePending)
//	poll        wait; then ready descriptors, posted functions, and again
//	            what has been put off
//	immediates  in the order they were made; new ones wait for the next turn
//	closing     what QueueClose was given, the youngest first
//	timers      those that are due
//
// Timers also run once before the first turn (libuv 1.45 and later do the
// same). The wait ends with the first event, and lasts no time at all while
// referenced immediates or close callbacks are pending.
//
// # Callbacks and the hook
//
// Timers, immediates and close callbacks are user code: the loop runs each
// through the Hook. Readiness handlers and posted functions are not; they run
// plainly on the loop goroutine, and whichever of them has news for the user
// passes it on through RunCallback, as often as it likes:
//
//	loop.Post(func() {
//		hold()                                    // plain bookkeeping
//		loop.RunCallback(func() { onData(chunk) }) // user code, through the hook
//	})
//
// A hook that gets a callback while it runs another decides by itself what
// that means; the default one runs it on the spot.
//
// Node has one rule that crosses callbacks: when one throws, and the exception
// is handled, the process.nextTick queue waits until the loop's next callback
// has run. A hook obtains that callback with RunNext from inside RunCallback.
//
// # What keeps a loop alive
//
// Started timers, immediates and active handles do, unless unreferenced; so do
// close callbacks, what QueuePending was given and what Hold returned. Posted
// functions do not: who posts the outcome of an operation holds the loop while
// the operation is under way.
//
// # Concurrency
//
// A Loop belongs to the goroutine that is inside Run, and to its owner while
// no one is. From any goroutine at any time: Post, Stop, Close, Hold and the
// function it returns. There are no goroutines behind a Loop.
//
// # Waiting
//
// On Linux a loop owns an epoll descriptor and watches raw file descriptors
// with it; see WaitMode for how it waits. Everywhere else, and with
// WaitChannel, there is no Poller and only posts and timers end a wait.
//
// # Differences from Node
//
// The loop never sleeps past a timer because a callback took long: it reads
// the clock again before it waits. A descriptor that is not ready any more by
// the time its turn comes may still be reported; handlers expect EAGAIN.
package eventloop

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

var (
	// ErrClosed is returned by Run on a loop that was closed, before or
	// during the run, and by Poller.Add after Close.
	ErrClosed = errors.New("eventloop: loop is closed")
	// ErrRunning is returned by Run while another Run has not returned.
	ErrRunning = errors.New("eventloop: loop is already running")
)

// A Hook runs the loop's callbacks. RunCallback is called on the loop
// goroutine and calls fn once. What the user's code needs afterwards, such as
// emptying a microtask queue, is done before it returns.
type Hook interface {
	RunCallback(fn func())
}

// plainHook is the Hook of a loop that was given none.
type plainHook struct{}

func (plainHook) RunCallback(fn func()) { fn() }

var _ Hook = plainHook{}

// A Loop runs callbacks one at a time on the goroutine that calls Run. It is
// made by New.
type Loop struct {
	// Immutable after New.
	hook   Hook
	clock  Clock  // nil for the system's
	ring   func() // interrupt, for the clock
	epoch  time.Time
	waiter waiter

	// Loop goroutine only.
	phase      phase
	nowNanos   int64 // time since epoch at the last update
	now        int64 // the same in whole milliseconds
	idle       int64 // nanoseconds spent waiting
	handles    int   // active, referenced handles
	timers     timerQueue
	immediates immediateQueue
	closing    closeQueue
	pending    pendingQueue
	batch      batch // posted functions that the poll phase is running
	pollErr    error // what ended the wait for good

	// Any goroutine.
	inbox inbox
	holds atomic.Int64 // calls of Hold that were not released
	halt  atomic.Bool  // the current Run has to return
}

// New makes a loop. It starts no goroutine; on Linux it opens the descriptors
// of its poller, which Close frees.
func New(opts ...Option) (*Loop, error) {
	cfg := config{hook: plainHook{}, wait: WaitNetpoll}
	for _, opt := range opts {
		opt(&cfg)
	}
	if cfg.hook == nil {
		return nil, errors.New("eventloop: nil Hook")
	}
	if cfg.wait < WaitNetpoll || cfg.wait > WaitChannel {
		return nil, fmt.Errorf("eventloop: unknown WaitMode %d", cfg.wait)
	}
	w, err := newWaiter(cfg.wait)
	if err != nil {
		return nil, fmt.Errorf("eventloop: %w", err)
	}
	l := &Loop{hook: cfg.hook, clock: cfg.clock, waiter: w}
	l.ring = l.interrupt
	l.epoch = l.Clock().Now()
	l.timers.init()
	l.immediates.init()
	return l, nil
}

// Run runs callbacks until nothing keeps the loop alive, which returns nil;
// until Stop, nil too; until ctx ends, which returns its error; or until Close,
// which returns ErrClosed. Any other error comes from the operating system's
// poller and is final.
//
// Run may be called again. A run that was stopped is taken up at the callback
// where it stopped; otherwise a new first turn begins.
//
// A panic that leaves a callback leaves Run as well. The callback counts as
// run, and the next Run goes on after it.
func (l *Loop) Run(ctx context.Context) (err error) {
	if err := l.begin(); err != nil {
		return err
	}
	defer func() { err = l.end(err) }()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	defer l.haltWhenDone(ctx)()
	if l.phase == phaseIdle && !l.enterFirstTurn() {
		return nil
	}
	for !l.halt.Load() {
		if l.step() == phaseOver && !l.nextPhase() {
			return l.pollErr
		}
	}
	return ctx.Err()
}

func (l *Loop) begin() error {
	l.inbox.mu.Lock()
	defer l.inbox.mu.Unlock()
	switch {
	case l.inbox.closed:
		return ErrClosed
	case l.inbox.running:
		return ErrRunning
	}
	l.inbox.running = true
	l.inbox.woken = false // the reason is older than this run, which will see it
	return nil
}

// end settles what Run returns, and does the work of a Close that came while
// it ran.
func (l *Loop) end(err error) error {
	l.inbox.mu.Lock()
	l.inbox.running = false
	closed := l.inbox.closed
	l.halt.Store(false)
	l.inbox.mu.Unlock()
	if !closed {
		return err
	}
	if err := l.waiter.close(); err != nil {
		return errors.Join(ErrClosed, err)
	}
	return ErrClosed
}

// haltWhenDone stops the loop at the end of ctx, until the function it returns
// has been called.
func (l *Loop) haltWhenDone(ctx context.Context) (cancel func()) {
	if ctx.Done() == nil {
		return func() {}
	}
	done := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		l.Stop()
		close(done)
	})
	return func() {
		if !stop() {
			<-done // or it would stop the next run
		}
	}
}

// Stop makes Run return after the callback that is running. It may be called
// from any goroutine. When the loop is not running it does nothing: end a run
// that may not have begun yet by its context, or by Close.
func (l *Loop) Stop() {
	l.inbox.mu.Lock()
	wake := false
	if l.inbox.running {
		l.halt.Store(true)
		wake = l.inbox.interrupt()
	}
	l.inbox.mu.Unlock()
	if wake {
		l.waiter.wake()
	}
}

// Close frees what the loop has from the operating system, and drops posted
// functions. It may be called from any goroutine, and more than once. If the
// loop is running, Close stops it and Run closes the loop as it returns.
func (l *Loop) Close() error {
	l.inbox.mu.Lock()
	if l.inbox.closed {
		l.inbox.mu.Unlock()
		return nil
	}
	l.inbox.closed = true
	l.inbox.posted = nil
	running := l.inbox.running
	if running {
		l.halt.Store(true)
	}
	wake := l.inbox.interrupt()
	l.inbox.mu.Unlock()
	if wake {
		l.waiter.wake()
	}
	if running {
		return nil
	}
	return l.waiter.close()
}

// Alive reports whether anything keeps the loop alive.
func (l *Loop) Alive() bool {
	return l.handles > 0 || l.timers.refs > 0 || l.immediates.refs > 0 ||
		l.closing.pending() || !l.pending.empty() || l.holds.Load() > 0
}

// RunCallback runs fn through the hook. Readiness handlers and posted
// functions enter user code by it.
func (l *Loop) RunCallback(fn func()) { l.hook.RunCallback(fn) }

// Poller returns what watches file descriptors for this loop, or false where
// there is none.
func (l *Loop) Poller() (Poller, bool) { return l.waiter.poller() }
