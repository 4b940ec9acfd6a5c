// Package netmodule is Node's `net` module (Node documentation, "Net"): Server
// and Socket backed by the transports of package transport.
//
// The way of a byte: a transport calls Socket.OnRead on the loop goroutine;
// socket_read.go counts it and pushes it into the readable half of the
// stream, which emits 'data'. Socket.write runs the writable half, whose
// _write (socket_write.go) tries the transport at once; what the kernel did
// not take waits there, and the callback and 'drain' follow when it has gone
// out. destroy (socket_close.go) is the one place that closes.
//
// Everything runs on the loop goroutine. Unlike on Node, most of what Node
// keeps in own properties of a socket are accessors of its prototype.
package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/netmodule/transport"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Network transport.Network
	// PatchedLookup is the function that a script has put in the place of
	// dns.lookup, or nil.
	PatchedLookup func() engine.Func
	// Warn emits a process warning with a name.
	Warn func(text, name string)
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
	// Timeline takes performance entries; nil while nobody can observe any.
	Timeline func() Timeline
	// Primary is what servers listen through. It returns nil in a process
	// that is no worker of a cluster.
	Primary func() Primary
	// Inspect is util.inspect; options may be nil.
	Inspect func(v goja.Value, options *goja.Object) string
}

// Module is the `net` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	loop *eventloop.Loop
	ev   *events.Module
	st   *stream.Module
	buf  *buffer.Module
	deps Deps

	exports       *goja.Object
	socketCtor    *goja.Object
	socketProto   *goja.Object
	serverCtor    *goja.Object
	serverProto   *goja.Object
	objectProto   *goja.Object
	connectFn     goja.Value // Socket.prototype.connect as we made it
	normalizedSym *goja.Symbol
	handles       handleClass
	bounds        boundClass
	addressSet    *addressClasses // once a script has touched one
	keys          keys
	active        active

	autoSelectFamily bool
	attemptTimeout   int // milliseconds
}

type keys struct {
	connect, ready, lookup, timeout, end, finish, err, close,
	connection, listening, drop,
	attempt, attemptFailed, attemptTimeout events.Key
}

// Defaults of autoSelectFamily (Node documentation,
// "net.getDefaultAutoSelectFamilyAttemptTimeout"); the timeout is in
// milliseconds.
const (
	defaultAutoSelectFamily = true
	defaultAttemptTimeout   = 500
	minAttemptTimeout       = 10
)

// New builds the module for one engine.
func New(e *engine.Engine, st *stream.Module, deps Deps) *Module {
	m := &Module{
		e: e, vm: e.VM, loop: e.Loop, ev: st.Events(), st: st, buf: st.Buffers(), deps: deps,
		objectProto:      e.VM.NewObject().Prototype(),
		normalizedSym:    goja.NewSymbol("normalizedArgs"),
		autoSelectFamily: defaultAutoSelectFamily,
		attemptTimeout:   defaultAttemptTimeout,
		active:           newActive(),
	}
	m.keys = keys{
		connect: events.NewKey("connect"), ready: events.NewKey("ready"), lookup: events.NewKey("lookup"),
		timeout: events.NewKey("timeout"), end: events.NewKey("end"), finish: events.NewKey("finish"),
		err: events.NewKey("error"), close: events.NewKey("close"),
		connection: events.NewKey("connection"), listening: events.NewKey("listening"), drop: events.NewKey("drop"),
		attempt:        events.NewKey("connectionAttempt"),
		attemptFailed:  events.NewKey("connectionAttemptFailed"),
		attemptTimeout: events.NewKey("connectionAttemptTimeout"),
	}
	m.bindSocket()
	m.bindServer()
	m.bindExports()
	return m
}

// Exports is what require('net') returns.
func (m *Module) Exports() *goja.Object { return m.exports }

// SocketConstructor is net.Socket.
func (m *Module) SocketConstructor() *goja.Object { return m.socketCtor }

