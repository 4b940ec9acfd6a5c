//go:build unix

package transport

import (
	"errors"
	"net"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// openFD and listenFD work on a duplicate, as Go's net package does; the
// original keeps its number and is released with the connection.

func (hostDialer) openFD(fd int) (net.Conn, *opened, error) {
	kind, name := kindOfFD(fd)
	if name != "" {
		return nil, nil, &FDTypeError{Type: name}
	}
	file, outside, err := duplicate(fd)
	if err != nil {
		return nil, nil, err
	}
	if kind == kindPipe {
		return pipeConn{file}, outside, nil
	}
	conn, err := net.FileConn(file)
	if err := errors.Join(err, file.Close()); err != nil {
		outside.release()
		return nil, nil, err
	}
	return conn, outside, nil
}

func (hostDialer) listenFD(fd int, o ListenOptions) (net.Listener, *opened, error) {
	kind, name := kindOfFD(fd)
	if name != "" || kind == kindPipe {
		return nil, nil, unix.EINVAL
	}
	if !o.Listening {
		if err := unix.Listen(fd, o.backlog()); err != nil {
			return nil, nil, err
		}
	}
	file, outside, err := duplicate(fd)
	if err != nil {
		return nil, nil, err
	}
	ln, err := net.FileListener(file)
	if err := errors.Join(err, file.Close()); err != nil {
		outside.release()
		return nil, nil, err
	}
	return hostListener{ln}, outside, nil
}

// Listens reports whether a descriptor is a socket that listens.
func Listens(fd int) bool {
	on, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_ACCEPTCONN)
	return err == nil && on != 0
}

func duplicate(fd int) (*os.File, *opened, error) {
	outside, err := unblock(fd)
	if err != nil {
		return nil, nil, err
	}
	own, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, nil, err
	}
	return os.NewFile(uintptr(own), "socket"), &opened{fd: fd, release: outside.release}, nil
}

// fdOf is the descriptor of a connection or listener, -1 if it has none.
func fdOf(x any) int {
	if l, ok := x.(hostListener); ok {
		x = l.Listener
	}
	fd := -1
	if raw := rawOf(x); raw != nil {
		// An error means that it is closed, and -1 is the answer.
		_ = raw.Control(func(n uintptr) { fd = int(n) })
	}
	return fd
}

func rawOf(x any) syscall.RawConn {
	sc, ok := x.(syscall.Conn)
	if !ok {
		return nil
	}
	raw, err := sc.SyscallConn()
	if err != nil {
		return nil
	}
	return raw
}

// control runs fn on the descriptor of x. What has none has nothing to set.
func control(x any, fn func(fd int) error) error {
	raw := rawOf(x)
	if raw == nil {
		return nil
	}
	var failure error
	if err := raw.Control(func(fd uintptr) { failure = fn(int(fd)) }); err != nil {
		return err
	}
	return failure
}

func setBacklog(ln net.Listener, backlog int) error {
	return control(ln, func(fd int) error { return unix.Listen(fd, backlog) })
}

func reusePort(raw syscall.RawConn) error {
	var failure error
	err := raw.Control(func(fd uintptr) {
		failure = unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_REUSEPORT, 1)
	})
	return errors.Join(err, failure)
}

func setTOS(conn net.Conn, tos int) error {
	return control(conn, func(fd int) error {
		level, option, ok := tosOption(fd)
		if !ok {
			return nil
		}
		return unix.SetsockoptInt(fd, level, option, tos)
	})
}

func getTOS(conn net.Conn) (tos int, err error) {
	err = control(conn, func(fd int) (err error) {
		if level, option, ok := tosOption(fd); ok {
			tos, err = unix.GetsockoptInt(fd, level, option)
		}
		return err
	})
	return tos, err
}

// tosOption is the option of the socket's family; UNIX sockets have none.
func tosOption(fd int) (level, option int, ok bool) {
	sa, err := unix.Getsockname(fd)
	if err != nil {
		return 0, 0, false
	}
	switch sa.(type) {
	case *unix.SockaddrInet4:
		return unix.IPPROTO_IP, unix.IP_TOS, true
	case *unix.SockaddrInet6:
		return unix.IPPROTO_IPV6, unix.IPV6_TCLASS, true
	}
	return 0, 0, false
}
