package transport

import (
	"net"

	"github.com/gonode/gonode/internal/nodeerr"
)

// maxBatch is how many bytes the writing goroutine takes at a time. They are
// copied, because a script may change its buffers while the goroutine runs.
const maxBatch = 256 << 10

// directWriter writes what a socket takes at once, without blocking.
type directWriter interface {
	// tryWrite returns how many bytes it has written; fewer than all of them
	// without an error mean that the socket is full.
	tryWrite(bufs [][]byte) (int, error)
}

// Write is part of Conn.
func (c *pumpConn) Write(bufs [][]byte, done func(error)) (bool, error) {
	if name := c.refuseWrite(); name != "" {
		return false, nodeerr.FromCode(name, "write", nil)
	}
	total := byteCount(bufs)
	c.bytesWritten += uint64(total)
	sent := 0
	if c.direct != nil && len(c.queue.requests) == 0 {
		var err error
		if sent, err = c.direct.tryWrite(bufs); err != nil {
			return false, nodeerr.FromGo(err, "write")
		}
		if sent == total {
			return true, nil
		}
	}
	c.begin()
	c.queue.add(bufs, sent, total, done)
	c.writeOn()
	return false, nil
}

func (c *pumpConn) refuseWrite() (code string) {
	switch {
	case c.closing:
		return "EBADF"
	case c.connecting:
		return "ENOTCONN"
	case c.shut:
		return "EPIPE"
	}
	return ""
}

// writeOn gives the first part of the queue to a goroutine, unless one is
// writing already.
func (c *pumpConn) writeOn() {
	if c.writing || !c.queue.waits() {
		return
	}
	c.writing = true
	size := min(c.queue.bytes, maxBatch)
	if cap(c.batch) < size {
		c.batch = make([]byte, size)
	}
	batch, conn := c.batch[:size], c.conn
	c.queue.copyTo(batch)
	c.net.tasks.Go(func() {
		n, err := 0, error(nil)
		if len(batch) > 0 {
			n, err = conn.Write(batch)
		}
		c.net.loop.Post(func() { c.written(n, err) })
	})
}

// written takes note of what the goroutine has done.
func (c *pumpConn) written(n int, err error) {
	c.writing = false
	if c.closing {
		return
	}
	c.finishWrites(c.queue.consume(n))
	if c.closing {
		return
	}
	if err != nil {
		c.writeFailed(err)
		return
	}
	c.writeDirectly()
	c.writeOn()
	if !c.writing {
		c.batch = nil
	}
	c.drained()
}

// writeDirectly fills the socket up before another goroutine waits for it.
func (c *pumpConn) writeDirectly() {
	for c.direct != nil && !c.closing && !c.writing && c.queue.waits() {
		r := c.queue.front()
		n, err := c.direct.tryWrite(r.rest())
		if err != nil {
			c.writeFailed(err)
			return
		}
		full := n < r.left
		c.finishWrites(c.queue.consume(n))
		if full {
			return
		}
	}
}

func (c *pumpConn) finishWrites(complete []func(error)) {
	for _, done := range complete {
		c.end()
		done(nil)
	}
}

// writeFailed answers the request at the front. What follows it waits for
// Close, as in libuv.
func (c *pumpConn) writeFailed(err error) {
	if !c.queue.waits() {
		return
	}
	c.queue.broken = true
	done := c.queue.pop()
	c.end()
	done(nodeerr.FromGo(err, "write"))
}

// Shutdown is part of Conn.
func (c *pumpConn) Shutdown(done func(error)) {
	if c.closing || c.connecting || c.shut {
		c.begin()
		c.net.later(func() {
			c.end()
			done(nodeerr.FromCode("ENOTCONN", "shutdown", nil))
		})
		return
	}
	c.shut = true
	c.begin()
	c.shutdown = done
	if len(c.queue.requests) == 0 {
		c.net.later(c.drained)
	}
}

// drained ends the sending side, once nothing waits before it.
func (c *pumpConn) drained() {
	if c.shutdown == nil || c.closing || c.writing || len(c.queue.requests) > 0 {
		return
	}
	half, ok := c.conn.(interface{ CloseWrite() error })
	if !ok {
		c.shutDown(nil)
		return
	}
	switch c.conn.(type) {
	case *net.TCPConn, *net.UnixConn:
		c.shutDown(half.CloseWrite())
	default: // may hold up the loop
		c.net.tasks.Go(func() {
			err := half.CloseWrite()
			c.net.loop.Post(func() { c.shutDown(err) })
		})
	}
}

// shutDown answers Shutdown.
func (c *pumpConn) shutDown(err error) {
	done := c.shutdown
	if done == nil {
		return // answered by Close
	}
	c.shutdown = nil
	c.end()
	if err != nil {
		err = nodeerr.FromGo(err, "shutdown")
	}
	done(err)
}
