package transport

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"syscall"
)

// hostDialer is the machine's own network through Go's net package, set to
// Node's defaults: no keep-alive, Nagle's algorithm on.
type hostDialer struct{}

var _ dialer = hostDialer{}

func (hostDialer) dial(ctx context.Context, o ConnectOptions) (net.Conn, error) {
	d := net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: false}, KeepAlive: -1}
	if o.Path != "" {
		return d.DialContext(ctx, "unix", goPath(o.Path))
	}
	local, ok, err := o.local()
	if err != nil {
		return nil, err
	}
	if ok {
		d.LocalAddr = net.TCPAddrFromAddrPort(local)
	}
	conn, err := d.DialContext(ctx, tcpNetwork(o.Address.Addr()), o.Address.String())
	if err != nil {
		return nil, err
	}
	return withDelay(conn)
}

func (hostDialer) listen(ctx context.Context, o ListenOptions) (net.Listener, error) {
	lc := net.ListenConfig{KeepAlive: -1, Control: func(_, _ string, raw syscall.RawConn) error {
		if !o.ReusePort {
			return nil
		}
		return reusePort(raw)
	}}
	lc.SetMultipathTCP(false)
	if o.Path != "" {
		ln, err := lc.Listen(ctx, "unix", goPath(o.Path))
		if errors.Is(err, syscall.ENOENT) {
			err = syscall.EACCES // as on Windows, says libuv
		}
		return withBacklog(ln, err, o)
	}
	address := netip.AddrPortFrom(o.IP, uint16(o.Port)).String()
	ln, err := lc.Listen(ctx, listenNetwork(o), address)
	return withBacklog(ln, err, o)
}

// withBacklog has the kernel keep as many connections waiting as the script
// wants, which Go's net package has no option for.
func withBacklog(ln net.Listener, err error, o ListenOptions) (net.Listener, error) {
	if err != nil {
		return nil, err
	}
	if err := setBacklog(ln, o.backlog()); err != nil {
		return nil, errors.Join(err, ln.Close())
	}
	return hostListener{ln}, nil
}

// hostListener gives its connections Node's defaults.
type hostListener struct{ net.Listener }

func (l hostListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return withDelay(conn)
}

// withDelay turns Nagle's algorithm on, which Go turns off.
func withDelay(conn net.Conn) (net.Conn, error) {
	tcp, ok := conn.(*net.TCPConn)
	if !ok {
		return conn, nil
	}
	if err := tcp.SetNoDelay(false); err != nil && !isGone(err) {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// isGone: the other side has reset the connection already, which some systems
// report when an option is set. The first read will tell the owner.
func isGone(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ECONNRESET)
}
