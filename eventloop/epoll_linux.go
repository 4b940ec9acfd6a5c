package eventloop

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/sys/unix"
)

// epoll is one epoll instance with an eventfd that wakes it. It is level
// triggered: handlers need not drain a descriptor to see it again, which keeps
// one busy connection from holding up the others, and an interest that comes
// back finds what has arrived in the meantime.
//
// An event carries a slot number and the slot's generation instead of a
// descriptor, so that finding its watcher takes no lookup, and what was
// gathered for a watcher that has been removed since is never mistaken for
// news of the next one, even if that has the same descriptor.
type epoll struct {
	fd int

	// mu keeps control from a descriptor that is no longer this poller's:
	// Close may come from any goroutine, and Remove after it.
	mu     sync.Mutex
	closed bool

	slots []slot
	free  []uint32 // slots not in use

	changed []*Watcher // whose interest the kernel does not know yet

	events []unix.EpollEvent
	ready  int // events that the last wait has found
	next   int // the first of them not handled

	waker waker
}

type slot struct {
	w          *Watcher
	generation int32
}

// wakerSlot is the slot number in the waker's events.
const wakerSlot = -1

const (
	minEvents = 64
	maxEvents = 1024
)

var _ Poller = (*epoll)(nil)

func newEpoll() (*epoll, error) {
	fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("epoll_create1: %w", err)
	}
	e := &epoll{fd: fd, events: make([]unix.EpollEvent, minEvents)}
	if err := e.addWaker(); err != nil {
		return nil, errors.Join(err, unix.Close(fd))
	}
	return e, nil
}

// addWaker watches the eventfd by its edges: each write is an event, and the
// counter never has to be read.
func (e *epoll) addWaker() error {
	fd, err := unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK)
	if err != nil {
		return fmt.Errorf("eventfd: %w", err)
	}
	ev := unix.EpollEvent{Events: unix.EPOLLIN | unix.EPOLLET, Fd: wakerSlot}
	if err := unix.EpollCtl(e.fd, unix.EPOLL_CTL_ADD, fd, &ev); err != nil {
		return errors.Join(fmt.Errorf("epoll_ctl: %w", err), unix.Close(fd))
	}
	e.waker.fd = fd
	binary.NativeEndian.PutUint64(e.waker.one[:], 1)
	return nil
}

// Add implements Poller.
func (e *epoll) Add(w *Watcher, fd int, interest Events, h ReadyHandler) error {
	if w.Active() {
		return fmt.Errorf("eventloop: watcher is in use for descriptor %d", w.fd)
	}
	queued := w.queued // a removed watcher may still be in the list of changes
	*w = Watcher{handler: h, fd: int32(fd), slot: e.takeSlot(), interest: interest, armed: interest, queued: queued}
	if err := e.control(w, unix.EPOLL_CTL_ADD); err != nil {
		e.release(w)
		return err
	}
	e.slots[w.slot].w = w
	return nil
}

// Modify implements Poller.
func (e *epoll) Modify(w *Watcher, interest Events) {
	w.interest = interest
	if interest != w.armed && !w.queued {
		w.queued = true
		e.changed = append(e.changed, w)
	}
}

// Remove implements Poller.
func (e *epoll) Remove(w *Watcher) error {
	if !w.Active() {
		return nil
	}
	err := e.control(w, unix.EPOLL_CTL_DEL)
	e.release(w)
	return err
}

func (e *epoll) takeSlot() uint32 {
	last := len(e.free) - 1
	if last < 0 {
		e.slots = append(e.slots, slot{})
		return uint32(len(e.slots) - 1)
	}
	i := e.free[last]
	e.free = e.free[:last]
	return i
}

// release ends the watcher's use of its slot.
func (e *epoll) release(w *Watcher) {
	s := &e.slots[w.slot]
	s.w = nil
	s.generation++
	e.free = append(e.free, w.slot)
	w.handler = nil
}

