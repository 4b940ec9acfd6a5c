//go:build unix

package transport

import (
	"context"
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// eachBinding runs a test on every network that can bind, once with a TCP
// socket and once with a socket file.
func eachBinding(t *testing.T, test func(r *rig, e endpoint, o BindOptions)) {
	for _, e := range endpoints(t) {
		o := BindOptions{IP: e.listen.IP}
		if e.listen.Path != "" {
			o = BindOptions{Path: &e.listen.Path}
		}
		t.Run(e.name, func(t *testing.T) {
			eachTransport(t, func(r *rig) {
				if r.name == "custom" {
					_, err := r.net.Bind(o)
					wantCode(r.t, err, "bind", "ENOTSUP")
					return
				}
				test(r, e, o)
				r.run()
				wantNoFile(r.t, o)
			})
		})
	}
}

func (r *rig) bind(o BindOptions) Bound {
	r.t.Helper()
	b, err := r.net.Bind(o)
	if err != nil {
		r.t.Fatalf("Bind: %v", err)
	}
	return b
}

func wantNoFile(t testing.TB, o BindOptions) {
	t.Helper()
	if o.Path == nil {
		return
	}
	if _, err := os.Stat(*o.Path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the socket file is left: %v", err)
	}
}

func TestBoundListens(t *testing.T) {
	eachBinding(t, func(r *rig, e endpoint, o BindOptions) {
		b := r.bind(o)
		at, err := b.Addr()
		if err != nil || b.FD() < 0 {
			r.t.Fatalf("Addr: %v, FD %d", err, b.FD())
		}
		l, err := b.Listen(0)
		if err != nil {
			r.t.Fatal(err)
		}
		if addr, err := l.Addr(); addr != at || err != nil {
			r.t.Errorf("listens at %v (%v), was bound to %v", addr, err, at)
		}
		r.pairOn(l, e, func(client, server Conn) { closeAll(client, server) })
	})
}

func TestBoundConnects(t *testing.T) {
	eachBinding(t, func(r *rig, e endpoint, o BindOptions) {
		if e.listen.Path != "" {
			e.listen.Path += ".server"
		}
		l := r.listen(e.listen)
		target := e.connect(l)
		if e.listen.Path != "" {
			target.Path = e.listen.Path
		}
		b := r.bind(o)
		at, err := b.Addr()
		if err != nil {
			r.t.Fatal(err)
		}
		c, err := b.Conn()
		if err != nil {
			r.t.Fatal(err)
		}
		var from Addr
		l.Start(func(server Conn, err error) {
			if err == nil {
				from, err = server.RemoteAddr()
			}
			if err != nil {
				r.t.Error(err)
			}
			l.Close(nil)
			closeAll(server, c)
		})
		err = c.Connect(target, func(err error) {
			if err != nil {
				r.t.Errorf("connect: %v", err)
			}
		})
		if err != nil {
			r.t.Errorf("Connect: %v", err)
		}
		r.run()
		if from != at {
			r.t.Errorf("connected from %v, was bound to %v", from, at)
		}
	})
}

func TestBoundRefused(t *testing.T) {
	eachBinding(t, func(r *rig, e endpoint, o BindOptions) {
		target := ConnectOptions{Path: filepath.Join(r.t.TempDir(), "none")}
		code := "ENOENT"
		if o.Path == nil {
			target, code = ConnectOptions{Address: netip.AddrPortFrom(o.IP, 1)}, "ECONNREFUSED"
		}
		c, err := r.bind(o).Conn()
		if err != nil {
			r.t.Fatal(err)
		}
		var failure error
		err = c.Connect(target, func(err error) {
			failure = err
			closeAll(c)
		})
		if err != nil {
			r.t.Fatalf("Connect: %v", err)
		}
		r.run()
		wantCode(r.t, failure, "connect", code)
	})
}

func TestBoundUnused(t *testing.T) {
	eachBinding(t, func(r *rig, e endpoint, o BindOptions) { r.bind(o).Close() })
}

// Closing the network closes what a script has left bound.
func TestBoundLeftOpen(t *testing.T) {
	eachBinding(t, func(r *rig, e endpoint, o BindOptions) {
		r.bind(o)
		r.net.Close()
	})
}

func TestBindFailures(t *testing.T) {
	for _, tt := range []struct {
		name string
		path string
		ip   string
		code string
	}{
		{"not ours", "", "192.0.2.1", "EADDRNOTAVAIL"},
		{"too long", string(make([]byte, 300)), "", "EINVAL"},
		{"no directory", filepath.Join(t.TempDir(), "none", "socket"), "", "EACCES"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			eachTransport(t, func(r *rig) {
				o := BindOptions{Path: &tt.path}
				if tt.ip != "" {
					o = BindOptions{IP: netip.MustParseAddr(tt.ip)}
				}
				if r.name == "custom" {
					tt.code = "ENOTSUP"
				}
				_, err := r.net.Bind(o)
				wantCode(r.t, err, "bind", tt.code)
			})
		})
	}
}

// The policy is asked about a path when it is bound, and about TCP when it is
// known what for.
func TestBindPolicy(t *testing.T) {
	for _, pumps := range []bool{false, true} {
		var asked []Target
		policy := func(_ context.Context, target Target) error {
			asked = append(asked, target)
			return errPolicy
		}
		r := newRig(t, Host(HostOptions{Policy: policy, Pumps: pumps}))
		path := filepath.Join(t.TempDir(), "socket")
		_, err := r.net.Bind(BindOptions{Path: &path})
		wantCode(t, err, "listen", "EACCES")

		tcp := BindOptions{IP: netip.MustParseAddr("127.0.0.1")}
		b := r.bind(tcp)
		at, err := b.Addr()
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.Listen(0)
		wantCode(t, err, "listen", "EACCES")

		c, err := r.bind(tcp).Conn()
		if err != nil {
			t.Fatal(err)
		}
		remote := netip.MustParseAddrPort("192.0.2.1:80")
		wantCode(t, c.Connect(ConnectOptions{Address: remote}, nil), "connect", "EACCES")
		closeAll(c)

		want := []Target{
			{Op: OpListen, Path: path},
			{Op: OpListen, Addr: netip.AddrPortFrom(tcp.IP, uint16(at.Port))},
			{Op: OpConnect, Addr: remote},
		}
		if !slices.Equal(asked, want) {
			t.Errorf("asked about\n%+v\nwant\n%+v", asked, want)
		}
		r.run()
		r.close()
	}
}
