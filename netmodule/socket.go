package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/netmodule/transport"
)

// Socket is the state of one net.Socket. The stream's and the emitter's state
// are part of it, so that a socket is one allocation beside its JavaScript
// object.
type Socket struct {
	stream.Stream
	m *Module

	conn    transport.Conn   // the handle; still connecting while connecting is set
	attempt *attempts        // several addresses that are tried in turn
	server  *Server          // that accepted it
	timer   *eventloop.Timer // idle timeout

	connecting, reading, unref bool
	hadError, resetAndClosing  bool
	uncounted                  bool // server has counted it off
	noDelay, keepAlive         bool
	closeAfterError            bool // let 'error' handlers see the handle
	boundSource                bool // has adopted a BoundSocket
	unixSocket                 bool

	boundPath             string       // of the BoundSocket, if it is a UNIX socket
	keepAliveDelay        int          // seconds
	keepAliveProbes       []goja.Value // interval and count that a script gave, which are only shown
	tos                   int          // type of service
	timeout               goja.Value
	lastQueueSize         int
	bytesRead, bytesWrote uint64 // of closed handles
	notWritten            uint64 // what the handle has counted and Node does not
	host                  goja.Value
	pendingData           *stream.Chunk // written before the connection
	pendingAs             goja.Value    // encoding of pendingData
	pendingBytes          int
	oneBuf                [1][]byte // spares _write a slice
	localName             *transport.Addr
	peerName              *transport.Addr
	attempted             []string
	blockList             *goja.Object

	ctx      engine.Context // that the handle was made in
	writeCtx engine.Context // of the write that waits

	readBuf  []byte
	readTask func()
	keepsBuf bool         // readBuf has become a chunk
	handle   *goja.Object // _handle, once somebody looked
	onread   *onread
}

var (
	_ stream.Owner      = (*Socket)(nil)
	_ transport.Handler = (*Socket)(nil)
)

func (m *Module) bindSocket() {
	m.socketCtor = binding.Constructor(m.vm, "Socket", 1, func(c goja.ConstructorCall) *goja.Object {
		if c.NewTarget == nil && !m.vm.InstanceOf(c.This, m.socketCtor) {
			obj, err := m.vm.New(m.socketCtor, c.Arguments...)
			if err != nil {
				panic(err)
			}
			return obj
		}
		m.constructSocket(c.This, c.Argument(0))
		return nil
	})
	m.socketProto = binding.Prototype(m.socketCtor)
	binding.Inherit(m.socketCtor, m.st.Duplex)
	m.bindSocketMethods()
	m.bindSocketProperties()
	m.st.Register(m.socketProto, stream.Natives{
		UnderRead: func(s *stream.Stream, n int) { socketIn(s).underRead(n) },
		UnderWrite: func(s *stream.Stream, c stream.Chunk, enc goja.Value, done stream.Done) {
			socketIn(s).underWrite(c, enc, done)
		},
		UnderWritev:  func(s *stream.Stream, reqs []stream.WriteReq, done stream.Done) { socketIn(s).underWritev(reqs, done) },
		UnderFinal:   func(s *stream.Stream, done stream.Done) { socketIn(s).underFinal(done) },
		UnderDestroy: func(s *stream.Stream, err goja.Value, done stream.Done) { socketIn(s).underDestroy(err, done) },
		Read:         func(s *stream.Stream, n float64) (stream.Chunk, bool) { return socketIn(s).read(n) },
		End:          func(s *stream.Stream) { s.BaseEnd(stream.Chunk{}, goja.Undefined(), nil) },
		Pause:        func(s *stream.Stream) { socketIn(s).pause() },
		Resume:       func(s *stream.Stream) { socketIn(s).resume() },
	})
}

// socketIn is the socket that a stream is part of. The natives of
// Socket.prototype can be called on other streams; those have none.
func socketIn(s *stream.Stream) *Socket {
	sock, _ := s.State.Owner.(*Socket)
	return sock
}

