package eventloop

import (
	"testing"

	"golang.org/x/sys/unix"
)

// BenchmarkReady is a turn with one ready descriptor. "epoll_wait" is what the
// system call alone takes.
func BenchmarkReady(b *testing.B) {
	near, far := pair(b)
	send(b, far, "data")
	forEachModeBench(b, func(b *testing.B, l *Loop) {
		p, ok := l.Poller()
		if !ok {
			b.Skip("there is no poller in this mode")
		}
		var w Watcher
		release := l.Hold()
		add(b, p, &w, near, Readable, func(Events) {
			if !b.Loop() {
				release()
			}
		})
		run(b, l)
		remove(b, p, &w)
	})
	b.Run("epoll_wait", func(b *testing.B) {
		e, err := newEpoll()
		if err != nil {
			b.Fatal(err)
		}
		w := blockingWaiter{e}
		defer w.close()
		ev := unix.EpollEvent{Events: unix.EPOLLIN}
		if err := unix.EpollCtl(e.fd, unix.EPOLL_CTL_ADD, near, &ev); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if n, err := unix.EpollWait(e.fd, e.events, -1); n != 1 || err != nil {
				b.Fatal(n, err)
			}
		}
	})
}
