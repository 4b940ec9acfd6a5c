package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/netmodule/transport"
)

// Server is the state of one net.Server.
type Server struct {
	events.State
	m *Module

	listener    transport.Listener // nil while it does not listen
	generation  int                // of listen; a close or another listen makes what is under way void
	connections int
	unref       bool
	pipeName    string
	pipe        bool // it listens on a UNIX socket
	key         string

	allowHalfOpen, pauseOnConnect, noDelay, keepAlive bool
	keepAliveDelay                                    int // seconds
	highWaterMark                                     int
	maxConnections                                    goja.Value
	dropMax                                           goja.Value

	blockList goja.Value

	ctx engine.Context // that the listening handle was made in

	workers      []*goja.Object // lists of sockets that other processes hold
	handle       *goja.Object   // _handle, once somebody looked
	onconnection goja.Value     // of the handle, as we made it
}

func (m *Module) bindServer() {
	m.serverCtor = binding.Constructor(m.vm, "Server", 2, func(c goja.ConstructorCall) *goja.Object {
		if c.NewTarget == nil && !m.vm.InstanceOf(c.This, m.serverCtor) {
			obj, err := m.vm.New(m.serverCtor, c.Arguments...)
			if err != nil {
				panic(err)
			}
			return obj
		}
		m.constructServer(c.This, c.Argument(0), c.Argument(1))
		return nil
	})
	m.serverProto = binding.Prototype(m.serverCtor)
	binding.Inherit(m.serverCtor, m.ev.Constructor())
	m.bindServerMethods()
	m.bindServerProperties()
}

func (m *Module) serverOf(v goja.Value) *Server {
	if obj, ok := v.(*goja.Object); ok {
		if st := m.ev.Lookup(obj); st != nil {
			if srv, ok := st.Owner.(*Server); ok {
				return srv
			}
		}
	}
	panic(m.vm.NewTypeError("Illegal invocation"))
}

// constructServer is new net.Server([options][, connectionListener]).
func (m *Module) constructServer(obj *goja.Object, options, listener goja.Value) {
	srv := &Server{m: m}
	m.ev.InitState(obj, &srv.State, srv, goja.Undefined())
	switch {
	case engine.IsCallable(options):
		listener, options = options, goja.Undefined()
	case isNil(options):
	default:
		if _, ok := options.(*goja.Object); !ok {
			panic(nodeerr.ArgType(m.vm, "options", options, "Object"))
		}
	}
	if engine.IsCallable(listener) {
		m.e.CallMethod(obj, "on", m.keys.connection.Value(m.vm), listener)
	}
	srv.readOptions(options)
}

func (srv *Server) readOptions(v goja.Value) {
	o := reader{srv.m, nil}
	o.obj, _ = v.(*goja.Object)
	srv.keepAliveDelay = o.keepAliveDelay()
	srv.highWaterMark = o.highWaterMark()
	srv.allowHalfOpen = o.truthy("allowHalfOpen")
	srv.pauseOnConnect = o.truthy("pauseOnConnect")
	srv.noDelay = o.truthy("noDelay")
	srv.keepAlive = o.truthy("keepAlive")
	if list := o.m.blockListOption(o.get("blockList")); list != nil {
		srv.blockList = list
	}
}

// onConnection is Node's onconnection.
func (srv *Server) onConnection(conn transport.Conn, err error) {
	srv.m.e.RunCallbackIn(srv.ctx, func() {
		switch {
		case srv.patchedConnection(conn, err):
		case err != nil:
			srv.acceptFailed(err)
		default:
			srv.accepted(conn, nil)
		}
	})
}

func (srv *Server) acceptFailed(err error) {
	srv.m.ev.Emit(&srv.State, srv.m.keys.err, srv.m.errorObject(err, "accept"))
}

// accepted takes a connection or refuses it; handle is its object if there is
// one already.
func (srv *Server) accepted(conn transport.Conn, handle *goja.Object) {
	switch {
	case srv.full():
		srv.drop(conn)
	case srv.refuses(conn):
		conn.Close(nil)
	default:
		srv.take(conn, handle)
	}
}

func (srv *Server) full() bool {
	if isNil(srv.maxConnections) {
		return false
	}
	return float64(srv.connections) >= srv.maxConnections.ToFloat()
}

