package netmodule

import (
	"net/netip"
	"testing"
)

// TestIPFamily has Node's answers.
func TestIPFamily(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"127.0.0.1", 4},
		{"0.0.0.0", 4},
		{"255.255.255.255", 4},
		{"256.0.0.1", 0},
		{"01.2.3.4", 0},
		{"1.2.3", 0},
		{"1.2.3.4.5", 0},
		{"", 0},
		{"::", 6},
		{"::1", 6},
		{"::ffff:1.2.3.4", 6},
		{"fe80::1%eth0", 6},
		{"fe80::1%", 0},
		{"1::2::3", 0},
		{"12345::", 0},
		{"::1.2.3.4", 6},
		{"::ffff:1.2.3.400", 0},
		{"fe80::1%a b", 0},
		{"fe80::1%25-x.y:z", 6},
		{"0000:0000:0000:0000:0000:0000:0000:0000", 6},
		{"00000::1", 0},
		{"a:b:c:d:e:f:1:2", 6},
		{"a:b:c:d:e:f:1:2:3", 0},
		{" 127.0.0.1", 0},
		{"127.0.0.1\n", 0},
		{"0x7f.0.0.1", 0},
		{"::%eth0", 6},
		{"1:2:3:4:5:6:1.2.3.4", 6},
		{"localhost", 0},
		{"2001:252:0:1::2008:6:", 0},
		{"2001:dead::", 6},
		{"::1%_", 0},
	} {
		if got := ipFamily(c.text); got != c.want {
			t.Errorf("ipFamily(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}

// FuzzIPFamily: what counts as an address must be one for Go, too.
func FuzzIPFamily(f *testing.F) {
	for _, s := range []string{"127.0.0.1", "::1", "fe80::1%eth0", "1.2.3", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		family := ipFamily(s)
		if family == 0 {
			return
		}
		addr, err := netip.ParseAddr(s)
		if err != nil {
			t.Fatalf("ipFamily(%q) = %d, but %v", s, family, err)
		}
		if addr.Is4() != (family == 4) {
			t.Fatalf("ipFamily(%q) = %d", s, family)
		}
	})
}
