package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/netmodule/transport"
)

// NewSocket makes a Socket of a connection that is open already, as
// new net.Socket({ handle, readable }) does on Node. A readable one begins to
// read at once, up to its highWaterMark.
func (m *Module) NewSocket(conn transport.Conn, readable bool) *goja.Object {
	options := m.vm.NewObject()
	binding.Value(options, "readable", m.vm.ToValue(readable))
	obj, err := m.vm.New(m.socketCtor, options)
	if err != nil {
		panic(err)
	}
	s := m.socketOf(obj)
	s.unixSocket = true
	s.adopt(conn)
	if readable {
		s.Stream.Read(0)
	}
	return obj
}

// HandleFD is the descriptor behind a socket's _handle, for a child process to
// share, -1 where there is none. keepFlags says that the socket goes on
// needing it non-blocking.
func (m *Module) HandleFD(handle *goja.Object) (fd int, keepFlags bool) {
	st := m.stateOf(handle)
	if st == nil || st.connection() == nil {
		return -1, false
	}
	conn := st.connection()
	c, ok := conn.(interface{ IgnoresFlags() bool })
	return conn.FD(), !ok || !c.IgnoresFlags()
}

// LendSocket is the descriptor of a socket that is sent to another process, -1
// when it has none. Unless it is to stay open here as well the socket loses
// its handle at once, without events, and release closes the descriptor once
// the other side has it.
func (m *Module) LendSocket(socket goja.Value, keepOpen bool) (fd int, release func()) {
	s := m.findSocket(socket)
	if s == nil || s.conn == nil || s.connecting {
		return -1, func() {}
	}
	if keepOpen {
		return s.conn.FD(), func() {}
	}
	conn := s.conn
	s.stopReading()
	s.stopTimer()
	if srv := s.server; srv != nil && !s.uncounted {
		s.uncounted = true
		srv.connectionClosed()
	}
	s.bytesRead, s.bytesWrote = conn.BytesRead(), s.dispatched()
	s.dropConn()
	return conn.FD(), func() { conn.Close(nil) }
}

// ServerFD is the descriptor that a server listens on, -1 when it does not.
func (m *Module) ServerFD(server goja.Value) int {
	srv := m.serverOf(server)
	if srv.listener == nil {
		return -1
	}
	return srv.listener.FD()
}
