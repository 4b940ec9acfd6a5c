package eventloop

import (
	"math"
	"time"
)

// poll waits for events, for as long as timers allow when block is set, and
// gathers the posted functions.
func (l *Loop) poll(block bool) error {
	for {
		again, err := l.wait(block && l.inbox.sleep())
		l.batch.fns = l.inbox.take(l.batch.fns)
		l.UpdateTime()
		if err != nil {
			return err
		}
		if !again || len(l.batch.fns) > 0 || l.halt.Load() {
			return nil
		}
	}
}

// wait reports again when it ended early for no reason.
func (l *Loop) wait(block bool) (again bool, err error) {
	if !block {
		_, err = l.waiter.wait(0)
		return false, err
	}
	if !l.timers.armed() {
		return l.waiter.wait(-1)
	}
	if l.clock != nil {
		at := l.epoch.Add(time.Duration(l.timers.alarm) * time.Millisecond)
		defer l.clock.SetAlarm(at, l.interrupt)()
		return l.waiter.wait(-1)
	}
	l.UpdateTime()
	return l.waiter.wait(max(0, l.untilAlarm()))
}

// untilAlarm is the time from the last update to the next timer.
func (l *Loop) untilAlarm() time.Duration {
	if l.timers.alarm > math.MaxInt64/int64(time.Millisecond) {
		return math.MaxInt64
	}
	return time.Duration(l.timers.alarm*int64(time.Millisecond) - l.nowNanos)
}

// stepPoll runs the next readiness handler, and when there is none left the
// next posted function.
func (l *Loop) stepPoll() outcome {
	if l.waiter.runReady() || l.batch.runNext() {
		return ranCallback
	}
	return phaseOver
}
