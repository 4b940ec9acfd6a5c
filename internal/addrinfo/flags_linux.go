package addrinfo

// Hints of a lookup.
const (
	AddrConfig = 0x20 // only families that the host has an address of
	All        = 0x10 // with V4Mapped, IPv6 and mapped IPv4 addresses
	V4Mapped   = 0x8  // IPv4 addresses as IPv6 ones when there are no others
)
