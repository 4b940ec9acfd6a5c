package stdio

import (
	"errors"
	"io"
	"os"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// Conn is a standard stream as net.Socket drives it.
type Conn struct {
	loop *eventloop.Loop
	out  *Output // nil for standard input
	in   *reader // nil for the outputs
	fd   int

	handler transport.Handler
	reading bool
	closed  bool
	handle  *eventloop.Handle // active while reading

	bytesRead, bytesWritten uint64
}

var _ transport.Conn = (*Conn)(nil)

// NewInput makes the connection of standard input.
func NewInput(loop *eventloop.Loop, r io.Reader, fd int) *Conn {
	c := &Conn{loop: loop, fd: fd, handle: loop.NewHandle()}
	c.in = newReader(loop, r, c.deliver)
	return c
}

// NewOutputConn makes the connection of standard output or standard error.
func NewOutputConn(loop *eventloop.Loop, out *Output, fd int) *Conn {
	return &Conn{loop: loop, out: out, fd: fd, handle: loop.NewHandle()}
}

// Start says who receives.
func (c *Conn) Start(h transport.Handler) { c.handler = h }

// ReadStart begins to read; what came while reading was off is delivered.
func (c *Conn) ReadStart() {
	if c.reading || c.closed || c.in == nil {
		return
	}
	c.reading = true
	c.handle.Activate()
	c.in.want()
}

// ReadStop stops reading. A read that is under way goes on, but neither
// delivers nor keeps the loop alive.
func (c *Conn) ReadStop() {
	if c.reading {
		c.reading = false
		c.handle.Deactivate()
	}
}

// deliver takes what the reader has read. It reports false when reading is
// off and the result has to wait.
func (c *Conn) deliver(r result) bool {
	if !c.reading {
		return c.closed
	}
	switch {
	case len(r.data) > 0:
		c.bytesRead += uint64(len(r.data))
		_ = c.handler.OnRead(r.data) // every read has memory of its own
	case errors.Is(r.err, io.EOF), errors.Is(r.err, os.ErrClosed):
		c.ReadStop()
		c.handler.OnEOF()
	default:
		c.ReadStop()
		c.handler.OnReadError(nodeerr.FromGo(r.err, "read"))
	}
	if c.reading {
		c.in.want()
	}
	return true
}

// Write writes everything before it returns.
func (c *Conn) Write(bufs [][]byte, _ func(error)) (bool, error) {
	if c.out == nil || c.closed {
		return false, nodeerr.FromCode("EBADF", "write", nil)
	}
	for _, b := range bufs {
		n, err := c.out.Write(b)
		c.bytesWritten += uint64(n)
		if err != nil {
			return false, nodeerr.FromGo(err, "write")
		}
	}
	return true, nil
}

// QueuedBytes is 0: writes never wait.
func (c *Conn) QueuedBytes() int { return 0 }

// Shutdown has nothing to wait for. The descriptor stays open: it belongs to
// the program.
func (c *Conn) Shutdown(done func(error)) { c.loop.QueueClose(func() { done(nil) }) }

// Close ends reading. The descriptor stays open.
func (c *Conn) Close(done func()) {
	if !c.closed {
		c.closed = true
		c.ReadStop()
		c.handle.Close()
		if c.in != nil {
			c.in.stop()
		}
	}
	if done != nil {
		c.loop.QueueClose(done)
	}
}

// Reset is Close.
func (c *Conn) Reset(done func()) error {
	c.Close(done)
	return nil
}

// SetNoDelay is refused, as for every stream that is no TCP socket.
func (c *Conn) SetNoDelay(bool) error { return nodeerr.FromCode("ENOTSUP", "setsockopt", nil) }

// SetKeepAlive is refused; see SetNoDelay.
func (c *Conn) SetKeepAlive(bool, transport.KeepAlive) error {
	return nodeerr.FromCode("ENOTSUP", "setsockopt", nil)
}

// SetTypeOfService is refused; see SetNoDelay.
func (c *Conn) SetTypeOfService(int) error { return nodeerr.FromCode("ENOTSUP", "setsockopt", nil) }

// TypeOfService is refused; see SetNoDelay.
func (c *Conn) TypeOfService() (int, error) { return 0, nodeerr.FromCode("ENOTSUP", "getsockopt", nil) }

// LocalAddr has none to give.
func (c *Conn) LocalAddr() (transport.Addr, error) {
	return transport.Addr{}, nodeerr.FromCode("ENOTSUP", "getsockname", nil)
}

// RemoteAddr has none to give.
func (c *Conn) RemoteAddr() (transport.Addr, error) {
	return transport.Addr{}, nodeerr.FromCode("ENOTSUP", "getpeername", nil)
}

// BytesRead counts what the handler was given.
func (c *Conn) BytesRead() uint64 { return c.bytesRead }

// BytesWritten counts what was written.
func (c *Conn) BytesWritten() uint64 { return c.bytesWritten }

// Ref lets reading keep the loop alive.
func (c *Conn) Ref() { c.handle.Ref() }

// Unref lets the loop end while reading.
func (c *Conn) Unref() { c.handle.Unref() }

// HasRef reports which of the two it is.
func (c *Conn) HasRef() bool { return c.handle.HasRef() }

// FD is 0, 1 or 2.
func (c *Conn) FD() int { return c.fd }
