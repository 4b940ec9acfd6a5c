//go:build unix

package transport

import (
	"errors"
	"net"
	"net/netip"
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// pumpBound is a socket with a local address that does nothing yet. Go's net
// package has no such thing; it takes a duplicate once there is more to do.
type pumpBound struct {
	link
	net  *pumpNetwork
	fd   int
	tcp  bool
	path string // socket file to remove
}

var _ Bound = (*pumpBound)(nil)

func (hostDialer) bind(n *pumpNetwork, o BindOptions) (Bound, error) {
	b := &pumpBound{net: n, fd: -1, tcp: o.Path == nil}
	var err error
	if b.tcp {
		err = b.bindAddress(o)
	} else {
		err = b.bindPath(*o.Path)
	}
	if err != nil {
		b.abandon()
		return nil, err
	}
	n.open.add(&b.link, b)
	return b, nil
}

// open makes the socket. Not every system can do that in one call.
func (b *pumpBound) open(family int) error {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fd, err := unix.Socket(family, unix.SOCK_STREAM, 0)
	if err != nil {
		return err
	}
	b.fd = fd
	unix.CloseOnExec(fd)
	return unix.SetNonblock(fd, true)
}

func (b *pumpBound) bindAddress(o BindOptions) error {
	if err := b.open(familyOf(o.IP)); err != nil {
		return err
	}
	if o.ReusePort {
		if err := shareport(b.fd); err != nil {
			return err
		}
	}
	return bindTCP(b.fd, netip.AddrPortFrom(o.IP, uint16(o.Port)), o.IPv6Only)
}

func (b *pumpBound) bindPath(path string) error {
	if err := checkPath(path); err != nil {
		return err
	}
	if err := b.open(unix.AF_UNIX); err != nil {
		return err
	}
	if err := bindError(unix.Bind(b.fd, &unix.SockaddrUnix{Name: goPath(path)})); err != nil {
		return err
	}
	if !isAbstract(path) {
		b.path = path
	}
	return nil
}

// Addr is part of Bound.
func (b *pumpBound) Addr() (Addr, error) {
	addr, err := addrOf(unix.Getsockname(b.fd))
	if err != nil {
		return Addr{}, nodeerr.FromGo(err, "getsockname")
	}
	return addr, nil
}

// FD is part of Bound.
func (b *pumpBound) FD() int { return b.fd }

// Close is part of Bound.
func (b *pumpBound) Close() {
	b.net.open.remove(&b.link)
	b.abandon()
}

func (b *pumpBound) abandon() {
	removeSocketFile(b.path)
	if b.fd >= 0 {
		closeFD(b.fd)
	}
}

// Listen is part of Bound.
func (b *pumpBound) Listen(backlog int) (Listener, error) {
	ln, err := b.listener(backlog)
	if err != nil {
		b.Close()
		return nil, nodeerr.FromGo(err, "listen")
	}
	b.net.open.remove(&b.link)
	return b.net.newListener(hostListener{ln}, &opened{fd: b.fd, release: b.abandon}), nil
}

func (b *pumpBound) listener(backlog int) (net.Listener, error) {
	if b.tcp {
		if err := b.net.allowBound(b.fd); err != nil {
			return nil, err
		}
	}
	if err := unix.Listen(b.fd, ListenOptions{Backlog: backlog}.backlog()); err != nil {
		return nil, err
	}
	file, err := b.duplicate()
	if err != nil {
		return nil, err
	}
	ln, err := net.FileListener(file)
	return ln, errors.Join(err, file.Close())
}

func (b *pumpBound) duplicate() (*os.File, error) {
	own, err := unix.FcntlInt(uintptr(b.fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(own), "socket"), nil
}

// Conn is part of Bound.
func (b *pumpBound) Conn() (BoundConn, error) {
	file, err := b.duplicate()
	if err != nil {
		b.Close()
		return nil, nodeerr.FromGo(err, "open")
	}
	conn, err := net.FileConn(file)
	if err := errors.Join(err, file.Close()); err != nil {
		b.Close()
		return nil, nodeerr.FromGo(err, "open")
	}
	b.net.open.remove(&b.link)
	c := b.net.newConn()
	c.outside = &opened{fd: b.fd, release: b.abandon}
	c.attach(conn)
	return &pumpBoundConn{pumpConn: c}, nil
}

// pumpBoundConn is the connection of a socket that was bound first. Go learnt
// its addresses too early; they are asked anew.
type pumpBoundConn struct{ *pumpConn }

var _ BoundConn = (*pumpBoundConn)(nil)

// Connect is part of BoundConn.
func (c *pumpBoundConn) Connect(o ConnectOptions, done func(error)) error {
	if err := c.net.allow(Target{Op: OpConnect, Addr: o.Address, Path: o.Path}); err != nil {
		return err
	}
	var remote unix.Sockaddr
	if o.Path == "" {
		remote, _ = sockaddr(o.Address)
	} else if err := checkPath(o.Path); err != nil {
		return nodeerr.FromGo(err, "connect")
	} else {
		remote = &unix.SockaddrUnix{Name: goPath(o.Path)}
	}
	failure := begun(unix.Connect(c.outside.fd, remote))
	if sys := refusedNow(c.outside.fd, failure); sys != nil && o.Path == "" {
		return sys
	}
	c.awaitConnect(failure, done)
	return nil
}

// awaitConnect waits on a goroutine for the socket to become writable.
func (c *pumpBoundConn) awaitConnect(failure error, done func(error)) {
	c.connect, c.connecting = done, true
	c.begin()
	raw := rawOf(c.conn)
	c.net.tasks.Go(func() {
		err := failure
		if err == nil {
			err = connected(raw)
		}
		c.net.loop.Post(func() {
			if !c.closing {
				c.connectDone(err)
			}
		})
	})
}

// connected waits for the outcome of a connect under way.
func connected(raw syscall.RawConn) error {
	var failure error
	err := raw.Write(func(fd uintptr) bool {
		code, err := unix.GetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_ERROR)
		if err != nil || code != 0 {
			failure = errors.Join(err, errnoOrNil(code))
			return true
		}
		_, err = unix.Getpeername(int(fd))
		return !errors.Is(err, unix.ENOTCONN)
	})
	return errors.Join(err, failure)
}

func errnoOrNil(code int) error {
	if code == 0 {
		return nil
	}
	return syscall.Errno(code)
}

// LocalAddr is part of Conn.
func (c *pumpBoundConn) LocalAddr() (Addr, error) { return c.name(unix.Getsockname, "getsockname") }

// RemoteAddr is part of Conn.
func (c *pumpBoundConn) RemoteAddr() (Addr, error) { return c.name(unix.Getpeername, "getpeername") }

func (c *pumpBoundConn) name(get func(int) (unix.Sockaddr, error), call string) (Addr, error) {
	if c.closing {
		return Addr{}, nodeerr.FromCode("EBADF", call, nil)
	}
	addr, err := addrOf(get(c.outside.fd))
	if err != nil {
		return Addr{}, nodeerr.FromGo(err, call)
	}
	return addr, nil
}
