package eventloop

import "sync/atomic"

// A Handle stands for something long-lived that keeps its loop alive while it
// is active, such as a listening socket or a running process (libuv's
// uv_handle_t). It is referenced at first. The zero value must be set up with
// Init; a Handle may be embedded by value but not copied. Its methods belong
// to the loop goroutine.
type Handle struct {
	loop   *Loop
	active bool
	unref  bool
	closed bool
}

// NewHandle makes a handle that is not active yet.
func (l *Loop) NewHandle() *Handle {
	h := &Handle{}
	h.Init(l)
	return h
}

// Init prepares a handle for use with l.
func (h *Handle) Init(l *Loop) { *h = Handle{loop: l} }

// Activate makes the handle keep the loop alive, unless it is unreferenced or
// closed.
func (h *Handle) Activate() {
	if !h.closed {
		h.set(true, h.unref)
	}
}

// Deactivate is the opposite of Activate.
func (h *Handle) Deactivate() { h.set(false, h.unref) }

// Active reports whether the handle is active.
func (h *Handle) Active() bool { return h.active }

// Ref lets the handle keep the loop alive while it is active.
func (h *Handle) Ref() { h.set(h.active, false) }

// Unref is the opposite of Ref.
func (h *Handle) Unref() { h.set(h.active, true) }

// HasRef reports whether the handle is referenced; a closed one is not.
func (h *Handle) HasRef() bool { return !h.unref && !h.closed }

// Close deactivates the handle for good.
func (h *Handle) Close() {
	h.set(false, h.unref)
	h.closed = true
}

func (h *Handle) set(active, unref bool) {
	if h.counts() {
		h.loop.handles--
	}
	h.active, h.unref = active, unref
	if h.counts() {
		h.loop.handles++
	}
}

func (h *Handle) counts() bool { return h.active && !h.unref }

// Hold keeps the loop alive until the function that it returns is called.
// Both may be called from any goroutine; calls of release after the first do
// nothing. An operation that goes on outside the loop holds it and releases it
// when its outcome is on the loop:
//
//	release := loop.Hold()
//	go func() {
//		outcome := work()
//		loop.Post(func() {
//			release()
//			loop.RunCallback(func() { done(outcome) })
//		})
//	}()
func (l *Loop) Hold() (release func()) {
	l.holds.Add(1)
	var released atomic.Bool
	return func() {
		if !released.Swap(true) && l.holds.Add(-1) == 0 {
			l.interrupt()
		}
	}
}
