package transport

import (
	"errors"
	"net"
	"time"

	"github.com/gonode/gonode/internal/nodeerr"
)

// pumpListener is a Listener over any net.Listener. A goroutine accepts one
// connection for each credit it gets from the loop.
type pumpListener struct {
	liveness
	link
	net *pumpNetwork
	ln  net.Listener

	outside      *opened // what ListenOptions.FD brought
	onConnection func(Conn, error)
	credit       chan struct{} // nil before Start; closed to end the goroutine
	stopped      chan struct{} // closed by Close
	landing      landing
	closing      bool
}

var _ Listener = (*pumpListener)(nil)

// Start is part of Listener.
func (l *pumpListener) Start(onConnection func(Conn, error)) {
	l.onConnection = onConnection
	if l.closing || l.credit != nil {
		return
	}
	l.setActive(true)
	l.credit, l.stopped = make(chan struct{}, 1), make(chan struct{})
	l.credit <- struct{}{}
	arrived := l.arrived
	l.net.tasks.Go(func() {
		for range l.credit {
			if !l.landing.put(l.accept()) || !l.net.loop.Post(arrived) {
				return
			}
		}
	})
}

// accept waits for a connection. A machine without descriptors or memory for
// it is given time; the connection waits in the kernel meanwhile.
func (l *pumpListener) accept() (net.Conn, error) {
	const longest = time.Second
	for delay := 5 * time.Millisecond; ; delay = min(2*delay, longest) {
		conn, err := l.ln.Accept()
		if err == nil || !isTransient(err) {
			return conn, err
		}
		select {
		case <-l.stopped:
			return nil, err
		case <-time.After(delay):
		}
	}
}

// isTransient: the next attempt may succeed.
func isTransient(err error) bool {
	switch nodeerr.FromGo(err, "accept").Code {
	case "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "ECONNABORTED", "ECONNRESET":
		return true
	}
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// arrived takes the connection from the goroutine. After an error that will
// not pass there is no other credit.
func (l *pumpListener) arrived() {
	if l.closing {
		return
	}
	conn, err := l.landing.take()
	if err != nil {
		l.onConnection(nil, nodeerr.FromGo(err, "accept"))
		return
	}
	l.credit <- struct{}{}
	c := l.net.newConn()
	c.attach(conn)
	l.onConnection(c, nil)
}

// Close is part of Listener.
func (l *pumpListener) Close(done func()) {
	if done != nil {
		l.net.loop.QueueClose(done)
	}
	if l.closing {
		return
	}
	l.liveness.close()
	l.net.open.remove(&l.link)
	l.abandon()
}

func (l *pumpListener) abandon() {
	l.closing = true
	l.landing.abandon()
	if l.credit != nil {
		close(l.credit)
		close(l.stopped)
	}
	closeAndRelease(l.ln, l.outside)
}

// Addr is part of Listener.
func (l *pumpListener) Addr() (Addr, error) { return addrOfGo(l.ln.Addr()), nil }

// FD is part of Listener.
func (l *pumpListener) FD() int {
	if l.outside != nil {
		return l.outside.fd
	}
	return fdOf(l.ln)
}