func (m *Module) bindExports() {
	vm := m.vm
	x := vm.NewObject()
	m.exports = x
	binding.Value(x, "_normalizeArgs", binding.Func(vm, "normalizeArgs", 1, m.jsNormalizeArgs))
	binding.Methods(vm, x,
		binding.Method{Name: "connect", Length: 0, Fn: m.jsConnect},
	)
	binding.Value(x, "createConnection", x.Get("connect"))
	binding.Methods(vm, x,
		binding.Method{Name: "_createServerHandle", Length: 5, Fn: m.jsCreateServerHandle},
		binding.Method{Name: "createServer", Length: 2, Fn: m.jsCreateServer},
		binding.Method{Name: "isIP", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(ipFamily(c.Argument(0).String()))
		}},
		binding.Method{Name: "isIPv4", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(ipFamily(c.Argument(0).String()) == 4)
		}},
		binding.Method{Name: "isIPv6", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(ipFamily(c.Argument(0).String()) == 6)
		}},
	)
	binding.Value(x, "Server", m.serverCtor)
	binding.Value(x, "Socket", m.socketCtor)
	binding.Value(x, "Stream", m.socketCtor)
	m.bindFamilyDefaults(x)
	binding.Accessors(vm, x, true,
		m.lazyClass("BlockList", func(c *addressClasses) *goja.Object { return c.blockList }),
		m.lazyClass("SocketAddress", func(c *addressClasses) *goja.Object { return c.socketAddress }),
	)
	m.bindBoundSocket(x)
}

func (m *Module) bindFamilyDefaults(x *goja.Object) {
	binding.Methods(m.vm, x,
		binding.Method{Name: "getDefaultAutoSelectFamily", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.autoSelectFamily)
		}},
		binding.Method{Name: "setDefaultAutoSelectFamily", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.autoSelectFamily = m.checkBoolean(c.Argument(0), "value")
			return nil
		}},
		binding.Method{Name: "getDefaultAutoSelectFamilyAttemptTimeout", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.attemptTimeout)
		}},
		binding.Method{Name: "setDefaultAutoSelectFamilyAttemptTimeout", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.attemptTimeout = max(minAttemptTimeout, m.checkInt32(c.Argument(0), "value", 1, maxInt32))
			return nil
		}},
	)
}

const maxInt32 = 1<<31 - 1

// jsNormalizeArgs is net._normalizeArgs, which packages call.
func (m *Module) jsNormalizeArgs(c goja.FunctionCall) goja.Value {
	var args []goja.Value
	if arr, ok := c.Argument(0).(*goja.Object); ok {
		n := int(arr.Get("length").ToInteger())
		for i := range n {
			args = append(args, arr.Get(m.vm.ToValue(i).String()))
		}
	}
	a := m.normalizeArgs(args)
	var cb goja.Value = goja.Null()
	if a.cb != nil {
		cb = a.cb
	}
	out := m.vm.NewArray(a.options, cb)
	binding.HiddenSymbol(out, m.normalizedSym, m.vm.ToValue(true))
	return out
}

// jsConnect is net.connect: a new Socket that connects at once.
func (m *Module) jsConnect(c goja.FunctionCall) goja.Value {
	a := m.normalizeArgs(c.Arguments)
	obj, err := m.vm.New(m.socketCtor, a.options)
	if err != nil {
		panic(err)
	}
	if a.truthy("timeout") {
		m.e.CallMethod(obj, "setTimeout", a.get("timeout"))
	}
	if obj.Get("connect") != m.connectFn {
		return m.e.CallMethod(obj, "connect", c.Arguments...)
	}
	m.socketOf(obj).connect(a)
	return obj
}

func (m *Module) jsCreateServer(c goja.FunctionCall) goja.Value {
	obj, err := m.vm.New(m.serverCtor, c.Arguments...)
	if err != nil {
		panic(err)
	}
	return obj
}
