package transport

// writeQueue holds the writes that the kernel has not taken yet, in order.
type writeQueue struct {
	requests []writeRequest
	bytes    int
	broken   bool // a write has failed; what is left waits for Close
}

// writeRequest is one Write with what is left of it.
type writeRequest struct {
	bufs [][]byte
	skip int // bytes of bufs already written
	left int
	done func(error)
}

// waits reports whether there is anything to write.
func (q *writeQueue) waits() bool { return len(q.requests) > 0 && !q.broken }

// add appends what is left of bufs after its first sent bytes. The caller may
// reuse bufs, so the headers are copied.
func (q *writeQueue) add(bufs [][]byte, sent, total int, done func(error)) {
	first := 0
	for first < len(bufs)-1 && sent >= len(bufs[first]) {
		sent -= len(bufs[first])
		total -= len(bufs[first])
		first++
	}
	left := total - sent
	q.requests = append(q.requests, writeRequest{
		bufs: append([][]byte(nil), bufs[first:]...), skip: sent, left: left, done: done,
	})
	q.bytes += left
}

func (q *writeQueue) front() *writeRequest { return &q.requests[0] }

// advance takes n written bytes off the front and reports whether that request
// is complete.
func (q *writeQueue) advance(n int) bool {
	r := q.front()
	q.bytes -= n
	r.left -= n
	r.skip += n
	for len(r.bufs) > 0 && r.skip >= len(r.bufs[0]) {
		r.skip -= len(r.bufs[0])
		r.bufs = r.bufs[1:]
	}
	return r.left == 0
}

// consume takes n written bytes off and returns the callbacks of the requests
// that are complete.
func (q *writeQueue) consume(n int) []func(error) {
	var complete []func(error)
	for len(q.requests) > 0 {
		part := min(n, q.front().left)
		n -= part
		if !q.advance(part) {
			break
		}
		complete = append(complete, q.pop())
	}
	return complete
}

// copyTo copies the first bytes of the queue and returns how many.
func (q *writeQueue) copyTo(b []byte) int {
	size := 0
	for i := range q.requests {
		skip := q.requests[i].skip
		for _, buf := range q.requests[i].bufs {
			size += copy(b[size:], buf[skip:])
			if size == len(b) {
				return size
			}
			skip = 0
		}
	}
	return size
}

// pop removes the front and returns its callback.
func (q *writeQueue) pop() func(error) {
	r := q.requests[0]
	q.bytes -= r.left
	q.requests[0] = writeRequest{}
	q.requests = q.requests[1:]
	if len(q.requests) == 0 {
		q.requests = nil
	}
	return r.done
}

// drop empties the queue and returns its callbacks.
func (q *writeQueue) drop() []func(error) {
	var waiting []func(error)
	for i := range q.requests {
		waiting = append(waiting, q.requests[i].done)
	}
	*q = writeQueue{broken: true}
	return waiting
}

func byteCount(bufs [][]byte) int {
	total := 0
	for _, b := range bufs {
		total += len(b)
	}
	return total
}

// rest is what is left of a request.
func (r *writeRequest) rest() [][]byte {
	if r.skip == 0 || len(r.bufs) == 0 {
		return r.bufs
	}
	// Only the request's own headers are cut.
	r.bufs[0] = r.bufs[0][r.skip:]
	r.skip = 0
	return r.bufs
}
