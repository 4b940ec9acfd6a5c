package transport

import (
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// readsPerTurn bounds what one connection reads before others get on, as libuv
// bounds it.
const readsPerTurn = 32

// ReadStart is part of Conn.
func (c *rawConn) ReadStart() {
	if c.closing || c.ended {
		return
	}
	c.reading = true
	if !c.connecting {
		c.setActive(true)
		c.updateWatch()
	}
}

// ReadStop is part of Conn.
func (c *rawConn) ReadStop() {
	if c.closing || !c.reading {
		return
	}
	c.reading = false
	c.setActive(false)
	c.updateWatch()
}

// readReady reads until the kernel has no more, which a short read tells
// without another call.
func (c *rawConn) readReady() {
	for range readsPerTurn {
		if !c.reading {
			return
		}
		buf := c.net.takeBuffer()
		n, errno := readFD(c.fd, c.kind, buf)
		switch {
		case errno != 0:
			c.net.giveBuffer(buf)
			if errno != unix.EAGAIN {
				c.readFailed(errno)
			}
			return
		case n == 0:
			c.net.giveBuffer(buf)
			c.endReading()
			c.handler.OnEOF()
			return
		}
		c.bytesRead += uint64(n)
		if !c.handler.OnRead(buf[:n]) {
			c.net.giveBuffer(buf)
		}
		if n < len(buf) {
			return
		}
	}
}

func (c *rawConn) readFailed(errno syscall.Errno) {
	c.endReading()
	c.handler.OnReadError(nodeerr.FromErrno(errno, "read"))
}

func (c *rawConn) endReading() {
	c.ended, c.reading = true, false
	c.setActive(false)
	c.updateWatch()
}
