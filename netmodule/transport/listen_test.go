package transport

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

func TestListenFailures(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	taken, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	loopback := netip.MustParseAddr("127.0.0.1")
	for _, tt := range []struct {
		name    string
		options ListenOptions
		code    string
		cause   error
	}{
		{"taken", ListenOptions{IP: loopback, Port: port}, "EADDRINUSE", syscall.EADDRINUSE},
		{"not ours", ListenOptions{IP: netip.MustParseAddr("192.0.2.1")}, "EADDRNOTAVAIL", syscall.EADDRNOTAVAIL},
		{"file in the way", ListenOptions{Path: file}, "EADDRINUSE", syscall.EADDRINUSE},
		{"no such directory", ListenOptions{Path: filepath.Join(dir, "none", "socket")}, "EACCES", syscall.EACCES},
	} {
		t.Run(tt.name, func(t *testing.T) {
			eachTransport(t, func(r *rig) {
				_, err := r.net.Listen(tt.options)
				if tt.code == "EACCES" && r.name == "custom" {
					return // the embedder's own error
				}
				wantCode(r.t, err, "listen", tt.code)
				if !errors.Is(err, tt.cause) {
					r.t.Errorf("%v hides %v", err, tt.cause)
				}
				r.run()
			})
		})
	}
}

func TestListenTwice(t *testing.T) {
	eachTransport(t, func(r *rig) {
		for _, e := range endpoints(r.t) {
			l := r.listen(e.listen)
			o := e.listen
			if o.Path == "" {
				addr, err := l.Addr()
				if err != nil {
					r.t.Fatal(err)
				}
				o.Port = addr.Port
			}
			_, err := r.net.Listen(o)
			wantCode(r.t, err, "listen", "EADDRINUSE")
			closed := false
			l.Close(func() { closed = true })
			l.Close(nil)
			again := r.listen(o) // free at once
			again.Close(nil)
			r.run()
			if !closed {
				r.t.Error("Close did not call back")
			}
		}
	})
}

func TestReusePort(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no SO_REUSEPORT")
	}
	eachTransport(t, func(r *rig) {
		o := ListenOptions{IP: netip.MustParseAddr("127.0.0.1"), ReusePort: true}
		l, err := r.net.Listen(o)
		if r.name == "custom" {
			wantCode(r.t, err, "listen", "ENOTSUP")
			return
		}
		if err != nil {
			r.t.Fatal(err)
		}
		addr, err := l.Addr()
		if err != nil {
			r.t.Fatal(err)
		}
		o.Port = addr.Port
		second := r.listen(o)
		second.Close(nil)
		l.Close(nil)
		r.run()
	})
}

// An IPv6 listener takes IPv4 connections, unless told otherwise.
func TestDualStack(t *testing.T) {
	if !hasIPv6() {
		t.Skip("no IPv6 here")
	}
	eachTransport(t, func(r *rig) {
		for _, only := range []bool{false, true} {
			l := r.listen(ListenOptions{IP: netip.IPv6Unspecified(), IPv6Only: only})
			addr, err := l.Addr()
			if err != nil || addr.IP != "::" || addr.Family != "IPv6" {
				r.t.Errorf("listens at %+v, %v", addr, err)
			}
			l.Start(func(c Conn, err error) {
				if only {
					r.t.Error("IPv4 connection on an IPv6-only listener")
				}
				if peer, err := c.RemoteAddr(); err != nil || peer.IP != "::ffff:127.0.0.1" || peer.Family != "IPv6" {
					r.t.Errorf("peer %+v, %v", peer, err)
				}
				closeAll(c)
			})
			var c Conn
			c = r.connect(loopbackPort(addr.Port), func(err error) {
				if (err != nil) != only {
					r.t.Errorf("IPv6Only %v: connect %v", only, err)
				}
				if err != nil {
					closeAll(c)
				}
				r.turns(3, func() { l.Close(nil) })
			})
			read(c, &recorder{onEnd: func() { closeAll(c) }})
			r.run()
		}
	})
}

func TestAddresses(t *testing.T) {
	eachTransport(t, func(r *rig) {
		for _, e := range endpoints(r.t) {
			r.pair(e, func(client, server Conn) {
				defer closeAll(client, server)
				get := func(addr Addr, err error) Addr {
					if err != nil {
						r.t.Errorf("%s: %v", e.name, err)
					}
					return addr
				}
				if a, b := get(client.LocalAddr()), get(server.RemoteAddr()); a != b {
					r.t.Errorf("%s: client is %+v, server sees %+v", e.name, a, b)
				}
				a, b := get(client.RemoteAddr()), get(server.LocalAddr())
				if a != b {
					r.t.Errorf("%s: server is %+v, client sees %+v", e.name, b, a)
				}
				if e.listen.Path == "" {
					want := Addr{IP: e.listen.IP.String(), Port: a.Port, Family: "IPv4"}
					if e.listen.IP.Is6() {
						want.Family = "IPv6"
					}
					if a != want || a.Port == 0 {
						r.t.Errorf("%s: %+v", e.name, a)
					}
				} else if (b != Addr{Path: e.listen.Path}) {
					r.t.Errorf("%s: %+v", e.name, b)
				}
			})
			r.run()
		}
	})
}

