package transport

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// rawBound is a socket with a local address that does nothing yet.
type rawBound struct {
	link
	net  *rawNetwork
	fd   int
	kind streamKind
	path string // socket file to remove
}

var _ Bound = (*rawBound)(nil)

// Bind is part of Network.
func (n *rawNetwork) Bind(o BindOptions) (Bound, error) {
	b := &rawBound{net: n, fd: -1}
	var err error
	if o.Path != nil {
		if err := n.allow(Target{Op: OpListen, Path: *o.Path}); err != nil {
			return nil, err
		}
		err = b.bindPath(*o.Path)
	} else {
		err = b.bindAddress(o)
	}
	if err != nil {
		b.abandon()
		return nil, nodeerr.FromGo(err, "bind")
	}
	n.open.add(&b.link, b)
	return b, nil
}

func (b *rawBound) bindAddress(o BindOptions) (err error) {
	b.kind = kindTCP
	if b.fd, err = newSocket(familyOf(o.IP)); err != nil {
		return err
	}
	if o.ReusePort {
		if err := shareport(b.fd); err != nil {
			return err
		}
	}
	return bindTCP(b.fd, netip.AddrPortFrom(o.IP, uint16(o.Port)), o.IPv6Only)
}

func (b *rawBound) bindPath(path string) error {
	b.kind = kindUnix
	addr := anyUnixAddr()
	var err error
	if path != "" {
		if addr, err = newUnixAddr(path); err != nil {
			return err
		}
	}
	if b.fd, err = newSocket(unix.AF_UNIX); err != nil {
		return err
	}
	if err := bindError(addr.bind(b.fd)); err != nil {
		return err
	}
	if !isAbstract(path) {
		b.path = path
	}
	return nil
}

// Addr is part of Bound.
func (b *rawBound) Addr() (Addr, error) {
	addr, err := addrOf(unix.Getsockname(b.fd))
	if err != nil {
		return Addr{}, nodeerr.FromGo(err, "getsockname")
	}
	return addr, nil
}

// FD is part of Bound.
func (b *rawBound) FD() int { return b.fd }

// Close is part of Bound.
func (b *rawBound) Close() {
	b.net.open.remove(&b.link)
	b.abandon()
}

func (b *rawBound) abandon() {
	removeSocketFile(b.path)
	if b.fd >= 0 {
		closeFD(b.fd)
	}
}

// allowListen asks the policy about an address that only the kernel may have
// chosen. The file of a path it has been asked about.
func (b *rawBound) allowListen() error {
	if b.kind == kindUnix {
		return nil
	}
	return b.net.allowBound(b.fd)
}

// Listen is part of Bound.
func (b *rawBound) Listen(backlog int) (Listener, error) {
	b.net.open.remove(&b.link)
	l := &rawListener{net: b.net, fd: b.fd, kind: b.kind, path: b.path}
	err := b.allowListen()
	if err == nil {
		err = unix.Listen(b.fd, ListenOptions{Backlog: backlog}.backlog())
	}
	return l.opened(err)
}

// Conn is part of Bound.
func (b *rawBound) Conn() (BoundConn, error) {
	b.net.open.remove(&b.link)
	return &rawBoundConn{rawConn: b.net.newConn(b.fd, b.kind), path: b.path}, nil
}

// rawBoundConn is the connection of a socket that was bound first.
type rawBoundConn struct {
	*rawConn
	path string // socket file to remove
}

var _ BoundConn = (*rawBoundConn)(nil)

// Connect is part of BoundConn.
func (c *rawBoundConn) Connect(o ConnectOptions, done func(error)) error {
	if err := c.net.allow(Target{Op: OpConnect, Addr: o.Address, Path: o.Path}); err != nil {
		return err
	}
	if o.Path != "" {
		addr, err := newUnixAddr(o.Path)
		if err != nil {
			return nodeerr.FromGo(err, "connect")
		}
		c.awaitConnect(begun(addr.connect(c.fd)), done)
		return nil
	}
	remote, _ := sockaddr(o.Address)
	err := begun(unix.Connect(c.fd, remote))
	if sys := refusedNow(c.fd, err); sys != nil {
		return sys
	}
	c.awaitConnect(err, done)
	return nil
}

// Close is part of Conn.
func (c *rawBoundConn) Close(done func()) {
	c.removeFile()
	c.rawConn.Close(done)
}

// Reset is part of Conn.
func (c *rawBoundConn) Reset(done func()) error {
	err := c.rawConn.Reset(done)
	if err == nil {
		c.removeFile()
	}
	return err
}

// removeFile does it once: another socket may have the name next.
func (c *rawBoundConn) removeFile() {
	removeSocketFile(c.path)
	c.path = ""
}
