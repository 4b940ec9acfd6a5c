package childprocess

import "github.com/gonode/gonode/netmodule/transport"

// link moves the bytes of a channel. Its methods run on the loop goroutine,
// and so do the calls of its receiver.
type link interface {
	start(r receiver)
	readStart()
	readStop()
	ref()
	unref()
	// write sends b, and with its first byte a descriptor unless that is
	// NoFile. finished and err are those of transport.Conn's Write.
	write(b []byte, file int, done func(error)) (finished bool, err error)
	// queued is how many bytes wait to be written.
	queued() int
	fd() int
	// close closes at once; writes that wait end with ECANCELED.
	close()
	// carriesFiles reports whether descriptors can be sent.
	carriesFiles() bool
}

// receiver gets what a link reads.
type receiver interface {
	// received brings bytes that are valid during the call, and descriptors
	// that belong to the receiver from then on.
	received(b []byte, files []int)
	// over brings the end.
	over()
}

// connLink is a link over any connection; it carries no descriptors.
type connLink struct {
	conn     transport.Conn
	receiver receiver
	closed   bool
}

var (
	_ link              = (*connLink)(nil)
	_ transport.Handler = (*connLink)(nil)
)

func (l *connLink) start(r receiver) {
	l.receiver = r
	l.conn.Start(l)
}

func (l *connLink) readStart()         { l.conn.ReadStart() }
func (l *connLink) readStop()          { l.conn.ReadStop() }
func (l *connLink) ref()               { l.conn.Ref() }
func (l *connLink) unref()             { l.conn.Unref() }
func (l *connLink) queued() int        { return l.conn.QueuedBytes() }
func (l *connLink) fd() int            { return l.conn.FD() }
func (l *connLink) carriesFiles() bool { return false }

func (l *connLink) write(b []byte, _ int, done func(error)) (bool, error) {
	return l.conn.Write([][]byte{b}, done)
}

func (l *connLink) close() {
	if !l.closed {
		l.closed = true
		l.conn.Close(nil)
	}
}

// OnRead brings data.
func (l *connLink) OnRead(b []byte) bool {
	l.receiver.received(b, nil)
	return false
}

// OnReadError is an end: a peer that was killed resets the connection.
func (l *connLink) OnReadError(error) { l.receiver.over() }

// OnEOF brings the end.
func (l *connLink) OnEOF() { l.receiver.over() }

// openLink makes the link of a descriptor: one that carries descriptors where
// the loop can poll sockets.
func (m *Module) openLink(fd int) (link, error) {
	if poller, ok := m.e.Loop.Poller(); ok {
		return m.openRawLink(fd, poller)
	}
	conn, err := m.deps.Pipes().OpenFD(fd)
	if err != nil {
		return nil, err
	}
	return &connLink{conn: conn}, nil
}
