package transport

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

const (
	// maxIovecs is IOV_MAX.
	maxIovecs = 1024
	// writesPerTurn bounds what one connection writes before others get on,
	// as libuv bounds it.
	writesPerTurn = 32
)

// Write is part of Conn.
func (c *rawConn) Write(bufs [][]byte, done func(error)) (bool, error) {
	if err := c.refuseWrite(); err != nil {
		return false, err
	}
	total := byteCount(bufs)
	c.bytesWritten += uint64(total)
	sent := 0
	if !c.queue.waits() {
		var errno syscall.Errno
		sent, errno = c.writeNow(bufs, total)
		if sent == total {
			return true, nil
		}
		if errno != 0 && errno != unix.EAGAIN {
			return false, nodeerr.FromErrno(errno, "write")
		}
	}
	c.begin()
	c.queue.add(bufs, sent, total, done)
	c.updateWatch()
	return false, nil
}

func (c *rawConn) refuseWrite() error {
	switch {
	case c.closing:
		return nodeerr.FromErrno(unix.EBADF, "write")
	case c.connecting:
		return nodeerr.FromErrno(unix.ENOTCONN, "write")
	case c.shut:
		return nodeerr.FromErrno(unix.EPIPE, "write")
	}
	return nil
}

// writeNow gives the kernel what it takes.
func (c *rawConn) writeNow(bufs [][]byte, total int) (int, syscall.Errno) {
	if len(bufs) == 1 {
		return c.writeOne(bufs[0])
	}
	sent := 0
	for sent < total {
		n, errno := c.writeSome(bufs, sent)
		if errno != 0 {
			return sent, errno
		}
		sent += n
	}
	return sent, 0
}

func (c *rawConn) writeOne(b []byte) (int, syscall.Errno) {
	sent := 0
	for sent < len(b) {
		n, errno := writeFD(c.fd, c.kind, b[sent:])
		if errno != 0 {
			return sent, errno
		}
		sent += n
		if n < len(b) && c.kind != kindPipe {
			break // a socket that takes a part is full
		}
	}
	return sent, 0
}

// writeSome makes one system call for what follows the first skip bytes.
func (c *rawConn) writeSome(bufs [][]byte, skip int) (int, syscall.Errno) {
	iovecs := c.net.iovecs[:0]
	size := 0
	for _, b := range bufs {
		if skip >= len(b) {
			skip -= len(b)
			continue
		}
		b, skip = b[skip:], 0
		iov := unix.Iovec{Base: unsafe.SliceData(b)}
		iov.SetLen(len(b))
		iovecs = append(iovecs, iov)
		size += len(b)
		if len(iovecs) == maxIovecs {
			break
		}
	}
	n, errno := writevFD(c.fd, c.kind, iovecs, size)
	clear(iovecs) // do not keep the bytes reachable
	c.net.iovecs = iovecs[:0]
	return n, errno
}

// flush goes on with the queue once the descriptor is writable.
func (c *rawConn) flush() {
	for range writesPerTurn {
		if c.closing || !c.queue.waits() {
			break
		}
		request := c.queue.front()
		n, errno := c.writeSome(request.bufs, request.skip)
		switch {
		case errno == unix.EAGAIN:
			return
		case errno != 0:
			c.writeFailed(errno)
			return
		}
		if c.queue.advance(n) {
			c.finishWrite(nil)
		}
	}
	c.drained()
}

// finishWrite answers the request at the front.
func (c *rawConn) finishWrite(err error) {
	done := c.queue.pop()
	if !c.queue.waits() {
		c.updateWatch()
	}
	c.end()
	done(err)
}

// writeFailed answers the request that failed. What follows it waits for
// Close, as in libuv.
func (c *rawConn) writeFailed(errno syscall.Errno) {
	c.queue.broken = true
	c.finishWrite(nodeerr.FromErrno(errno, "write"))
}

// Shutdown is part of Conn.
func (c *rawConn) Shutdown(done func(error)) {
	if c.closing || c.connecting || c.shut {
		c.begin()
		c.net.later(func() {
			c.end()
			done(nodeerr.FromErrno(unix.ENOTCONN, "shutdown"))
		})
		return
	}
	c.shut = true
	c.begin()
	c.shutdown = done
	if c.queue.bytes == 0 {
		c.net.later(c.drained)
	}
}

// drained ends the sending side, once nothing waits before it.
func (c *rawConn) drained() {
	if c.shutdown == nil || c.closing || c.queue.bytes > 0 {
		return
	}
	done := c.shutdown
	c.shutdown = nil
	var err error
	if c.kind != kindPipe { // a pipe ends when it is closed
		if e := unix.Shutdown(c.fd, unix.SHUT_WR); e != nil {
			err = nodeerr.FromGo(e, "shutdown")
		}
	}
	c.end()
	done(err)
}
