package engine

// What Node does after a callback threw and 'uncaughtException' took it: the
// tick queue has to wait. The next callback of the loop runs first, whatever
// phase it is of, and only then the ticks, unless the loop passes a point
// where Node looks at the tick queue by itself: between two lists of timers,
// at the end of the timers, and before the immediates. While all that happens
// promise jobs wait too, so it has to happen inside the same turn.

// thrower says what has thrown. Node goes on at different places.
type thrower int

const (
	nobody thrower = iota
	callback
	tickFunction
)

// nextTurn is the state of one search for the next callback.
type nextTurn struct {
	thrower thrower
}

// afterThrow runs the loop's next callback inside this turn, unless the tick
// queue's time comes first, and says what threw now.
func (e *Engine) afterThrow(last thrower) thrower {
	next := &nextTurn{}
	e.next = next
	e.Loop.RunNext(last == callback)
	e.next = nil
	return next.thrower
}

// runNext is RunCallback for callbacks that afterThrow finds. Code between
// the loop and JavaScript may make several; each is guarded on its own, so
// that no exception unwinds that code.
func (e *Engine) runNext(fn func()) {
	next := e.next
	e.next = nil
	ok := e.guard(fn)
	e.endContext()
	switch {
	case !ok:
		next.thrower = callback
	case !e.runTicks():
		next.thrower = tickFunction
	default:
		next.thrower = nobody
	}
	e.next = next
}
