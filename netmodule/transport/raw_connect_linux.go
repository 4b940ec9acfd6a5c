package transport

import (
	"errors"
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
	if err := bindLocal(fd, o); err != nil {
		closeFD(fd)
		return nil, err
	}
	err = begun(unix.Connect(fd, remote))
	if sys := refusedNow(fd, err); sys != nil {
		closeFD(fd)
		return nil, sys
	}
	return n.connecting(fd, kindTCP, err, done), nil
}

// bindLocal binds a socket that is to connect.
func bindLocal(fd int, o ConnectOptions) error {
	local, ok, err := o.local()
	if err == nil && ok {
		err = bindTCP(fd, local, false)
	}
	if err != nil {
		return nodeerr.FromGo(err, "bind")
	}
	return nil
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
	return n.connecting(fd, kindUnix, begun(addr.connect(fd)), done), nil
}

// connecting makes the Conn for a connect under way, or failed already.
func (n *rawNetwork) connecting(fd int, kind streamKind, failure error, done func(error)) Conn {
	c := n.newConn(fd, kind)
	c.awaitConnect(failure, done)
	return c
}

func (c *rawConn) awaitConnect(failure error, done func(error)) {
	c.connecting, c.connect = true, done
	c.begin()
	if failure != nil {
		c.net.later(func() { c.connectDone(failure) })
		return
	}
	c.updateWatch()
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
		c.ended, c.reading = true, false
		c.updateWatch()
		done(nodeerr.FromGo(failure, "connect"))
		return
	}
	c.connecting = false
	c.setActive(c.reading)
	c.updateWatch()
	done(nil)
}
