package eventloop

import (
	"errors"
	"fmt"
	"math"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

func newWaiter(mode WaitMode) (waiter, error) {
	if mode == WaitChannel {
		return newChannelWaiter(), nil
	}
	e, err := newEpoll()
	if err != nil {
		return nil, err
	}
	if mode == WaitBlocking {
		return &blockingWaiter{epoll: e}, nil
	}
	w, err := newNetpollWaiter(e)
	if err != nil {
		return nil, errors.Join(err, e.waker.close())
	}
	return w, nil
}

// blockingWaiter sleeps in epoll_wait.
type blockingWaiter struct {
	*epoll
}

var _ waiter = (*blockingWaiter)(nil)

func (w *blockingWaiter) sleep(deadline time.Time) (again bool, err error) {
	if err := w.prepare(); err != nil {
		return false, err
	}
	timeout := -1
	if !deadline.IsZero() {
		timeout = milliseconds(time.Until(deadline))
	}
	n, err := unix.EpollWait(w.fd, w.events, timeout)
	if err == unix.EINTR {
		return true, nil
	}
	return false, w.collect(n, err)
}

// milliseconds rounds up, so as not to spin through the last fraction before
// a timer is due.
func milliseconds(d time.Duration) int {
	ms := d / time.Millisecond
	if d%time.Millisecond > 0 {
		ms++
	}
	return int(min(max(ms, 0), math.MaxInt32))
}

func (w *blockingWaiter) close() error {
	return w.closeBy(func() error { return unix.Close(w.fd) })
}

// netpollWaiter sleeps in Go's network poller until the epoll descriptor is
// readable.
type netpollWaiter struct {
	*epoll
	file     *os.File // owns the epoll descriptor
	conn     syscall.RawConn
	tryWait  func(fd uintptr) bool // tryEpollWait as a func value
	err      error                 // of the last tryEpollWait
	deadline time.Time             // the deadline that file has
}

var _ waiter = (*netpollWaiter)(nil)

func newNetpollWaiter(e *epoll) (*netpollWaiter, error) {
	if err := unix.SetNonblock(e.fd, true); err != nil {
		return nil, errors.Join(fmt.Errorf("fcntl: %w", err), unix.Close(e.fd))
	}
	w := &netpollWaiter{epoll: e, file: os.NewFile(uintptr(e.fd), "epoll")}
	// Fails unless the runtime's poller has taken the descriptor.
	if err := w.file.SetReadDeadline(time.Time{}); err != nil {
		return nil, errors.Join(fmt.Errorf("netpoll: %w", err), w.file.Close())
	}
	conn, err := w.file.SyscallConn()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("netpoll: %w", err), w.file.Close())
	}
	w.conn = conn
	w.tryWait = func(uintptr) bool { return w.tryEpollWait() }
	return w, nil
}

func (w *netpollWaiter) sleep(deadline time.Time) (again bool, err error) {
	if err := w.prepare(); err != nil {
		return false, err
	}
	if w.tryEpollWait() {
		return false, w.err
	}
	return false, w.park(deadline)
}

// tryEpollWait reports whether the wait is over.
func (w *netpollWaiter) tryEpollWait() bool {
	w.err = w.epollWait()
	return w.ready > 0 || w.err != nil
}

func (w *netpollWaiter) park(deadline time.Time) error {
	if err := w.setDeadline(deadline); err != nil {
		return fmt.Errorf("netpoll: %w", err)
	}
	err := w.conn.Read(w.tryWait)
	switch {
	case err == nil:
		return w.err
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil
	default:
		return fmt.Errorf("netpoll: %w", err)
	}
}

// setDeadline changes the file's deadline, which takes a lock and a timer in
// the runtime, only if it has to.
func (w *netpollWaiter) setDeadline(deadline time.Time) error {
	if deadline.Equal(w.deadline) {
		return nil
	}
	w.deadline = deadline
	return w.file.SetReadDeadline(deadline)
}

func (w *netpollWaiter) close() error {
	return w.closeBy(w.file.Close)
}
