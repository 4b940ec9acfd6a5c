package transport

import (
	"slices"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/nodeerr"
)

// rawConn is a non-blocking socket or pipe on the loop's poller. An idle one
// is this struct and its descriptor: it owns neither a goroutine nor a buffer.
type rawConn struct {
	liveness
	link
	net     *rawNetwork
	watcher eventloop.Watcher

	handler  Handler
	connect  func(error) // waits for the connection
	shutdown func(error) // waits for the queue
	queue    writeQueue
	outside  *outsideFD // what OpenFD found

	bytesRead, bytesWritten uint64

	fd         int
	kind       streamKind
	connecting bool // until connected, for ever if that fails
	reading    bool // wanted by the owner
	ended      bool // nothing more will be read
	shut       bool // the sending side has ended, or will
	closing    bool
}

var (
	_ Conn                   = (*rawConn)(nil)
	_ eventloop.ReadyHandler = (*rawConn)(nil)
)

func (n *rawNetwork) newConn(fd int, kind streamKind) *rawConn {
	c := &rawConn{net: n, fd: fd, kind: kind}
	c.liveness.init(n.loop)
	n.open.add(&c.link, c)
	return c
}

// Start is part of Conn.
func (c *rawConn) Start(h Handler) { c.handler = h }

// OnReady is called by the poller.
func (c *rawConn) OnReady(ev eventloop.Events) {
	if c.connecting {
		c.connected()
		return
	}
	if ev&eventloop.Readable != 0 {
		c.readReady()
	}
	if ev&eventloop.Writable != 0 && !c.closing && c.queue.waits() {
		c.flush()
	}
}

// updateWatch tells the poller what the state calls for.
func (c *rawConn) updateWatch() {
	interest := c.interest()
	switch {
	case c.watcher.Active():
		c.net.poller.Modify(&c.watcher, interest)
	case interest != 0:
		if err := c.net.poller.Add(&c.watcher, c.fd, interest, c); err != nil {
			c.net.later(func() { c.pollFailed(err) })
		}
	}
}

func (c *rawConn) interest() eventloop.Events {
	if c.connect != nil {
		return eventloop.Writable
	}
	var interest eventloop.Events
	if c.reading {
		interest = eventloop.Readable
	}
	if c.queue.waits() {
		interest |= eventloop.Writable
	}
	return interest
}

// pollFailed: the poller does not take the descriptor, so nothing will ever
// be heard of it.
func (c *rawConn) pollFailed(err error) {
	switch {
	case c.closing:
	case c.connecting:
		c.connectDone(err)
	case c.reading:
		c.endReading()
		c.handler.OnReadError(nodeerr.FromGo(err, "read"))
	case c.queue.waits():
		c.queue.broken = true
		c.finishWrite(nodeerr.FromGo(err, "write"))
	}
}

// Close is part of Conn.
func (c *rawConn) Close(done func()) {
	// The close phase runs the youngest callback first.
	if done != nil {
		c.net.loop.QueueClose(done)
	}
	if !c.closing {
		c.release()
	}
}

// release closes the descriptor. What was waiting is given up in the close
// phase, before what is queued there already.
func (c *rawConn) release() {
	waiting := c.takeWaiting()
	for _, done := range slices.Backward(waiting) {
		c.net.loop.QueueClose(func() {
			c.end()
			done(nodeerr.FromCode("ECANCELED", "write", nil))
		})
	}
	if c.connect != nil {
		c.connect = nil
		c.end()
	}
	c.liveness.close()
	c.net.open.remove(&c.link)
	if c.watcher.Active() {
		// Closing the descriptor is next, which ends its watch in any case.
		_ = c.net.poller.Remove(&c.watcher)
	}
	c.abandon()
}

// takeWaiting empties the queue; a Shutdown comes last.
func (c *rawConn) takeWaiting() []func(error) {
	waiting := c.queue.drop()
	if c.shutdown != nil {
		waiting = append(waiting, c.shutdown)
		c.shutdown = nil
	}
	return waiting
}

// abandon closes the descriptor and nothing else.
func (c *rawConn) abandon() {
	c.closing, c.reading = true, false
	if c.outside != nil {
		closeOutside(c.fd, c.outside)
	} else {
		closeFD(c.fd)
	}
	c.fd = -1
}

// Reset is part of Conn.
func (c *rawConn) Reset(done func()) error {
	switch {
	case c.closing:
	case c.kind != kindTCP || c.shutdown != nil:
		return nodeerr.FromErrno(unix.EINVAL, "reset")
	default:
		linger := unix.Linger{Onoff: 1, Linger: 0}
		if err := unix.SetsockoptLinger(c.fd, unix.SOL_SOCKET, unix.SO_LINGER, &linger); err != nil {
			return nodeerr.FromGo(err, "reset")
		}
	}
	c.Close(done)
	return nil
}

// QueuedBytes is part of Conn.
func (c *rawConn) QueuedBytes() int { return c.queue.bytes }

// BytesRead is part of Conn.
func (c *rawConn) BytesRead() uint64 { return c.bytesRead }

// BytesWritten is part of Conn.
func (c *rawConn) BytesWritten() uint64 { return c.bytesWritten }

// FD is part of Conn.
func (c *rawConn) FD() int {
	if c.outside != nil && !c.closing {
		return c.outside.fd
	}
	return c.fd
}
