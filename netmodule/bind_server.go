package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

func (m *Module) bindServerMethods() {
	p, vm := m.serverProto, m.vm
	m.anonymous(p,
		binding.Method{Name: "listen", Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).listen(c.Arguments)
			return c.This
		}},
		binding.Method{Name: "address", Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
			return m.serverOf(c.This).address()
		}},
		binding.Method{Name: "getConnections", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).getConnections(c.Argument(0))
			return c.This
		}},
		binding.Method{Name: "close", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).close(c.Argument(0))
			return c.This
		}},
		binding.Method{Name: "_setupWorker", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).setupWorker(c.Argument(0))
			return nil
		}},
		binding.Method{Name: "_emitCloseIfDrained", Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).emitCloseIfDrained()
			return nil
		}},
		binding.Method{Name: "ref", Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).setRef(true)
			return c.This
		}},
		binding.Method{Name: "unref", Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
			m.serverOf(c.This).setRef(false)
			return c.This
		}},
	)
	binding.Value(p, "_listen2", binding.Func(vm, "setupListenHandle", 6, m.jsListen2))
	binding.HiddenSymbol(p, m.ev.RejectionSymbol(), binding.Func(vm, "", 3, m.jsServerRejection))
	if sym, ok := vm.Get("Symbol").(*goja.Object).Get("asyncDispose").(*goja.Symbol); ok {
		binding.HiddenSymbol(p, sym, binding.Func(vm, "", 0, m.jsServerDispose))
	}
}

// jsServerRejection takes the rejection of an async listener: of 'connection'
// it destroys the socket, any other is an 'error'.
func (m *Module) jsServerRejection(c goja.FunctionCall) goja.Value {
	if c.Argument(1).String() == "connection" {
		if sock, ok := c.Argument(2).(*goja.Object); ok {
			m.e.CallMethod(sock, "destroy", c.Argument(0))
			return nil
		}
	}
	srv := m.serverOf(c.This)
	m.ev.Emit(&srv.State, m.keys.err, c.Argument(0))
	return nil
}

// jsServerDispose is server[Symbol.asyncDispose](): close as a promise.
func (m *Module) jsServerDispose(c goja.FunctionCall) goja.Value {
	srv := m.serverOf(c.This)
	promise, resolve, reject := m.vm.NewPromise()
	if srv.listener == nil {
		m.settle(resolve(goja.Undefined()))
		return m.vm.ToValue(promise)
	}
	srv.close(binding.Func(m.vm, "", 1, func(c goja.FunctionCall) goja.Value {
		if err := c.Argument(0); err.ToBoolean() {
			m.settle(reject(err))
		} else {
			m.settle(resolve(goja.Undefined()))
		}
		return nil
	}))
	return m.vm.ToValue(promise)
}

// settle raises what settling a promise could not do, such as an interrupt.
func (m *Module) settle(err error) {
	if err != nil {
		panic(err)
	}
}

func (m *Module) bindServerProperties() {
	vm := m.vm
	find := func(this goja.Value) *Server {
		if obj, ok := this.(*goja.Object); ok {
			if st := m.ev.Lookup(obj); st != nil {
				srv, _ := st.Owner.(*Server)
				return srv
			}
		}
		return nil
	}
	get := func(name string, fn func(*Server) goja.Value, set func(*Server, goja.Value)) binding.Accessor {
		a := binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			if srv := find(this); srv != nil {
				return fn(srv)
			}
			return goja.Undefined()
		}}
		if set != nil {
			a.Set = func(this, v goja.Value) {
				if srv := find(this); srv != nil {
					set(srv, v)
				}
			}
		}
		return a
	}
	flag := func(name string, at func(*Server) *bool) binding.Accessor {
		return get(name, func(s *Server) goja.Value { return vm.ToValue(*at(s)) },
			func(s *Server, v goja.Value) { *at(s) = v.ToBoolean() })
	}
	own := func(name string, fn func(*Server) goja.Value) binding.Accessor {
		return get(name, fn, func(s *Server, v goja.Value) { binding.Value(s.Object(), name, v) })
	}
	listening := get("listening", func(s *Server) goja.Value { return vm.ToValue(s.listener != nil) }, nil)
	listening.Plain = true
	binding.Accessors(vm, m.serverProto, true,
		listening,
		get("maxConnections", func(s *Server) goja.Value { return orUndefined(s.maxConnections) },
			func(s *Server, v goja.Value) { s.maxConnections = v }),
		get("dropMaxConnection", func(s *Server) goja.Value { return orUndefined(s.dropMax) },
			func(s *Server, v goja.Value) { s.dropMax = v }),
		get("blockList", func(s *Server) goja.Value { return orUndefined(s.blockList) },
			func(s *Server, v goja.Value) { s.blockList = v }),
		get("_connections", func(s *Server) goja.Value { return vm.ToValue(s.connections) },
			func(s *Server, v goja.Value) { s.connections = int(v.ToInteger()) }),
		get("_handle", (*Server).handleValue, (*Server).setHandle),
		own("_pipeName", func(s *Server) goja.Value {
			if s.pipeName == "" {
				return goja.Undefined()
			}
			return vm.ToValue(s.pipeName)
		}),
		own("_connectionKey", func(s *Server) goja.Value { return vm.ToValue(s.key) }),
		get("highWaterMark", func(s *Server) goja.Value { return vm.ToValue(s.highWaterMark) },
			func(s *Server, v goja.Value) { s.highWaterMark = int(v.ToInteger()) }),
		get("keepAliveInitialDelay", func(s *Server) goja.Value { return vm.ToValue(s.keepAliveDelay) },
			func(s *Server, v goja.Value) { s.keepAliveDelay = int(v.ToInteger()) }),
		flag("allowHalfOpen", func(s *Server) *bool { return &s.allowHalfOpen }),
		flag("pauseOnConnect", func(s *Server) *bool { return &s.pauseOnConnect }),
		flag("noDelay", func(s *Server) *bool { return &s.noDelay }),
		flag("keepAlive", func(s *Server) *bool { return &s.keepAlive }),
		flag("_unref", func(s *Server) *bool { return &s.unref }),
	)
}

// addSignal is the signal option of listen: an abort closes the server.
func (srv *Server) addSignal(a callArgs) {
	v := a.get("signal")
	if goja.IsUndefined(v) {
		return
	}
	m := srv.m
	signal, ok := v.(*goja.Object)
	if !ok || signal.Get("aborted") == nil {
		panic(nodeerr.ArgType(m.vm, "options.signal", v, "AbortSignal"))
	}
	onAbort := binding.Func(m.vm, "onAborted", 0, func(goja.FunctionCall) goja.Value {
		m.e.CallMethod(srv.Object(), "close")
		return nil
	})
	if signal.Get("aborted").ToBoolean() {
		fn, _ := engine.Callable(onAbort)
		m.e.NextTickCall(fn, nil)
		return
	}
	m.e.CallMethod(signal, "addEventListener", m.vm.ToValue("abort"), onAbort)
}
