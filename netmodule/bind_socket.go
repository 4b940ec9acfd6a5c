package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/netmodule/transport"
)

func (m *Module) bindSocketMethods() {
	p, vm := m.socketProto, m.vm
	self := func(fn func(s *Socket, c goja.FunctionCall)) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value {
			fn(m.socketOf(c.This), c)
			return c.This
		}
	}
	nothing := func(fn func(s *Socket, c goja.FunctionCall)) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value {
			fn(m.socketOf(c.This), c)
			return nil
		}
	}
	binding.Methods(vm, p, binding.Method{Name: "_unrefTimer", Length: 0, Fn: nothing(func(s *Socket, _ goja.FunctionCall) { s.refreshTimer() })})
	m.anonymous(p,
		binding.Method{Name: "_final", Length: 1, Fn: nothing(func(s *Socket, c goja.FunctionCall) { s.underFinal(m.done(c.Argument(0))) })},
	)
	binding.Value(p, "setTimeout", binding.Func(vm, "setStreamTimeout", 2, self((*Socket).setTimeout)))
	m.anonymous(p,
		binding.Method{Name: "_onTimeout", Length: 0, Fn: nothing(func(s *Socket, _ goja.FunctionCall) { s.onTimeout() })},
		binding.Method{Name: "setNoDelay", Length: 1, Fn: self((*Socket).setNoDelay)},
		binding.Method{Name: "setKeepAlive", Length: 4, Fn: self((*Socket).setKeepAlive)},
		binding.Method{Name: "setTypeOfService", Length: 1, Fn: self((*Socket).setTypeOfService)},
		binding.Method{Name: "getTypeOfService", Fn: func(c goja.FunctionCall) goja.Value { return m.socketOf(c.This).typeOfService() }},
		binding.Method{Name: "address", Length: 0, Fn: func(c goja.FunctionCall) goja.Value { return m.socketOf(c.This).address() }},
		binding.Method{Name: "_read", Length: 1, Fn: nothing(func(s *Socket, c goja.FunctionCall) { s.underRead(int(c.Argument(0).ToInteger())) })},
		binding.Method{Name: "end", Length: 3, Fn: m.inherited(m.st.Duplex, "end")},
		binding.Method{Name: "resetAndDestroy", Length: 0, Fn: self(func(s *Socket, _ goja.FunctionCall) { s.resetAndDestroy() })},
		binding.Method{Name: "pause", Length: 0, Fn: self(func(s *Socket, _ goja.FunctionCall) { s.pause() })},
		binding.Method{Name: "resume", Length: 0, Fn: self(func(s *Socket, _ goja.FunctionCall) { s.resume() })},
		binding.Method{Name: "read", Length: 1, Fn: m.jsRead()},
		binding.Method{Name: "destroySoon", Length: 0, Fn: nothing(func(s *Socket, _ goja.FunctionCall) { s.destroySoon() })},
		binding.Method{Name: "_destroy", Length: 2, Fn: nothing(func(s *Socket, c goja.FunctionCall) {
			s.underDestroy(c.Argument(0), m.done(c.Argument(1)))
		})},
		binding.Method{Name: "_reset", Length: 0, Fn: nothing(func(s *Socket, _ goja.FunctionCall) { s.reset() })},
		binding.Method{Name: "_getpeername", Length: 0, Fn: func(c goja.FunctionCall) goja.Value { return m.socketOf(c.This).peerObject() }},
		binding.Method{Name: "_getsockname", Length: 0, Fn: func(c goja.FunctionCall) goja.Value { return m.socketOf(c.This).address() }},
		binding.Method{Name: "_write", Length: 3, Fn: nothing(func(s *Socket, c goja.FunctionCall) {
			s.underWrite(stream.ValueChunk(c.Argument(0)), c.Argument(1), m.done(c.Argument(2)))
		})},
		binding.Method{Name: "_writev", Length: 2, Fn: nothing(func(s *Socket, c goja.FunctionCall) {
			s.underWritev(m.writeReqs(c.Argument(0)), m.done(c.Argument(1)))
		})},
		binding.Method{Name: "_writeGeneric", Length: 4, Fn: nothing((*Socket).jsWriteGeneric)},
		binding.Method{Name: "connect", Length: 0, Fn: self(func(s *Socket, c goja.FunctionCall) { s.connect(m.normalizeArgs(c.Arguments)) })},
		binding.Method{Name: "ref", Length: 0, Fn: self(func(s *Socket, _ goja.FunctionCall) { s.setRef(true) })},
		binding.Method{Name: "unref", Length: 0, Fn: self(func(s *Socket, _ goja.FunctionCall) { s.setRef(false) })},
		binding.Method{Name: "setSecure", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			panic(nodeerr.New(vm, "ERR_METHOD_NOT_IMPLEMENTED", "setSecure()"))
		}},
	)
	m.connectFn = p.Get("connect")
}

