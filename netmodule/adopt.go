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
	if m.handles.sym == nil {
		return -1, false // no socket has shown its handle yet
	}
	s := m.handleSocket(handle)
	if s == nil || s.conn == nil {
		return -1, false
	}
	c, ok := s.conn.(interface{ IgnoresFlags() bool })
	return s.conn.FD(), !ok || !c.IgnoresFlags()
}
