package eventloop

import "time"

// poll waits for events, for as long as timers allow when block is set, and
// gathers the posted functions.
func (l *Loop) poll(block bool) error {
	for {
		waits := block && l.inbox.sleep()
		before := int64(0)
		if waits {
			before = l.elapsed()
		}
		again, err := l.wait(waits)
		l.batch.fns = l.inbox.take(l.batch.fns)
		l.UpdateTime()
		if waits {
			l.idle += l.nowNanos - before
		}
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
		return false, l.waiter.poll()
	}
	if !l.timers.armed() {
		return l.waiter.sleep(time.Time{})
	}
	deadline := l.epoch.Add(time.Duration(l.timers.alarm) * time.Millisecond)
	if l.clock == nil {
		return l.waiter.sleep(deadline)
	}
	defer l.clock.SetAlarm(deadline, l.ring)()
	return l.waiter.sleep(time.Time{})
}

// stepPoll runs the next readiness handler, when there is none left the next
// posted function, and after those what they have put off.
func (l *Loop) stepPoll() outcome {
	if l.waiter.runReady() || l.batch.runNext() || l.pending.runNext() {
		return ranCallback
	}
	return phaseOver
}

func (l *Loop) stepPending() outcome {
	if l.pending.runNext() {
		return ranCallback
	}
	return phaseOver
}
