package transport

import (
	"fmt"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// OpenFD is part of Network.
func (n *rawNetwork) OpenFD(fd int) (Conn, error) {
	if err := n.allow(Target{Op: OpOpen, FD: fd}); err != nil {
		return nil, err
	}
	kind, name := kindOfFD(fd)
	if name != "" {
		return nil, &FDTypeError{Type: name}
	}
	own, outside, err := adoptFD(fd, kind)
	if err != nil {
		return nil, nodeerr.FromGo(err, "open")
	}
	c := n.newConn(own, kind)
	c.outside = &outside
	return c, nil
}

// openFD listens on a socket from outside.
func (l *rawListener) openFD(fd int) error {
	if err := l.net.allow(Target{Op: OpOpen, FD: fd}); err != nil {
		return err
	}
	kind, name := kindOfFD(fd)
	if name != "" || kind == kindPipe {
		return unix.EINVAL
	}
	outside, err := unblock(fd) // accept has no flag for it
	if err != nil {
		return err
	}
	l.kind, l.fd, l.outside = kind, fd, &outside
	return nil
}

// adoptFD makes a descriptor fit for the poller. Sockets are asked call by
// call not to block. A pipe has no such calls: the standard ones are opened
// once more, under flags of their own; where that fails, and for others, the
// flag is set for as long as the connection is open.
func adoptFD(fd int, kind streamKind) (int, outsideFD, error) {
	if kind != kindPipe {
		return fd, outsideFD{fd: fd}, nil
	}
	if isStdio(fd) {
		if own, err := reopen(fd); err == nil {
			return own, outsideFD{fd: fd}, nil
		}
	}
	outside, err := unblock(fd)
	return fd, outside, err
}

// reopen makes another descriptor for the pipe that fd leads to.
func reopen(fd int) (int, error) {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err != nil {
		return -1, err
	}
	mode := flags & unix.O_ACCMODE
	return unix.Open(fmt.Sprintf("/proc/self/fd/%d", fd), mode|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
}

// closeOutside ends the use of a descriptor from outside and of the
// connection's own one, if that is another.
func closeOutside(own int, outside *outsideFD) {
	if own != outside.fd {
		closeFD(own)
	}
	outside.release()
}
