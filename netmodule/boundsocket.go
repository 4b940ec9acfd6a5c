package netmodule

import (
	"net/netip"
	"runtime"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// boundSocket is the state of a net.BoundSocket (Node documentation, "Class:
// net.BoundSocket"): a socket that is bound when it is made, for a server or
// a Socket to take.
type boundSocket struct {
	binding.Native
	bound   transport.Bound // nil once it is closed or given away
	address goja.Value
	path    string
	isPipe  bool
}

// boundClass makes them.
type boundClass struct {
	ctor *goja.Object
	sym  *goja.Symbol
}

func (m *Module) bindBoundSocket(x *goja.Object) {
	vm := m.vm
	m.bounds.sym = goja.NewSymbol("bound")
	m.bounds.ctor = binding.Class(vm, "BoundSocket", 0, m.constructBound)
	p := binding.Prototype(m.bounds.ctor)
	binding.HiddenMethods(vm, p,
		binding.Method{Name: "address", Fn: func(c goja.FunctionCall) goja.Value { return m.openBound(c.This).address }},
		binding.Method{Name: "fd", Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(m.openBound(c.This).bound.FD())
		}},
		binding.Method{Name: "close", Fn: func(c goja.FunctionCall) goja.Value {
			m.openBound(c.This).close()
			return nil
		}},
	)
	binding.Accessors(vm, p, false, binding.Accessor{Name: "isPipe", Get: func(this goja.Value) goja.Value {
		return vm.ToValue(m.privateBound(this, "#path").isPipe)
	}})
	if sym, ok := vm.Get("Symbol").(*goja.Object).Get("dispose").(*goja.Symbol); ok {
		binding.HiddenSymbol(p, sym, binding.Func(vm, "[Symbol.dispose]", 0, func(c goja.FunctionCall) goja.Value {
			m.privateBound(c.This, "#handle").close()
			return nil
		}))
	}
	binding.FixPrototype(m.bounds.ctor, nil)
	binding.Value(x, "BoundSocket", m.bounds.ctor)
}

func (m *Module) constructBound(newTarget *goja.Object, args []goja.Value) goja.Value {
	if newTarget == nil {
		panic(m.vm.NewTypeError("Class constructor BoundSocket cannot be invoked without 'new'"))
	}
	var options goja.Value = goja.Undefined()
	if len(args) > 0 {
		options = args[0]
	}
	obj := m.vm.CreateObject(binding.PrototypeFor(newTarget, binding.Prototype(m.bounds.ctor)))
	binding.HiddenSymbol(obj, m.bounds.sym, m.newBoundSocket(options))
	return obj
}

// findBound is the state of a BoundSocket, nil for anything else.
func (m *Module) findBound(v goja.Value) *boundSocket {
	obj, ok := v.(*goja.Object)
	if !ok || obj == nil {
		return nil
	}
	b, _ := obj.GetSymbol(m.bounds.sym).(*boundSocket)
	return b
}

// privateBound throws what reading a private member of another object does.
func (m *Module) privateBound(v goja.Value, member string) *boundSocket {
	b := m.findBound(v)
	if b == nil {
		panic(m.vm.NewTypeError("Cannot read private member " + member +
			" from an object whose class did not declare it"))
	}
	return b
}

// openBound throws unless the socket is still there.
func (m *Module) openBound(v goja.Value) *boundSocket {
	b := m.privateBound(v, "#handle")
	if b.bound == nil {
		panic(nodeerr.New(m.vm, "ERR_SOCKET_HANDLE_ADOPTED"))
	}
	return b
}

// takeBound takes the socket out of a BoundSocket. It returns nil for any
// other object, and throws for one without its socket.
func (m *Module) takeBound(v goja.Value) (transport.Bound, *boundSocket) {
	if m.findBound(v) == nil {
		return nil, nil
	}
	b := m.openBound(v)
	bound := b.bound
	b.bound = nil
	return bound, b
}

func (b *boundSocket) close() {
	if b.bound != nil {
		b.bound.Close()
		b.bound = nil
	}
}

// newBoundSocket is the work of the constructor.
func (m *Module) newBoundSocket(arg goja.Value) *boundSocket {
	b := &boundSocket{Native: binding.NewNative()}
	options, ok := arg.(*goja.Object)
	switch {
	case goja.IsUndefined(arg):
		options = m.vm.NewObject()
	case !ok || options.ClassName() == "Array" || options.ClassName() == "Function":
		panic(nodeerr.ArgType(m.vm, "options", arg, "object"))
	}
	o := reader{m: m, obj: options}
	if path := o.get("path"); !goja.IsUndefined(path) {
		m.bindBoundPath(b, o, path)
	} else {
		m.bindBoundAddress(b, o)
	}
	return b
}

