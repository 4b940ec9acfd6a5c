package eventloop

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// forEachPoller runs a test under every mode that has a poller.
func forEachPoller(t *testing.T, test func(t *testing.T, l *Loop, p Poller)) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		p, ok := l.Poller()
		if ok != (mode != WaitChannel) {
			t.Fatalf("Poller = %v, %t", p, ok)
		}
		if ok {
			test(t, l, p)
		}
	})
}

// pair is two ends of a connection.
func pair(t testing.TB) (near, far int) {
	t.Helper()
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, fd := range fds {
			_ = unix.Close(fd) // may be closed by the test
		}
	})
	return fds[0], fds[1]
}

func send(t testing.TB, fd int, data string) {
	t.Helper()
	if n, err := unix.Write(fd, []byte(data)); n != len(data) || err != nil {
		t.Fatalf("write = %d, %v", n, err)
	}
}

// receive reads what is there; "EOF" at the end, "" when there is nothing.
func receive(t testing.TB, fd int) string {
	t.Helper()
	var buf [64]byte
	n, err := unix.Read(fd, buf[:])
	switch {
	case err == unix.EAGAIN:
		return ""
	case err != nil:
		t.Fatalf("read: %v", err)
	case n == 0:
		return "EOF"
	}
	return string(buf[:n])
}

func add(t testing.TB, p Poller, w *Watcher, fd int, interest Events, fn func(Events)) {
	t.Helper()
	if err := p.Add(w, fd, interest, ReadyFunc(fn)); err != nil {
		t.Fatal(err)
	}
}

func remove(t testing.TB, p Poller, w *Watcher) {
	t.Helper()
	if err := p.Remove(w); err != nil {
		t.Error(err)
	}
}

func TestReadiness(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, far := pair(t)
		var w Watcher
		var got []string
		release := l.Hold()
		add(t, p, &w, near, Readable, func(ev Events) {
			if ev&Readable == 0 {
				t.Errorf("events %b without Readable", ev)
			}
			got = append(got, receive(t, near))
			switch got[len(got)-1] {
			case "one":
				send(t, far, "two")
			case "two":
				_ = unix.Close(far)
			case "EOF":
				remove(t, p, &w)
				release()
			}
		})
		if !w.Active() || w.Interest() != Readable {
			t.Errorf("Active %t, Interest %b", w.Active(), w.Interest())
		}
		done := start(l, context.Background())
		send(t, far, "one")
		if err := await(t, done); err != nil {
			t.Fatal(err)
		}
		if len(got) != 3 || w.Active() {
			t.Errorf("got %q, Active %t", got, w.Active())
		}
	})
}

// Watching does not keep a loop alive.
func TestWatcherKeepsNothingAlive(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, _ := pair(t)
		var w Watcher
		add(t, p, &w, near, Readable, func(Events) {})
		run(t, l)
		remove(t, p, &w)
	})
}

// What was not read is reported again in the next turn, and other work gets
// its turn in between.
func TestLevelTriggered(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, far := pair(t)
		var w Watcher
		var j journal
		n := 0
		release := l.Hold()
		add(t, p, &w, near, Readable, func(Events) {
			j.add("ready")
			l.NewImmediate(j.adds("immediate"))
			if n++; n == 3 {
				receive(t, near)
				release()
			}
		})
		send(t, far, "data")
		run(t, l)
		remove(t, p, &w)
		j.expect(t, "ready immediate ready immediate ready immediate")
	})
}

func TestModify(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, far := pair(t)
		var w Watcher
		var j journal
		release := l.Hold()
		add(t, p, &w, near, 0, func(ev Events) {
			switch ev {
			case Readable:
				j.add("readable")
				p.Modify(&w, Writable)
			case Writable:
				j.add("writable")
				p.Modify(&w, 0)
				l.NewTimer(release).Start(5, false)
			default:
				j.add("both")
				p.Modify(&w, Readable)
			}
		})
		send(t, far, "data")
		// There and back within a turn is no change at all.
		p.Modify(&w, Readable)
		p.Modify(&w, 0)
		l.NewTimer(j.adds("timer", func() { p.Modify(&w, Readable|Writable) })).Start(5, false)
		run(t, l)
		remove(t, p, &w)
		p.Modify(&w, Readable) // no longer watched
		l.NewImmediate(func() {})
		run(t, l)
		j.expect(t, "timer both readable writable")
	})
}

// ready fills a loop's next poll phase with events of n watched descriptors.
func ready(t *testing.T, p Poller, n int, fn func(i int, ev Events)) (watchers []Watcher, near, far []int) {
	watchers = make([]Watcher, n)
	for i := range n {
		a, b := pair(t)
		near, far = append(near, a), append(far, b)
		add(t, p, &watchers[i], a, Readable, func(ev Events) { fn(i, ev) })
		send(t, b, "data")
	}
	return watchers, near, far
}

