package transport

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"testing"
)

// fakeResolver answers as it is told.
type fakeResolver func(ctx context.Context, network, host string) ([]netip.Addr, error)

func (f fakeResolver) LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error) {
	return f(ctx, network, host)
}

func TestLookup(t *testing.T) {
	notFound := &net.DNSError{Err: "no such host", IsNotFound: true}
	for _, tt := range []struct {
		name    string
		family  int
		network string
		answer  []netip.Addr
		err     error
		want    []netip.Addr
		code    string
	}{
		{name: "both families", network: "ip",
			answer: []netip.Addr{netip.MustParseAddr("::ffff:192.0.2.1"), netip.MustParseAddr("2001:db8::1")},
			want:   []netip.Addr{netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("2001:db8::1")}},
		{name: "IPv4", family: 4, network: "ip4", answer: []netip.Addr{netip.MustParseAddr("192.0.2.1")},
			want: []netip.Addr{netip.MustParseAddr("192.0.2.1")}},
		{name: "IPv6", family: 6, network: "ip6", err: notFound, code: "ENOTFOUND"},
		{name: "nothing", network: "ip", code: "ENOTFOUND"},
		{name: "no answer", network: "ip", err: &net.DNSError{IsTimeout: true}, code: "EAI_AGAIN"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := newRig(t, Host(HostOptions{Resolver: fakeResolver(
				func(_ context.Context, network, host string) ([]netip.Addr, error) {
					if network != tt.network || host != "example.test" {
						t.Errorf("asked for %s %s", network, host)
					}
					return tt.answer, tt.err
				})}))
			called := false
			r.net.Lookup(LookupOptions{Host: "example.test", Family: tt.family}, func(addrs []netip.Addr, err error) {
				called = true
				if !slices.Equal(addrs, tt.want) {
					t.Errorf("got %v", addrs)
				}
				if tt.code == "" && err != nil {
					t.Errorf("error %v", err)
				}
				if tt.code != "" {
					wantLookupCode(t, err, tt.code)
				}
			})
			r.run() // the lookup alone keeps the loop alive
			if !called {
				t.Error("not called back")
			}
			r.close()
		})
	}
}

// wantLookupCode: ENOTFOUND is Node's own name for EAI_NONAME.
func wantLookupCode(t *testing.T, err error, code string) {
	t.Helper()
	var sys interface{ Error() string }
	if !errors.As(err, &sys) || sys.Error() != "getaddrinfo "+code {
		t.Errorf("error %v, want getaddrinfo %s", err, code)
	}
}

// Closing the network ends lookups without a callback.
func TestLookupAbandoned(t *testing.T) {
	asked := make(chan struct{})
	r := newRig(t, Host(HostOptions{Resolver: fakeResolver(
		func(ctx context.Context, _, _ string) ([]netip.Addr, error) {
			close(asked)
			<-ctx.Done()
			return nil, ctx.Err()
		})}))
	r.net.Lookup(LookupOptions{Host: "example.test"}, func([]netip.Addr, error) { t.Error("called back") })
	<-asked
	r.close()
}

func TestLookupHost(t *testing.T) {
	r := newRig(t, Host(HostOptions{}))
	r.net.Lookup(LookupOptions{Host: "localhost", Family: 4}, func(addrs []netip.Addr, err error) {
		if err != nil || !slices.Contains(addrs, netip.MustParseAddr("127.0.0.1")) {
			t.Errorf("localhost is %v, %v", addrs, err)
		}
	})
	r.run()
	r.close()
}
