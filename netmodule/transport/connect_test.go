package transport

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gonode/gonode/internal/nodeerr"
)

// unusedPort is a port that nobody listens on: one that was bound just now.
func unusedPort(t testing.TB) int {
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return ln.Addr().(*net.TCPAddr).Port
}

func loopbackPort(port int) ConnectOptions {
	return ConnectOptions{Address: netip.AddrPortFrom(netip.MustParseAddr("127.0.0.1"), uint16(port))}
}

func TestConnectFailures(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name    string
		options ConnectOptions
		cause   syscall.Errno
	}{
		{"refused", loopbackPort(unusedPort(t)), syscall.ECONNREFUSED},
		{"no such path", ConnectOptions{Path: filepath.Join(dir, "none")}, syscall.ENOENT},
		{"nobody behind the path", ConnectOptions{Path: file}, syscall.ECONNREFUSED},
		{"no such abstract name", ConnectOptions{Path: "\x00gonode-none"}, syscall.ECONNREFUSED},
	} {
		t.Run(tt.name, func(t *testing.T) {
			eachTransport(t, func(r *rig) {
				var failure error
				closed, inside := false, true
				var c Conn
				c = r.connect(tt.options, func(err error) {
					if inside {
						r.t.Error("called back inside Connect")
					}
					failure = err
					// Nothing more comes of it, whatever is asked.
					c.ReadStart()
					_, err = c.Write([][]byte{{1}}, nil)
					wantCode(r.t, err, "write", "ENOTCONN")
					r.turns(5, func() { c.Close(func() { closed = true }) })
				})
				read(c, &recorder{onEnd: func() { r.t.Error("end") }, onErr: func(error) { r.t.Error("read error") }})
				inside = false
				r.run()
				want := nodeerr.FromErrno(tt.cause, "").Code
				wantCode(r.t, failure, "connect", want)
				if !errors.Is(failure, tt.cause) {
					r.t.Errorf("%v hides %v", failure, tt.cause)
				}
				if !closed {
					r.t.Error("Close did not call back")
				}
			})
		})
	}
}

func TestConnectPathTooLong(t *testing.T) {
	for _, path := range []string{"/" + strings.Repeat("x", maxPath), "/tmp/a\x00b", "\x00" + strings.Repeat("x", maxPath)} {
		eachTransport(t, func(r *rig) {
			_, err := r.net.Connect(ConnectOptions{Path: path}, func(error) { r.t.Error("called back") })
			wantCode(r.t, err, "connect", "EINVAL")
			_, err = r.net.Listen(ListenOptions{Path: path})
			wantCode(r.t, err, "listen", "EINVAL")
			r.run()
		})
	}
}

func TestConnectCancelled(t *testing.T) {
	eachTransport(t, func(r *rig) {
		for _, e := range endpoints(r.t) {
			l := r.listen(e.listen)
			l.Start(func(c Conn, err error) { closeAll(c) })
			closed := false
			c := r.connect(e.connect(l), func(error) { r.t.Error("called back after Close") })
			c.Close(func() { closed = true; l.Close(nil) })
			r.run()
			if !closed {
				r.t.Error("Close did not call back")
			}
		}
	})
}

// Closing the Conn ends the context of its dial.
func TestDialCancelled(t *testing.T) {
	ended := make(chan struct{})
	r := newRig(t, Custom(CustomOptions{Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		<-ctx.Done()
		close(ended)
		return nil, ctx.Err()
	}}))
	c := r.connect(loopbackPort(1), func(error) { t.Error("called back after Close") })
	r.immediately(func() { c.Close(nil) })
	r.run()
	<-ended
	r.close()
}

// A connection that comes too late is closed.
func TestDialTooLate(t *testing.T) {
	ours, theirs := net.Pipe()
	proceed := make(chan struct{})
	r := newRig(t, Custom(CustomOptions{Dial: func(context.Context, string, string) (net.Conn, error) {
		<-proceed
		return ours, nil
	}}))
	c := r.connect(loopbackPort(1), func(error) { t.Error("called back after Close") })
	c.Close(func() { close(proceed) })
	r.run()
	r.close()
	if _, err := theirs.Write([]byte{1}); err == nil {
		t.Error("the connection is still open")
	}
}

