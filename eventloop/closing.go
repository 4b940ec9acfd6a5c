package eventloop

import "slices"

// closeQueue holds the callbacks of the closing phase. libuv keeps them on a
// stack, which scripts can see: of two sockets destroyed in the same turn the
// second one emits 'close' first.
type closeQueue struct {
	queued  []func()
	running []func()
}

func (q *closeQueue) pending() bool { return len(q.queued)+len(q.running) > 0 }

// beginPass lets the phase run what has been queued so far. Nothing is left in
// running: the phase of the last turn went on until it was empty.
func (q *closeQueue) beginPass() { q.queued, q.running = q.running, q.queued }

// QueueClose queues what is to be called once something has been closed, for
// the closing phase of this turn, or of the next one when that phase has
// begun. The functions of one call run in the order given, each as a callback
// of its own; later calls come before earlier ones. They keep the loop alive
// until they have run.
func (l *Loop) QueueClose(fns ...func()) {
	for _, fn := range slices.Backward(fns) {
		l.closing.queued = append(l.closing.queued, fn)
	}
}

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
