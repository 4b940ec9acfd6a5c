//go:build unix

package transport

import (
	"errors"
	"net"
	"net/netip"
	"strconv"

	"golang.org/x/sys/unix"
)

// sockaddr is the kernel's form of a TCP address, with its family.
func sockaddr(ap netip.AddrPort) (unix.Sockaddr, int) {
	addr := ap.Addr()
	if addr.Is4() {
		return &unix.SockaddrInet4{Port: int(ap.Port()), Addr: addr.As4()}, unix.AF_INET
	}
	return &unix.SockaddrInet6{Port: int(ap.Port()), Addr: addr.As16(), ZoneId: zoneID(addr.Zone())}, unix.AF_INET6
}

func familyOf(addr netip.Addr) int {
	if addr.Is4() {
		return unix.AF_INET
	}
	return unix.AF_INET6
}

// zoneID is the number of an IPv6 zone, which names an interface or is a
// number itself. An unknown one is 0; the kernel then says EINVAL.
func zoneID(zone string) uint32 {
	if zone == "" {
		return 0
	}
	if ifi, err := net.InterfaceByName(zone); err == nil {
		return uint32(ifi.Index)
	}
	n, err := strconv.ParseUint(zone, 10, 32)
	if err != nil {
		return 0
	}
	return uint32(n)
}

// addrOf is the result of getsockname or getpeername in Node's terms.
func addrOf(sa unix.Sockaddr, err error) (Addr, error) {
	if err != nil {
		return Addr{}, err
	}
	switch sa := sa.(type) {
	case *unix.SockaddrInet4:
		return Addr{IP: netip.AddrFrom4(sa.Addr).String(), Port: sa.Port, Family: "IPv4"}, nil
	case *unix.SockaddrInet6:
		return Addr{IP: ip6Text(sa), Port: sa.Port, Family: "IPv6"}, nil
	case *unix.SockaddrUnix:
		return Addr{Path: unixPath(sa.Name)}, nil
	}
	return Addr{}, unix.EAFNOSUPPORT
}

// ip6Text prints an address as Node does: only link-local ones have a zone.
func ip6Text(sa *unix.SockaddrInet6) string {
	addr := netip.AddrFrom16(sa.Addr)
	if !addr.IsLinkLocalUnicast() || sa.ZoneId == 0 {
		return addr.String()
	}
	zone := strconv.FormatUint(uint64(sa.ZoneId), 10)
	if ifi, err := net.InterfaceByIndex(int(sa.ZoneId)); err == nil {
		zone = ifi.Name
	}
	return addr.WithZone(zone).String()
}

// bindTCP binds fd as libuv does: an address of a connection that has ended
// may be used again at once.
func bindTCP(fd int, ap netip.AddrPort, only6 bool) error {
	if err := unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_REUSEADDR, 1); err != nil {
		return err
	}
	sa, family := sockaddr(ap)
	if family == unix.AF_INET6 {
		if err := unix.SetsockoptInt(fd, unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, boolInt(only6)); err != nil {
			return err
		}
	}
	return unix.Bind(fd, sa)
}

// bindError words what bind(2) says of a path as libuv does.
func bindError(err error) error {
	if errors.Is(err, unix.ENOENT) {
		return unix.EACCES // as on Windows
	}
	return err
}

// shareport lets several sockets have one port.
func shareport(fd int) error { return unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_REUSEPORT, 1) }

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
