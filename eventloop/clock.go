package eventloop

import "time"

// A Clock tells a loop the time and wakes it up. Its methods are called on the
// loop goroutine.
type Clock interface {
	// Now returns the current time, which never goes back.
	Now() time.Time
	// SetAlarm makes the clock call ring, from any goroutine, as soon as Now
	// has reached at; at once when it has already. The returned function
	// calls it off. A loop has at most one alarm set.
	SetAlarm(at time.Time, ring func()) (cancel func())
}

// Now returns the loop's time: milliseconds since New, as of the last time the
// loop looked at its clock, which it does after every wait, before timers run
// and whenever a timer is started (Node's uv_now).
func (l *Loop) Now() int64 { return l.now }

// UpdateTime looks at the clock and returns the new time.
func (l *Loop) UpdateTime() int64 {
	l.nowNanos = l.elapsed()
	l.now = l.nowNanos / int64(time.Millisecond)
	return l.now
}

// elapsed is the time since New, in nanoseconds.
func (l *Loop) elapsed() int64 {
	if l.clock == nil {
		return int64(time.Since(l.epoch))
	}
	return int64(l.clock.Now().Sub(l.epoch))
}

// IdleTime returns how long the loop has waited for events in all (libuv's
// uv_metrics_idle_time).
func (l *Loop) IdleTime() time.Duration { return time.Duration(l.idle) }

// Clock returns the clock the loop goes by.
func (l *Loop) Clock() Clock {
	if l.clock == nil {
		return systemClock{}
	}
	return l.clock
}

// systemClock is the monotonic clock of the operating system. A loop that goes
// by it waits with the poller's own timeout and sets no alarms.
type systemClock struct{}

var _ Clock = systemClock{}

func (systemClock) Now() time.Time { return time.Now() }

func (systemClock) SetAlarm(at time.Time, ring func()) (cancel func()) {
	t := time.AfterFunc(time.Until(at), ring)
	return func() { t.Stop() }
}
