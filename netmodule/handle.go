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
// which packages look at, and whose methods some of them replace. An object is
// made on first read.
type handleClass struct {
	tcp, pipe *goja.Object // prototypes
	sym       *goja.Symbol
}

// handleState is what a handle object stands for.
type handleState struct {
	binding.Native
	m    *Module
	s    *Socket        // that has it, if any
	srv  *Server        // that has it, if any
	conn transport.Conn // without a socket
	ln   transport.Listener
	// closed: a script has closed it. Closing it again does nothing, so the
	// socket will not emit 'close'.
	closed bool
}

// connection is nil while there is none, and once it is gone.
func (h *handleState) connection() transport.Conn {
	if h.s != nil {
		return h.s.conn
	}
	return h.conn
}

// stateOf is the state of a handle object of ours, or nil.
func (m *Module) stateOf(v goja.Value) *handleState {
	obj, ok := v.(*goja.Object)
	if !ok || obj == nil || m.handles.sym == nil {
		return nil
	}
	st, _ := obj.GetSymbol(m.handles.sym).(*handleState)
	return st
}

func (m *Module) newHandle(pipe bool) (*goja.Object, *handleState) {
	if m.handles.tcp == nil {
		m.bindHandles()
	}
	proto := m.handles.tcp
	if pipe {
		proto = m.handles.pipe
	}
	obj, st := m.vm.CreateObject(proto), &handleState{Native: binding.NewNative(), m: m}
	binding.HiddenSymbol(obj, m.handles.sym, st)
	return obj, st
}

// handleValue is socket._handle: null without a connection.
func (s *Socket) handleValue() any {
	if !s.hasHandle() {
		return goja.Null()
	}
	if s.handle == nil {
		obj, st := s.m.newHandle(s.unixSocket)
		st.s, s.handle = s, obj
	}
	return goja.Value(s.handle)
}

// patchedHandle calls a method of socket._handle that a script has put there
// itself, and reports whether there was one.
func (s *Socket) patchedHandle(name string, args ...any) bool {
	if s.m.stateOf(s.handle) == nil {
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

// setHandle: a script that puts null there has taken the connection away. The
// handle object, if it kept that, can still close it.
func (s *Socket) setHandle(v goja.Value) {
	if !isNil(v) {
		s.takeHandle(v)
		return
	}
	st, conn := s.m.stateOf(s.handle), s.conn
	s.dropConn()
	if st != nil {
		st.conn = conn
	}
}

// takeHandle makes v the handle of the socket: one of ours, or an object of a
// script that has the methods of one.
func (s *Socket) takeHandle(v goja.Value) {
	obj, ok := v.(*goja.Object)
	if !ok {
		return
	}
	st := s.m.stateOf(obj)
	if st == nil {
		s.handle, s.conn = obj, &scriptConn{m: s.m, obj: obj}
		return
	}
	conn := st.connection()
	if conn == nil {
		return
	}
	s.handle, st.s = obj, s
	s.unixSocket = obj.Prototype() == s.m.handles.pipe
	s.adopt(conn)
}

func (m *Module) bindHandles() {
	m.handles.sym = m.ev.StateSymbol()
	m.handles.tcp = m.handleProto("TCP")
	m.handles.pipe = m.handleProto("Pipe")
}

func (m *Module) handleProto(name string) *goja.Object {
	vm := m.vm
	ctor := binding.Constructor(vm, name, 0, func(goja.ConstructorCall) *goja.Object { return nil })
	p := binding.Prototype(ctor)
	on := func(fn func(conn transport.Conn, c goja.FunctionCall) any) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value {
			st := m.stateOf(c.This)
			if st == nil || st.connection() == nil {
				return vm.ToValue(nodeerr.Errno("EBADF"))
			}
			return vm.ToValue(fn(st.connection(), c))
		}
	}
	reading := func(start bool) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value {
			st := m.stateOf(c.This)
			switch {
			case st == nil || st.s == nil || st.s.conn == nil:
				return vm.ToValue(nodeerr.Errno("EBADF"))
			case start:
				st.s.startReading()
			default:
				st.s.stopReading()
			}
			return vm.ToValue(0)
		}
	}
	binding.Methods(vm, p,
		binding.Method{Name: "readStart", Fn: reading(true)},
		binding.Method{Name: "readStop", Fn: reading(false)},
		binding.Method{Name: "setNoDelay", Length: 1, Fn: on(func(conn transport.Conn, c goja.FunctionCall) any {
			return errnoOf(conn.SetNoDelay(c.Argument(0).ToBoolean()))
		})},
		binding.Method{Name: "setKeepAlive", Length: 2, Fn: on(func(conn transport.Conn, c goja.FunctionCall) any {
			delay := time.Duration(c.Argument(1).ToInteger()) * time.Second
			return errnoOf(conn.SetKeepAlive(c.Argument(0).ToBoolean(), transport.KeepAlive{Delay: delay}))
		})},
		binding.Method{Name: "ref", Fn: m.onReferenced(func(r transport.Referenced) any { r.Ref(); return nil })},
		binding.Method{Name: "unref", Fn: m.onReferenced(func(r transport.Referenced) any { r.Unref(); return nil })},
		binding.Method{Name: "hasRef", Fn: m.onReferenced(func(r transport.Referenced) any { return r.HasRef() })},
		binding.Method{Name: "close", Length: 1, Fn: m.jsHandleClose},
		binding.Method{Name: "getAsyncId", Fn: func(goja.FunctionCall) goja.Value { return vm.ToValue(0) }},
		binding.Method{Name: "getsockname", Length: 1, Fn: m.nameFiller(localName)},
		binding.Method{Name: "getpeername", Length: 1, Fn: m.nameFiller(peerName)},
	)
	m.handleProperties(p)
	return p
}

