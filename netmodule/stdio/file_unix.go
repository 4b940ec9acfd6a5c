//go:build unix

package stdio

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// fileWriter writes to a file past os.File, which would end the whole program
// by SIGPIPE when the other end of a standard stream is gone.
func fileWriter(f *os.File) func([]byte) (int, error) {
	raw, err := f.SyscallConn()
	if err != nil {
		return f.Write
	}
	return func(b []byte) (n int, err error) {
		ctlErr := raw.Control(func(fd uintptr) { n, err = writeFD(int(fd), b) })
		if err == nil {
			err = ctlErr
		}
		return n, err
	}
}

// writeFD writes to a descriptor that may be non-blocking because others made
// it so; then it waits for room.
func writeFD(fd int, b []byte) (int, error) {
	for {
		n, err := unix.Write(fd, b)
		switch err {
		case nil:
			return n, nil
		case syscall.EINTR:
		case syscall.EAGAIN:
			if err := waitFor(fd, unix.POLLOUT); err != nil {
				return 0, err
			}
		default:
			return 0, err
		}
	}
}

func waitFor(fd int, events int16) error {
	for {
		_, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: events}}, -1)
		if err != syscall.EINTR {
			return err
		}
	}
}
