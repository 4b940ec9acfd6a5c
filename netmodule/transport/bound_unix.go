//go:build unix

package transport

import (
	"net/netip"

	"golang.org/x/sys/unix"
)

// allowBound asks the policy whether the TCP socket may listen where it is
// bound.
func (b *base) allowBound(fd int) error {
	addr, err := addrOf(unix.Getsockname(fd))
	if err != nil {
		return err
	}
	ip, err := netip.ParseAddr(addr.IP)
	if err != nil {
		return err
	}
	return b.allow(Target{Op: OpListen, Addr: netip.AddrPortFrom(ip, uint16(addr.Port))})
}

// removeSocketFile removes the file of a UNIX socket; an empty path has none.
// Somebody else may have removed it, as libuv expects too.
func removeSocketFile(path string) {
	if path != "" {
		_ = unix.Unlink(path)
	}
}
