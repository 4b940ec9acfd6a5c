package transport

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// SetNoDelay is part of Conn.
func (c *rawConn) SetNoDelay(on bool) error {
	if c.kind != kindTCP {
		return nil
	}
	return c.setOption("setNoDelay", unix.IPPROTO_TCP, unix.TCP_NODELAY, boolInt(on))
}

// SetKeepAlive is part of Conn.
func (c *rawConn) SetKeepAlive(on bool, k KeepAlive) error {
	const name = "setKeepAlive"
	if c.kind != kindTCP {
		return nil
	}
	if err := c.setOption(name, unix.SOL_SOCKET, unix.SO_KEEPALIVE, boolInt(on)); err != nil || !on || k.Delay == 0 {
		return err
	}
	k = k.normal()
	if err := c.setOption(name, unix.IPPROTO_TCP, unix.TCP_KEEPIDLE, seconds(k.Delay)); err != nil {
		return err
	}
	if err := c.setOption(name, unix.IPPROTO_TCP, unix.TCP_KEEPINTVL, seconds(k.Interval)); err != nil {
		return err
	}
	return c.setOption(name, unix.IPPROTO_TCP, unix.TCP_KEEPCNT, k.Count)
}

func seconds(d time.Duration) int { return int(d / time.Second) }

// SetTypeOfService is part of Conn.
func (c *rawConn) SetTypeOfService(tos int) error {
	if c.kind != kindTCP {
		return nil
	}
	level, option := c.tosOption()
	return c.setOption("setTypeOfService", level, option, tos)
}

// TypeOfService is part of Conn.
func (c *rawConn) TypeOfService() (int, error) {
	if c.kind != kindTCP {
		return 0, nil
	}
	level, option := c.tosOption()
	tos, err := unix.GetsockoptInt(c.fd, level, option)
	if err != nil {
		return 0, nodeerr.FromGo(err, "getTypeOfService")
	}
	return tos, nil
}

// tosOption depends on the family of the socket.
func (c *rawConn) tosOption() (level, option int) {
	family, err := unix.GetsockoptInt(c.fd, unix.SOL_SOCKET, unix.SO_DOMAIN)
	if err == nil && family == unix.AF_INET6 {
		return unix.IPPROTO_IPV6, unix.IPV6_TCLASS
	}
	return unix.IPPROTO_IP, unix.IP_TOS
}

func (c *rawConn) setOption(name string, level, option, value int) error {
	if err := unix.SetsockoptInt(c.fd, level, option, value); err != nil {
		return nodeerr.FromGo(err, name)
	}
	return nil
}