func TestSocketFile(t *testing.T) {
	for _, tt := range []struct {
		readable, writable bool
		mode               fs.FileMode // 0: what the umask makes
	}{
		{false, false, 0}, {true, false, 0o444}, {false, true, 0o222}, {true, true, 0o666},
	} {
		eachTransport(t, func(r *rig) {
			if r.name == "custom" && tt.mode != 0 {
				_, err := r.net.Listen(ListenOptions{Path: "x", ReadableAll: tt.readable, WritableAll: tt.writable})
				wantCode(r.t, err, "listen", "ENOTSUP")
				return
			}
			path := filepath.Join(r.t.(*testing.T).TempDir(), "s")
			l := r.listen(ListenOptions{Path: path, ReadableAll: tt.readable, WritableAll: tt.writable})
			info, err := os.Stat(path)
			if err != nil {
				r.t.Fatal(err)
			}
			if tt.mode != 0 && info.Mode().Perm() != tt.mode {
				r.t.Errorf("mode %o, want %o", info.Mode().Perm(), tt.mode)
			}
			l.Close(nil)
			if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
				r.t.Errorf("after Close: %v", err)
			}
			r.run()
		})
	}
}

// Names that Go's net package would take for something else.
func TestOddPaths(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	paths := []string{"@socket", "./plain", "ünïcode"}
	if runtime.GOOS == "linux" {
		paths = append(paths, "\x00gonode-test-abstract")
	}
	for _, path := range paths {
		eachTransport(t, func(r *rig) {
			if r.name == "custom" && path == "@socket" {
				return // the embedder reads paths in his own way
			}
			l := r.listen(ListenOptions{Path: path})
			if !isAbstract(path) {
				if _, err := os.Stat(filepath.Join(dir, path)); err != nil {
					r.t.Errorf("socket file: %v", err)
				}
			}
			l.Start(func(c Conn, err error) {
				closeAll(c)
				l.Close(nil)
			})
			var got recorder
			c := r.connect(ConnectOptions{Path: path}, func(err error) {
				if err != nil {
					r.t.Errorf("connect: %v", err)
				}
			})
			got.onEnd = func() { closeAll(c) }
			read(c, &got)
			r.run()
			if !got.ended {
				r.t.Errorf("%q: nobody was there", path)
			}
		})
	}
}

// Connections made before Start wait for it.
func TestListenerStartsLate(t *testing.T) {
	eachTransport(t, func(r *rig) {
		l := r.listen(endpoints(r.t)[0].listen)
		started := false
		var c Conn
		c = r.connect(endpoints(r.t)[0].connect(l), func(err error) {
			r.turns(5, func() {
				started = true
				l.Start(func(server Conn, err error) {
					if !started {
						r.t.Error("accepted before Start")
					}
					closeAll(server, c)
					l.Close(nil)
				})
			})
		})
		r.run()
	})
}

// A listener gets every connection, one at a time, and may close in between.
func TestManyConnections(t *testing.T) {
	eachTransport(t, func(r *rig) {
		const count = 50
		l := r.listen(endpoints(r.t)[0].listen)
		accepted, ended := 0, 0
		l.Start(func(c Conn, err error) {
			if err != nil {
				r.t.Errorf("accept: %v", err)
				return
			}
			accepted++
			closeAll(c)
			if accepted == count {
				l.Close(nil)
			}
		})
		for range count {
			c := r.connect(endpoints(r.t)[0].connect(l), func(err error) {
				if err != nil {
					r.t.Errorf("connect: %v", err)
				}
			})
			read(c, &recorder{onEnd: func() { ended++; closeAll(c) }})
		}
		r.run()
		if accepted != count || ended != count {
			r.t.Errorf("%d accepted, %d ended, want %d", accepted, ended, count)
		}
	})
}

// brokenListener fails in a way that will not pass.
type brokenListener struct{ net.Listener }

func (brokenListener) Accept() (net.Conn, error) { return nil, errBroken }

var errBroken = errors.New("out of order")

func TestAcceptError(t *testing.T) {
	errs := 0
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t, Custom(CustomOptions{Listen: func(context.Context, string, string) (net.Listener, error) {
		return brokenListener{ln}, nil
	}}))
	l := r.listen(ListenOptions{IP: netip.MustParseAddr("127.0.0.1")})
	l.Start(func(c Conn, err error) {
		errs++
		wantCode(t, err, "accept", "UNKNOWN")
		r.turns(3, func() { l.Close(nil) })
	})
	r.run()
	r.close()
	if errs != 1 {
		t.Errorf("%d errors, want one", errs)
	}
}
