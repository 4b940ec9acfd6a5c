package transport

import (
	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// rawConn is a non-blocking socket or pipe on the loop's poller. An idle one
// is this struct and its descriptor: it owns neither a goroutine nor a buffer.
type rawConn struct {
	liveness
	watch
	link
	net *rawNetwork

	handler  Handler
	connect  func(error) // waits for the connection
	shutdown func(error) // waits for the queue
	queue    writeQueue
	original *descriptor // what a descriptor from outside was like

	bytesRead, bytesWritten uint64

	kind       rawKind
	connecting bool
	reading    bool // wanted by the owner
	ended      bool // nothing more will be read
	shut       bool // the sending side has ended, or will
	closing    bool
}

// rawKind is what a descriptor leads to.
type rawKind uint8

const (
	kindTCP rawKind = iota
	kindUnix
	kindPipe // no socket: pipe or FIFO
)

var _ Conn = (*rawConn)(nil)

func (n *rawNetwork) newConn(fd int, kind rawKind) *rawConn {
	c := &rawConn{net: n, kind: kind}
	c.liveness.init(n.loop)
	c.watch.init(n.loop, fd, c)
	n.open.add(&c.link, c)
	return c
}

// Start is part of Conn.
func (c *rawConn) Start(h Handler) { c.handler = h }

// ready is called by the poller. An error or a hang-up counts as readable and
// writable, so that the next system call says what happened.
func (c *rawConn) ready(events uint32) {
	const broken = unix.EPOLLERR | unix.EPOLLHUP
	if c.connecting {
		if events&(unix.EPOLLOUT|broken) != 0 {
			c.connected()
		}
		return
	}
	if events&(unix.EPOLLIN|broken) != 0 && c.reading {
		c.readReady()
	}
	if events&(unix.EPOLLOUT|broken) != 0 && !c.closing && c.queue.waits() {
		c.flush()
	}
}

// updateWatch tells the poller what the state calls for.
func (c *rawConn) updateWatch() {
	var events uint32
	switch {
	case c.closing:
		return
	case c.connecting:
		events = unix.EPOLLOUT
	default:
		if c.reading && !c.ended {
			events = unix.EPOLLIN
		}
		if c.queue.waits() {
			events |= unix.EPOLLOUT
		}
	}
	c.watch.set(events)
}

// Close is part of Conn.
func (c *rawConn) Close(done func()) {
	if !c.closing {
		c.release()
	}
	if done != nil {
		c.net.loop.QueueClose(done)
	}
}

// release closes the descriptor. What was waiting is given up in the close
// phase.
func (c *rawConn) release() {
	c.abandon()
	c.net.open.remove(&c.link)
	c.setActive(false)
	for _, done := range c.takeWaiting() {
		c.net.loop.QueueClose(func() {
			c.end()
			done(canceled("write"))
		})
	}
	if c.connect != nil {
		c.connect = nil
		c.end()
	}
}

// abandon closes the descriptor and nothing else.
func (c *rawConn) abandon() {
	c.closing, c.reading = true, false
	fd := c.watch.close()
	if c.original != nil {
		c.original.restore(fd)
		return
	}
	closeFD(fd)
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

// Reset is part of Conn.
func (c *rawConn) Reset(done func()) error {
	if c.closing {
		c.Close(done)
		return nil
	}
	if c.kind != kindTCP || c.shutdown != nil {
		return nodeerr.FromErrno(unix.EINVAL, "reset")
	}
	linger := unix.Linger{Onoff: 1, Linger: 0}
	if err := unix.SetsockoptLinger(c.fd, unix.SOL_SOCKET, unix.SO_LINGER, &linger); err != nil {
		return nodeerr.FromGo(err, "reset")
	}
	c.Close(done)
	return nil
}

// canceled is what becomes of requests that Close finds waiting.
func canceled(call string) error { return nodeerr.FromCode("ECANCELED", call, nil) }

// QueuedBytes is part of Conn.
func (c *rawConn) QueuedBytes() int { return c.queue.bytes }

// BytesRead is part of Conn.
func (c *rawConn) BytesRead() uint64 { return c.bytesRead }

// BytesWritten is part of Conn.
func (c *rawConn) BytesWritten() uint64 { return c.bytesWritten }

// FD is part of Conn.
func (c *rawConn) FD() int {
	if c.original != nil && !c.closing {
		return c.original.fd
	}
	return c.fd
}
