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
