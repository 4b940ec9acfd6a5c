package netmodule

import (
	"net/netip"
	"runtime"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// defaultBacklog is Node's for listen.
const defaultBacklog = 511

// listen is server.listen in all its forms.
func (srv *Server) listen(args []goja.Value) {
	m := srv.m
	a := m.normalizeArgs(args)
	if srv.listener != nil {
		nodeerr.Throw(m.vm, "ERR_SERVER_ALREADY_LISTEN")
	}
	srv.generation++
	if a.cb != nil {
		m.e.CallMethod(srv.Object(), "once", m.keys.listening.Value(m.vm), a.cb)
	}
	srv.announceListen("asyncStart", "options", a.options)
	backlog := backlogFrom(args, a)
	if srv.listenOnBound(a, backlog) {
		return
	}
	if h := a.listenHandle(); h != nil {
		a.options = h
	}
	if srv.listenOnHandle(a.options) {
		return
	}
	srv.addSignal(a)
	if fd := a.get("fd"); goja.IsNumber(fd) && fd.ToInteger() >= 0 {
		o := transport.ListenOptions{FD: int(fd.ToInteger()), HasFD: true, Backlog: backlog}
		srv.bind(request{ListenOptions: o, exclusive: m.stateOf(a.options) != nil}, "", -1)
		return
	}
	if portOmitted(args, a) {
		srv.listenPort(a, 0, backlog)
		return
	}
	port := a.get("port")
	switch path := a.get("path"); {
	case goja.IsNumber(port) || goja.IsString(port):
		srv.listenPort(a, m.checkPort(port, "options.port"), backlog)
	case path.ToBoolean() && isPipeName(path):
		srv.checkAbstract(a, path.String())
		srv.listenPath(a, path.String(), backlog)
	case !a.has("port") && !a.has("path"):
		panic(nodeerr.ArgValue(m.vm, "options", m.describe(a.options), `must have the property "port" or "path"`))
	default:
		panic(nodeerr.ArgValue(m.vm, "options", m.describe(a.options), "is invalid"))
	}
}

// listenHandle is an options object that stands for another one: a handle or
// something that has one.
func (a callArgs) listenHandle() *goja.Object {
	for _, name := range []string{"_handle", "handle"} {
		if h, ok := a.get(name).(*goja.Object); ok {
			return h
		}
	}
	return nil
}

// portOmitted: listen(), listen(null), listen(cb) and {port: undefined} mean
// any port.
func portOmitted(args []goja.Value, a callArgs) bool {
	if len(args) == 0 || engine.IsCallable(args[0]) {
		return true
	}
	port := a.get("port")
	return goja.IsNull(port) || goja.IsUndefined(port) && a.has("port")
}

// backlogFrom is the backlog among positional arguments, or the option.
func backlogFrom(args []goja.Value, a callArgs) int {
	if n, ok := toNumber(a.get("backlog")); ok && n > 0 {
		return int(n)
	}
	for i := 1; i < len(args) && i < 3; i++ {
		if n, ok := toNumber(args[i]); ok && n > 0 {
			return int(n)
		}
	}
	return defaultBacklog
}

func (srv *Server) listenPort(a callArgs, port, backlog int) {
	o := request{ListenOptions: transport.ListenOptions{
		Port: port, Backlog: backlog,
		IPv6Only: a.truthy("ipv6Only"), ReusePort: a.truthy("reusePort"),
	}}
	o.exclusive = o.ReusePort || a.truthy("exclusive")
	host := a.get("host")
	if !host.ToBoolean() {
		srv.bindAny(o)
		return
	}
	name := host.String()
	generation := srv.generation
	if fn := srv.m.deps.PatchedLookup(); fn != nil {
		srv.lookupByScript(fn, generation, o, name)
		return
	}
	if addr, err := netip.ParseAddr(name); err == nil {
		// An address goes through the lookup too, which answers a tick later.
		srv.m.e.NextTick(func() { srv.lookedUp(generation, o, name, []netip.Addr{addr}, nil) })
		return
	}
	ctx := srv.m.e.CaptureOnce("GETADDRINFOREQWRAP", nil)
	srv.m.deps.Network.Lookup(transport.LookupOptions{Host: name}, func(addrs []netip.Addr, err error) {
		srv.m.e.RunCallbackIn(ctx, func() { srv.lookedUp(generation, o, name, addrs, err) })
	})
}

// lookupByScript asks the function that a script put in the place of
// dns.lookup.
func (srv *Server) lookupByScript(fn engine.Func, generation int, o request, name string) {
	m := srv.m
	answer := binding.Func(m.vm, "doListen", 3, func(c goja.FunctionCall) goja.Value {
		err, list := m.lookupAnswer(c, true)
		switch {
		case generation != srv.generation:
		case err != nil:
			m.ev.Emit(&srv.State, m.keys.err, err)
		case goja.IsString(c.Argument(1)) && c.Argument(1).ToBoolean():
			// One address where a list was asked for: none of its characters
			// has an address, which stands for any.
			srv.bindAny(o)
		default:
			srv.bindFound(o, list)
		}
		return nil
	})
	options := m.vm.NewObject()
	binding.Value(options, "all", m.vm.ToValue(true))
	m.e.Call(fn, goja.Undefined(), m.vm.ToValue(name), options, answer)
}

// bindFound listens on what a script's lookup gave.
func (srv *Server) bindFound(o request, list []found) {
	var addrs []netip.Addr
	for _, f := range list {
		addr, err := netip.ParseAddr(f.text())
		if err != nil {
			srv.failed(nodeerr.FromCode("EINVAL", "listen", err), f.text(), o.Port)
			return
		}
		addrs = append(addrs, addr)
	}
	if len(addrs) == 0 {
		panic(srv.m.vm.NewTypeError("Cannot read properties of undefined (reading 'address')"))
	}
	o.IP = listenable(addrs)
	srv.bind(o, o.IP.String(), o.Port)
}

// listenable is the first address that is not link-local, which could not be
// bound without its zone, or the first.
func listenable(addrs []netip.Addr) netip.Addr {
	for _, addr := range addrs {
		if !addr.Is6() || !addr.IsLinkLocalUnicast() {
			return addr
		}
	}
	return addrs[0]
}

func (srv *Server) lookedUp(generation int, o request, name string, addrs []netip.Addr, err error) {
	if generation != srv.generation {
		return
	}
	if err != nil {
		srv.m.ev.Emit(&srv.State, srv.m.keys.err, nodeerr.Lookup(srv.m.vm, name, err))
		return
	}
	o.IP = listenable(addrs)
	srv.bind(o, o.IP.String(), o.Port)
}

// bindAny listens on all addresses: dual-stack where there is IPv6.
func (srv *Server) bindAny(o request) {
	if srv.bindThroughPrimary(o, "", o.Port) {
		return
	}
	ln, address, err := srv.m.listenAny(o.ListenOptions)
	if err != nil {
		srv.failed(err, address, o.Port)
		return
	}
	srv.pipe = false
	srv.started(ln, address, o.Port)
}

// listenAny also says which address stands for any.
func (m *Module) listenAny(o transport.ListenOptions) (transport.Listener, string, error) {
	o.IP = netip.IPv6Unspecified()
	ln, err := m.deps.Network.Listen(o)
	if err == nil || !isFamilyMissing(err) {
		return ln, "::", err
	}
	o.IP = netip.IPv4Unspecified()
	ln, err = m.deps.Network.Listen(o)
	return ln, "0.0.0.0", err
}

// checkAbstract: an abstract socket has no permissions to set.
func (srv *Server) checkAbstract(a callArgs, path string) {
	if runtime.GOOS == "linux" && strings.HasPrefix(path, "\x00") && (a.truthy("readableAll") || a.truthy("writableAll")) {
		panic(nodeerr.ArgValue(srv.m.vm, "options", srv.m.describe(a.options),
			"can not set readableAll or writableAllt to true when path is abstract unix socket"))
	}
}

func (srv *Server) listenPath(a callArgs, path string, backlog int) {
	srv.pipeName = path
	srv.bind(request{exclusive: a.truthy("exclusive"), ListenOptions: transport.ListenOptions{
		Path: path, Backlog: backlog,
		ReadableAll: a.truthy("readableAll"), WritableAll: a.truthy("writableAll"),
	}}, path, -1)
}

func (srv *Server) bind(o request, address string, port int) {
	if srv.bindThroughPrimary(o, address, port) {
		return
	}
	ln, err := srv.m.deps.Network.Listen(o.ListenOptions)
	if err != nil {
		srv.failed(err, address, port)
		return
	}
	srv.pipe = isPipe(ln)
	srv.started(ln, address, port)
}

// failed emits 'error' on the next tick.
func (srv *Server) failed(err error, address string, port int) {
	sys := listenError(err)
	sys.Address, sys.Port = address, port
	srv.report(sys.Object(srv.m.vm))
}

// failedOnHandle is failed where only the handle knows the address.
func (srv *Server) failedOnHandle(err error) {
	obj := listenError(err).Object(srv.m.vm)
	binding.Value(obj, "address", goja.Null())
	binding.Value(obj, "port", srv.m.vm.ToValue(-1))
	srv.report(obj)
}

func listenError(err error) *nodeerr.System {
	sys := systemError(err, "listen")
	sys.Syscall = "listen"
	if sys.Reason == "" {
		sys.Reason = nodeerr.Reason(sys.Code)
	}
	return sys
}

func (srv *Server) report(failure *goja.Object) {
	m := srv.m
	srv.pipeName = ""
	srv.announceListen("error", "error", failure)
	m.e.NextTick(func() { m.ev.Emit(&srv.State, m.keys.err, failure) })
}

// started accepts from now on and emits 'listening' on the next tick.
func (srv *Server) started(ln transport.Listener, address string, port int) {
	m := srv.m
	srv.listener = ln
	srv.captureContext()
	m.active.addServer(srv)
	srv.key = connectionKey(address, port)
	if srv.unref {
		ln.Unref()
	}
	ln.Start(srv.onConnection)
	srv.announceListen("asyncEnd", "", nil)
	m.e.OwnedBy(srv.ctx, func() {
		m.e.NextTick(func() {
			if srv.listener != nil {
				m.ev.Emit(&srv.State, m.keys.listening)
			}
		})
	})
}

// isPipe: a listener on a UNIX socket.
func isPipe(ln transport.Listener) bool {
	addr, err := ln.Addr()
	return err == nil && addr.Family == ""
}

// connectionKey is server._connectionKey: family, address and port.
func connectionKey(address string, port int) string {
	family := "4"
	switch {
	case port < 0:
		family = "-1"
	case ipFamily(address) == 6:
		family = "6"
	}
	return family + ":" + address + ":" + strconv.Itoa(port)
}
