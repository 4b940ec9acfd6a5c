package transport

import (
	"context"
	"io"
	"net"
	"slices"
	"sync"

	"github.com/gonode/gonode/internal/nodeerr"
)

// pumpConn is a Conn over any net.Conn. One goroutine reads while the loop
// lets it; what the socket does not take at once is written by another one
// that lives as long as there is something to write.
type pumpConn struct {
	liveness
	link
	net *pumpNetwork

	conn    net.Conn     // nil until connected
	direct  directWriter // nil where only a goroutine can write
	outside *opened      // what OpenFD found
	handler Handler
	reader  *pumpReader // nil until the first ReadStart
	queue   writeQueue
	writing bool   // a goroutine has a part of the queue
	batch   []byte // a copy of that part, for the goroutine

	connect  func(error) // waits for the connection
	landing  *landing    // of the dial under way
	early    []func()    // options set before there was a connection
	shutdown func(error) // waits for the queue

	bytesRead, bytesWritten uint64

	connecting bool // until connected, for ever if that fails
	reading    bool // wanted by the owner
	ended      bool // nothing more will be read
	shut       bool // the sending side has ended, or will
	closing    bool
}

var _ Conn = (*pumpConn)(nil)

func (n *pumpNetwork) newConn() *pumpConn {
	c := &pumpConn{net: n}
	c.liveness.init(n.loop)
	n.open.add(&c.link, c)
	return c
}

// attach gives the Conn its net.Conn.
func (c *pumpConn) attach(conn net.Conn) {
	c.conn = conn
	c.direct = newDirectWriter(conn)
}

// dial connects on a goroutine of its own.
func (c *pumpConn) dial(o ConnectOptions, done func(error)) {
	ctx, cancel := context.WithCancel(c.net.ctx)
	l := &landing{cancel: cancel}
	c.landing, c.connect, c.connecting = l, done, true
	c.begin()
	c.net.tasks.Go(func() {
		conn, err := c.net.dialer.dial(ctx, o)
		cancel()
		if l.put(conn, err) {
			c.net.loop.Post(c.dialed)
		}
	})
}

func (c *pumpConn) dialed() {
	if c.closing {
		return
	}
	conn, err := c.landing.take()
	c.landing = nil
	if err == nil {
		c.attach(conn)
		for _, apply := range c.early {
			apply()
		}
		c.early = nil
	}
	c.connectDone(err)
}

// connectDone is the outcome of a connect.
func (c *pumpConn) connectDone(err error) {
	done := c.connect
	c.connect = nil
	c.end()
	if err != nil {
		done(connectError(err))
		return
	}
	c.connecting = false
	if c.reading {
		c.setActive(true)
		c.readMore()
	}
	done(nil)
}

// Start is part of Conn.
func (c *pumpConn) Start(h Handler) { c.handler = h }

// Close is part of Conn.
func (c *pumpConn) Close(done func()) {
	// The close phase runs the youngest callback first.
	if done != nil {
		c.net.loop.QueueClose(done)
	}
	if !c.closing {
		c.release()
	}
}

// release closes the net.Conn. What was waiting is given up in the close
// phase, before what is queued there already.
func (c *pumpConn) release() {
	waiting := c.queue.drop()
	if c.shutdown != nil {
		waiting = append(waiting, c.shutdown)
		c.shutdown = nil
	}
	for _, done := range slices.Backward(waiting) {
		c.net.loop.QueueClose(func() {
			c.end()
			done(nodeerr.FromCode("ECANCELED", "write", nil))
		})
	}
	if c.connect != nil {
		c.connect = nil
		c.end()
	}
	c.liveness.close()
	c.net.open.remove(&c.link)
	c.abandon()
}

// abandon closes the net.Conn and nothing else; its goroutines end by that.
func (c *pumpConn) abandon() {
	c.closing, c.reading = true, false
	if c.landing != nil {
		c.landing.abandon()
	}
	if c.reader != nil {
		close(c.reader.credit)
	}
	switch c.conn.(type) {
	case nil:
	case *net.TCPConn, *net.UnixConn:
		closeAndRelease(c.conn, c.outside)
	default: // may hold up the loop
		c.net.tasks.Go(func() { closeAndRelease(c.conn, c.outside) })
	}
}

// closeAndRelease closes what a dialer or listener gave; nobody reads its
// error any more.
func closeAndRelease(x io.Closer, outside *opened) {
	_ = x.Close()
	if outside != nil {
		outside.release()
	}
}

// Reset is part of Conn. What has no RST to send is closed.
func (c *pumpConn) Reset(done func()) error {
	if !c.closing && c.shutdown != nil {
		return nodeerr.FromCode("EINVAL", "reset", nil)
	}
	if tcp, ok := c.conn.(interface{ SetLinger(int) error }); ok && !c.closing {
		if err := tcp.SetLinger(0); err != nil {
			return nodeerr.FromGo(err, "reset")
		}
	}
	c.Close(done)
	return nil
}

// QueuedBytes is part of Conn.
func (c *pumpConn) QueuedBytes() int { return c.queue.bytes }

// BytesRead is part of Conn.
func (c *pumpConn) BytesRead() uint64 { return c.bytesRead }

// BytesWritten is part of Conn.
func (c *pumpConn) BytesWritten() uint64 { return c.bytesWritten }

// landing is where a goroutine leaves a new connection for the loop. If the
// loop does not want it any more, it is closed on the spot.
type landing struct {
	cancel context.CancelFunc // of the dial; nil for accepts

	mu   sync.Mutex
	conn net.Conn
	err  error
	gone bool
}

// put reports whether anybody waits for the connection.
func (l *landing) put(conn net.Conn, err error) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.gone {
		l.conn, l.err = conn, err
		return true
	}
	closeUnwanted(conn)
	return false
}

// take empties the landing for the next put.
func (l *landing) take() (net.Conn, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	conn, err := l.conn, l.err
	l.conn, l.err = nil, nil
	return conn, err
}

// abandon closes what has landed and what will.
func (l *landing) abandon() {
	if l.cancel != nil {
		l.cancel()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.gone = true
	closeUnwanted(l.conn)
	l.conn = nil
}

// closeUnwanted closes a connection that nobody has seen; nobody reads its
// error either.
func closeUnwanted(conn net.Conn) {
	if conn != nil {
		_ = conn.Close()
	}
}
