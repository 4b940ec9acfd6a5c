package transport

import (
	"errors"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// Connect is part of Network.
func (n *rawNetwork) Connect(o ConnectOptions, done func(error)) (Conn, error) {
	if err := n.allow(Target{Op: OpConnect, Addr: o.Address, Path: o.Path}); err != nil {
		return nil, err
	}
	if o.Path != "" {
		return n.connectUnix(o.Path, done)
	}
	return n.connectTCP(o, done)
}

func (n *rawNetwork) connectTCP(o ConnectOptions, done func(error)) (Conn, error) {
	remote, family := sockaddr(o.Address)
	fd, err := newSocket(family)
	if err != nil {
		return nil, nodeerr.FromGo(err, "connect")
	}
	if err := bindLocal(fd, family, o); err != nil {
		closeFD(fd)
		return nil, err
	}
	err = retry(func() error { return unix.Connect(fd, remote) })
	switch {
	case err == nil, errors.Is(err, unix.EINPROGRESS):
		err = nil
	case errors.Is(err, unix.ECONNREFUSED):
		// This one is reported later, as by libuv.
	default:
		sys := nodeerr.FromGo(err, "connect")
		sys.Local = localName(fd)
		closeFD(fd)
		return nil, sys
	}
	return n.connecting(fd, kindTCP, err, done), nil
}

// bindLocal binds a socket that is to connect.
func bindLocal(fd, family int, o ConnectOptions) error {
	if !o.LocalAddress.IsValid() && o.LocalPort == 0 {
		return nil
	}
	if err := bindTCP(fd, localAddress(o, family == unix.AF_INET6), false); err != nil {
		return nodeerr.FromGo(err, "bind")
	}
	return nil
}

// localName words the local end of a socket for the message of an error.
func localName(fd int) string {
	addr, err := addrOf(unix.Getsockname(fd))
	if err != nil {
		return ""
	}
	return "Local (" + addr.IP + ":" + strconv.Itoa(addr.Port) + ")"
}

func (n *rawNetwork) connectUnix(path string, done func(error)) (Conn, error) {
	addr, err := newUnixAddr(path)
	if err != nil {
		return nil, nodeerr.FromGo(err, "connect")
	}
	fd, err := newSocket(unix.AF_UNIX)
	if err != nil {
		return nil, nodeerr.FromGo(err, "connect")
	}
	err = retry(func() error { return addr.connect(fd) })
	if errors.Is(err, unix.EINPROGRESS) {
		err = nil
	}
	return n.connecting(fd, kindUnix, err, done), nil
}

// connecting makes the Conn for a connect under way, or failed already.
func (n *rawNetwork) connecting(fd int, kind rawKind, failure error, done func(error)) Conn {
	c := n.newConn(fd, kind)
	c.connecting, c.connect = true, done
	c.begin()
	if failure != nil {
		n.later(func() { c.connectDone(failure) })
		return c
	}
	c.updateWatch()
	return c
}

// connected asks the socket how its connect went.
func (c *rawConn) connected() {
	code, err := unix.GetsockoptInt(c.fd, unix.SOL_SOCKET, unix.SO_ERROR)
	if err == nil && code != 0 {
		err = syscall.Errno(code)
	}
	if errors.Is(err, unix.EINPROGRESS) {
		return
	}
	c.connectDone(err)
}

func (c *rawConn) connectDone(failure error) {
	if c.closing {
		return
	}
	done := c.connect
	c.connect = nil
	c.end()
	if failure != nil {
		c.watch.set(0)
		done(nodeerr.FromGo(failure, "connect"))
		return
	}
	c.connecting = false
	c.setActive(c.reading)
	c.updateWatch()
	done(nil)
}

// retry repeats a system call that a signal interrupted.
func retry(fn func() error) error {
	for {
		if err := fn(); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}