// control tells the kernel about w. Without any interest it is edge triggered,
// or an error, which epoll always reports, would end every wait.
func (e *epoll) control(w *Watcher, op int) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return afterClose(op)
	}
	ev := unix.EpollEvent{Fd: int32(w.slot), Pad: e.slots[w.slot].generation}
	if w.interest&Readable != 0 {
		ev.Events |= unix.EPOLLIN
	}
	if w.interest&Writable != 0 {
		ev.Events |= unix.EPOLLOUT
	}
	if ev.Events == 0 {
		ev.Events = unix.EPOLLET
	}
	if err := unix.EpollCtl(e.fd, op, int(w.fd), &ev); err != nil {
		return fmt.Errorf("epoll_ctl on descriptor %d: %w", w.fd, err)
	}
	return nil
}

// afterClose is the outcome of control then. Closing the poller has ended every
// watch, so there is nothing wrong about a Remove.
func afterClose(op int) error {
	if op == unix.EPOLL_CTL_DEL {
		return nil
	}
	return ErrClosed
}

// closeBy ends the use of the descriptor, which free closes.
func (e *epoll) closeBy(free func() error) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	return errors.Join(e.waker.close(), free())
}

// flush tells the kernel what Modify has changed.
func (e *epoll) flush() error {
	var errs error
	for i, w := range e.changed {
		e.changed[i] = nil
		w.queued = false
		if !w.Active() || w.interest == w.armed {
			continue
		}
		w.armed = w.interest
		if err := e.control(w, unix.EPOLL_CTL_MOD); err != nil {
			errs = errors.Join(errs, err)
		}
	}
	e.changed = e.changed[:0]
	return errs
}

// runReady hands the next event to its handler.
func (e *epoll) runReady() bool {
	for e.next < e.ready {
		ev := &e.events[e.next]
		e.next++
		if ev.Fd == wakerSlot {
			continue
		}
		s := &e.slots[ev.Fd]
		if s.w == nil || s.generation != ev.Pad {
			continue
		}
		if events := s.w.report(ev.Events); events != 0 {
			s.w.handler.OnReady(events)
			return true
		}
	}
	return false
}

// report is what the handler gets of the kernel's events.
func (w *Watcher) report(bits uint32) Events {
	var ev Events
	if bits&unix.EPOLLIN != 0 {
		ev |= Readable & w.interest
	}
	if bits&unix.EPOLLOUT != 0 {
		ev |= Writable & w.interest
	}
	if bits&(unix.EPOLLERR|unix.EPOLLHUP) == 0 {
		return ev
	}
	if bits&unix.EPOLLHUP != 0 {
		ev |= HungUp
	}
	if bits&unix.EPOLLERR != 0 {
		ev |= Failed
	}
	if w.interest == 0 {
		return 0
	}
	return ev | w.interest
}

// prepare is what comes before a wait, when all events of the last one have
// been handled: it tells the kernel what Modify has changed, and makes room if
// there was too little.
func (e *epoll) prepare() error {
	if e.ready == len(e.events) && e.ready < maxEvents {
		e.events = make([]unix.EpollEvent, 2*e.ready)
	}
	e.next, e.ready = 0, 0
	return e.flush()
}

// poll is part of waiter.
func (e *epoll) poll() error {
	if err := e.prepare(); err != nil {
		return err
	}
	return e.epollWait()
}

// epollWait does not block.
func (e *epoll) epollWait() error {
	n, err := unix.EpollWait(e.fd, e.events, 0)
	for err == unix.EINTR {
		n, err = unix.EpollWait(e.fd, e.events, 0)
	}
	return e.collect(n, err)
}

// collect takes the outcome of an epoll_wait.
func (e *epoll) collect(n int, err error) error {
	if err != nil {
		return fmt.Errorf("epoll_wait: %w", err)
	}
	e.next, e.ready = 0, n
	return nil
}

func (e *epoll) poller() (Poller, bool) { return e, true }

func (e *epoll) wake() { e.waker.wake() }

// waker is the eventfd. The mutex keeps a late wake from writing to whatever
// has got the descriptor's number after close.
type waker struct {
	mu  sync.Mutex
	fd  int     // -1 once closed
	one [8]byte // what is written
}

func (k *waker) wake() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.fd < 0 {
		return
	}
	for {
		_, err := unix.Write(k.fd, k.one[:])
		if err != unix.EINTR {
			return // it succeeds: the counter has room for 2^64 wakes
		}
	}
}

func (k *waker) close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.fd < 0 {
		return nil
	}
	fd := k.fd
	k.fd = -1
	return unix.Close(fd)
}
