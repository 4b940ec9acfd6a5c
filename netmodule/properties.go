package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/netmodule/transport"
)

// prop is an accessor of Socket.prototype; on anything but a socket it reads
// as undefined.
func (m *Module) prop(name string, get func(s *Socket) any, set func(s *Socket, v goja.Value)) binding.Accessor {
	a := binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
		s := m.findSocket(this)
		if s == nil {
			return goja.Undefined()
		}
		switch v := get(s).(type) {
		case nil:
			return goja.Undefined()
		case goja.Value:
			return v
		default:
			return m.vm.ToValue(v)
		}
	}}
	if set != nil {
		a.Set = func(this, v goja.Value) {
			if s := m.findSocket(this); s != nil {
				set(s, v)
			}
		}
	}
	return a
}

// bare and plain name getters as Node's are.
func bare(a binding.Accessor) binding.Accessor  { a.Bare = true; return a }
func plain(a binding.Accessor) binding.Accessor { a.Plain = true; return a }

func (m *Module) bindSocketProperties() {
	binding.FixedAccessors(m.vm, m.socketProto, true,
		bare(m.prop("bytesRead", func(s *Socket) any { return s.bytesReadNow() }, nil)),
		bare(m.prop("remoteAddress", func(s *Socket) any { return field(s.peer(), func(a *transport.Addr) any { return a.IP }) }, nil)),
		bare(m.prop("remoteFamily", func(s *Socket) any { return field(s.peer(), func(a *transport.Addr) any { return a.Family }) }, nil)),
		bare(m.prop("remotePort", func(s *Socket) any { return field(s.peer(), func(a *transport.Addr) any { return a.Port }) }, nil)),
		bare(m.prop("localAddress", func(s *Socket) any { return s.localAddress() }, nil)),
		bare(m.prop("localPort", func(s *Socket) any { return field(s.local(), func(a *transport.Addr) any { return a.Port }) }, nil)),
		bare(m.prop("localFamily", func(s *Socket) any { return field(s.local(), func(a *transport.Addr) any { return a.Family }) }, nil)),
		bare(m.prop("bytesWritten", func(s *Socket) any { return s.bytesWritten() }, nil)),
		bare(m.prop("_bytesDispatched", func(s *Socket) any { return s.dispatched() }, nil)),
	)
	binding.FixedAccessors(m.vm, m.socketProto, false,
		plain(m.prop("_connecting", func(s *Socket) any { return s.connecting }, nil)),
		plain(m.prop("readyState", func(s *Socket) any { return s.readyState() }, nil)),
		plain(m.prop("bufferSize", func(s *Socket) any {
			if !s.hasHandle() {
				return nil
			}
			return s.W.Length()
		}, nil)),
		plain(m.prop("_handle", func(s *Socket) any { return s.handleValue() }, (*Socket).setHandle)),
	)
	binding.Accessors(m.vm, m.socketProto, false,
		plain(m.prop("pending", func(s *Socket) any { return s.connecting || !s.hasHandle() }, nil)),
	)
	m.bindOwnLike()
}

