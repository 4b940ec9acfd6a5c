package weburl

import (
	"net/netip"
	"strconv"
	"strings"
	"unicode/utf8"
)

// parseHost is the host parser: it gives the host as it prints.
func parseHost(in string, special bool) (string, bool) {
	if strings.HasPrefix(in, "[") {
		return parseIPv6(in)
	}
	if !special {
		if strings.ContainsAny(in, forbiddenInHost) {
			return "", false
		}
		return encode(in, controlSet), true
	}
	domain := PercentDecode(in)
	if !utf8.ValidString(domain) {
		return "", false
	}
	domain, ok := domainToASCII(domain)
	if !ok || domain == "" || hasForbiddenByte(domain) {
		return "", false
	}
	if endsInNumber(domain) {
		return parseIPv4(domain)
	}
	return domain, true
}

// forbiddenInHost are the standard's "forbidden host code points".
const forbiddenInHost = "\x00\t\n\r #/:<>?@[\\]^|"

// hasForbiddenByte looks for "forbidden domain code points".
func hasForbiddenByte(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c == '%' || c == 0x7f {
			return true
		}
	}
	return strings.ContainsAny(s, forbiddenInHost)
}

// endsInNumber reports whether a domain has to be an IPv4 address.
func endsInNumber(domain string) bool {
	domain = strings.TrimSuffix(domain, ".")
	last := domain[strings.LastIndexByte(domain, '.')+1:]
	if last == "" {
		return false
	}
	if _, ok := parseIPv4Number(last); ok {
		return true
	}
	return strings.Trim(last, "0123456789") == ""
}

func parseIPv4(domain string) (string, bool) {
	parts := strings.Split(strings.TrimSuffix(domain, "."), ".")
	if len(parts) > 4 {
		return "", false
	}
	address := uint64(0)
	for i, part := range parts {
		n, ok := parseIPv4Number(part)
		if !ok {
			return "", false
		}
		if i < len(parts)-1 {
			if n > 0xff {
				return "", false
			}
			address |= n << (24 - 8*i)
			continue
		}
		if n >= 1<<(8*(4-i)) {
			return "", false
		}
		address |= n
	}
	return netip.AddrFrom4([4]byte{byte(address >> 24), byte(address >> 16), byte(address >> 8), byte(address)}).String(), true
}

// parseIPv4Number reads a decimal, octal or hexadecimal number. One that no
// address can hold comes out as some other number of that kind.
func parseIPv4Number(s string) (uint64, bool) {
	if s == "" {
		return 0, false
	}
	radix := 10
	switch {
	case len(s) >= 2 && s[0] == '0' && s[1]|0x20 == 'x':
		s, radix = s[2:], 16
	case len(s) >= 2 && s[0] == '0':
		s, radix = s[1:], 8
	}
	n := uint64(0)
	for i := range len(s) {
		d := unhex(s[i])
		if d < 0 || d >= radix {
			return 0, false
		}
		n = min(n*uint64(radix)+uint64(d), 1<<40)
	}
	return n, true
}

// parseIPv6 reads an address in brackets and prints it in its shortest form.
func parseIPv6(in string) (string, bool) {
	if !strings.HasSuffix(in, "]") || strings.Contains(in, "%") {
		return "", false
	}
	addr, err := netip.ParseAddr(in[1 : len(in)-1])
	if err != nil || !addr.Is6() {
		return "", false
	}
	return "[" + formatIPv6(addr.As16()) + "]", true
}

// formatIPv6 prints also an IPv4-mapped address in hexadecimal, unlike netip.
func formatIPv6(b [16]byte) string {
	var pieces [8]uint64
	for i := range pieces {
		pieces[i] = uint64(b[2*i])<<8 | uint64(b[2*i+1])
	}
	start, end := longestZeros(pieces)
	var out []byte
	for i := 0; i < len(pieces); i++ {
		if i == start {
			out = append(out, "::"...)
			i = end - 1
			continue
		}
		if i > 0 && i != end {
			out = append(out, ':')
		}
		out = strconv.AppendUint(out, pieces[i], 16)
	}
	return string(out)
}

// longestZeros finds the first of the longest runs of two or more zeros.
func longestZeros(pieces [8]uint64) (start, end int) {
	start, end = -1, -1
	for i := 0; i < len(pieces); i++ {
		j := i
		for j < len(pieces) && pieces[j] == 0 {
			j++
		}
		if j-i > max(1, end-start) {
			start, end = i, j
		}
		i = j
	}
	return start, end
}