// done is the callback argument of an underscore method as a Go function.
func (m *Module) done(v goja.Value) stream.Done {
	fn, ok := engine.Callable(v)
	if !ok {
		return func(goja.Value) {}
	}
	return func(err goja.Value) {
		if err == nil {
			m.e.Call(fn, goja.Undefined())
			return
		}
		m.e.Call(fn, goja.Undefined(), err)
	}
}

// inherited calls the method that the prototype of ctor has.
func (m *Module) inherited(ctor *goja.Object, name string) binding.NativeFunc {
	fn, _ := engine.Callable(binding.Prototype(ctor).Get(name))
	return func(c goja.FunctionCall) goja.Value { return m.e.Call(fn, c.This, c.Arguments...) }
}

func (m *Module) jsRead() binding.NativeFunc {
	base := m.inherited(m.st.Readable, "read")
	return func(c goja.FunctionCall) goja.Value {
		m.socketOf(c.This).onreadStart()
		return base(c)
	}
}

// writeReqs takes the array that _writev was called with.
func (m *Module) writeReqs(v goja.Value) []stream.WriteReq {
	arr, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	all := arr.Get("allBuffers")
	allBuffers := all != nil && all.ToBoolean()
	var reqs []stream.WriteReq
	n := int(arr.Get("length").ToInteger())
	for i := range n {
		item := arr.Get(m.vm.ToValue(i).String())
		obj, ok := item.(*goja.Object)
		if !ok {
			continue
		}
		if chunk := obj.Get("chunk"); chunk != nil {
			reqs = append(reqs, stream.WriteReq{Chunk: stream.ValueChunk(chunk), Encoding: orUndefined(obj.Get("encoding"))})
		} else if allBuffers {
			reqs = append(reqs, stream.WriteReq{Chunk: stream.ValueChunk(obj), Encoding: goja.Undefined()})
		}
	}
	return reqs
}

// jsWriteGeneric is socket._writeGeneric(writev, data, encoding, callback),
// which _write and _writev are made of on Node.
func (s *Socket) jsWriteGeneric(c goja.FunctionCall) {
	done := s.m.done(c.Argument(3))
	if c.Argument(0).ToBoolean() {
		s.underWritev(s.m.writeReqs(c.Argument(1)), done)
		return
	}
	s.underWrite(stream.ValueChunk(c.Argument(1)), c.Argument(2), done)
}

// anonymous defines methods whose functions have no name, as those have that
// Node assigns to a prototype.
func (m *Module) anonymous(p *goja.Object, methods ...binding.Method) {
	for _, method := range methods {
		binding.Value(p, method.Name, binding.Func(m.vm, "", method.Length, method.Fn))
	}
}

// setNoDelay is socket.setNoDelay([enable]), true by default.
func (s *Socket) setNoDelay(c goja.FunctionCall) {
	on := goja.IsUndefined(c.Argument(0)) || c.Argument(0).ToBoolean()
	if s.conn != nil && on != s.noDelay {
		s.setConnNoDelay(on)
	}
	s.noDelay = on
}

// setKeepAlive is socket.setKeepAlive([enable][, initialDelay in ms]).
func (s *Socket) setKeepAlive(c goja.FunctionCall) {
	on := c.Argument(0).ToBoolean()
	delay := int(c.Argument(1).ToFloat() / 1000)
	if s.conn != nil && (on != s.keepAlive || delay != s.keepAliveDelay) {
		s.setConnKeepAlive(on, delay)
		s.keepAliveProbes = []goja.Value{c.Argument(2), c.Argument(3)}
	}
	s.keepAlive, s.keepAliveDelay = on, delay
}

// setRef is ref and unref; before the connection it is remembered.
func (s *Socket) setRef(on bool) {
	s.unref = !on
	for _, conn := range []transport.Conn{s.conn, s.attemptConn()} {
		switch {
		case conn == nil:
		case on:
			conn.Ref()
		default:
			conn.Unref()
		}
	}
}

func (s *Socket) attemptConn() transport.Conn {
	if s.attempt == nil {
		return nil
	}
	return s.attempt.conn
}
