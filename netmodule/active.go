package netmodule

import (
	"slices"

	"github.com/dop251/goja"
)

// active are the sockets and servers with a handle, numbered in the order in
// which they got it, for process.getActiveResourcesInfo.
type active struct {
	last    uint64
	sockets map[*Socket]uint64
	servers map[*Server]uint64
}

func newActive() active {
	return active{sockets: make(map[*Socket]uint64), servers: make(map[*Server]uint64)}
}

func (a *active) addSocket(s *Socket) {
	if _, there := a.sockets[s]; !there {
		a.last++
		a.sockets[s] = a.last
	}
}

func (a *active) addServer(srv *Server) {
	a.last++
	a.servers[srv] = a.last
}

// Resource is a handle that keeps the loop alive.
type Resource struct {
	Name  string // as process.getActiveResourcesInfo calls it
	Owner goja.Value

	number uint64
}

// Resources lists the sockets and servers that keep the loop alive, the
// oldest first.
func (m *Module) Resources() []Resource {
	var list []Resource
	for s, n := range m.active.sockets {
		if s.hasHandle() && !s.unref {
			list = append(list, Resource{s.resourceName(), s.Object(), n})
		}
	}
	for srv, n := range m.active.servers {
		if !srv.unref {
			list = append(list, Resource{srv.resourceName(), srv.Object(), n})
		}
	}
	slices.SortFunc(list, func(a, b Resource) int { return int(a.number) - int(b.number) })
	return list
}

func (s *Socket) resourceName() string {
	if s.unixSocket {
		return "PipeWrap"
	}
	return "TCPSocketWrap"
}

func (srv *Server) resourceName() string {
	if srv.pipe {
		return "PipeWrap"
	}
	return "TCPServerWrap"
}