// onReferenced is a method of connections and listeners alike.
func (m *Module) onReferenced(fn func(transport.Referenced) any) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		st := m.stateOf(c.This)
		switch {
		case st == nil:
			return goja.Undefined()
		case st.ln != nil:
			return m.vm.ToValue(fn(st.ln))
		case st.connection() != nil:
			return m.vm.ToValue(fn(st.connection()))
		}
		return goja.Undefined()
	}
}

// jsHandleClose is handle.close([callback]). It closes the descriptor and
// tells the socket or server nothing.
func (m *Module) jsHandleClose(c goja.FunctionCall) goja.Value {
	st := m.stateOf(c.This)
	if st == nil || st.closed {
		return nil
	}
	st.closed = true
	var done func()
	if fn, ok := engine.Callable(c.Argument(0)); ok {
		done = func() { m.e.RunCallback(func() { m.e.Call(fn, c.This) }) }
	}
	if st.ln != nil {
		st.ln.Close(done)
	} else if conn := st.connection(); conn != nil {
		conn.Close(done)
	}
	return nil
}

func errnoOf(err error) int {
	if err == nil {
		return 0
	}
	return systemError(err, "").Errno
}

func localName(h *handleState) (transport.Addr, error) {
	if h.ln != nil {
		return h.ln.Addr()
	}
	return h.connection().LocalAddr()
}

func peerName(h *handleState) (transport.Addr, error) { return h.connection().RemoteAddr() }

// nameFiller is getsockname(out) and getpeername(out).
func (m *Module) nameFiller(name func(*handleState) (transport.Addr, error)) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		st := m.stateOf(c.This)
		out, ok := c.Argument(0).(*goja.Object)
		if !ok || st == nil || st.ln == nil && st.connection() == nil {
			return m.vm.ToValue(nodeerr.Errno("EBADF"))
		}
		addr, err := name(st)
		if err != nil {
			return m.vm.ToValue(errnoOf(err))
		}
		binding.Value(out, "address", m.vm.ToValue(addr.IP))
		binding.Value(out, "family", m.vm.ToValue(addr.Family))
		binding.Value(out, "port", m.vm.ToValue(addr.Port))
		return m.vm.ToValue(0)
	}
}

func (m *Module) handleProperties(p *goja.Object) {
	get := func(name string, fn func(conn transport.Conn) any) binding.Accessor {
		return binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			st := m.stateOf(this)
			if st == nil || st.connection() == nil {
				return goja.Undefined()
			}
			return m.vm.ToValue(fn(st.connection()))
		}}
	}
	binding.Accessors(m.vm, p, true,
		binding.Accessor{Name: "fd", Get: func(this goja.Value) goja.Value {
			st := m.stateOf(this)
			switch {
			case st != nil && st.ln != nil:
				return m.vm.ToValue(st.ln.FD())
			case st != nil && st.connection() != nil:
				return m.vm.ToValue(st.connection().FD())
			}
			return m.vm.ToValue(-1)
		}},
		m.readingFlag(),
		get("bytesRead", func(conn transport.Conn) any { return conn.BytesRead() }),
		get("bytesWritten", func(conn transport.Conn) any { return conn.BytesWritten() }),
		get("writeQueueSize", func(conn transport.Conn) any { return conn.QueuedBytes() }),
	)
}

// readingFlag is handle.reading, which scripts that call readStop set too.
func (m *Module) readingFlag() binding.Accessor {
	return binding.Accessor{
		Name: "reading",
		Get: func(this goja.Value) goja.Value {
			st := m.stateOf(this)
			return m.vm.ToValue(st != nil && st.s != nil && st.s.reading)
		},
		Set: func(this, v goja.Value) {
			if st := m.stateOf(this); st != nil && st.s != nil {
				st.s.reading = v.ToBoolean()
			}
		},
	}
}
