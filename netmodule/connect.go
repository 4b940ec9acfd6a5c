package netmodule

import (
	"net/netip"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// target is where a socket connects to, with where from.
type target struct {
	host      string
	port      int
	localAddr string
	localPort int
	// attemptTimeout is how long one of several addresses may take, in
	// milliseconds.
	attemptTimeout int
	began          float64 // for the performance entry; 0 without one
}

// connect is Socket.prototype.connect. Bad arguments throw; everything else
// is reported later.
func (s *Socket) connect(a callArgs) {
	if goja.IsUndefined(a.get("port")) && isNil(a.get("path")) {
		panic(s.m.typeError("ERR_MISSING_ARGS", `The "options" or "port" or "path" argument must be specified`))
	}
	s.m.announceSocket(clientSocketChannel, s)
	s.restoreWrite()
	if s.destroyed() {
		s.forget()
	}
	if !s.hasHandle() {
		s.Undestroy()
		s.uncounted = false
		s.captureContext(a.truthy("path"))
	}
	if a.cb != nil {
		s.m.e.CallMethod(s.Object(), "once", s.m.keys.connect.Value(s.m.vm), a.cb)
	}
	s.refreshTimer()
	s.connecting = true
	s.m.active.addSocket(s)
	if s.boundSource {
		s.connectBound(a)
		return
	}
	if a.truthy("path") {
		path := s.m.checkString(a.get("path"), "options.path")
		s.unixSocket = true
		s.connectPath(path)
		return
	}
	s.unixSocket = false
	s.lookupAndConnect(a)
}

// restoreWrite undoes what onReadableStreamEnd did to an earlier connection.
func (s *Socket) restoreWrite() {
	obj := s.Object()
	if obj.Get("write") != s.m.socketProto.Get("write") {
		if err := obj.Set("write", s.m.socketProto.Get("write")); err != nil {
			panic(err)
		}
	}
}

// forget drops what is left of the connection before.
func (s *Socket) forget() {
	s.conn, s.attempt = nil, nil
	s.localName, s.peerName = nil, nil
	s.bytesRead, s.bytesWrote, s.notWritten = 0, 0, 0
	s.server = nil
}

// internalConnect connects to one address.
func (s *Socket) internalConnect(t target) {
	addr, err := netip.ParseAddr(t.host)
	if err != nil {
		s.Destroy(nodeerr.New(s.m.vm, "ERR_INVALID_IP_ADDRESS", t.host))
		return
	}
	s.Emit(s.m.keys.attempt, s.describeTarget(t)...)
	if !s.connecting {
		return
	}
	if s.m.blocked(s.blockList, t.host) {
		s.Destroy(nodeerr.New(s.m.vm, "ERR_IP_BLOCKED", t.host))
		return
	}
	o := transport.ConnectOptions{Address: netip.AddrPortFrom(addr, uint16(t.port)), LocalPort: t.localPort}
	if t.localAddr != "" {
		o.LocalAddress = netip.MustParseAddr(t.localAddr) // checked by checkConnect
	}
	s.connectTo(o, t)
}

func (s *Socket) connectPath(path string) {
	t := target{host: path, port: -1}
	s.Emit(s.m.keys.attempt, s.describeTarget(t)...)
	if s.connecting {
		s.connectTo(transport.ConnectOptions{Path: path}, t)
	}
}

// connectTo starts one connect; its outcome always arrives later.
func (s *Socket) connectTo(o transport.ConnectOptions, t target) {
	t.began = s.m.connectBegins(t)
	ctx := s.m.e.CaptureRequest(s.ctx, connectKind(s.unixSocket))
	done := func(err error) { s.m.e.RunCallbackIn(ctx, func() { s.afterConnect(err, t) }) }
	if bound := s.boundConn(); bound != nil {
		if err := bound.Connect(o, done); err != nil {
			s.Destroy(s.m.immediateError(err, t))
		}
		return
	}
	conn, err := s.m.deps.Network.Connect(o, done)
	if err != nil {
		s.Destroy(s.m.immediateError(err, t))
		return
	}
	s.adopt(conn)
}

// afterConnect is Node's.
func (s *Socket) afterConnect(err error, t target) {
	if s.destroyed() {
		return
	}
	s.connecting = false
	s.localName = nil
	if err != nil {
		ex := s.m.connectError(err, t)
		s.Emit(s.m.keys.attemptFailed, append(s.describeTarget(t), ex)...)
		s.Destroy(ex)
		return
	}
	s.refreshTimer()
	s.applyOptions()
	s.Emit(s.m.keys.connect)
	s.Emit(s.m.keys.ready)
	s.m.connectEnds(t)
	if s.conn != nil && !s.isPaused() {
		s.Stream.Read(0)
	}
}

func (s *Socket) isPaused() bool {
	return s.m.e.CallMethod(s.Object(), "isPaused").ToBoolean()
}

// applyOptions sets what was asked for before there was a handle.
func (s *Socket) applyOptions() {
	if s.noDelay {
		s.setConnNoDelay(true)
	}
	if s.keepAlive {
		s.setConnKeepAlive(true, s.keepAliveDelay)
	}
	if s.tos != 0 {
		s.ignore(s.conn.SetTypeOfService(s.tos))
	}
}

// ignore drops the errors of socket options, which Node does not report.
func (s *Socket) ignore(error) {}

// cancelAttempts ends attempts that are under way.
func (s *Socket) cancelAttempts() {
	if s.attempt != nil {
		s.attempt.cancel()
		s.attempt = nil
	}
}

// connectError is Node's ExceptionWithHostPort. A failed bind names the local
// address instead.
func (m *Module) connectError(err error, t target) *goja.Object {
	sys := systemError(err, "connect")
	if sys.Syscall == "bind" {
		sys.Address, sys.Port = t.localAddr, t.localPort
		return sys.Object(m.vm)
	}
	sys.Address, sys.Port = t.host, max(t.port, 0)
	if t.localAddr == "" || t.localPort == 0 {
		return sys.Object(m.vm)
	}
	sys.Local = "Local (" + t.localAddr + ":" + strconv.Itoa(t.localPort) + ")"
	obj := sys.Object(m.vm)
	binding.Value(obj, "localAddress", m.vm.ToValue(t.localAddr))
	binding.Value(obj, "localPort", m.vm.ToValue(t.localPort))
	return obj
}

// immediateError is the error of a connect that could not even begin. Node
// prints what it knows of the local end, which for UNIX sockets is nothing.
func (m *Module) immediateError(err error, t target) *goja.Object {
	sys := systemError(err, "connect")
	if sys.Syscall == "bind" {
		return m.connectError(err, t)
	}
	sys.Address, sys.Port = t.host, max(t.port, 0)
	if sys.Local == "" && t.port < 0 {
		sys.Local = "Local (undefined:undefined)"
	}
	return sys.Object(m.vm)
}