// bindOwnLike defines what Node keeps in own properties of the socket. What is
// assigned to one that has no setter becomes an own property.
func (m *Module) bindOwnLike() {
	flag := func(name string, at func(s *Socket) *bool) binding.Accessor {
		return m.prop(name, func(s *Socket) any { return *at(s) },
			func(s *Socket, v goja.Value) { *at(s) = v.ToBoolean() })
	}
	own := func(name string, get func(s *Socket) any) binding.Accessor {
		return m.prop(name, get, func(s *Socket, v goja.Value) { binding.Value(s.Object(), name, v) })
	}
	binding.Accessors(m.vm, m.socketProto, false,
		flag("connecting", func(s *Socket) *bool { return &s.connecting }),
		flag("_hadError", func(s *Socket) *bool { return &s.hadError }),
		flag("_closeAfterHandlingError", func(s *Socket) *bool { return &s.closeAfterError }),
		m.prop("allowHalfOpen", func(s *Socket) any { return !s.NoHalfOpen() },
			func(s *Socket, v goja.Value) { s.SetHalfOpen(v.ToBoolean()) }),
		m.prop("timeout", func(s *Socket) any {
			if s.timeout == nil {
				return nil
			}
			return s.timeout
		}, func(s *Socket, v goja.Value) { s.timeout = v }),
		own("server", (*Socket).serverValue),
		own("_server", (*Socket).serverValue),
		own("_parent", func(*Socket) any { return goja.Null() }),
		own("_host", func(s *Socket) any {
			if s.host == nil {
				return goja.Null()
			}
			return s.host
		}),
		own("_sockname", func(s *Socket) any {
			if s.localName == nil {
				return goja.Null()
			}
			if s.localName.IP == "" {
				return m.vm.NewObject()
			}
			return m.addressObject(*s.localName)
		}),
		own("_pendingData", func(s *Socket) any {
			if s.pendingData == nil {
				return goja.Null()
			}
			return s.pendingData.Value(m.st)
		}),
		own("autoSelectFamilyAttemptedAddresses", func(s *Socket) any {
			if s.attempted == nil {
				return nil
			}
			items := make([]any, len(s.attempted))
			for i, a := range s.attempted {
				items[i] = a
			}
			return goja.Value(m.vm.NewArray(items...))
		}),
	)
}

func (s *Socket) serverValue() any {
	if s.server == nil {
		return goja.Null()
	}
	return goja.Value(s.server.Object())
}

func field(a *transport.Addr, get func(*transport.Addr) any) any {
	if a == nil || a.IP == "" {
		return nil
	}
	return get(a)
}

func (s *Socket) bytesReadNow() uint64 {
	if s.conn != nil {
		return s.conn.BytesRead()
	}
	return s.bytesRead
}

func (s *Socket) dispatched() uint64 {
	if s.conn != nil {
		return s.conn.BytesWritten() - s.notWritten
	}
	return s.bytesWrote
}

// bytesWritten counts what has been handed to the transport and what still
// waits in the stream.
func (s *Socket) bytesWritten() uint64 {
	n := s.dispatched()
	for _, req := range s.W.Waiting() {
		n += uint64(len(req.Chunk.Bytes(s.m.st, encodingOf(req.Encoding))))
	}
	return n + uint64(s.pendingBytes)
}

func (s *Socket) readyState() string {
	switch r, w := s.IsReadable(), s.IsWritable(); {
	case s.connecting:
		return "opening"
	case r && w:
		return "open"
	case r:
		return "readOnly"
	case w:
		return "writeOnly"
	}
	return "closed"
}

// peer is the other side's address; it is kept, so that it still reads after
// the connection has gone.
func (s *Socket) peer() *transport.Addr {
	if s.conn == nil || s.connecting {
		return s.peerName
	}
	if s.peerName == nil {
		addr, err := s.conn.RemoteAddr()
		if err != nil {
			return nil
		}
		s.peerName = &addr
	}
	return s.peerName
}

// local is the address of this end, which a connect under way has already. Like
// Node it asks once and remembers the answer until the socket has connected,
// also that there was none yet.
func (s *Socket) local() *transport.Addr {
	if s.localName != nil || s.boundPath != "" || s.conn == nil && !s.connecting {
		return s.localName
	}
	s.localName = &transport.Addr{}
	if s.conn != nil {
		if addr, err := s.conn.LocalAddr(); err == nil {
			s.localName = &addr
		}
	}
	return s.localName
}

// localAddress of a UNIX socket is known only where a BoundSocket gave it.
func (s *Socket) localAddress() any {
	if s.boundPath != "" {
		return s.boundPath
	}
	return field(s.local(), func(a *transport.Addr) any { return a.IP })
}

// address is socket.address(): empty without a connection.
func (s *Socket) address() goja.Value {
	if s.boundPath != "" {
		obj := s.m.vm.NewObject()
		binding.Value(obj, "address", s.m.vm.ToValue(s.boundPath))
		return obj
	}
	a := s.local()
	if a == nil || a.IP == "" {
		return s.m.vm.NewObject()
	}
	return s.m.addressObject(*a)
}

func (s *Socket) peerObject() goja.Value {
	a := s.peer()
	if a == nil || a.IP == "" {
		return s.m.vm.NewObject()
	}
	return s.m.addressObject(*a)
}
