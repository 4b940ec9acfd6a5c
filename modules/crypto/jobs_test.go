package crypto

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"go.uber.org/goleak"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newPool makes a pool on a loop of its own.
func newPool(t *testing.T) *pool {
	t.Helper()
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	e.Attach(loop)
	p := &pool{e: e}
	t.Cleanup(func() {
		p.close()
		if err := loop.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func TestPool(t *testing.T) {
	p := newPool(t)
	var running, most atomic.Int32
	failure := errors.New("failure")
	results, failures := 0, 0
	const jobs = 100
	for i := range jobs {
		p.submit(job{
			run: func() ([]byte, error) {
				n := running.Add(1)
				defer running.Add(-1)
				for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
				}
				if i%2 == 1 {
					return nil, failure
				}
				return someBytes(i)
			},
			done: func(result []byte, err error) {
				switch {
				case errors.Is(err, failure) && i%2 == 1:
					failures++
				case err == nil && len(result) == i:
					results++
				default:
					t.Errorf("job %d: %d bytes, %v", i, len(result), err)
				}
			},
		})
	}
	if err := p.e.Loop.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if results != jobs/2 || failures != jobs/2 {
		t.Errorf("%d results and %d failures", results, failures)
	}
	if n := most.Load(); n > poolSize {
		t.Errorf("%d jobs at a time", n)
	}
}

// TestPoolClose: what runs is waited for, what waits never starts.
func TestPoolClose(t *testing.T) {
	p := newPool(t)
	started, proceed := make(chan struct{}, poolSize), make(chan struct{})
	var ended, extra atomic.Int32
	for range poolSize {
		p.submit(job{
			run: func() ([]byte, error) {
				started <- struct{}{}
				<-proceed
				ended.Add(1)
				return nil, nil
			},
			done: func([]byte, error) { t.Error("done after close") },
		})
	}
	for range poolSize {
		<-started
	}
	p.submit(job{run: func() ([]byte, error) { extra.Add(1); return nil, nil }})
	go close(proceed)
	p.close()
	if ended.Load() != poolSize || extra.Load() != 0 {
		t.Errorf("%d ended, %d more started", ended.Load(), extra.Load())
	}
	p.submit(job{run: func() ([]byte, error) { extra.Add(1); return nil, nil }})
	if p.e.Loop.Alive() && extra.Load() != 0 {
		t.Error("a closed pool still works")
	}
}