func TestConnectLocalAddress(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			_, err := r.net.Connect(ConnectOptions{
				Address: loopbackPort(1).Address, LocalAddress: netip.IPv6Loopback(),
			}, nil)
			wantCode(r.t, err, "bind", "EINVAL")
			return
		}
		l := r.listen(ListenOptions{IP: netip.MustParseAddr("127.0.0.1")})
		port := unusedPort(r.t)
		l.Start(func(c Conn, err error) {
			if addr, err := c.RemoteAddr(); err != nil || addr.IP != "127.0.0.1" || addr.Port != port {
				r.t.Errorf("connected from %+v, %v; want port %d", addr, err, port)
			}
			closeAll(c)
			l.Close(nil)
		})
		o := endpoints(r.t)[0].connect(l)
		o.LocalAddress, o.LocalPort = netip.MustParseAddr("127.0.0.1"), port
		c := r.connect(o, func(err error) {
			if err != nil {
				r.t.Errorf("connect: %v", err)
			}
		})
		read(c, &recorder{onEnd: func() { closeAll(c) }})
		r.run()
	})
}

// The local address fails in a call of its own, at once or later.
func TestConnectLocalAddressTaken(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return // the embedder chooses local addresses
		}
		for _, tt := range []struct {
			local netip.Addr
			port  int
			codes []string
		}{
			{netip.MustParseAddr("192.0.2.1"), 0, []string{"EADDRNOTAVAIL"}},
			{netip.IPv6Loopback(), 0, []string{"EINVAL"}},
		} {
			o := loopbackPort(unusedPort(r.t))
			o.LocalAddress, o.LocalPort = tt.local, tt.port
			var c Conn
			check := func(err error) { wantCode(r.t, err, "bind", tt.codes...) }
			c, err := r.net.Connect(o, func(err error) { check(err); closeAll(c) })
			if err != nil {
				check(err)
			}
			r.run()
		}
	})
}

// An unroutable address is an error, at once or later, never a crash.
func TestConnectImmediateError(t *testing.T) {
	eachTransport(t, func(r *rig) {
		o := ConnectOptions{Address: netip.MustParseAddrPort("255.255.255.255:1")}
		var c Conn
		check := func(err error) {
			if err == nil {
				r.t.Error("connected to the broadcast address")
				return
			}
			wantCode(r.t, err, "connect", "ENETUNREACH", "EACCES", "EINVAL")
		}
		c, err := r.net.Connect(o, func(err error) { check(err); closeAll(c) })
		if err != nil {
			check(err)
			var sys *nodeerr.System
			if errors.As(err, &sys) && sys.Local != "Local (0.0.0.0:0)" {
				r.t.Errorf("local end %q", sys.Local)
			}
		}
		r.run()
	})
}

// What is set before there is a connection holds for it.
func TestOptionsBeforeConnect(t *testing.T) {
	eachTransport(t, func(r *rig) {
		l := r.listen(endpoints(r.t)[0].listen)
		l.Start(func(c Conn, err error) {
			h := &recorder{onEnd: func() { closeAll(c); l.Close(nil) }}
			// The client may be gone before a goroutine's write is answered.
			r.write(c, []byte("x"), func() { read(c, h) })
		})
		var got recorder
		c := r.connect(endpoints(r.t)[0].connect(l), func(err error) {
			if err != nil {
				r.t.Errorf("connect: %v", err)
			}
		})
		for _, err := range []error{c.SetNoDelay(true), c.SetKeepAlive(true, KeepAlive{Delay: 7 * time.Second}), c.SetTypeOfService(16)} {
			if err != nil {
				r.t.Errorf("option before connect: %v", err)
			}
		}
		c.Unref()
		c.Ref()
		got.onData = func([]byte) {
			checkOptions(r, c)
			closeAll(c)
		}
		read(c, &got) // reading starts by itself
		r.run()
		if string(got.data) != "x" {
			r.t.Errorf("got %q", got.data)
		}
	})
}
