package eventloop

// Events is a set of things that can happen to a file descriptor.
type Events uint8

const (
	// Readable: a read would not block, be it for data, an end or an error.
	Readable Events = 1 << iota
	// Writable: a write would not block.
	Writable
	// HungUp: both directions are closed. Always reported.
	HungUp
	// Failed: the descriptor has an error to collect. Always reported.
	Failed
)

// A ReadyHandler is told that its descriptor is ready. OnReady is called on
// the loop goroutine, plainly: to call user code it uses Loop.RunCallback.
//
// Readiness is a level: OnReady is called again in the next turn unless it has
// used up what was reported or taken the event out of the watcher's interest.
// It comes with at least one event of that interest, so that a handler need
// not look at HungUp and Failed: the system call tells.
type ReadyHandler interface {
	OnReady(Events)
}

// ReadyFunc is a function that is a ReadyHandler.
type ReadyFunc func(Events)

// OnReady calls f.
func (f ReadyFunc) OnReady(ev Events) { f(ev) }

var _ ReadyHandler = ReadyFunc(nil)

// A Poller watches file descriptors for a loop. Its methods belong to the loop
// goroutine. Watching does not keep the loop alive; a Handle does.
type Poller interface {
	// Add begins to watch fd, which must be non-blocking. Descriptors that
	// cannot be waited for, such as regular files, give EPERM. The watcher
	// must not be in use.
	Add(w *Watcher, fd int, interest Events, h ReadyHandler) error
	// Modify changes the interest, which takes effect at once: an event
	// that has been found but not reported yet is dropped if it is not in
	// the new interest. With none, nothing is reported, not even an error.
	// The operating system is told before the next wait, so changes to and
	// fro within a turn cost nothing.
	Modify(w *Watcher, interest Events)
	// Remove stops watching. Events that have been found but not reported
	// are dropped. It comes before the descriptor is closed: an error means
	// that this was not so. After Loop.Close it succeeds. A watcher that is not in use is left alone, and
	// one that was may be added again.
	Remove(w *Watcher) error
}

// A Watcher is a Poller's record of one descriptor. The zero value is ready
// for Poller.Add; it may be embedded by value but not copied.
type Watcher struct {
	handler  ReadyHandler // nil while not in use
	fd       int32
	slot     uint32 // in the poller's table
	interest Events
	armed    Events // the interest that the operating system knows
	queued   bool   // in the poller's list of changes
}

// Active reports whether the watcher is in use.
func (w *Watcher) Active() bool { return w.handler != nil }

// Interest returns the events that the watcher reports.
func (w *Watcher) Interest() Events { return w.interest }
