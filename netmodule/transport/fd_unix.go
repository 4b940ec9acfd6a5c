//go:build unix

package transport

import (
	"golang.org/x/sys/unix"
)

// streamKind is what a descriptor leads to.
type streamKind uint8

const (
	kindTCP streamKind = iota
	kindUnix
	kindPipe // no socket: a pipe or FIFO
)

// kindOfFD looks at a descriptor as Node's guessHandleType does. The name is
// Node's word for a type that net.Socket does not take.
func kindOfFD(fd int) (streamKind, string) {
	var stat unix.Stat_t
	if fd < 0 || unix.Fstat(fd, &stat) != nil {
		return 0, "UNKNOWN"
	}
	switch stat.Mode & unix.S_IFMT {
	case unix.S_IFIFO:
		return kindPipe, ""
	case unix.S_IFSOCK:
		return kindOfSocket(fd)
	case unix.S_IFCHR:
		if _, err := unix.IoctlGetTermios(fd, ioctlTermios); err == nil {
			return 0, "TTY"
		}
		return 0, "FILE"
	case unix.S_IFREG:
		return 0, "FILE"
	}
	return 0, "UNKNOWN"
}

func kindOfSocket(fd int) (streamKind, string) {
	typ, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TYPE)
	if err != nil {
		return 0, "UNKNOWN"
	}
	sa, err := unix.Getsockname(fd)
	if err != nil {
		return 0, "UNKNOWN"
	}
	switch sa.(type) {
	case *unix.SockaddrInet4, *unix.SockaddrInet6:
		switch typ {
		case unix.SOCK_STREAM:
			return kindTCP, ""
		case unix.SOCK_DGRAM:
			return 0, "UDP"
		}
	case *unix.SockaddrUnix:
		if typ == unix.SOCK_STREAM {
			return kindUnix, ""
		}
	}
	return 0, "UNKNOWN"
}

// outsideFD is a descriptor that the runtime did not open: inherited, or
// opened by the script in another way. Its flags belong to everybody who has
// it, the parent process for one, so what is changed is put back.
type outsideFD struct {
	fd       int
	blocking bool // to be made blocking again
}

// unblock makes fd non-blocking until it is released.
func unblock(fd int) (outsideFD, error) {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err != nil {
		return outsideFD{}, err
	}
	o := outsideFD{fd: fd, blocking: flags&unix.O_NONBLOCK == 0}
	if o.blocking {
		_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFL, flags|unix.O_NONBLOCK)
	}
	return o, err
}

// release restores the flags and closes the descriptor. The standard ones stay
// open, as with libuv.
func (o outsideFD) release() {
	if o.blocking {
		flags, err := unix.FcntlInt(uintptr(o.fd), unix.F_GETFL, 0)
		if err == nil {
			// It cannot fail after it has succeeded with the other value.
			_, _ = unix.FcntlInt(uintptr(o.fd), unix.F_SETFL, flags&^unix.O_NONBLOCK)
		}
	}
	if !isStdio(o.fd) {
		closeFD(o.fd)
	}
}

func isStdio(fd int) bool { return fd <= unix.Stderr }

// closeFD closes a descriptor. It is released whatever close returns, and what
// close could report has no reader any more.
func closeFD(fd int) { _ = unix.Close(fd) }
