package eventloop

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"time"
)

func TestRunWithNothingToDo(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		run(t, l)
		var j journal
		l.NewImmediate(j.adds("later"))
		run(t, l)
		run(t, l)
		j.expect(t, "later")
	})
}

func TestNewRefusesNilHook(t *testing.T) {
	if l, err := New(WithHook(nil)); err == nil {
		t.Errorf("New = %v, nil; want an error", l)
	}
}

func TestNewRefusesUnknownWaitMode(t *testing.T) {
	for _, mode := range []WaitMode{-1, WaitChannel + 1} {
		if l, err := New(WithWaitMode(mode)); err == nil {
			t.Errorf("New with mode %d = %v, nil; want an error", mode, l)
		}
	}
}

func TestRunIsExclusive(t *testing.T) {
	l := newLoop(t)
	var inner error
	l.NewImmediate(func() { inner = l.Run(context.Background()) })
	run(t, l)
	if !errors.Is(inner, ErrRunning) {
		t.Errorf("Run inside Run = %v, want ErrRunning", inner)
	}
}

func TestContextEndsRun(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		defer l.Hold()()
		ctx, cancel := context.WithCancel(context.Background())
		done := start(l, ctx)
		cancel()
		if err := await(t, done); !errors.Is(err, context.Canceled) {
			t.Errorf("idle loop: Run = %v, want context.Canceled", err)
		}
		if err := l.Run(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("context ended before: Run = %v, want context.Canceled", err)
		}

		ctx, cancel = context.WithCancel(context.Background())
		var again func()
		again = func() {
			cancel()
			l.NewImmediate(again)
		}
		l.NewImmediate(again)
		if err := await(t, start(l, ctx)); !errors.Is(err, context.Canceled) {
			t.Errorf("busy loop: Run = %v, want context.Canceled", err)
		}
	})
}

// A context that ends when its run is over must not stop the next one.
func TestContextEndsNoOtherRun(t *testing.T) {
	l := newLoop(t)
	for range 200 {
		ctx, cancel := context.WithCancel(context.Background())
		l.NewImmediate(func() { go cancel() })
		if err := l.Run(ctx); err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		ran := false
		l.NewImmediate(func() { ran = true })
		run(t, l)
		if !ran {
			t.Fatal("the next run was stopped")
		}
		cancel()
	}
}

// The same where the goroutine that stops the run gets its turn late: on one
// processor, that is when the next run gives it away.
func TestContextStopsNoOtherRunLate(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	l := newLoop(t)
	ctx, cancel := context.WithCancel(context.Background())
	l.NewImmediate(cancel)
	if err := l.Run(ctx); err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	var j journal
	l.NewImmediate(j.adds("first", runtime.Gosched))
	l.NewImmediate(j.adds("second"))
	if err := l.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	j.expect(t, "first second")
}

// Stop ends the run after the current callback; the next Run takes up the rest
// where it was.
func TestStopAndGoOn(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode), WithClock(newJumpClock()))
		var j journal
		l.Stop() // nothing to stop
		for _, name := range []string{"timer1", "timer2"} {
			l.NewTimer(j.adds(name, l.Stop)).Start(1, false)
		}
		for _, name := range []string{"immediate1", "immediate2"} {
			l.NewImmediate(j.adds(name, l.Stop))
		}
		for _, name := range []string{"posted1", "posted2"} {
			l.Post(j.adds(name, l.Stop))
		}
		for _, name := range []string{"close1", "close2"} {
			l.QueueClose(j.adds(name, l.Stop))
		}
		for _, want := range []string{
			"posted1", "posted2", "immediate1", "immediate2", "close2", "close1", "timer1", "timer2",
		} {
			run(t, l)
			j.expect(t, want)
		}
		run(t, l)
		j.expect(t, "")
	})
}

func TestStopWakesLoop(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		defer l.Hold()()
		for range 20 {
			running := make(chan struct{})
			l.Post(func() { close(running) })
			done := start(l, context.Background())
			await(t, running)
			l.Stop()
			if err := await(t, done); err != nil {
				t.Fatalf("Run = %v after Stop", err)
			}
		}
	})
}

func TestClose(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		l.Post(func() { t.Error("a dropped function has run") })
		for range 2 {
			if err := l.Close(); err != nil {
				t.Errorf("Close = %v", err)
			}
		}
		if l.Post(func() {}) {
			t.Error("Post succeeded after Close")
		}
		if err := l.Run(context.Background()); !errors.Is(err, ErrClosed) {
			t.Errorf("Run = %v after Close, want ErrClosed", err)
		}
		l.Stop()
		l.Hold()()
	})
}

