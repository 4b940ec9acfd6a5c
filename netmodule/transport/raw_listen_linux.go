package transport

import (
	"errors"
	"net/netip"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/nodeerr"
)

// rawListener is a listening socket on the loop's poller.
type rawListener struct {
	liveness
	link
	net     *rawNetwork
	watcher eventloop.Watcher

	onConnection func(Conn, error)
	outside      *outsideFD       // what ListenOptions.FD brought
	path         string           // socket file to remove
	pause        *eventloop.Timer // until accepting is tried again

	fd      int
	kind    streamKind
	closing bool
}

var (
	_ Listener               = (*rawListener)(nil)
	_ eventloop.ReadyHandler = (*rawListener)(nil)
)

// Listen is part of Network.
func (n *rawNetwork) Listen(o ListenOptions) (Listener, error) {
	l := &rawListener{net: n, fd: -1}
	var err error
	switch {
	case o.HasFD:
		err = l.openFD(o.FD)
	case o.Path != "":
		err = l.bindPath(o)
	default:
		err = l.bindAddress(o)
	}
	if err == nil && !o.Listening {
		err = unix.Listen(l.fd, o.backlog())
	}
	return l.opened(err)
}

// opened is the listener, unless an error has come on the way to it.
func (l *rawListener) opened(err error) (Listener, error) {
	if err != nil {
		l.abandon()
		var sys *nodeerr.System
		if errors.As(err, &sys) {
			return nil, err // the policy's
		}
		return nil, nodeerr.FromGo(err, "listen")
	}
	l.liveness.init(l.net.loop)
	l.net.open.add(&l.link, l)
	l.net.spare.open()
	return l, nil
}

func (l *rawListener) bindAddress(o ListenOptions) error {
	l.kind = kindTCP
	ap := netip.AddrPortFrom(o.IP, uint16(o.Port))
	if err := l.net.allow(Target{Op: OpListen, Addr: ap}); err != nil {
		return err
	}
	var err error
	if l.fd, err = newSocket(familyOf(o.IP)); err != nil {
		return err
	}
	if o.ReusePort {
		if err := shareport(l.fd); err != nil {
			return err
		}
	}
	return bindTCP(l.fd, ap, o.IPv6Only)
}

func (l *rawListener) bindPath(o ListenOptions) error {
	l.kind = kindUnix
	if err := l.net.allow(Target{Op: OpListen, Path: o.Path}); err != nil {
		return err
	}
	addr, err := newUnixAddr(o.Path)
	if err != nil {
		return err
	}
	if l.fd, err = newSocket(unix.AF_UNIX); err != nil {
		return err
	}
	if err := bindError(addr.bind(l.fd)); err != nil {
		return err
	}
	if isAbstract(o.Path) {
		return nil
	}
	l.path = o.Path
	return chmodSocket(o)
}

// Start is part of Listener.
func (l *rawListener) Start(onConnection func(Conn, error)) {
	l.onConnection = onConnection
	if !l.closing {
		l.setActive(true)
		l.watch()
	}
}

func (l *rawListener) watch() {
	if l.closing {
		return
	}
	if l.watcher.Active() {
		l.net.poller.Modify(&l.watcher, eventloop.Readable)
		return
	}
	if err := l.net.poller.Add(&l.watcher, l.fd, eventloop.Readable, l); err != nil {
		l.net.later(func() { l.onConnection(nil, nodeerr.FromGo(err, "accept")) })
	}
}

// OnReady accepts one connection, as libuv does: others that wait come in the
// following turns, and nobody else waits for them.
func (l *rawListener) OnReady(eventloop.Events) {
	fd, err := acceptFD(l.fd)
	switch {
	case err == nil:
		l.onConnection(l.net.newConn(fd, l.kind), nil)
	case errors.Is(err, unix.EMFILE), errors.Is(err, unix.ENFILE):
		l.outOfFDs()
	case isListenerBroken(err):
		l.net.poller.Modify(&l.watcher, 0)
		l.onConnection(nil, nodeerr.FromGo(err, "accept"))
	}
	// Any other error was the connection's own; it has gone with it.
}

// acceptFD accepts without asking for the peer's address, which few scripts
// want to know.
func acceptFD(fd int) (int, error) {
	for {
		n, _, errno := unix.Syscall6(unix.SYS_ACCEPT4, uintptr(fd), 0, 0, unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0, 0)
		switch errno {
		case 0:
			return int(n), nil
		case unix.EINTR:
		default:
			return -1, errno
		}
	}
}

// isListenerBroken: these errors would come again and again.
func isListenerBroken(err error) bool {
	switch err {
	case unix.EBADF, unix.EINVAL, unix.ENOTSOCK, unix.EOPNOTSUPP, unix.EFAULT:
		return true
	}
	return false
}

// retryDelay is how long a listener rests when it can do nothing with a
// connection that waits, in milliseconds.
const retryDelay = 100

// outOfFDs refuses the connections that wait, for which it gives up the spare
// descriptor; the other side sees them closed. Without a spare one the
// listener rests, since they would be reported without end.
func (l *rawListener) outOfFDs() {
	if l.net.spare.shed(l.fd) {
		return
	}
	l.net.poller.Modify(&l.watcher, 0)
	if l.pause == nil {
		l.pause = l.net.loop.NewTimer(l.watch)
		l.pause.Unref()
	}
	l.pause.Start(retryDelay, false)
}

// Close is part of Listener.
func (l *rawListener) Close(done func()) {
	if done != nil {
		l.net.loop.QueueClose(done)
	}
	if l.closing {
		return
	}
	l.liveness.close()
	l.net.open.remove(&l.link)
	if l.watcher.Active() {
		// Closing the descriptor is next, which ends its watch in any case.
		_ = l.net.poller.Remove(&l.watcher)
	}
	if l.pause != nil {
		l.pause.Stop()
	}
	l.abandon()
}

// abandon closes the descriptor and removes the socket file.
func (l *rawListener) abandon() {
	l.closing = true
	removeSocketFile(l.path)
	switch {
	case l.outside != nil:
		l.outside.release()
	case l.fd >= 0:
		closeFD(l.fd)
	}
	l.fd = -1
}

// Addr is part of Listener.
func (l *rawListener) Addr() (Addr, error) {
	addr, err := addrOf(unix.Getsockname(l.fd))
	if err != nil {
		return Addr{}, nodeerr.FromGo(err, "getsockname")
	}
	return addr, nil
}

// FD is part of Listener.
func (l *rawListener) FD() int { return l.fd }

// spareFD is a descriptor to give up when there are no others left.
type spareFD struct{ fd int }

func (s *spareFD) open() {
	if s.fd >= 0 {
		return
	}
	fd, err := unix.Open("/", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		fd = -1 // tried again by the next listener or shed
	}
	s.fd = fd
}

func (s *spareFD) close() {
	if s.fd >= 0 {
		closeFD(s.fd)
		s.fd = -1
	}
}

// shed accepts what waits and closes it. It reports false if there is no
// descriptor to do that with.
func (s *spareFD) shed(listener int) bool {
	s.open()
	if s.fd < 0 {
		return false
	}
	s.close()
	for {
		fd, err := acceptFD(listener)
		if err != nil {
			s.open()
			return !errors.Is(err, unix.EMFILE) && !errors.Is(err, unix.ENFILE)
		}
		closeFD(fd)
	}
}
