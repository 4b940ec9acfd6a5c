package fs

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/gonode/gonode/eventloop"
)

// poolSize is how many operations run at a time, libuv's default
// (UV_THREADPOOL_SIZE).
const poolSize = 4

// closeGrace is how long close waits for operations under way. All that do
// not wait for somebody else end sooner, unless the disk hangs.
const closeGrace = 5 * time.Second

// job is one operation: run works on a worker goroutine and must not touch
// the VM; done goes on with its outcome on the loop.
type job struct {
	run      func() error
	promise  bool // for the promise form
	done     func(err error)
	mayBlock func() bool // nil: never
	release  func()
}

// pool runs jobs on at most poolSize goroutines, which start on demand and
// end when nothing is queued. Jobs start in the order of their submission.
type pool struct {
	loop    *eventloop.Loop
	pending Pending // loop goroutine only

	mu      sync.Mutex
	queue   []*job
	workers int
	closed  bool
	stuck   atomic.Int64  // workers in a call that may take for ever
	ended   chan struct{} // tells close that a worker has gone or got stuck
}

// Pending counts the operations under way.
type Pending struct{ Callbacks, Promises int }

func (p *Pending) of(j *job) *int {
	if j.promise {
		return &p.Promises
	}
	return &p.Callbacks
}

// Pending counts the operations that have not come back to the script.
func (m *Module) Pending() Pending { return m.pool.pending }

// submit queues a job on the loop goroutine and keeps the loop alive until
// its outcome is there.
func (p *pool) submit(j *job) {
	j.release = p.loop.Hold()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		j.release()
		return
	}
	*p.pending.of(j)++
	p.queue = append(p.queue, j)
	if p.workers < poolSize {
		p.workers++
		go p.work()
	}
}

func (p *pool) work() {
	for j := p.next(); j != nil; j = p.next() {
		p.perform(j)
	}
}

// next takes a job, or ends the worker.
func (p *pool) next() *job {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.queue) == 0 || p.closed {
		p.workers--
		p.tell()
		return nil
	}
	j := p.queue[0]
	p.queue[0] = nil
	p.queue = p.queue[1:]
	return j
}

func (p *pool) perform(j *job) {
	stuck := j.mayBlock != nil && j.mayBlock()
	if stuck {
		p.stuck.Add(1)
		p.mu.Lock()
		p.tell()
		p.mu.Unlock()
	}
	err := j.run()
	if stuck {
		p.stuck.Add(-1)
	}
	p.loop.Post(func() {
		*p.pending.of(j)--
		j.release()
		j.done(err)
	})
}

// tell wakes close; mu is held.
func (p *pool) tell() {
	if p.ended != nil {
		select {
		case p.ended <- struct{}{}:
		default:
		}
	}
}

// close drops what has not started and waits for what has. A call that waits
// for somebody else, such as a read of a pipe, cannot be interrupted: its
// goroutine is left to end with it.
func (p *pool) close() {
	p.mu.Lock()
	p.closed = true
	for _, j := range p.queue {
		j.release()
	}
	p.queue = nil
	p.ended = make(chan struct{}, 1)
	p.mu.Unlock()
	grace := time.NewTimer(closeGrace)
	defer grace.Stop()
	for p.busy() {
		select {
		case <-p.ended:
		case <-grace.C:
			return
		}
	}
}

// busy reports whether a worker is left that will soon be done.
func (p *pool) busy() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.workers > int(p.stuck.Load())
}
