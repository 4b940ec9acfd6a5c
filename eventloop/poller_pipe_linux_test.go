package eventloop

import (
	"testing"

	"golang.org/x/sys/unix"
)

// The ends of a pipe report that the other one was closed as HungUp or Failed
// alone. It reaches the handler as what that waits for, and the system call
// tells the rest.
func TestPipeEnds(t *testing.T) {
	forEachPoller(t, func(t *testing.T, l *Loop, p Poller) {
		var w Watcher
		// watch closes one end and runs the loop until the other is ready.
		watch := func(fd, closed int, interest Events) (got Events) {
			t.Helper()
			release := l.Hold()
			add(t, p, &w, fd, interest, func(ev Events) {
				got = ev
				remove(t, p, &w)
				release()
			})
			if err := unix.Close(closed); err != nil {
				t.Error(err)
			}
			run(t, l)
			return got
		}

		r, wr := pipe(t)
		if got := watch(r, wr, Readable); got != Readable|HungUp {
			t.Errorf("reading end: events %b", got)
		}
		if got := receive(t, r); got != "EOF" {
			t.Errorf("reading end: read %q", got)
		}
		_ = unix.Close(r)

		r, wr = pipe(t)
		full := make([]byte, 1<<16)
		var err error
		for err == nil {
			_, err = unix.Write(wr, full)
		}
		if err != unix.EAGAIN {
			t.Fatal(err)
		}
		if got := watch(wr, r, Writable); got != Writable|Failed {
			t.Errorf("writing end: events %b", got)
		}
		if _, err := unix.Write(wr, full); err != unix.EPIPE {
			t.Errorf("writing end: write failed with %v, want EPIPE", err)
		}
		_ = unix.Close(wr)
	})
}

// pipe's ends are the caller's to close.
func pipe(t *testing.T) (r, w int) {
	t.Helper()
	var fds [2]int
	if err := unix.Pipe2(fds[:], unix.O_NONBLOCK|unix.O_CLOEXEC); err != nil {
		t.Fatal(err)
	}
	return fds[0], fds[1]
}
