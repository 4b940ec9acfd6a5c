package netmodule

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// handleClass makes the objects behind `socket._handle` and `server._handle`,
// which packages look at and seldom call. An object is made on first read.
type handleClass struct {
	tcp, pipe *goja.Object // prototypes
	sym       *goja.Symbol
}

// handleState leads from a handle object to its socket; nil once closed.
type handleState struct {
	binding.Native
	s *Socket
}

func (h *handleClass) detach(obj *goja.Object) {
	if st, ok := obj.GetSymbol(h.sym).(*handleState); ok {
		st.s = nil
	}
}

// handleValue is socket._handle: null without a connection.
func (s *Socket) handleValue() any {
	if !s.hasHandle() {
		return goja.Null()
	}
	if s.handle == nil {
		m := s.m
		if m.handles.tcp == nil {
			m.bindHandles()
		}
		proto := m.handles.tcp
		if s.unixSocket {
			proto = m.handles.pipe
		}
		s.handle = m.vm.CreateObject(proto)
		binding.HiddenSymbol(s.handle, m.handles.sym, &handleState{Native: binding.NewNative(), s: s})
	}
	return goja.Value(s.handle)
}

// patchedHandle calls a method of socket._handle that a script has put there
// itself, and reports whether there was one.
func (s *Socket) patchedHandle(name string, args ...any) bool {
	if s.handle == nil {
		return false
	}
	fn := s.handle.Get(name)
	if fn == s.handle.Prototype().Get(name) {
		return false
	}
	call, ok := engine.Callable(fn)
	if !ok {
		return false
	}
	values := make([]goja.Value, len(args))
	for i, a := range args {
		values[i] = s.m.vm.ToValue(a)
	}
	s.m.e.Call(call, s.handle, values...)
	return true
}

func (s *Socket) setConnNoDelay(on bool) {
	if !s.patchedHandle("setNoDelay", on) {
		s.ignore(s.conn.SetNoDelay(on))
	}
}

// setConnKeepAlive takes the delay in seconds.
func (s *Socket) setConnKeepAlive(on bool, delay int) {
	if !s.patchedHandle("setKeepAlive", on, delay) {
		s.ignore(s.conn.SetKeepAlive(on, transport.KeepAlive{Delay: time.Duration(delay) * time.Second}))
	}
}

// setHandle: a script that puts null there has taken the connection away.
func (s *Socket) setHandle(v goja.Value) {
	if isNil(v) {
		s.dropConn()
	}
}

func (m *Module) bindHandles() {
	m.handles.sym = goja.NewSymbol("kSocket")
	m.handles.tcp = m.handleProto("TCP")
	m.handles.pipe = m.handleProto("Pipe")
}

func (m *Module) handleProto(name string) *goja.Object {
	vm := m.vm
	ctor := binding.Constructor(vm, name, 0, func(goja.ConstructorCall) *goja.Object { return nil })
	p := binding.Prototype(ctor)
	on := func(fn func(s *Socket, conn transport.Conn, c goja.FunctionCall) any) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value {
			s := m.handleSocket(c.This)
			if s == nil || s.conn == nil {
				return vm.ToValue(nodeerr.Errno("EBADF"))
			}
			return vm.ToValue(fn(s, s.conn, c))
		}
	}
	binding.Methods(vm, p,
		binding.Method{Name: "readStart", Fn: on(func(s *Socket, _ transport.Conn, _ goja.FunctionCall) any { s.startReading(); return 0 })},
		binding.Method{Name: "readStop", Fn: on(func(s *Socket, _ transport.Conn, _ goja.FunctionCall) any { s.stopReading(); return 0 })},
		binding.Method{Name: "setNoDelay", Length: 1, Fn: on(func(_ *Socket, conn transport.Conn, c goja.FunctionCall) any {
			return errnoOf(conn.SetNoDelay(c.Argument(0).ToBoolean()))
		})},
		binding.Method{Name: "setKeepAlive", Length: 2, Fn: on(func(_ *Socket, conn transport.Conn, c goja.FunctionCall) any {
			delay := time.Duration(c.Argument(1).ToInteger()) * time.Second
			return errnoOf(conn.SetKeepAlive(c.Argument(0).ToBoolean(), transport.KeepAlive{Delay: delay}))
		})},
		binding.Method{Name: "ref", Fn: on(func(_ *Socket, conn transport.Conn, _ goja.FunctionCall) any { conn.Ref(); return nil })},
		binding.Method{Name: "unref", Fn: on(func(_ *Socket, conn transport.Conn, _ goja.FunctionCall) any { conn.Unref(); return nil })},
		binding.Method{Name: "hasRef", Fn: on(func(_ *Socket, conn transport.Conn, _ goja.FunctionCall) any { return conn.HasRef() })},
		binding.Method{Name: "close", Length: 1, Fn: on(func(s *Socket, _ transport.Conn, _ goja.FunctionCall) any { s.Destroy(nil); return nil })},
		binding.Method{Name: "getAsyncId", Fn: func(goja.FunctionCall) goja.Value { return vm.ToValue(0) }},
		binding.Method{Name: "getsockname", Length: 1, Fn: m.nameFiller((*Socket).local)},
		binding.Method{Name: "getpeername", Length: 1, Fn: m.nameFiller((*Socket).peer)},
	)
	m.handleProperties(p)
	return p
}