// A handler may take another one's event away before it is delivered: by
// removing it, by its interest, and by closing the descriptor, whose number
// then comes back for something else.
func TestStaleEvents(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		var watchers []Watcher
		var near []int
		var fresh Watcher
		reused := false
		handled := 0
		watchers, near, _ = ready(t, p, 4, func(i int, ev Events) {
			if handled++; handled > 1 {
				t.Errorf("watcher %d got event %b", i, ev)
				return
			}
			others := 0
			for k := range watchers {
				if k == i {
					remove(t, p, &watchers[k])
					continue
				}
				switch others++; others {
				case 1:
					remove(t, p, &watchers[k])
				case 2:
					p.Modify(&watchers[k], 0)
				case 3:
					remove(t, p, &watchers[k])
					fd := near[k]
					if err := unix.Close(fd); err != nil {
						t.Error(err)
					}
					a, b := pair(t)
					if a != fd && b != fd {
						t.Errorf("descriptor %d was not used again: %d, %d", fd, a, b)
					}
					reused = true
					add(t, p, &fresh, fd, Readable, func(ev Events) {
						t.Errorf("the new watcher of descriptor %d got event %b", fd, ev)
					})
				}
			}
		})
		l.NewImmediate(func() { l.NewTimer(func() {}).Start(5, false) })
		run(t, l)
		if handled != 1 || !reused {
			t.Errorf("%d events handled, descriptor used again: %t", handled, reused)
		}
	})
}

// The same watcher may be added again at once; what was found for its first
// life is not reported in the second.
func TestWatcherUsedAgain(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		var watchers []Watcher
		handled := 0
		other, _ := pair(t)
		watchers, _, _ = ready(t, p, 2, func(i int, _ Events) {
			if handled++; handled > 1 {
				t.Error("an event of the removed watcher was delivered")
			}
			remove(t, p, &watchers[i])
			w := &watchers[1-i]
			p.Modify(w, Writable)
			remove(t, p, w)
			add(t, p, w, other, Readable, func(Events) { t.Error("nothing to read") })
			if w.Interest() != Readable {
				t.Errorf("interest %b", w.Interest())
			}
		})
		l.NewImmediate(func() { l.NewTimer(func() {}).Start(5, false) })
		run(t, l)
		if handled != 1 {
			t.Errorf("%d events handled", handled)
		}
	})
}

// More events than fit into one epoll_wait are all delivered, and the next
// ones have more room.
func TestManyEvents(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		const n = 3*minEvents + 7
		release := l.Hold()
		got, left := make([]int, n), n
		var near []int
		_, near, _ = ready(t, p, n, func(i int, _ Events) {
			got[i]++
			receive(t, near[i])
			if left--; left == 0 {
				release()
			}
		})
		run(t, l)
		for i, k := range got {
			if k != 1 {
				t.Errorf("watcher %d: %d events", i, k)
			}
		}
		if room := len(p.(*epoll).events); room < n {
			t.Errorf("room for %d events", room)
		}
	})
}

// A connection that breaks is reported as what the watcher is interested in,
// and without any interest not at all. That it stays broken ends no wait.
func TestHangUp(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		near, far := pair(t)
		var w Watcher
		var got []Events
		add(t, p, &w, near, 0, func(ev Events) {
			got = append(got, ev)
			p.Modify(&w, 0)
		})
		_ = unix.Close(far)
		sleeper := &countingWaiter{waiter: l.waiter}
		l.waiter = sleeper
		pause := func() {
			l.NewTimer(func() {}).Start(5, false)
			run(t, l)
		}
		pause()
		if len(got) > 0 {
			t.Errorf("without interest got %b", got)
		}
		p.Modify(&w, Writable)
		pause()
		p.Modify(&w, Readable)
		pause()
		if len(got) != 2 || got[0] != Writable|HungUp || got[1] != Readable|HungUp {
			t.Errorf("got %b", got)
		}
		if sleeper.sleeps > 20 {
			t.Errorf("%d sleeps in 15 ms", sleeper.sleeps)
		}
		remove(t, p, &w)
	})
}

// An error of the descriptor, here of a refused connection, is reported too.
func TestFailed(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer unix.Close(fd)
		// A port that is bound but does not listen refuses connections.
		bound, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer unix.Close(bound)
		if err := unix.Bind(bound, &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}); err != nil {
			t.Fatal(err)
		}
		addr, err := unix.Getsockname(bound)
		if err != nil {
			t.Fatal(err)
		}
		if err := unix.Connect(fd, addr); err != unix.EINPROGRESS && err != unix.ECONNREFUSED {
			t.Fatalf("connect: %v", err)
		} else if err == unix.ECONNREFUSED {
			t.Skip("the connection was refused at once, which leaves no error to report")
		}
		var w Watcher
		release := l.Hold()
		add(t, p, &w, fd, Writable, func(ev Events) {
			if ev&Writable == 0 || ev&Failed == 0 {
				t.Errorf("events %b", ev)
			}
			if code, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_ERROR); err != nil || unix.Errno(code) != unix.ECONNREFUSED {
				t.Errorf("SO_ERROR %d, %v", code, err)
			}
			remove(t, p, &w)
			release()
		})
		run(t, l)
	})
}

