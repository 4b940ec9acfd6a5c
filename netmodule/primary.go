package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/v8stack"
	"github.com/gonode/gonode/netmodule/transport"
)

// Primary is what the servers of a worker listen through: the process that has
// bound their ports for all workers of a cluster (Node documentation,
// "Cluster", "How it works").
type Primary interface {
	// Listen asks for what a server is to listen on. query has Node's fields
	// address, port, addressType, fd, flags and backlog, and for paths
	// readableAll and writableAll. answer is called once and later: with
	// Node's negative errno, or with 0 and a handle. That is one of
	// ReceiveHandle, or an object with the methods listen, close, ref and
	// unref, which calls its onconnection for each connection; getsockname
	// is there unless it stands for a path. The handle belongs to the server
	// then, which is closed by the handle's close.
	Listen(server, query *goja.Object, answer func(errno int, handle *goja.Object))
}

// request is one listen, and whether only this process is to listen there.
type request struct {
	transport.ListenOptions
	exclusive bool
}

// Bits of flags (libuv, uv_tcp_flags).
const (
	flagIPv6Only  = 1
	flagReusePort = 2
)

// query is what the primary is asked; address is empty for all addresses.
func (o request) query(m *Module, address string, port int) *goja.Object {
	query := m.vm.NewObject()
	set := func(name string, v any) { binding.Value(query, name, m.vm.ToValue(v)) }
	switch {
	case o.HasFD:
		set("address", goja.Null())
		set("port", goja.Null())
		set("addressType", goja.Null())
		set("fd", o.FD)
	case o.Path != "":
		set("address", address)
		set("port", port)
		set("addressType", -1)
		if o.ReadableAll {
			set("readableAll", true)
		}
		if o.WritableAll {
			set("writableAll", true)
		}
	default:
		set("address", goja.Null())
		addressType, flags := 4, 0
		if address != "" {
			set("address", address)
		}
		if ipFamily(address) == 6 {
			addressType = 6
		}
		if o.IPv6Only {
			flags = flagIPv6Only
		}
		set("port", port)
		set("addressType", addressType)
		set("flags", flags)
	}
	set("backlog", o.Backlog)
	return query
}

// bindThroughPrimary has the primary bind, and reports false where that is not
// its business.
func (srv *Server) bindThroughPrimary(o request, address string, port int) bool {
	m := srv.m
	primary := m.deps.Primary()
	if primary == nil || o.exclusive {
		return false
	}
	generation := srv.generation
	primary.Listen(srv.Object(), o.query(m, address, port), func(errno int, handle *goja.Object) {
		switch {
		case generation != srv.generation:
			if handle != nil {
				m.e.CallMethod(handle, "close")
			}
		case errno != 0:
			srv.refusedByPrimary(errno, address, port)
		case !m.canListen(handle):
			srv.refusedByPrimary(nodeerr.Errno("EINVAL"), address, port)
		default:
			srv.startOn(handle, o.Backlog, address, port)
		}
	})
	return true
}

// canListen: a script's handle, or one of ours that is no connection.
func (m *Module) canListen(handle *goja.Object) bool {
	st := m.stateOf(handle)
	return handle != nil && (st == nil || st.ln != nil)
}

// refusedByPrimary emits 'error' for a bind that failed.
func (srv *Server) refusedByPrimary(errno int, address string, port int) {
	m := srv.m
	srv.pipeName = ""
	sys := nodeerr.FromCode(nodeerr.ErrnoName(errno), "bind", nil)
	sys.Reason, sys.Address, sys.Port = "", address, port
	anywhere := address == ""
	if anywhere && port > 0 {
		sys.Address = "null"
	}
	obj := sys.Object(m.vm)
	v8stack.SetOrigin(obj, "listenOnPrimaryHandle", "node:net")
	if anywhere {
		binding.Value(obj, "address", goja.Null())
	}
	srv.announceListen("error", "error", obj)
	m.ev.Emit(&srv.State, m.keys.err, obj)
}

// startOn listens on a handle: one of ours, or a script's.
func (srv *Server) startOn(handle *goja.Object, backlog int, address string, port int) {
	m := srv.m
	var ln transport.Listener
	if st := m.stateOf(handle); st != nil {
		ln = st.ln
		srv.pipe = isPipe(ln)
	} else {
		own := &scriptListener{scriptConn{m: m, obj: handle}}
		if errno := own.call("listen", m.vm.ToValue(backlog)).ToInteger(); errno != 0 {
			own.Close(nil)
			srv.failed(nodeerr.FromCode(nodeerr.ErrnoName(int(errno)), "listen", nil), address, port)
			return
		}
		srv.pipe = isNil(handle.Get("getsockname"))
		ln = own
	}
	if address == "" {
		address = "null"
	}
	srv.own(handle)
	srv.started(ln, address, port)
}

// listenOnHandle is listen(handle) with a handle that no server has yet, and
// reports false for anything else.
func (srv *Server) listenOnHandle(v *goja.Object) bool {
	st := srv.m.stateOf(v)
	if st == nil || st.ln == nil || st.srv != nil || st.closed {
		return false
	}
	srv.startOn(v, 0, "", -1)
	return true
}

// scriptListener is a listener that a script has made up: an object with the
// methods of a handle that brings connections by calling its onconnection.
type scriptListener struct{ scriptConn }

var _ transport.Listener = (*scriptListener)(nil)

// Start has nothing to do: the object has the server's onconnection.
func (l *scriptListener) Start(func(transport.Conn, error)) {}

// Addr is the answer of getsockname.
func (l *scriptListener) Addr() (transport.Addr, error) { return l.LocalAddr() }

// Close closes the object.
func (l *scriptListener) Close(done func()) {
	if done != nil {
		l.m.loop.QueueClose(done)
	}
	l.call("close")
}
