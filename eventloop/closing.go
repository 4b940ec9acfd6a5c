package eventloop

// closeQueue holds the callbacks of the closing phase. libuv keeps them on a
// stack, which scripts can see: of two sockets destroyed in the same turn the
// second one emits 'close' first.
type closeQueue struct {
	queued  []func()
	running []func()
}

func (q *closeQueue) pending() bool { return len(q.queued)+len(q.running) > 0 }

// beginPass lets the phase run what has been queued so far. The phase before
// this one has emptied running, or was itself left in the middle by Stop.
func (q *closeQueue) beginPass() { q.queued, q.running = q.running, q.queued }

// QueueClose queues fn for the closing phase of this turn, or of the next one
// when that phase has begun. What was queued for the same phase runs in
// reverse order. It keeps the loop alive until it has run.
func (l *Loop) QueueClose(fn func()) { l.closing.queued = append(l.closing.queued, fn) }

func (l *Loop) stepClosing() outcome {
	q := &l.closing
	last := len(q.running) - 1
	if last < 0 {
		if cap(q.running) > maxSpare {
			q.running = nil
		}
		return phaseOver
	}
	fn := q.running[last]
	q.running[last] = nil
	q.running = q.running[:last]
	l.hook.RunCallback(fn)
	return ranCallback
}
