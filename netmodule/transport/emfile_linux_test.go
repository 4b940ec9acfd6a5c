package transport

import (
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// exhaustDescriptors makes the next descriptor one too many, until restore.
func exhaustDescriptors(t testing.TB) (restore func()) {
	t.Helper()
	var old unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &old); err != nil {
		t.Fatal(err)
	}
	next, err := unix.Open("/dev/null", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	closeQuietly(next)
	if err := unix.Setrlimit(unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: uint64(next), Max: old.Max}); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := unix.Setrlimit(unix.RLIMIT_NOFILE, &old); err != nil {
			t.Fatal(err)
		}
	}
}

func newClient(t testing.TB) int {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	return fd
}

func connectClient(t testing.TB, fd int, l Listener) {
	addr, err := l.Addr()
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.Connect(fd, &unix.SockaddrInet4{Port: addr.Port, Addr: [4]byte{127, 0, 0, 1}}); err != nil {
		t.Fatal(err)
	}
}

// afterEnd posts fn once the other side of fd has ended.
func (r *rig) afterEnd(fd int, fn func()) {
	go func() {
		var b [1]byte
		n, err := unix.Read(fd, b[:])
		for err == unix.EINTR {
			n, err = unix.Read(fd, b[:])
		}
		if n > 0 {
			r.t.Error("data, expected the end")
		}
		r.loop.Post(fn)
	}()
}

// When descriptors run out, polled listeners refuse connections as libuv does
// and pumps leave them waiting; both go on once there are some again.
func TestOutOfDescriptors(t *testing.T) {
	eachTransport(t, func(r *rig) {
		sheds := strings.HasPrefix(r.name, "epoll")
		l := r.listen(ListenOptions{IP: netip.MustParseAddr("127.0.0.1")})
		accepted := 0
		l.Start(func(c Conn, err error) {
			if err != nil {
				r.t.Errorf("accept: %v", err)
				return
			}
			accepted++
			closeAll(c)
		})
		first, second := newClient(r.t), newClient(r.t)
		defer closeQuietly(first, second)
		restore := exhaustDescriptors(r.t)
		connectClient(r.t, first, l)
		goOn := func() {
			if accepted != 0 {
				r.t.Error("accepted without a descriptor")
			}
			restore()
			connectClient(r.t, second, l)
			r.afterEnd(second, func() { l.Close(nil) })
		}
		if sheds {
			r.afterEnd(first, goOn)
		} else {
			r.loop.NewTimer(goOn).Start(20, false)
		}
		r.run()
		if want := map[bool]int{true: 1, false: 2}[sheds]; accepted != want {
			r.t.Errorf("%d accepted, want %d", accepted, want)
		}
	})
}

// Without even the spare descriptor, a listener rests instead of spinning.
func TestOutOfSpareDescriptors(t *testing.T) {
	r := newRig(t, Host(HostOptions{}))
	l := r.listen(ListenOptions{IP: netip.MustParseAddr("127.0.0.1")}).(*rawListener)
	l.Start(func(c Conn, err error) {
		closeAll(c)
		l.Close(nil)
	})
	client := newClient(t)
	defer closeQuietly(client)
	r.net.(*rawNetwork).spare.close()
	filler := newClient(t) // takes the number that the spare one had
	restore := exhaustDescriptors(t)
	connectClient(t, client, l)
	l.OnReady(0)
	restore()
	if l.watcher.Interest() != 0 || !l.pause.Active() {
		t.Error("the listener does not rest")
	}
	closeQuietly(filler)
	r.run() // ends when the connection is accepted after all
	r.close()
}
