package eventloop

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// Close has ended every watch: Remove has nothing to do, and does nothing to
// the loop that has got the same descriptor from the operating system.
func TestPollerAfterClose(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, far := pair(t)
		var w, fresh Watcher
		add(t, p, &w, near, Readable, func(Events) { t.Error("closed loop reported an event") })
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if err := p.Add(&fresh, far, Readable, ReadyFunc(func(Events) {})); !errors.Is(err, ErrClosed) || fresh.Active() {
			t.Errorf("Add = %v, Active %t; want ErrClosed", err, fresh.Active())
		}

		other := newLoop(t, WithWaitMode(WaitBlocking))
		otherPoller, _ := other.Poller()
		if fd := otherPoller.(*epoll).fd; fd != p.(*epoll).fd {
			t.Fatalf("the other poller has descriptor %d, not %d", fd, p.(*epoll).fd)
		}
		release := other.Hold()
		add(t, otherPoller, &fresh, near, Readable, func(Events) {
			remove(t, otherPoller, &fresh)
			release()
		})
		p.Modify(&w, Writable)
		if remove(t, p, &w); w.Active() {
			t.Error("watcher is active after Remove")
		}
		send(t, far, "data")
		run(t, other)
	})
}

// Close may come from another goroutine while the owner of a loop that does
// not run sets it up.
func TestHammerPollerClose(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		if mode == WaitChannel {
			return // there is no poller
		}
		near, _ := pair(t)
		for range 50 {
			l := newLoop(t, WithWaitMode(mode))
			p, _ := l.Poller()
			closed := make(chan error)
			go func() { closed <- l.Close() }()
			var w Watcher
			for {
				if err := p.Add(&w, near, Readable, ReadyFunc(func(Events) {})); err != nil {
					if !errors.Is(err, ErrClosed) {
						t.Errorf("Add = %v", err)
					}
					break
				}
				remove(t, p, &w)
				runtime.Gosched() // or the only processor is kept from Close
			}
			if err := await(t, closed); err != nil {
				t.Errorf("Close = %v", err)
			}
		}
	})
}

// Run returns the poller's error also when it is RunNext that has met it, and
// again when it is called again.
func TestPollErrorIsFinal(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, _ := pair(t)
		var w Watcher
		add(t, p, &w, near, Readable, func(Events) {})
		defer l.Hold()()
		l.NewImmediate(func() {
			p.Modify(&w, Writable)
			if err := unix.Close(near); err != nil {
				t.Error(err)
			}
			for range 3 {
				if l.RunNext(false) {
					t.Error("RunNext has run something")
				}
			}
		})
		for range 2 {
			if err := l.Run(t.Context()); !errors.Is(err, unix.EBADF) {
				t.Errorf("Run = %v, want EBADF", err)
			}
		}
	})
}

// Whatever a loop calls, it calls on the goroutine that is inside Run.
func TestEverythingOnLoopGoroutine(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, far := pair(t)
		got := map[string]string{}
		note := func(name string) { got[name] = goroutine() }
		var w Watcher
		release := l.Hold()
		add(t, p, &w, near, Readable, func(Events) {
			note("ready")
			remove(t, p, &w)
			l.QueuePending(func() { note("pending") })
			l.NewImmediate(func() { note("immediate") })
			l.QueueClose(func() { note("close") })
			l.NewTimer(func() { note("timer"); release() }).Start(1, false)
		})
		l.Post(func() { note("posted") })
		loop := make(chan string, 1)
		done := make(chan error, 1)
		go func() {
			loop <- goroutine()
			done <- l.Run(context.Background())
		}()
		send(t, far, "data")
		if err := await(t, done); err != nil {
			t.Fatal(err)
		}
		want := await(t, loop)
		for _, name := range []string{"ready", "posted", "pending", "immediate", "close", "timer"} {
			if got[name] != want {
				t.Errorf("%s: on goroutine %q, the loop is %q", name, got[name], want)
			}
		}
	})
}

// goroutine names the calling goroutine.
func goroutine() string {
	var buf [64]byte
	name, _, _ := strings.Cut(string(buf[:runtime.Stack(buf[:], false)]), " [")
	return name
}

// A parked loop asks the kernel again only when there is reason to.
func TestParkedLoopAsksRarely(t *testing.T) {
	l := newLoop(t, WithWaitMode(WaitNetpoll))
	w := l.waiter.(*netpollWaiter)
	asked, try := 0, w.tryWait
	w.tryWait = func(fd uintptr) bool {
		asked++
		return try(fd)
	}
	const timers = 10
	for i := range timers {
		l.NewTimer(func() {}).Start(int64(5*(i+1)), false)
	}
	run(t, l)
	if asked > 3*timers {
		t.Errorf("asked %d times in %d waits", asked, timers)
	}
}
