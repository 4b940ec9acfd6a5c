package transport

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"os"

	"github.com/gonode/gonode/internal/nodeerr"
)

// pumpNetwork moves the bytes of net.Conns. A dialer says where they come
// from: the host, or an embedder.
type pumpNetwork struct {
	*base
	dialer dialer
}

// dialer is the Go side of a pumpNetwork. dial runs on a goroutine of its own,
// the others on the loop goroutine.
type dialer interface {
	dial(ctx context.Context, o ConnectOptions) (net.Conn, error)
	listen(ctx context.Context, o ListenOptions) (net.Listener, error)
	bind(n *pumpNetwork, o BindOptions) (Bound, error)
	openFD(fd int) (net.Conn, *opened, error)
	listenFD(fd int, o ListenOptions) (net.Listener, *opened, error)
}

// opened is a descriptor from outside that a connection or listener stands
// for.
type opened struct {
	fd      int
	release func() // called once the connection is closed
}

var _ Network = (*pumpNetwork)(nil)

func newPumpNetwork(b *base, d dialer) *pumpNetwork { return &pumpNetwork{base: b, dialer: d} }

// Connect is part of Network.
func (n *pumpNetwork) Connect(o ConnectOptions, done func(error)) (Conn, error) {
	if err := n.allow(Target{Op: OpConnect, Addr: o.Address, Path: o.Path}); err != nil {
		return nil, err
	}
	if o.Path == "" {
		if _, _, err := o.local(); err != nil {
			return nil, nodeerr.FromGo(err, "bind")
		}
	} else if err := checkPath(o.Path); err != nil {
		return nil, nodeerr.FromGo(err, "connect")
	}
	c := n.newConn()
	c.dial(o, done)
	return c, nil
}

// Listen is part of Network.
func (n *pumpNetwork) Listen(o ListenOptions) (Listener, error) {
	ln, outside, err := n.listener(o)
	if err == nil && o.Path != "" && !o.HasFD {
		if err = chmodSocket(o); err != nil {
			err = errors.Join(err, ln.Close())
		}
	}
	if err != nil {
		return nil, nodeerr.FromGo(err, "listen")
	}
	return n.newListener(ln, outside), nil
}

func (n *pumpNetwork) newListener(ln net.Listener, outside *opened) *pumpListener {
	l := &pumpListener{net: n, ln: ln, outside: outside}
	l.liveness.init(n.loop)
	n.open.add(&l.link, l)
	return l
}

func (n *pumpNetwork) listener(o ListenOptions) (net.Listener, *opened, error) {
	if o.HasFD {
		if err := n.allow(Target{Op: OpOpen, FD: o.FD}); err != nil {
			return nil, nil, err
		}
		return n.dialer.listenFD(o.FD, o)
	}
	target := Target{Op: OpListen, Path: o.Path}
	if o.Path == "" {
		target.Addr = netip.AddrPortFrom(o.IP, uint16(o.Port))
	} else if err := checkPath(o.Path); err != nil {
		return nil, nil, err
	}
	if err := n.allow(target); err != nil {
		return nil, nil, err
	}
	ln, err := n.dialer.listen(n.ctx, o)
	return ln, nil, err
}

// Bind is part of Network.
func (n *pumpNetwork) Bind(o BindOptions) (Bound, error) {
	if o.Path != nil {
		if err := n.allow(Target{Op: OpListen, Path: *o.Path}); err != nil {
			return nil, err
		}
	}
	b, err := n.dialer.bind(n, o)
	if err != nil {
		return nil, nodeerr.FromGo(err, "bind")
	}
	return b, nil
}

// OpenFD is part of Network.
func (n *pumpNetwork) OpenFD(fd int) (Conn, error) {
	if err := n.allow(Target{Op: OpOpen, FD: fd}); err != nil {
		return nil, err
	}
	conn, outside, err := n.dialer.openFD(fd)
	var typ *FDTypeError
	switch {
	case errors.As(err, &typ):
		return nil, err
	case err != nil:
		return nil, nodeerr.FromGo(err, "open")
	}
	c := n.newConn()
	c.outside = outside
	c.attach(conn)
	return c, nil
}

// connectError describes what a dialer returned. A local address that cannot
// be had fails in a call of its own.
func connectError(err error) error {
	call := "connect"
	var sys *os.SyscallError
	if errors.As(err, &sys) && sys.Syscall == "bind" {
		call = "bind"
	}
	return nodeerr.FromGo(err, call)
}

// tcpNetwork is Go's name for the family of an address. An IPv4 address in
// IPv6 form belongs to neither.
func tcpNetwork(addr netip.Addr) string {
	switch {
	case addr.Is4():
		return "tcp4"
	case addr.Is4In6():
		return "tcp"
	}
	return "tcp6"
}

// listenNetwork is tcpNetwork for listeners: an IPv6 one takes IPv4
// connections too, unless told otherwise.
func listenNetwork(o ListenOptions) string {
	if !o.IP.Is4() && !o.IPv6Only {
		return "tcp"
	}
	return tcpNetwork(o.IP)
}
