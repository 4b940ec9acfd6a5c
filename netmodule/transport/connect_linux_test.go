package transport

import (
	"bytes"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// option reads a socket option of c.
func option(t testing.TB, c Conn, level, name int) int {
	t.Helper()
	n, err := unix.GetsockoptInt(c.FD(), level, name)
	if err != nil {
		t.Errorf("getsockopt: %v", err)
	}
	return n
}

// checkOptions looks for what TestOptionsBeforeConnect has set.
func checkOptions(r *rig, c Conn) {
	if r.name == "custom" {
		if c.FD() != -1 {
			r.t.Errorf("FD = %d for a connection that shows none", c.FD())
		}
		return
	}
	for _, tt := range []struct {
		name         string
		level, which int
		want         int
	}{
		{"TCP_NODELAY", unix.IPPROTO_TCP, unix.TCP_NODELAY, 1},
		{"SO_KEEPALIVE", unix.SOL_SOCKET, unix.SO_KEEPALIVE, 1},
		{"TCP_KEEPIDLE", unix.IPPROTO_TCP, unix.TCP_KEEPIDLE, 7},
		{"TCP_KEEPINTVL", unix.IPPROTO_TCP, unix.TCP_KEEPINTVL, 1},
		{"TCP_KEEPCNT", unix.IPPROTO_TCP, unix.TCP_KEEPCNT, 10},
		{"IP_TOS", unix.IPPROTO_IP, unix.IP_TOS, 16},
	} {
		if got := option(r.t, c, tt.level, tt.which); got != tt.want {
			r.t.Errorf("%s = %d, want %d", tt.name, got, tt.want)
		}
	}
	if tos, err := c.TypeOfService(); err != nil || tos != 16 {
		r.t.Errorf("TypeOfService = %d, %v", tos, err)
	}
	flags, err := unix.FcntlInt(uintptr(c.FD()), unix.F_GETFD, 0)
	if err != nil || flags&unix.FD_CLOEXEC == 0 {
		r.t.Errorf("descriptor flags %#x, %v: not close-on-exec", flags, err)
	}
}

// A connection begins with the system's defaults, as on Node.
func TestDefaultOptions(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return // the embedder's choice
		}
		r.tcpPair(func(client, server Conn) {
			for _, c := range []Conn{client, server} {
				if option(r.t, c, unix.IPPROTO_TCP, unix.TCP_NODELAY) != 0 {
					r.t.Error("TCP_NODELAY is on")
				}
				if option(r.t, c, unix.SOL_SOCKET, unix.SO_KEEPALIVE) != 0 {
					r.t.Error("SO_KEEPALIVE is on")
				}
			}
			idle := option(r.t, client, unix.IPPROTO_TCP, unix.TCP_KEEPIDLE)
			if err := client.SetKeepAlive(true, KeepAlive{}); err != nil {
				r.t.Errorf("SetKeepAlive: %v", err)
			}
			if option(r.t, client, unix.SOL_SOCKET, unix.SO_KEEPALIVE) != 1 ||
				option(r.t, client, unix.IPPROTO_TCP, unix.TCP_KEEPIDLE) != idle {
				r.t.Error("keep-alive without a delay changes the delay")
			}
			if err := client.SetKeepAlive(true, KeepAlive{Delay: 3 * time.Second, Interval: 2 * time.Second, Count: 4}); err != nil {
				r.t.Errorf("SetKeepAlive: %v", err)
			}
			if option(r.t, client, unix.IPPROTO_TCP, unix.TCP_KEEPINTVL) != 2 ||
				option(r.t, client, unix.IPPROTO_TCP, unix.TCP_KEEPCNT) != 4 {
				r.t.Error("interval and count are not set")
			}
			if err := client.SetKeepAlive(false, KeepAlive{}); err != nil {
				r.t.Errorf("SetKeepAlive: %v", err)
			}
			if option(r.t, client, unix.SOL_SOCKET, unix.SO_KEEPALIVE) != 0 {
				r.t.Error("keep-alive stays on")
			}
			closeAll(client, server)
		})
		r.run()
	})
}

// On UNIX sockets the TCP options mean nothing and succeed.
func TestOptionsOnUnixSocket(t *testing.T) {
	eachTransport(t, func(r *rig) {
		unixSocket := endpoints(r.t)[len(endpoints(r.t))-1]
		r.pair(unixSocket, func(client, server Conn) {
			for _, c := range []Conn{client, server} {
				if err := c.SetNoDelay(true); err != nil {
					r.t.Errorf("SetNoDelay: %v", err)
				}
				if err := c.SetKeepAlive(true, KeepAlive{Delay: time.Second}); err != nil {
					r.t.Errorf("SetKeepAlive: %v", err)
				}
				if err := c.SetTypeOfService(16); err != nil {
					r.t.Errorf("SetTypeOfService: %v", err)
				}
				if tos, err := c.TypeOfService(); err != nil || tos != 0 {
					r.t.Errorf("TypeOfService = %d, %v", tos, err)
				}
			}
			closeAll(client, server)
		})
		r.run()
	})
}

// An interrupted system call is made again.
func TestSignalStorm(t *testing.T) {
	eachTransport(t, func(r *rig) {
		payload := bytes.Repeat([]byte("x"), 4<<20)
		var got recorder
		r.tcpPair(func(client, server Conn) {
			got.onData = func([]byte) {
				if err := unix.Tgkill(unix.Getpid(), unix.Gettid(), unix.SIGURG); err != nil {
					r.t.Errorf("tgkill: %v", err)
				}
			}
			got.onEnd = func() { closeAll(client, server) }
			read(server, &got)
			r.write(client, payload, nil)
			client.Shutdown(func(error) {})
		})
		r.run()
		if !bytes.Equal(got.data, payload) {
			r.t.Errorf("%d bytes of %d", len(got.data), len(payload))
		}
	})
}