// socketOf is the native state of a Socket object; it throws for anything
// else, as reading a property of its missing state would.
func (m *Module) socketOf(v goja.Value) *Socket {
	if s := m.findSocket(v); s != nil {
		return s
	}
	panic(m.vm.NewTypeError("Illegal invocation"))
}

func (m *Module) findSocket(v goja.Value) *Socket {
	if st := m.st.Of(v); st != nil {
		return socketIn(st)
	}
	return nil
}

// onReadableStreamEnd is what scripts see of a socket's own 'end' listener.
var onReadableStreamEnd = events.Signature{Name: "onReadableStreamEnd"}

// constructSocket is new net.Socket(options).
func (m *Module) constructSocket(obj *goja.Object, arg goja.Value) *Socket {
	o := m.socketOptions(arg)
	s := &Socket{m: m, timeout: nil}
	m.st.InitDuplex(obj, &s.Stream, s, o.duplex())
	o.apply(s)
	if o.blockList != nil {
		binding.Value(obj, "blockList", o.blockList)
	}
	s.Stream.On(m.keys.end, func([]goja.Value) { s.onReadableStreamEnd() }).Named(&onReadableStreamEnd)
	switch {
	case o.handle != nil && s.takeBound(o.handle):
	case o.handle != nil:
		s.takeHandle(o.handle)
	case o.fd >= 0:
		s.openFD(o.fd)
	}
	if s.conn != nil && !s.boundSource && o.readable && !o.manual {
		s.Stream.Read(0)
	}
	if o.signal.ToBoolean() {
		m.addSignal(s, o.signal)
	}
	return s
}

// accept makes the Socket object of a connection that a server took.
func (m *Module) accept(srv *Server, conn transport.Conn, handle *goja.Object) *Socket {
	obj := m.vm.CreateObject(m.socketProto)
	s := &Socket{m: m, server: srv, unixSocket: srv.pipe}
	m.st.InitDuplex(obj, &s.Stream, s, stream.DuplexOptions{
		HighWaterMark: srv.highWaterMark, KeepStrings: true, NoEmitClose: true, NoHalfOpen: !srv.allowHalfOpen,
	})
	s.Stream.On(m.keys.end, func([]goja.Value) { s.onReadableStreamEnd() }).Named(&onReadableStreamEnd)
	if st := m.stateOf(handle); st != nil {
		st.s, s.handle = s, handle
	}
	s.adopt(conn)
	if srv.pauseOnConnect {
		s.BasePause()
	} else {
		s.Stream.Read(0)
	}
	return s
}

// adopt makes conn the handle of the socket.
func (s *Socket) adopt(conn transport.Conn) {
	s.conn = conn
	if !s.connecting {
		s.captureContext(s.unixSocket)
	}
	s.m.active.addSocket(s)
	conn.Start(s)
	if s.unref {
		conn.Unref()
	}
}

// hasHandle is `socket._handle` being there: from connect to destroy.
func (s *Socket) hasHandle() bool {
	return s.conn != nil || s.connecting
}

func (s *Socket) openFD(fd int) {
	conn, err := s.m.deps.Network.OpenFD(fd)
	if err != nil {
		panic(s.m.errorObject(err, "open"))
	}
	s.adopt(conn)
}

// onReadableStreamEnd: once the other side has ended, a write on a socket
// that is not half-open fails with EPIPE.
func (s *Socket) onReadableStreamEnd() {
	if s.allowsHalfOpen() {
		return
	}
	binding.Value(s.Object(), "write", s.m.writeAfterFIN())
}

func (s *Socket) allowsHalfOpen() bool {
	v := s.Object().Get("allowHalfOpen")
	return v != nil && v.ToBoolean()
}

func (m *Module) errorCode(code, msg string) *goja.Object {
	return nodeerr.WithMessage(m.vm, "Error", code, msg)
}
