package transport

import (
	"net"
	"net/netip"

	"github.com/gonode/gonode/internal/nodeerr"
)

// The Set methods ask the net.Conn for the methods of *net.TCPConn, which
// types that wrap one usually have too. Where they are missing, the option has
// no meaning and setting it succeeds.

// whenConnected applies an option now, or as soon as there is a connection.
// What a socket says to an option then has no reader, as on Node.
func (c *pumpConn) whenConnected(name string, apply func() error) error {
	switch {
	case c.closing:
		return nodeerr.FromCode("EBADF", name, nil)
	case c.conn == nil:
		c.early = append(c.early, func() { _ = apply() })
		return nil
	}
	if err := apply(); err != nil {
		return nodeerr.FromGo(err, name)
	}
	return nil
}

// SetNoDelay is part of Conn.
func (c *pumpConn) SetNoDelay(on bool) error {
	return c.whenConnected("setNoDelay", func() error {
		if tcp, ok := c.conn.(interface{ SetNoDelay(bool) error }); ok {
			return tcp.SetNoDelay(on)
		}
		return nil
	})
}

// SetKeepAlive is part of Conn.
func (c *pumpConn) SetKeepAlive(on bool, k KeepAlive) error {
	const unchanged = -1
	config := net.KeepAliveConfig{Enable: on, Idle: unchanged, Interval: unchanged, Count: unchanged}
	if k.Delay != 0 {
		k = k.normal()
		config.Idle, config.Interval, config.Count = k.Delay, k.Interval, k.Count
	}
	return c.whenConnected("setKeepAlive", func() error {
		if tcp, ok := c.conn.(interface {
			SetKeepAliveConfig(net.KeepAliveConfig) error
		}); ok {
			return tcp.SetKeepAliveConfig(config)
		}
		return nil
	})
}

// SetTypeOfService is part of Conn.
func (c *pumpConn) SetTypeOfService(tos int) error {
	return c.whenConnected("setTypeOfService", func() error { return setTOS(c.conn, tos) })
}

// TypeOfService is part of Conn.
func (c *pumpConn) TypeOfService() (int, error) {
	if c.closing || c.conn == nil {
		return 0, nodeerr.FromCode("EBADF", "getTypeOfService", nil)
	}
	tos, err := getTOS(c.conn)
	if err != nil {
		return 0, nodeerr.FromGo(err, "getTypeOfService")
	}
	return tos, nil
}

// LocalAddr is part of Conn.
func (c *pumpConn) LocalAddr() (Addr, error) {
	if c.closing || c.conn == nil {
		return Addr{}, nodeerr.FromCode("EBADF", "getsockname", nil)
	}
	return addrOfGo(c.conn.LocalAddr()), nil
}

// RemoteAddr is part of Conn.
func (c *pumpConn) RemoteAddr() (Addr, error) {
	if c.closing || c.conn == nil {
		return Addr{}, nodeerr.FromCode("ENOTCONN", "getpeername", nil)
	}
	return addrOfGo(c.conn.RemoteAddr()), nil
}

// FD is part of Conn.
func (c *pumpConn) FD() int {
	if c.closing || c.conn == nil {
		return -1
	}
	if c.outside != nil {
		return c.outside.fd
	}
	return fdOf(c.conn)
}

// addrOfGo puts any net.Addr into Node's terms. What is not an IP address with
// a port is taken for a path.
func addrOfGo(addr net.Addr) Addr {
	switch addr := addr.(type) {
	case nil:
		return Addr{}
	case *net.TCPAddr:
		return addrOfIP(addr.AddrPort())
	case *net.UnixAddr:
		return Addr{Path: unixPath(addr.Name)}
	}
	if ap, err := netip.ParseAddrPort(addr.String()); err == nil {
		return addrOfIP(ap)
	}
	return Addr{Path: addr.String()}
}

func addrOfIP(ap netip.AddrPort) Addr {
	a := Addr{IP: ap.Addr().String(), Port: int(ap.Port()), Family: "IPv6"}
	if ap.Addr().Is4() {
		a.Family = "IPv4"
	}
	return a
}
