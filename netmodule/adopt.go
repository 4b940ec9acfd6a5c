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

// LendHandle is the descriptor of a `_handle` that is sent to another process,
// -1 when it has none. ours says whether the value is such a handle at all.
func (m *Module) LendHandle(v goja.Value) (fd int, ours bool) {
	st := m.stateOf(v)
	switch {
	case st == nil:
		return -1, false
	case st.closed:
		return -1, true
	case st.ln != nil:
		return st.ln.FD(), true
	case st.connection() != nil:
		return st.connection().FD(), true
	}
	return -1, true
}

// ReceiveHandle makes a `_handle` of a descriptor that another process has
// sent: a connection, or a socket that listens.
func (m *Module) ReceiveHandle(fd int) (*goja.Object, error) {
	if !transport.Listens(fd) {
		conn, err := m.deps.Network.OpenFD(fd)
		if err != nil {
			return nil, err
		}
		addr, err := conn.LocalAddr()
		obj, st := m.newHandle(err == nil && addr.Family == "")
		st.conn = conn
		return obj, nil
	}
	ln, err := m.deps.Network.Listen(transport.ListenOptions{FD: fd, HasFD: true, Listening: true})
	if err != nil {
		return nil, err
	}
	return m.handleOf(ln), nil
}

// handleOf is a `_handle` that no server has yet.
func (m *Module) handleOf(ln transport.Listener) *goja.Object {
	obj, st := m.newHandle(isPipe(ln))
	st.ln = ln
	return obj
}

// ServerFD is the descriptor that a server listens on, -1 when it does not.
func (m *Module) ServerFD(server goja.Value) int {
	srv := m.serverOf(server)
	if srv.listener == nil {
		return -1
	}
	return srv.listener.FD()
}
