//go:build unix

package transport

import (
	"errors"
	"strconv"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// refusedNow is the error that a connect over TCP returns at once. One that
// nobody takes is reported later, as by libuv.
func refusedNow(fd int, err error) error {
	if err == nil || errors.Is(err, unix.ECONNREFUSED) {
		return nil
	}
	sys := nodeerr.FromGo(err, "connect")
	sys.Local = localName(fd)
	return sys
}

// localName words the local end of a socket for the message of an error.
func localName(fd int) string {
	addr, err := addrOf(unix.Getsockname(fd))
	if err != nil {
		return ""
	}
	return "Local (" + addr.IP + ":" + strconv.Itoa(addr.Port) + ")"
}

// begun takes the errors away that only say that a connect goes on.
func begun(err error) error {
	if errors.Is(err, unix.EINPROGRESS) || errors.Is(err, unix.EINTR) {
		return nil
	}
	return err
}