func TestCloseEndsRun(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		l.Hold()
		running := make(chan struct{})
		l.Post(func() { close(running) })
		done := start(l, context.Background())
		await(t, running)
		if err := l.Close(); err != nil {
			t.Errorf("Close = %v", err)
		}
		if err := await(t, done); !errors.Is(err, ErrClosed) {
			t.Errorf("Run = %v, want ErrClosed", err)
		}

		l = newLoop(t, WithWaitMode(mode))
		var j journal
		l.NewImmediate(j.adds("first", func() {
			if err := l.Close(); err != nil {
				t.Errorf("Close = %v in a callback", err)
			}
		}))
		l.NewImmediate(j.adds("second"))
		if err := l.Run(context.Background()); !errors.Is(err, ErrClosed) {
			t.Errorf("Run = %v, want ErrClosed", err)
		}
		j.expect(t, "first")
	})
}

// A panic leaves Run, and the next Run goes on behind the callback.
func TestPanicLeavesRun(t *testing.T) {
	l := newLoop(t, WithClock(newJumpClock()))
	var j journal
	boom := func() { panic("boom") }
	l.NewTimer(j.adds("timer", boom)).Start(1, false)
	l.NewImmediate(j.adds("immediate", boom))
	l.QueueClose(j.adds("close", boom))
	l.Post(j.adds("posted", boom))
	for _, want := range []string{"posted", "immediate", "close", "timer", ""} {
		func() {
			defer func() { recover() }()
			run(t, l)
		}()
		j.expect(t, want)
	}
}

func TestHold(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		for range 50 {
			first, second := l.Hold(), l.Hold()
			done := start(l, context.Background())
			first()
			first()
			go second()
			if err := await(t, done); err != nil {
				t.Fatal(err)
			}
		}
		if l.Alive() {
			t.Error("loop is alive after all was released")
		}
	})
}

// Many goroutines post, stop and hold while the loop runs, and close it in the
// end. Every function that Post has accepted before the last Stop runs once.
func TestHammer(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		const posters, posts = 8, 500
		ran := make([]int, posters)
		release := l.Hold()
		var all sync.WaitGroup
		for p := range posters {
			all.Go(func() {
				for i := range posts {
					drop := l.Hold()
					ok := l.Post(func() {
						if ran[p] != i {
							t.Errorf("poster %d: function %d ran as number %d", p, i, ran[p])
						}
						ran[p]++
						drop()
					})
					if !ok {
						t.Error("Post failed")
					}
					if i%100 == 50 {
						l.Stop()
					}
				}
			})
		}
		all.Go(func() {
			for range posts {
				l.Stop()
				runtime.Gosched()
			}
		})
		finished := make(chan struct{})
		go func() {
			all.Wait()
			release()
			close(finished)
		}()
		for l.Alive() {
			if err := l.Run(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		await(t, finished)
		for p, n := range ran {
			if n != posts {
				t.Errorf("poster %d: %d of %d functions ran", p, n, posts)
			}
		}
	})
}

func TestHammerClose(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		for range 20 {
			l := newLoop(t, WithWaitMode(mode))
			release := l.Hold()
			done := start(l, context.Background())
			var all sync.WaitGroup
			for range 4 {
				all.Go(func() {
					for l.Post(func() {}) {
					}
				})
				all.Go(func() {
					for range 100 {
						l.Post(func() { l.UpdateTime() })
					}
					if err := l.Close(); err != nil {
						t.Errorf("Close = %v", err)
					}
					l.Stop()
				})
			}
			if err := await(t, done); !errors.Is(err, ErrClosed) {
				t.Errorf("Run = %v, want ErrClosed", err)
			}
			all.Wait()
			release()
		}
	})
}

// The loop and another busy goroutine share one processor.
func TestOneProcessorStarvesNobody(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		busy, stop := make(chan int), make(chan struct{})
		go func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					busy <- n
					return
				default:
				}
			}
		}()
		fired := 0
		tm := &Timer{}
		tm.Init(l, func() {
			if fired++; fired == 20 {
				tm.Stop()
			}
		})
		tm.Start(1, true)
		begin := time.Now()
		run(t, l)
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("20 ticks of 1 ms took %v", took)
		}
		// And a loop that never waits lets the goroutine run.
		turns := 0
		var again func()
		again = func() {
			if turns++; time.Since(begin) < 200*time.Millisecond {
				l.NewImmediate(again)
			}
		}
		l.NewImmediate(again)
		run(t, l)
		close(stop)
		if n := await(t, busy); n == 0 || turns == 0 {
			t.Errorf("the goroutine ran %d times, the loop %d", n, turns)
		}
	})
}
