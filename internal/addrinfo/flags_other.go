//go:build !linux

package addrinfo

// Hints of a lookup, as on macOS, FreeBSD and Windows.
const (
	AddrConfig = 0x400 // only families that the host has an address of
	All        = 0x100 // with V4Mapped, IPv6 and mapped IPv4 addresses
	V4Mapped   = 0x800 // IPv4 addresses as IPv6 ones when there are no others
)
