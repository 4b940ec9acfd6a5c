package eventloop

import "time"

// WaitMode is how a loop waits for events.
type WaitMode int

const (
	// WaitNetpoll parks the loop goroutine in Go's network poller, which
	// watches the loop's epoll descriptor: a waiting loop costs no thread.
	// It is for programs that run many loops, and the default.
	WaitNetpoll WaitMode = iota
	// WaitBlocking blocks in epoll_wait. It costs less CPU per event, but a
	// thread for every loop that waits. Run with GOMAXPROCS of at least 2,
	// or the system call may keep the only processor from other goroutines
	// for milliseconds.
	WaitBlocking
	// WaitChannel waits on a channel. The loop has no Poller. Where there
	// is no epoll, every mode is this one.
	WaitChannel
)

// A waiter is what a loop sleeps on. Only wake may be called from another
// goroutine; it does nothing after close.
type waiter interface {
	// poll finds out what is ready.
	poll() error
	// sleep does too, but waits until something is, until wake, or until the
	// deadline; the zero deadline never comes. It reports again when it was
	// interrupted before any of that.
	sleep(deadline time.Time) (again bool, err error)
	// runReady runs one handler for what poll or sleep has found.
	runReady() bool
	wake()
	poller() (Poller, bool)
	close() error
}
