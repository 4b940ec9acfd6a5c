//go:build unix

package transport

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// blocks reports whether the open file description of fd blocks.
func blocks(t testing.TB, fd int) bool {
	t.Helper()
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err != nil {
		t.Fatalf("fcntl(%d): %v", fd, err)
	}
	return flags&unix.O_NONBLOCK == 0
}

func isOpen(fd int) bool {
	_, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return err == nil
}

func dup(t testing.TB, fd int) int {
	t.Helper()
	n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func closeQuietly(fds ...int) {
	for _, fd := range fds {
		_ = unix.Close(fd)
	}
}

func TestOpenPipe(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return // has no descriptors: TestCustomRefusals
		}
		var p [2]int
		if err := unix.Pipe(p[:]); err != nil {
			r.t.Fatal(err)
		}
		// What the parent process would hold.
		kept := [2]int{dup(r.t, p[0]), dup(r.t, p[1])}
		defer closeQuietly(kept[0])
		in, err := r.net.OpenFD(p[0])
		if err != nil {
			r.t.Fatal(err)
		}
		out, err := r.net.OpenFD(p[1])
		if err != nil {
			r.t.Fatal(err)
		}
		if in.FD() != p[0] || out.FD() != p[1] {
			r.t.Errorf("FD = %d and %d, want %v", in.FD(), out.FD(), p)
		}
		for _, get := range []func() (Addr, error){in.LocalAddr, in.RemoteAddr} {
			if addr, err := get(); err != nil || addr != (Addr{}) {
				r.t.Errorf("a pipe has address %+v, %v", addr, err)
			}
		}
		big := make([]byte, 1<<20)
		var got recorder
		got.onEnd = func() { closeAll(in) }
		read(in, &got)
		r.write(out, big, func() {
			out.Shutdown(func(err error) {
				if err != nil {
					r.t.Errorf("shutdown: %v", err)
				}
				out.Close(func() { closeQuietly(kept[1]) })
			})
		})
		r.run()
		if len(got.data) != len(big) || !got.ended {
			r.t.Errorf("%d bytes of %d, ended %v", len(got.data), len(big), got.ended)
		}
		r.net.Close() // a pump may still be at it
		if !blocks(r.t, kept[0]) {
			r.t.Error("the pipe is left non-blocking")
		}
		if isOpen(p[0]) || isOpen(p[1]) {
			r.t.Error("the descriptors are left open")
		}
	})
}

// The standard descriptors stay open, and blocking for everybody else.
func TestOpenStdin(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return
		}
		saved := dup(r.t, unix.Stdin)
		defer func() {
			if err := unix.Dup2(saved, unix.Stdin); err != nil {
				r.t.Error(err)
			}
			closeQuietly(saved)
		}()
		var p [2]int
		if err := unix.Pipe(p[:]); err != nil {
			r.t.Fatal(err)
		}
		defer closeQuietly(p[1])
		if err := unix.Dup2(p[0], unix.Stdin); err != nil {
			r.t.Fatal(err)
		}
		closeQuietly(p[0])
		in, err := r.net.OpenFD(unix.Stdin)
		if err != nil {
			r.t.Fatal(err)
		}
		if in.FD() != unix.Stdin {
			r.t.Errorf("FD = %d", in.FD())
		}
		if _, err := unix.Write(p[1], []byte("typed")); err != nil {
			r.t.Fatal(err)
		}
		var got recorder
		got.onData = func([]byte) { closeAll(in) }
		read(in, &got)
		r.run()
		if string(got.data) != "typed" {
			r.t.Errorf("got %q", got.data)
		}
		r.net.Close()
		if !isOpen(unix.Stdin) {
			r.t.Fatal("standard input is closed")
		}
		if !blocks(r.t, unix.Stdin) {
			r.t.Error("standard input is left non-blocking")
		}
	})
}

