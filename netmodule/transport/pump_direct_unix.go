//go:build unix

package transport

import (
	"net"
	"syscall"

	"golang.org/x/sys/unix"
)

// socketWriter writes to the socket underneath a connection of Go's net
// package. A type that wraps one may do something else in its Write, so it is
// used for that package's own types only.
type socketWriter struct {
	raw syscall.RawConn

	// The arguments and results of one call of attempt.
	try   func(fd uintptr) bool
	bytes []byte
	n     int
	err   error
}

var _ directWriter = (*socketWriter)(nil)

func newDirectWriter(conn net.Conn) directWriter {
	var raw syscall.RawConn
	var err error
	switch conn := conn.(type) {
	case *net.TCPConn:
		raw, err = conn.SyscallConn()
	case *net.UnixConn:
		raw, err = conn.SyscallConn()
	default:
		return nil
	}
	if err != nil {
		return nil // closed already, as the first read will tell
	}
	w := &socketWriter{raw: raw}
	w.try = w.attempt
	return w
}

// mergeLimit is up to how many bytes are copied together, to be sent by one
// system call and in one packet.
const mergeLimit = 64 << 10

func (w *socketWriter) tryWrite(bufs [][]byte) (int, error) {
	if len(bufs) > 1 {
		if total := byteCount(bufs); total <= mergeLimit {
			merged := make([]byte, 0, total)
			for _, b := range bufs {
				merged = append(merged, b...)
			}
			return w.write(merged)
		}
	}
	sent := 0
	for _, b := range bufs {
		n, err := w.write(b)
		sent += n
		if err != nil || n < len(b) {
			return sent, err
		}
	}
	return sent, nil
}

func (w *socketWriter) write(b []byte) (int, error) {
	w.bytes, w.n, w.err = b, 0, nil
	err := w.raw.Write(w.try)
	w.bytes = nil
	if err == nil {
		err = w.err
	}
	return w.n, err
}

// attempt always reports true, so that RawConn.Write does not wait.
func (w *socketWriter) attempt(fd uintptr) bool {
	for w.n < len(w.bytes) {
		n, err := unix.Write(int(fd), w.bytes[w.n:])
		switch err {
		case nil:
			w.n += n
		case unix.EINTR:
		case unix.EAGAIN:
			return true
		default:
			w.err = err
			return true
		}
	}
	return true
}
