//go:build unix

package childprocess

import (
	"os"

	"golang.org/x/sys/unix"
)

// shutdownWrite lets the child read the end of its input.
func shutdownWrite(f *os.File) error {
	raw, err := f.SyscallConn()
	if err != nil {
		return err
	}
	var failure error
	if err := raw.Control(func(fd uintptr) { failure = unix.Shutdown(int(fd), unix.SHUT_WR) }); err != nil {
		return err
	}
	return failure
}

// protect keeps a descriptor that was inherited from the children.
func protect(fd int) { unix.CloseOnExec(fd) }
