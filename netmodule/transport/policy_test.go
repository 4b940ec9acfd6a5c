package transport

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"os"
	"slices"
	"strings"
	"testing"
)

var errPolicy = errors.New("not on the list")

func TestPolicy(t *testing.T) {
	for _, pumps := range []bool{false, true} {
		var asked []Target
		policy := func(ctx context.Context, target Target) error {
			asked = append(asked, target)
			return errPolicy
		}
		r := newRig(t, Host(HostOptions{Policy: policy, Pumps: pumps}))
		refused := func(call string, err error) {
			t.Helper()
			wantCode(t, err, call, "EACCES")
			if !errors.Is(err, errPolicy) || !errors.Is(err, os.ErrPermission) {
				t.Errorf("%v hides its cause", err)
			}
		}
		connect := func(address string) {
			t.Helper()
			_, err := r.net.Connect(ConnectOptions{Address: netip.MustParseAddrPort(address)}, nil)
			refused("connect", err)
		}
		connect("192.0.2.1:80")
		connect("[::ffff:10.0.0.1]:80")
		connect("0.0.0.0:80")
		connect("[::]:80")
		connect("[::ffff:0.0.0.0]:80")
		_, err := r.net.Connect(ConnectOptions{Path: "/run/x"}, nil)
		refused("connect", err)
		_, err = r.net.Listen(ListenOptions{IP: netip.MustParseAddr("0.0.0.0"), Port: 81})
		refused("listen", err)
		_, err = r.net.Listen(ListenOptions{Path: "/run/y"})
		refused("listen", err)
		_, err = r.net.Listen(ListenOptions{FD: 7, HasFD: true})
		refused("open", err)
		_, err = r.net.OpenFD(0)
		refused("open", err)
		want := []Target{
			{Op: OpConnect, Addr: netip.MustParseAddrPort("192.0.2.1:80")},
			{Op: OpConnect, Addr: netip.MustParseAddrPort("10.0.0.1:80")},
			{Op: OpConnect, Addr: netip.MustParseAddrPort("127.0.0.1:80")},
			{Op: OpConnect, Addr: netip.MustParseAddrPort("[::1]:80")},
			{Op: OpConnect, Addr: netip.MustParseAddrPort("127.0.0.1:80")},
			{Op: OpConnect, Path: "/run/x"},
			{Op: OpListen, Addr: netip.MustParseAddrPort("0.0.0.0:81")},
			{Op: OpListen, Path: "/run/y"},
			{Op: OpOpen, FD: 7},
			{Op: OpOpen, FD: 0},
		}
		if len(asked) == len(want) && asked[5].Addr != (netip.AddrPort{}) {
			t.Errorf("address %v for a path", asked[5].Addr)
		}
		if !slices.Equal(asked, want) {
			t.Errorf("asked about\n%+v\nwant\n%+v", asked, want)
		}
		r.run()
		r.close()
	}
}

// What a policy allows works, and it is asked once for each step.
func TestPolicyAllows(t *testing.T) {
	asked := 0
	r := newRig(t, Host(HostOptions{Policy: func(_ context.Context, target Target) error {
		asked++
		if !target.Addr.Addr().IsLoopback() {
			return errPolicy
		}
		return nil
	}}))
	connected := false
	r.tcpPair(func(client, server Conn) {
		connected = true
		closeAll(client, server)
	})
	r.run()
	r.close()
	if !connected || asked != 2 {
		t.Errorf("connected %v, asked %d times", connected, asked)
	}
}

func TestNone(t *testing.T) {
	r := newRig(t, None())
	check := func(call string, err error) {
		t.Helper()
		wantCode(t, err, call, "EACCES")
		if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "no access to the network") {
			t.Errorf("unclear error %v", err)
		}
	}
	_, err := r.net.Connect(loopbackPort(1), nil)
	check("connect", err)
	_, err = r.net.Listen(ListenOptions{})
	check("listen", err)
	_, err = r.net.OpenFD(0)
	check("open", err)
	called := false
	r.net.Lookup(LookupOptions{Host: "localhost"}, func(_ []netip.Addr, err error) {
		called = true
		check("getaddrinfo", err)
	})
	if called {
		t.Error("called back inside Lookup")
	}
	r.run()
	if !called {
		t.Error("Lookup did not call back")
	}
	r.close()
}

func TestCustomRefusals(t *testing.T) {
	r := newRig(t, Custom(CustomOptions{}))
	var failure error
	var c Conn
	c = r.connect(loopbackPort(1), func(err error) { failure = err; closeAll(c) })
	r.run()
	wantCode(t, failure, "connect", "EACCES")
	_, err := r.net.Listen(ListenOptions{IP: netip.IPv6Unspecified()})
	wantCode(t, err, "listen", "EACCES")
	_, err = r.net.OpenFD(0)
	wantCode(t, err, "open", "EACCES")
	_, err = r.net.Listen(ListenOptions{FD: 3, HasFD: true})
	wantCode(t, err, "listen", "EACCES")
	r.close()
}

// The embedder's dialer gets Go's names, and its own errors arrive.
func TestCustomArguments(t *testing.T) {
	var calls []string
	odd := errors.New("wires are crossed")
	r := newRig(t, Custom(CustomOptions{
		Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			r := network + " " + address
			return nil, &net.OpError{Op: "dial", Err: errors.Join(odd, errors.New(r))}
		},
		Listen: func(_ context.Context, network, address string) (net.Listener, error) {
			calls = append(calls, network+" "+address)
			return nil, odd
		},
	}))
	for _, o := range []ConnectOptions{
		{Address: netip.MustParseAddrPort("192.0.2.1:80")},
		{Address: netip.MustParseAddrPort("[2001:db8::1]:80")},
		{Path: "/a/b"},
	} {
		var c Conn
		c = r.connect(o, func(err error) {
			wantCode(t, err, "connect", "UNKNOWN")
			if !errors.Is(err, odd) {
				t.Errorf("%v hides its cause", err)
			}
			calls = append(calls, strings.SplitN(err.Error(), "\n", 2)[1])
			closeAll(c)
		})
		r.run()
	}
	for _, o := range []ListenOptions{
		{IP: netip.IPv4Unspecified(), Port: 1}, {IP: netip.IPv6Unspecified(), Port: 2},
		{IP: netip.IPv6Unspecified(), Port: 3, IPv6Only: true}, {Path: "/c"},
	} {
		_, err := r.net.Listen(o)
		wantCode(t, err, "listen", "UNKNOWN")
	}
	r.run()
	r.close()
	want := []string{
		"tcp4 192.0.2.1:80", "tcp6 [2001:db8::1]:80", "unix /a/b",
		"tcp4 0.0.0.0:1", "tcp [::]:2", "tcp6 [::]:3", "unix /c",
	}
	if !slices.Equal(calls, want) {
		t.Errorf("got %q\nwant %q", calls, want)
	}
}