func TestOpenUnixSockets(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return
		}
		fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
		if err != nil {
			r.t.Fatal(err)
		}
		kept := dup(r.t, fds[0])
		defer closeQuietly(kept)
		a, err := r.net.OpenFD(fds[0])
		if err != nil {
			r.t.Fatal(err)
		}
		b, err := r.net.OpenFD(fds[1])
		if err != nil {
			r.t.Fatal(err)
		}
		if a.FD() != fds[0] {
			r.t.Errorf("FD = %d, want %d", a.FD(), fds[0])
		}
		var got recorder
		got.onEnd = func() { closeAll(a, b) }
		read(b, &got)
		r.write(a, make([]byte, 1<<20), nil)
		a.Shutdown(func(error) {})
		r.run()
		if len(got.data) != 1<<20 {
			r.t.Errorf("%d bytes", len(got.data))
		}
		if !blocks(r.t, kept) {
			r.t.Error("the socket is left non-blocking")
		}
		if isOpen(fds[0]) || isOpen(fds[1]) {
			r.t.Error("the descriptors are left open")
		}
	})
}

func TestOpenTCPSocket(t *testing.T) {
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return
		}
		fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
		if err != nil {
			r.t.Fatal(err)
		}
		port := ln.Addr().(*net.TCPAddr).Port
		if err := unix.Connect(fd, &unix.SockaddrInet4{Port: port, Addr: [4]byte{127, 0, 0, 1}}); err != nil {
			r.t.Fatal(err)
		}
		peer, err := ln.Accept()
		if err != nil {
			r.t.Fatal(err)
		}
		c, err := r.net.OpenFD(fd)
		if err != nil {
			r.t.Fatal(err)
		}
		if addr, err := c.RemoteAddr(); err != nil || addr != (Addr{IP: "127.0.0.1", Port: port, Family: "IPv4"}) {
			r.t.Errorf("RemoteAddr = %+v, %v", addr, err)
		}
		if err := c.SetNoDelay(true); err != nil {
			r.t.Errorf("SetNoDelay: %v", err)
		}
		var got recorder
		got.onEnd = func() { closeAll(c) }
		read(c, &got)
		if err := peer.Close(); err != nil {
			r.t.Fatal(err)
		}
		r.run()
		if !got.ended {
			r.t.Error("no end")
		}
	})
}

func TestListenFD(t *testing.T) {
	eachTransport(t, func(r *rig) {
		if r.name == "custom" {
			return
		}
		fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
		if err != nil {
			r.t.Fatal(err)
		}
		if err := unix.Bind(fd, &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}); err != nil {
			r.t.Fatal(err)
		}
		l := r.listen(ListenOptions{FD: fd, HasFD: true})
		if l.FD() != fd {
			r.t.Errorf("FD = %d, want %d", l.FD(), fd)
		}
		accepted := false
		l.Start(func(c Conn, err error) {
			accepted = err == nil
			closeAll(c)
			l.Close(nil)
		})
		c := r.connect(endpoints(r.t)[0].connect(l), func(error) {})
		read(c, &recorder{onEnd: func() { closeAll(c) }})
		r.run()
		if !accepted {
			r.t.Error("no connection")
		}
		if isOpen(fd) {
			r.t.Error("the descriptor is left open")
		}
	})
}

func TestOpenRefusals(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	udp, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(udp)
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	dir, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	for _, tt := range []struct {
		fd   int
		kind string
	}{
		{int(file.Fd()), "FILE"}, {int(null.Fd()), "FILE"}, {udp, "UDP"},
		{int(dir.Fd()), "UNKNOWN"}, {9999, "UNKNOWN"}, {-1, "UNKNOWN"},
	} {
		eachTransport(t, func(r *rig) {
			if r.name == "custom" {
				return
			}
			_, err := r.net.OpenFD(tt.fd)
			var typ *FDTypeError
			if !errors.As(err, &typ) || typ.Type != tt.kind || typ.NodeCode() != "ERR_INVALID_FD_TYPE" {
				r.t.Errorf("OpenFD(%d): %v, want %s", tt.fd, err, tt.kind)
			}
			_, err = r.net.Listen(ListenOptions{FD: tt.fd, HasFD: true})
			wantCode(r.t, err, "listen", "EINVAL")
			if tt.fd > 0 && tt.fd < 9999 && !isOpen(tt.fd) {
				r.t.Error("a refused descriptor was closed")
			}
		})
	}
}
