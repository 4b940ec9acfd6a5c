package netmodule

import (
	"net/netip"
	"strings"
)

// ipFamily is net.isIP: 4, 6 or 0. It follows Node's grammar: no leading
// zeros in IPv4, zones of any characters in IPv6.
func ipFamily(s string) int {
	switch {
	case isIPv4(s):
		return 4
	case isIPv6(s):
		return 6
	}
	return 0
}

func isIPv4(s string) bool {
	if strings.Contains(s, ":") {
		return false
	}
	addr, err := netip.ParseAddr(s)
	return err == nil && addr.Is4()
}

func isIPv6(s string) bool {
	host, zone, zoned := strings.Cut(s, "%")
	if zoned && (zone == "" || !validZone(zone)) {
		return false
	}
	if !strings.Contains(host, ":") {
		return false
	}
	_, err := netip.ParseAddr(host)
	return err == nil
}

func validZone(zone string) bool {
	for _, c := range zone {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		case c == '-' || c == '.' || c == ':':
		default:
			return false
		}
	}
	return true
}
