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
	rounds  int // how many more rounds the phase may make
}

// QueuePending queues fn for the pending phase: right after the events of the
// poll phase that is under way, otherwise before the next one, which then
// does not wait. fn runs plainly, as a posted function does. It keeps the loop
// alive until it has run. QueuePending belongs to the loop goroutine.
func (l *Loop) QueuePending(fn func()) { l.pending.queued = append(l.pending.queued, fn) }

func (q *pendingQueue) empty() bool { return len(q.queued) == 0 && q.next == len(q.running) }

// begin lets a phase empty the queue so many times.
func (q *pendingQueue) begin(rounds int) { q.rounds = rounds }

// runNext runs one function and reports whether there was one.
func (q *pendingQueue) runNext() bool {
	if q.next == len(q.running) && !q.nextRound() {
		return false
	}
	fn := q.running[q.next]
	q.running[q.next] = nil
	q.next++
	fn()
	return true
}

// nextRound goes on with what has been queued since the last one began.
func (q *pendingQueue) nextRound() bool {
	spare := q.running[:0]
	if cap(spare) > maxSpare {
		spare = nil
	}
	q.running, q.next = spare, 0
	if q.rounds == 0 || len(q.queued) == 0 {
		return false
	}
	q.rounds--
	q.running, q.queued = q.queued, spare
	return true
}