func TestPollerErrors(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		file, err := os.Create(filepath.Join(t.TempDir(), "file"))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		near, _ := pair(t)
		handler := ReadyFunc(func(Events) {})
		var w Watcher
		if err := p.Add(&w, int(file.Fd()), Readable, handler); !errors.Is(err, unix.EPERM) || w.Active() {
			t.Errorf("Add of a file = %v, Active %t; want EPERM", err, w.Active())
		}
		if err := p.Add(&w, -1, Readable, handler); !errors.Is(err, unix.EBADF) {
			t.Errorf("Add of -1 = %v, want EBADF", err)
		}
		if err := p.Remove(&w); err != nil {
			t.Errorf("Remove of an unused watcher = %v", err)
		}
		add(t, p, &w, near, Readable, handler)
		if err := p.Add(&w, near, Readable, handler); err == nil {
			t.Error("a watcher was added twice")
		}
		var second Watcher
		if err := p.Add(&second, near, Readable, handler); !errors.Is(err, unix.EEXIST) {
			t.Errorf("second watcher of a descriptor: %v, want EEXIST", err)
		}
		if err := unix.Close(near); err != nil {
			t.Fatal(err)
		}
		if err := p.Remove(&w); !errors.Is(err, unix.EBADF) || w.Active() {
			t.Errorf("Remove after close = %v, Active %t; want EBADF", err, w.Active())
		}
		// A mistake that only shows when the loop waits ends Run.
		near, _ = pair(t)
		add(t, p, &w, near, Readable, handler)
		p.Modify(&w, Writable)
		if err := unix.Close(near); err != nil {
			t.Fatal(err)
		}
		defer l.Hold()()
		if err := l.Run(t.Context()); !errors.Is(err, unix.EBADF) {
			t.Errorf("Run = %v, want EBADF", err)
		}
	})
}

// RunNext finds the callbacks of the poll phase: the rest of a batch, and then
// those that a fresh look finds.
func TestRunNextPolls(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		hook := &tickHook{}
		l := newLoop(t, WithWaitMode(mode), WithHook(hook))
		hook.loop = l
		var j journal
		hook.onUncaught = func(any) { j.add("!") }
		callback := func(name string, then ...func()) func() {
			return func() {
				l.RunCallback(func() {
					j.add(name)
					hook.nextTick(j.adds("tick-" + name))
					for _, fn := range then {
						fn()
					}
				})
			}
		}
		throw := func() { panic(thrown{}) }
		l.Post(callback("a", throw))
		l.Post(callback("b"))
		l.Post(callback("c", throw)) // the immediates come before d
		l.NewImmediate(callback("immediate"))
		l.NewImmediate(func() {
			l.QueueClose(callback("close", func() { l.Post(callback("d")) }, throw))
		})
		run(t, l)
		j.expect(t, "a ! b tick-a tick-b c ! tick-c immediate tick-immediate close ! d tick-close tick-d")

		p, ok := l.Poller()
		if !ok {
			return
		}
		var watchers []Watcher
		release := l.Hold()
		n := 0
		watchers, _, _ = ready(t, p, 2, func(i int, _ Events) {
			remove(t, p, &watchers[i])
			if n++; n == 1 {
				callback("first", throw)()
				return
			}
			callback("second")()
			callback("second-again")()
			release()
		})
		run(t, l)
		j.expect(t, "first ! second tick-first tick-second second-again tick-second-again")
	})
}

// A signal that interrupts the wait does not end it.
func TestInterruptedWait(t *testing.T) {
	l := newLoop(t, WithWaitMode(WaitBlocking))
	sleeper := &interruptedWaiter{waiter: l.waiter, left: 5}
	l.waiter = sleeper
	fired := false
	tm := l.NewTimer(func() { fired = true })
	tm.Start(5, false)
	begin := tm.StartedAt()
	turns := 0
	l.NewImmediate(func() { turns++ }).Unref()
	run(t, l)
	if passed := l.Now() - begin; !fired || passed < 5 || turns != 1 || sleeper.left != 0 {
		t.Errorf("fired %t after %d ms, %d turns, %d interruptions left", fired, passed, turns, sleeper.left)
	}
}

// interruptedWaiter stands for signals: its first sleeps end with EINTR.
type interruptedWaiter struct {
	waiter
	left int
}

func (w *interruptedWaiter) sleep(deadline time.Time) (again bool, err error) {
	if w.left > 0 {
		w.left--
		return true, nil
	}
	return w.waiter.sleep(deadline)
}