// refuses asks the server's blockList about the other side; nobody is told of
// a connection that it refuses.
func (srv *Server) refuses(conn transport.Conn) bool {
	list, ok := srv.blockList.(*goja.Object)
	if !ok {
		return false
	}
	peer, err := conn.RemoteAddr()
	return err == nil && peer.IP != "" && srv.m.blocked(list, peer.IP)
}

// drop refuses a connection over the limit; 'drop' tells whose it was.
func (srv *Server) drop(conn transport.Conn) {
	m := srv.m
	data := m.vm.NewObject()
	if local, err := conn.LocalAddr(); err == nil && local.IP != "" {
		binding.Value(data, "localAddress", m.vm.ToValue(local.IP))
		binding.Value(data, "localPort", m.vm.ToValue(local.Port))
		binding.Value(data, "localFamily", m.vm.ToValue(local.Family))
	}
	if peer, err := conn.RemoteAddr(); err == nil && peer.IP != "" {
		binding.Value(data, "remoteAddress", m.vm.ToValue(peer.IP))
		binding.Value(data, "remotePort", m.vm.ToValue(peer.Port))
		binding.Value(data, "remoteFamily", m.vm.ToValue(peer.Family))
	}
	m.ev.Emit(&srv.State, m.keys.drop, data)
	conn.Close(nil)
}

// take makes the Socket and emits 'connection'.
func (srv *Server) take(conn transport.Conn, handle *goja.Object) {
	m := srv.m
	s := m.accept(srv, conn, handle)
	if srv.noDelay {
		s.noDelay = true
		s.setConnNoDelay(true)
	}
	if srv.keepAlive {
		s.keepAlive, s.keepAliveDelay = true, srv.keepAliveDelay
		s.setConnKeepAlive(true, srv.keepAliveDelay)
	}
	srv.connections++
	m.announceSocket(serverSocketChannel, s)
	m.ev.Emit(&srv.State, m.keys.connection, s.Object())
}

// connectionClosed counts a socket off; the last one of a closed server lets
// it emit 'close'.
func (srv *Server) connectionClosed() {
	srv.connections--
	srv.emitCloseIfDrained()
}

func (srv *Server) emitCloseIfDrained() {
	if srv.listener != nil || srv.connections > 0 {
		return
	}
	srv.m.e.NextTick(func() { srv.m.ev.Emit(&srv.State, srv.m.keys.close) })
}

// close is server.close([callback]).
func (srv *Server) close(cb goja.Value) {
	m := srv.m
	if fn, ok := engine.Callable(cb); ok {
		if srv.listener == nil {
			m.ev.Once(&srv.State, m.keys.close, func([]goja.Value) {
				m.e.Call(fn, srv.Object(), nodeerr.New(m.vm, "ERR_SERVER_NOT_RUNNING"))
			})
		} else {
			m.e.CallMethod(srv.Object(), "once", m.keys.close.Value(m.vm), cb)
		}
	}
	srv.generation++
	if srv.listener != nil {
		ctx := srv.ctx
		// The handle counts as alive until the loop has come round, so that
		// 'beforeExit' comes once more.
		srv.closeListener(func() { m.e.DestroyOp(ctx.Op) })
		srv.listener = nil
		srv.handle = nil
		delete(srv.m.active.servers, srv)
	}
	if len(srv.workers) > 0 {
		srv.closeWorkers()
		return
	}
	srv.emitCloseIfDrained()
}

func (srv *Server) setRef(on bool) {
	srv.unref = !on
	if srv.listener == nil {
		return
	}
	if on {
		srv.listener.Ref()
	} else {
		srv.listener.Unref()
	}
}

// address is server.address().
func (srv *Server) address() goja.Value {
	m := srv.m
	switch {
	case srv.listener != nil && !srv.pipe:
		return srv.sockname()
	case srv.pipeName != "":
		return m.vm.ToValue(srv.pipeName)
	}
	return goja.Null()
}

// addressObject is {address, family, port}.
func (m *Module) addressObject(addr transport.Addr) *goja.Object {
	obj := m.vm.NewObject()
	binding.Value(obj, "address", m.vm.ToValue(addr.IP))
	binding.Value(obj, "family", m.vm.ToValue(addr.Family))
	binding.Value(obj, "port", m.vm.ToValue(addr.Port))
	return obj
}