func errnoOf(err error) int {
	if err == nil {
		return 0
	}
	return systemError(err, "").Errno
}

func (m *Module) handleSocket(this goja.Value) *Socket {
	if obj, ok := this.(*goja.Object); ok {
		if st, ok := obj.GetSymbol(m.handles.sym).(*handleState); ok {
			return st.s
		}
	}
	return nil
}

// nameFiller is getsockname(out) and getpeername(out).
func (m *Module) nameFiller(name func(*Socket) *transport.Addr) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		s := m.handleSocket(c.This)
		out, ok := c.Argument(0).(*goja.Object)
		if s == nil || !ok {
			return m.vm.ToValue(nodeerr.Errno("EBADF"))
		}
		addr := name(s)
		if addr == nil {
			return m.vm.ToValue(nodeerr.Errno("ENOTCONN"))
		}
		binding.Value(out, "address", m.vm.ToValue(addr.IP))
		binding.Value(out, "family", m.vm.ToValue(addr.Family))
		binding.Value(out, "port", m.vm.ToValue(addr.Port))
		return m.vm.ToValue(0)
	}
}

func (m *Module) handleProperties(p *goja.Object) {
	get := func(name string, fn func(s *Socket) any) binding.Accessor {
		return binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			s := m.handleSocket(this)
			if s == nil {
				return goja.Undefined()
			}
			return m.vm.ToValue(fn(s))
		}}
	}
	binding.Accessors(m.vm, p, true,
		get("fd", func(s *Socket) any {
			if s.conn == nil {
				return -1
			}
			return s.conn.FD()
		}),
		m.readingFlag(),
		get("bytesRead", func(s *Socket) any { return s.bytesReadNow() }),
		get("bytesWritten", func(s *Socket) any { return s.dispatched() }),
		get("writeQueueSize", func(s *Socket) any {
			if s.conn == nil {
				return 0
			}
			return s.conn.QueuedBytes()
		}),
	)
}

// readingFlag is handle.reading, which scripts that call readStop set too.
func (m *Module) readingFlag() binding.Accessor {
	return binding.Accessor{
		Name: "reading",
		Get: func(this goja.Value) goja.Value {
			s := m.handleSocket(this)
			return m.vm.ToValue(s != nil && s.reading)
		},
		Set: func(this, v goja.Value) {
			if s := m.handleSocket(this); s != nil {
				s.reading = v.ToBoolean()
			}
		},
	}
}

// handleValue is server._handle: null while it does not listen.
func (srv *Server) handleValue() goja.Value {
	if srv.listener == nil {
		return goja.Null()
	}
	if srv.handle == nil {
		m := srv.m
		obj := m.vm.NewObject()
		binding.Accessors(m.vm, obj, true, binding.Accessor{Name: "fd", Get: func(goja.Value) goja.Value {
			if srv.listener == nil {
				return m.vm.ToValue(-1)
			}
			return m.vm.ToValue(srv.listener.FD())
		}})
		binding.Methods(m.vm, obj,
			binding.Method{Name: "ref", Fn: func(goja.FunctionCall) goja.Value { srv.setRef(true); return nil }},
			binding.Method{Name: "unref", Fn: func(goja.FunctionCall) goja.Value { srv.setRef(false); return nil }},
			binding.Method{Name: "hasRef", Fn: func(goja.FunctionCall) goja.Value { return m.vm.ToValue(!srv.unref) }},
			binding.Method{Name: "close", Length: 1, Fn: func(goja.FunctionCall) goja.Value { srv.close(nil); return nil }},
		)
		srv.handle = obj
	}
	return srv.handle
}