// bindBoundPath binds a UNIX socket.
func (m *Module) bindBoundPath(b *boundSocket, o reader, path goja.Value) {
	for _, other := range []string{"host", "port", "ipv6Only", "reusePort"} {
		if !goja.IsUndefined(o.get(other)) {
			panic(nodeerr.ArgValue(m.vm, "options", m.describe(o.obj),
				"path is mutually exclusive with host, port, ipv6Only, and reusePort"))
		}
	}
	b.path, b.isPipe = m.checkString(path, "options.path"), true
	if strings.HasPrefix(b.path, "\x00") && runtime.GOOS != "linux" {
		panic(nodeerr.ArgValue(m.vm, "options.path", m.describe(path), "abstract socket paths are only supported on Linux"))
	}
	bound, err := m.deps.Network.Bind(transport.BindOptions{Path: &b.path})
	if err != nil {
		panic(systemError(err, "bind").Object(m.vm))
	}
	b.bound, b.address = bound, path
}

// bindBoundAddress binds a TCP socket.
func (m *Module) bindBoundAddress(b *boundSocket, o reader) {
	bind := m.bindOptions(o)
	bound, err := m.deps.Network.Bind(bind)
	if err != nil {
		sys := systemError(err, "bind")
		sys.Address, sys.Port = bind.IP.String(), bind.Port
		panic(sys.Object(m.vm))
	}
	addr, err := bound.Addr()
	if err != nil {
		bound.Close()
		panic(m.errorObject(err, "bind"))
	}
	b.bound, b.address = bound, m.addressObject(addr)
}

// bindOptions checks the options of a TCP socket, in Node's order.
func (m *Module) bindOptions(o reader) transport.BindOptions {
	var bind transport.BindOptions
	if v := o.get("port"); !isNil(v) {
		bind.Port = m.checkPort(v, "options.port")
	}
	if v := o.get("ipv6Only"); !isNil(v) {
		bind.IPv6Only = m.checkBoolean(v, "options.ipv6Only")
	}
	if v := o.get("reusePort"); !isNil(v) {
		bind.ReusePort = m.checkBoolean(v, "options.reusePort")
	}
	host := o.get("host")
	if isNil(host) {
		bind.IP = netip.IPv4Unspecified()
		if bind.IPv6Only {
			bind.IP = netip.IPv6Unspecified()
		}
		return bind
	}
	addr, err := netip.ParseAddr(m.checkString(host, "options.host"))
	if err != nil {
		panic(nodeerr.ArgValue(m.vm, "options.host", m.describe(host),
			"must be a numeric IP address; net.BoundSocket does not perform DNS resolution"))
	}
	bind.IP = addr
	return bind
}

// listenOnBound is listen() on a BoundSocket, given itself or as the option
// `handle`. It reports false for anything else.
func (srv *Server) listenOnBound(a callArgs, backlog int) bool {
	m := srv.m
	var v goja.Value = a.options
	if m.findBound(v) == nil {
		v = a.get("handle")
	}
	bound, b := m.takeBound(v)
	if bound == nil {
		return false
	}
	srv.pipe, srv.pipeName = b.isPipe, b.path
	ln, err := bound.Listen(backlog)
	if err != nil {
		srv.failedOnHandle(err)
		return true
	}
	srv.started(ln, "null", -1)
	return true
}

// takeBound makes the socket of a BoundSocket the handle, not yet connected,
// and reports whether v is one.
func (s *Socket) takeBound(v goja.Value) bool {
	bound, b := s.m.takeBound(v)
	if bound == nil {
		return false
	}
	conn, err := bound.Conn()
	if err != nil {
		panic(s.m.errorObject(err, "open"))
	}
	s.unixSocket, s.boundSource, s.boundPath = b.isPipe, true, b.path
	s.adopt(conn)
	return true
}

// boundConn is the connection that a BoundSocket has given; nil for another.
func (s *Socket) boundConn() transport.BoundConn {
	conn, _ := s.conn.(transport.BoundConn)
	return conn
}

// connectBound is connect() of a Socket that has adopted a BoundSocket, also
// when it connects again: what the socket was decides whether the target is a
// path.
func (s *Socket) connectBound(a callArgs) {
	m := s.m
	if s.unixSocket {
		s.connectPath(m.checkString(a.get("path"), "options.path"))
		return
	}
	if a.get("localAddress").ToBoolean() || a.get("localPort").ToBoolean() {
		panic(nodeerr.ArgValue(m.vm, "options", m.describe(a.options),
			"localAddress and localPort cannot be used with an adopted bound socket"))
	}
	s.lookupAndConnect(a)
}
