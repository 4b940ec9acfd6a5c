package transport

import (
	"net/netip"
	"syscall"
	"time"
)

// defaultBacklog is what Node passes to listen(2).
const defaultBacklog = 511

// ReadBufferSize is libuv's suggestion for one read.
const ReadBufferSize = 64 << 10

func (o ListenOptions) backlog() int {
	if o.Backlog <= 0 {
		return defaultBacklog
	}
	return o.Backlog
}

// local is the address to bind before connecting, if any. It must be of the
// family that is connected to.
func (o ConnectOptions) local() (netip.AddrPort, bool, error) {
	addr := o.LocalAddress
	switch {
	case !addr.IsValid() && o.LocalPort == 0:
		return netip.AddrPort{}, false, nil
	case !addr.IsValid() && o.Address.Addr().Is4():
		addr = netip.IPv4Unspecified()
	case !addr.IsValid():
		addr = netip.IPv6Unspecified()
	case addr.Is4() != o.Address.Addr().Is4():
		return netip.AddrPort{}, false, syscall.EINVAL
	}
	return netip.AddrPortFrom(addr, uint16(o.LocalPort)), true, nil
}

// normal fills in libuv's defaults.
func (k KeepAlive) normal() KeepAlive {
	if k.Interval == 0 {
		k.Interval = time.Second
	}
	if k.Count == 0 {
		k.Count = 10
	}
	return k
}
