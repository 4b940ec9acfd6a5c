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

func (w *blockingWaiter) wait(timeout time.Duration) (again bool, err error) {
	if err := w.flush(); err != nil {
		return false, err
	}
	w.grow()
	n, err := unix.EpollWait(w.fd, w.events, milliseconds(timeout))
	if err == unix.EINTR {
		return true, w.collect(0, nil)
	}
	return false, w.collect(n, err)
}

// milliseconds rounds up, so as not to spin through the last fraction before
// a timer is due.
func milliseconds(d time.Duration) int {
	if d < 0 {
		return -1
	}
	ms := d / time.Millisecond
	if d%time.Millisecond != 0 {
		ms++
	}
	return int(min(ms, math.MaxInt32))
}

func (w *blockingWaiter) close() error {
	return errors.Join(w.waker.close(), unix.Close(w.fd))
}

// netpollWaiter sleeps in Go's network poller until the epoll descriptor is
// readable.
type netpollWaiter struct {
	*epoll
	file     *os.File // owns the epoll descriptor
	conn     syscall.RawConn
	tryWait  func(fd uintptr) bool // tryEpollWait as a func value
	err      error                 // of the last tryEpollWait
	deadline time.Time             // what file has
	expired  bool                  // it was that deadline that ended the last sleep
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

func (w *netpollWaiter) wait(timeout time.Duration) (again bool, err error) {
	if err := w.flush(); err != nil {
		return false, err
	}
	w.grow()
	if w.tryEpollWait() || timeout == 0 {
		return false, w.err
	}
	return false, w.park(timeout)
}

// tryEpollWait reports whether the wait is over.
func (w *netpollWaiter) tryEpollWait() bool {
	n, err := unix.EpollWait(w.fd, w.events, 0)
	for err == unix.EINTR {
		n, err = unix.EpollWait(w.fd, w.events, 0)
	}
	w.err = w.collect(n, err)
	return n > 0 || err != nil
}

func (w *netpollWaiter) park(timeout time.Duration) error {
	if err := w.setDeadline(timeout); err != nil {
		return fmt.Errorf("netpoll: %w", err)
	}
	err := w.conn.Read(w.tryWait)
	switch {
	case err == nil:
		return w.err
	case errors.Is(err, os.ErrDeadlineExceeded):
		w.expired = true
		return nil
	default:
		return fmt.Errorf("netpoll: %w", err)
	}
}

// setDeadline changes the file's deadline, which takes a lock and a timer in
// the runtime, only if it has to.
func (w *netpollWaiter) setDeadline(timeout time.Duration) error {
	var deadline time.Time
	if timeout > 0 {
		deadline = time.Now().Add(timeout)
	}
	if !w.expired && deadline.Equal(w.deadline) {
		return nil
	}
	w.deadline, w.expired = deadline, false
	return w.file.SetReadDeadline(deadline)
}

func (w *netpollWaiter) close() error {
	return errors.Join(w.waker.close(), w.file.Close())
}
