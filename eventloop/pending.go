package eventloop

// pendingRounds bounds how often the pending queue is emptied after one poll,
// so that functions which queue themselves anew cannot hold up the turn.
const pendingRounds = 8

// pendingQueue is libuv's: what a transport has put off until the callback
// that is running is over, such as the report of a FIN that has been sent.
type pendingQueue struct {
	queued  []func()
	running []func()
	next    int
	rounds  int
}

// QueuePending queues fn for the pending phase: right after the events of the
// poll phase that is under way, otherwise before the next one, which then
// does not wait. fn runs plainly, as a posted function does. It belongs to the
// loop goroutine and does not keep the loop alive by itself.
func (l *Loop) QueuePending(fn func()) { l.pending.queued = append(l.pending.queued, fn) }

func (q *pendingQueue) empty() bool { return len(q.queued) == 0 && q.next == len(q.running) }

// beginPass lets the phase run what has been queued so far, once.
func (q *pendingQueue) beginPass() {
	q.rounds = pendingRounds - 1
	q.nextRound()
}

// beginRounds lets further rounds follow, after a poll.
func (q *pendingQueue) beginRounds() { q.rounds = 0 }

// nextRound goes on with what has been queued since; what a stopped run has
// left comes first.
func (q *pendingQueue) nextRound() {
	rest := q.running[q.next:]
	if len(rest) > 0 {
		q.queued = append(append([]func(){}, rest...), q.queued...)
	}
	q.running, q.queued = q.queued, q.running[:0]
	q.next = 0
}

// runNext runs one function and reports whether there was one.
func (q *pendingQueue) runNext() bool {
	if q.next == len(q.running) {
		if q.rounds == pendingRounds || len(q.queued) == 0 {
			return false
		}
		q.rounds++
		q.nextRound()
	}
	fn := q.running[q.next]
	q.running[q.next] = nil
	q.next++
	fn()
	return true
}
