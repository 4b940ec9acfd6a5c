package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// What net announces on diagnostics channels (Node documentation,
// "Diagnostics Channel", "Built-in Channels").
const (
	clientSocketChannel = "net.client.socket"
	serverSocketChannel = "net.server.socket"
	listenChannel       = "tracing:net.server.listen:"
)

// announceSocket tells of a socket on the client's or the server's side.
func (m *Module) announceSocket(channel string, s *Socket) {
	m.e.Announce(channel, func() goja.Value {
		message := m.vm.NewObject()
		binding.Value(message, "socket", s.Object())
		return message
	})
}

// announceListen tells of a listen: asyncStart, asyncEnd or error; key and v
// are what the message holds beside the server, if key is not empty.
func (srv *Server) announceListen(event, key string, v goja.Value) {
	srv.m.e.Announce(listenChannel+event, func() goja.Value {
		message := srv.m.vm.NewObject()
		binding.Value(message, "server", srv.Object())
		if key != "" {
			binding.Value(message, key, v)
		}
		return message
	})
}
