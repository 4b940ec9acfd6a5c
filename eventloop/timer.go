package eventloop

import "math"

// MaxDelay is the longest delay of a timer in milliseconds (Node's
// TIMEOUT_MAX).
const MaxDelay = math.MaxInt32

// Delay returns what Node makes of a delay in milliseconds: the fraction is
// dropped, and anything outside 1 to MaxDelay, NaN too, becomes 1.
func Delay(ms float64) int64 {
	if ms >= 1 && ms <= MaxDelay {
		return int64(ms)
	}
	return 1
}

// A Timer calls a function once a delay has passed, by Node's rules: timers of
// the same delay run in the order they were started, and never earlier than
// the loop's millisecond clock says. A Timer is referenced at first. The zero
// value must be set up with Init; a Timer may be embedded by value but not
// copied. Its methods belong to the loop goroutine.
type Timer struct {
	loop      *Loop
	fn        func()
	repeating func() // fireRepeating as a func value, made on first use

	list       *timerList // where the timer waits; nil while it does not
	prev, next *Timer

	start  int64 // loop time that the delay counts from
	delay  int32 // 0 before the first Start and after Stop
	repeat bool
	unref  bool
}

// NewTimer makes a timer that calls fn through the hook. It does not run until
// it is started.
func (l *Loop) NewTimer(fn func()) *Timer {
	t := &Timer{}
	t.Init(l, fn)
	return t
}

// Init prepares a timer for use with l. The timer must not be active.
func (t *Timer) Init(l *Loop, fn func()) { *t = Timer{loop: l, fn: fn} }

// Start makes the timer fire delay milliseconds from now, and every delay
// milliseconds after that if repeat is set. A delay that is not in 1 to
// MaxDelay counts as 1; fractional ones go through Delay first. A timer that
// is active starts over.
//
// As on Node, a repetition counts from the moment its callback begins, and is
// set up after the callback has returned.
func (t *Timer) Start(delay int64, repeat bool) {
	t.repeat = repeat
	if repeat && t.repeating == nil {
		t.repeating = t.fireRepeating
	}
	t.StartFrom(t.loop.UpdateTime(), delay)
}

// StartFrom is Start for a delay that counts from an earlier loop time. It
// leaves the timer's repetition as it is.
func (t *Timer) StartFrom(start, delay int64) {
	if delay < 1 || delay > MaxDelay {
		delay = 1
	}
	t.start, t.delay = start, int32(delay)
	t.loop.timers.insert(t)
}

// Stop makes the timer inactive and forgets its delay: Refresh does nothing
// until the next Start, and a repetition ends.
func (t *Timer) Stop() {
	t.loop.timers.remove(t)
	t.delay = 0
}

// Refresh starts the delay over, also after the timer has fired. It is cheap
// enough to be called for every packet of a connection.
func (t *Timer) Refresh() {
	if t.delay == 0 {
		return
	}
	t.start = t.loop.UpdateTime()
	if t.list != nil {
		t.list.moveToBack(t)
		return
	}
	t.loop.timers.insert(t)
}

// Ref lets the timer keep the loop alive while it is active.
func (t *Timer) Ref() { t.setUnref(false) }

// Unref is the opposite of Ref. An unreferenced timer still fires if the loop
// is alive by then.
func (t *Timer) Unref() { t.setUnref(true) }

// HasRef reports whether the timer is referenced, be it active or not.
func (t *Timer) HasRef() bool { return !t.unref }

// Active reports whether the timer is waiting to fire. It is not while its
// callback runs, unless that has started it again.
func (t *Timer) Active() bool { return t.list != nil }

// StartedAt returns the loop time that the current or last delay counts from.
func (t *Timer) StartedAt() int64 { return t.start }

// Due returns the loop time at which an active timer fires at the earliest.
func (t *Timer) Due() int64 { return t.start + int64(t.delay) }

func (t *Timer) setUnref(unref bool) {
	if t.unref == unref {
		return
	}
	t.unref = unref
	if t.list == nil {
		return
	}
	if unref {
		t.loop.timers.refs--
	} else {
		t.loop.timers.refs++
	}
}

// callback is what the hook runs when the timer fires.
func (t *Timer) callback() func() {
	if t.repeat {
		return t.repeating
	}
	return t.fn
}

// fireRepeating sets up the next repetition also when fn panics, as Node does
// when a callback throws.
func (t *Timer) fireRepeating() {
	start := t.loop.UpdateTime()
	defer func() {
		if t.repeat && t.delay != 0 {
			t.StartFrom(start, int64(t.delay))
		}
	}()
	t.fn()
}

func (l *Loop) stepTimers() outcome {
	t, out := l.timers.next(l)
	if out == ranCallback {
		l.hook.RunCallback(t.callback())
	}
	return out
}
