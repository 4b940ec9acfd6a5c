//go:build unix

package stdio

import (
	"io"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// polledFile reads a descriptor that it leaves blocking: it waits with poll(2)
// until there is something, or until the pipe beside it is closed.
type polledFile struct {
	raw         syscall.RawConn
	wake, waker *os.File
	wakeFD      int32
}

func fileSource(f *os.File) source {
	raw, err := f.SyscallConn()
	if err != nil {
		return plainSource{f}
	}
	wake, waker, err := os.Pipe()
	if err != nil {
		return plainSource{f}
	}
	return &polledFile{raw: raw, wake: wake, waker: waker, wakeFD: int32(wake.Fd())}
}

// Read reads what is there, or waits for it.
func (p *polledFile) Read(b []byte) (n int, err error) {
	ctlErr := p.raw.Control(func(fd uintptr) { n, err = p.read(int(fd), b) })
	if err == nil {
		err = ctlErr
	}
	if n == 0 && err == nil {
		err = io.EOF
	}
	return n, err
}

func (p *polledFile) read(fd int, b []byte) (int, error) {
	fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}, {Fd: p.wakeFD, Events: unix.POLLIN}}
	for {
		if _, err := unix.Poll(fds, -1); err != nil {
			if err == syscall.EINTR {
				continue
			}
			return 0, err
		}
		if fds[1].Revents != 0 {
			return 0, os.ErrClosed
		}
		n, err := unix.Read(fd, b)
		if err != syscall.EINTR && err != syscall.EAGAIN {
			return max(n, 0), err
		}
	}
}

// Interrupt ends a Read that waits, and every later one.
func (p *polledFile) Interrupt() { p.waker.Close() }

// Release closes the other end.
func (p *polledFile) Release() { p.wake.Close() }
