package crypto

import (
	"sync"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// poolSize is how many jobs run at a time, libuv's default.
const poolSize = 4

// closeGrace is how long close waits for work under way, which cannot be
// interrupted.
const closeGrace = 5 * time.Second

// job is work that may take long: run computes away from the VM, done goes on
// with its outcome on the loop.
type job struct {
	kind string // what async_hooks calls it
	run  func() ([]byte, error)
	done func(result []byte, err error)
}

// pool runs jobs on at most poolSize goroutines, which end when nothing is
// queued.
type pool struct {
	e *engine.Engine

	mu      sync.Mutex
	change  *sync.Cond // tells close that a worker has ended, or its time
	queue   []queued
	workers int
	closed  bool
}

type queued struct {
	job
	release func()
	ctx     engine.Context
}

// submit queues a job on the loop goroutine and keeps the loop alive until
// its outcome is there.
func (p *pool) submit(j job) {
	release := p.e.Loop.Hold()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		release()
		return
	}
	p.queue = append(p.queue, queued{j, release, p.e.CaptureOnce(j.kind, nil)})
	if p.workers < poolSize {
		p.workers++
		go p.work()
	}
}

func (p *pool) work() {
	for {
		j, ok := p.next()
		if !ok {
			return
		}
		result, err := j.run()
		p.e.Loop.Post(func() {
			j.release()
			p.e.RunCallbackIn(j.ctx, func() { j.done(result, err) })
		})
	}
}

// next takes a job, or ends the worker.
func (p *pool) next() (queued, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.queue) == 0 || p.closed {
		p.workers--
		if p.change != nil {
			p.change.Broadcast()
		}
		return queued{}, false
	}
	j := p.queue[0]
	p.queue[0] = queued{}
	p.queue = p.queue[1:]
	return j, true
}

// close drops what has not started and waits for what has.
func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	for _, j := range p.queue {
		j.release()
	}
	p.queue = nil
	p.change = sync.NewCond(&p.mu)
	late := false
	timer := time.AfterFunc(closeGrace, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		late = true
		p.change.Broadcast()
	})
	defer timer.Stop()
	for p.workers > 0 && !late {
		p.change.Wait()
	}
}

// start runs a job and calls callback as Node does: with the error alone, or
// with null and the result.
func (m *Module) start(kind string, run func() ([]byte, error), wrap func([]byte) goja.Value, callback engine.Func) {
	m.pool.submit(job{kind: kind, run: run, done: func(result []byte, err error) {
		if err != nil {
			m.e.Call(callback, goja.Undefined(), m.exception(err))
			return
		}
		m.e.Call(callback, goja.Undefined(), goja.Null(), wrap(result))
	}})
}

// now runs a job at once.
func (m *Module) now(run func() ([]byte, error), wrap func([]byte) goja.Value) goja.Value {
	result, err := run()
	if err != nil {
		panic(m.exception(err))
	}
	return wrap(result)
}

// asBuffer and asArrayBuffer are what a result becomes.
func (m *Module) asBuffer(b []byte) goja.Value      { return m.buf.FromBytes(b) }
func (m *Module) asArrayBuffer(b []byte) goja.Value { return m.vm.ToValue(m.vm.NewArrayBuffer(b)) }
