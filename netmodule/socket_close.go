package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/stream"
)

func (s *Socket) destroyed() bool { return s.R.Destroyed() || s.W.Destroyed() }

// underDestroy is Socket.prototype._destroy. 'close' comes from the handle
// once that has closed, after 'error'.
func (s *Socket) underDestroy(err goja.Value, done stream.Done) {
	hadHandle, connecting := s.hasHandle(), s.connecting
	delete(s.m.active.sockets, s)
	s.connecting = false
	s.stopTimer()
	s.cancelAttempts()
	failed := err != nil && err.ToBoolean()
	switch {
	case s.conn != nil:
		s.closeConn(failed)
		if connecting {
			s.m.connectCanceled()
		}
		done(err)
	case hadHandle:
		// Its name is still being looked up: there is nothing to close.
		s.m.loop.QueueClose(func() { s.Emit(s.m.keys.close, s.m.vm.ToValue(failed)) })
		done(err)
	default:
		done(err)
		s.m.e.NextTick(func() { s.Emit(s.m.keys.close) })
	}
	if srv := s.server; srv != nil && !s.uncounted {
		s.uncounted = true
		srv.connectionClosed()
	}
}

// connectCanceled stands for the callback in which a connect under way fails,
// right before its handle's close callback. It tells nobody, but the tick queue
// is run after it.
func (m *Module) connectCanceled() { m.loop.QueueClose(func() {}) }

// closeConn closes the handle.
func (s *Socket) closeConn(failed bool) {
	conn, ctx := s.conn, s.ctx
	s.bytesRead, s.bytesWrote = conn.BytesRead(), s.dispatched()
	emitClose := func() {
		s.m.e.RunCallbackIn(ctx, func() { s.Emit(s.m.keys.close, s.m.vm.ToValue(failed)) })
		s.m.e.DestroyOp(ctx.Op)
	}
	if st := s.m.stateOf(s.handle); st != nil && st.closed {
		s.m.e.DestroyOp(ctx.Op)
	} else if s.resetAndClosing {
		s.resetAndClosing = false
		if resetErr := conn.Reset(emitClose); resetErr != nil {
			s.Emit(s.m.keys.err, s.m.errorObject(resetErr, "reset"))
		}
	} else {
		conn.Close(emitClose)
	}
	s.dropConn()
}

// dropConn forgets the handle.
func (s *Socket) dropConn() {
	s.conn, s.reading = nil, false
	delete(s.m.active.sockets, s)
	s.localName = nil
	if s.handle != nil {
		if st := s.m.stateOf(s.handle); st != nil && st.s == s {
			st.s = nil
		}
		s.handle = nil
	}
}

// destroySoon ends the socket and destroys it once everything is written.
func (s *Socket) destroySoon() {
	if s.IsWritable() {
		s.End()
	}
	if s.W.Finished() {
		s.Destroy(nil)
		return
	}
	s.Once(s.m.keys.finish, func([]goja.Value) { s.Destroy(nil) })
}

// resetAndDestroy closes the connection with a RST.
func (s *Socket) resetAndDestroy() {
	if !s.hasHandle() {
		s.Destroy(s.m.errorCode("ERR_SOCKET_CLOSED", "Socket is closed"))
		return
	}
	if s.unixSocket {
		panic(s.m.typeError("ERR_INVALID_HANDLE_TYPE", "This handle type cannot be sent"))
	}
	if s.connecting {
		s.Once(s.m.keys.connect, func([]goja.Value) { s.reset() })
		return
	}
	s.reset()
}

func (s *Socket) reset() {
	s.resetAndClosing = true
	s.Destroy(nil)
}
