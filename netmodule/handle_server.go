package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// handleValue is server._handle: null while it does not listen.
func (srv *Server) handleValue() goja.Value {
	if srv.listener == nil {
		return goja.Null()
	}
	if srv.handle == nil {
		obj, st := srv.m.newHandle(srv.pipe)
		st.ln = srv.listener
		srv.own(obj)
	}
	return srv.handle
}

// own makes obj, one of ours or a script's, the server's _handle.
func (srv *Server) own(obj *goja.Object) {
	if st := srv.m.stateOf(obj); st != nil {
		st.srv = srv
	}
	srv.handle = obj
	srv.onconnection = binding.Func(srv.m.vm, "onconnection", 2, srv.jsOnConnection)
	binding.Value(obj, "onconnection", srv.onconnection)
}

// setHandle: a script that puts null there has taken the listener away.
func (srv *Server) setHandle(v goja.Value) {
	if isNil(v) {
		srv.listener, srv.handle = nil, nil
	}
}

// jsOnConnection is onconnection(errno, clientHandle), for scripts that put a
// function of their own before it.
func (srv *Server) jsOnConnection(c goja.FunctionCall) goja.Value {
	if errno := int(c.Argument(0).ToInteger()); errno != 0 {
		srv.acceptFailed(nodeerr.FromCode(nodeerr.ErrnoName(errno), "accept", nil))
		return nil
	}
	obj, _ := c.Argument(1).(*goja.Object)
	if st := srv.m.stateOf(obj); st != nil && st.conn != nil {
		srv.accepted(st.conn, obj)
	}
	return nil
}

// patchedConnection gives a connection, or the error of accepting one, to the
// function that a script has put in the place of server._handle.onconnection,
// if there is one.
func (srv *Server) patchedConnection(conn transport.Conn, failure error) bool {
	if srv.handle == nil {
		return false
	}
	v := srv.handle.Get("onconnection")
	if v == srv.onconnection {
		return false
	}
	fn, ok := engine.Callable(v)
	if !ok {
		return false
	}
	if failure != nil {
		srv.m.e.Call(fn, srv.handle, srv.m.vm.ToValue(errnoOf(failure)))
		return true
	}
	obj, st := srv.m.newHandle(srv.pipe)
	st.conn = conn
	srv.m.e.Call(fn, srv.handle, srv.m.vm.ToValue(0), obj)
	return true
}

// closeListener closes the handle, with the function that a script has put in
// the place of its close if there is one.
func (srv *Server) closeListener(done func()) {
	if srv.m.stateOf(srv.handle) != nil {
		v := srv.handle.Get("close")
		if fn, ok := engine.Callable(v); ok && v != srv.handle.Prototype().Get("close") {
			srv.m.loop.QueueClose(done)
			srv.m.e.Call(fn, srv.handle)
			return
		}
	}
	srv.listener.Close(done)
}

// sockname is the address of the listener, asked from a getsockname that a
// script has put on the handle if there is one.
func (srv *Server) sockname() goja.Value {
	m := srv.m
	if srv.handle != nil {
		v := srv.handle.Get("getsockname")
		if fn, ok := engine.Callable(v); ok && v != srv.handle.Prototype().Get("getsockname") {
			out := m.vm.NewObject()
			if errno := int(m.e.Call(fn, srv.handle, out).ToInteger()); errno != 0 {
				panic(m.errorObject(nodeerr.FromCode(nodeerr.ErrnoName(errno), "address", nil), "address"))
			}
			return out
		}
	}
	addr, err := srv.listener.Addr()
	if err != nil {
		panic(m.errorObject(err, "address"))
	}
	return m.addressObject(addr)
}
