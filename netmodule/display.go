package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/display"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/events"
)

var (
	_ events.Displayer = (*Socket)(nil)
	_ events.Displayer = (*Server)(nil)
	_ display.Shower   = (*handleState)(nil)
)

// noAsyncID is Node's async id of what has no handle.
const noAsyncID = -1

// asyncID is the number of an operation, which is known only while somebody
// follows operations.
func asyncID(ctx engine.Context) float64 {
	if ctx.Op == nil {
		return noAsyncID
	}
	return ctx.Op.ID
}

// DisplayState shows a socket as util.inspect does on Node.
func (s *Socket) DisplayState(l *display.Layout) {
	s.Stream.DisplayState(l)
	obj, vm := s.Object(), s.m.vm
	props := func(names ...string) []display.Property {
		list := make([]display.Property, len(names))
		for i, name := range names {
			list[i] = display.Named(name, orUndefined(obj.Get(name)))
		}
		return list
	}
	l.Before("_events", props("connecting", "_hadError", "_parent", "_host", "_closeAfterHandlingError")...)
	l.Before("_maxListeners", props("allowHalfOpen")...)
	after := props("_sockname", "_pendingData")
	after = append(after, display.Named("_pendingEncoding", s.pendingEncoding()))
	after = append(after, props("server", "_server")...)
	if s.timeout != nil {
		after = append(after, props("timeout")...)
	}
	l.After("_eventsCount", after...)
	handle := goja.Null()
	if h, ok := s.handleValue().(goja.Value); ok {
		handle = h
	}
	l.SymbolsFirst(
		display.Symbolic("async_id_symbol", vm.ToValue(asyncID(s.ctx))),
		display.Symbolic("kHandle", handle),
		display.Symbolic("lastWriteQueueSize", vm.ToValue(s.lastQueueSize)),
		display.Symbolic("timeout", goja.Null()),
		display.Symbolic("kBuffer", goja.Null()),
		display.Symbolic("kBufferCb", goja.Null()),
		display.Symbolic("kBufferGen", goja.Null()),
	)
	l.Symbols(
		display.Symbolic("kSetNoDelay", vm.ToValue(s.noDelay)),
		display.Symbolic("kSetKeepAlive", vm.ToValue(s.keepAlive)),
		display.Symbolic("kSetKeepAliveInitialDelay", vm.ToValue(s.keepAliveDelay)),
		display.Symbolic("kSetTOS", s.tosValue()),
		display.Symbolic("kBytesRead", vm.ToValue(int64(s.bytesRead))),
		display.Symbolic("kBytesWritten", vm.ToValue(int64(s.bytesWrote))),
	)
	if s.keepAliveProbes != nil {
		l.Symbols(display.Symbolic("kSetKeepAliveInterval", s.keepAliveProbes[0]),
			display.Symbolic("kSetKeepAliveCount", s.keepAliveProbes[1]))
	}
}

// pendingEncoding is how the data is written that waits for the connection.
func (s *Socket) pendingEncoding() goja.Value {
	switch {
	case s.pendingData == nil:
		return s.m.vm.ToValue("")
	case s.pendingAs != nil:
		return s.pendingAs
	}
	return s.m.vm.ToValue("buffer")
}

func (s *Socket) tosValue() goja.Value {
	if s.tos == 0 {
		return goja.Undefined()
	}
	return s.m.vm.ToValue(s.tos)
}

// DisplayState shows a server as util.inspect does on Node.
func (srv *Server) DisplayState(l *display.Layout) {
	vm := srv.m.vm
	props := []display.Property{
		display.Named("_connections", vm.ToValue(srv.connections)),
		display.Named("_handle", srv.handleValue()),
		display.Named("_usingWorkers", vm.ToValue(len(srv.workers) > 0)),
		display.Named("_workers", srv.workersValue()),
		display.Named("_unref", vm.ToValue(srv.unref)),
		display.Named("_listeningId", vm.ToValue(1+srv.generation)),
		display.Named("allowHalfOpen", vm.ToValue(srv.allowHalfOpen)),
		display.Named("pauseOnConnect", vm.ToValue(srv.pauseOnConnect)),
		display.Named("noDelay", vm.ToValue(srv.noDelay)),
		display.Named("keepAlive", vm.ToValue(srv.keepAlive)),
		display.Named("keepAliveInitialDelay", vm.ToValue(srv.keepAliveDelay)),
		display.Named("highWaterMark", vm.ToValue(srv.highWaterMark)),
	}
	if srv.key != "" {
		props = append(props, display.Named("_connectionKey", vm.ToValue(srv.key)))
	}
	l.After("_maxListeners", props...)
	id := float64(noAsyncID)
	if srv.listener != nil {
		id = asyncID(srv.ctx)
	}
	l.Symbols(display.Symbolic("async_id_symbol", vm.ToValue(id)))
}

func (srv *Server) workersValue() goja.Value {
	workers := make([]any, len(srv.workers))
	for i, w := range srv.workers {
		workers[i] = w
	}
	return srv.m.vm.NewArray(workers...)
}

// Display shows a `_handle`.
func (h *handleState) Display(own []display.Property) []display.Property {
	var l display.Layout
	reading := h.s != nil && h.s.reading
	l.Add(0, "reading", h.m.vm.ToValue(reading))
	l.Add(0, "onconnection", goja.Null())
	if owner := h.owner(); owner != nil {
		l.Symbols(display.Symbolic("owner_symbol", owner))
	}
	return l.Merge(own)
}

// owner is the socket or the server that has the handle.
func (h *handleState) owner() *goja.Object {
	switch {
	case h.s != nil:
		return h.s.Object()
	case h.srv != nil:
		return h.srv.Object()
	}
	return nil
}
