package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/stream"
)

// underWrite is Socket.prototype._write.
func (s *Socket) underWrite(c stream.Chunk, enc goja.Value, done stream.Done) {
	if s.connecting {
		c.Keep()
		s.pendingData, s.pendingAs = &c, enc
		s.pendingBytes = len(c.Bytes(s.m.st, encodingOf(enc)))
		s.writeOnceConnected(func() { s.underWrite(c, enc, done) }, done)
		return
	}
	s.pendingData, s.pendingAs, s.pendingBytes = nil, nil, 0
	if s.refuseWrite(done) {
		return
	}
	s.refreshTimer()
	s.oneBuf[0] = c.Bytes(s.m.st, encodingOf(enc))
	s.writeBytes(s.oneBuf[:], &c, enc, done)
	s.oneBuf[0] = nil
}

// underWritev is Socket.prototype._writev.
func (s *Socket) underWritev(reqs []stream.WriteReq, done stream.Done) {
	bufs := make([][]byte, len(reqs))
	total := 0
	for i := range reqs {
		bufs[i] = reqs[i].Chunk.Bytes(s.m.st, encodingOf(reqs[i].Encoding))
		total += len(bufs[i])
	}
	if s.connecting {
		s.pendingBytes = total
		s.writeOnceConnected(func() { s.underWritev(reqs, done) }, done)
		return
	}
	s.pendingBytes = 0
	if s.refuseWrite(done) {
		return
	}
	s.refreshTimer()
	s.writeBytes(bufs, nil, nil, done)
}

// encodingOf is the encoding of a string chunk.
func encodingOf(enc goja.Value) buffer.Encoding {
	if e, ok := buffer.ParseEncoding(enc.String()); ok {
		return e
	}
	return buffer.UTF8
}

// writeOnceConnected makes a write wait for the connection. The stream holds
// further ones back, so there is at most one. A write that the end of an
// attempt has failed still waits for the next connection of the same socket,
// and calls back twice: so it does on Node.
func (s *Socket) writeOnceConnected(write func(), done stream.Done) {
	ev, st := s.m.ev, &s.State
	var onClose *events.Listener
	ev.Once(st, s.m.keys.connect, func([]goja.Value) {
		ev.Remove(st, s.m.keys.close, onClose)
		write()
	})
	onClose = ev.Once(st, s.m.keys.close, func([]goja.Value) {
		done(s.m.errorCode("ERR_SOCKET_CLOSED_BEFORE_CONNECTION",
			"Socket closed before the connection was established"))
	})
}

func (s *Socket) refuseWrite(done stream.Done) bool {
	if s.conn != nil {
		return false
	}
	done(s.m.errorCode("ERR_SOCKET_CLOSED", "Socket is closed"))
	return true
}

// writeBytes tries the transport at once; a write that finished there calls
// back synchronously, as on Node. only is the chunk of a single write.
func (s *Socket) writeBytes(bufs [][]byte, only *stream.Chunk, enc goja.Value, done stream.Done) {
	before := s.conn.BytesWritten()
	finished, err := s.conn.Write(bufs, func(err error) { s.writeComplete(err, done) })
	if err != nil {
		if only != nil && s.isShortString(only, enc) {
			s.notWritten += s.conn.BytesWritten() - before
		}
		done(s.m.errorObject(err, "write"))
		return
	}
	if finished {
		done(nil)
		return
	}
	if only != nil {
		only.Keep()
	}
	s.lastQueueSize = s.conn.QueuedBytes()
	s.writeCtx = s.m.e.CaptureRequest(s.ctx, "WRITEWRAP")
}

// maxShortString is how much Node encodes on its stack. A write of a string that
// fits and fails at once does not count in bytesWritten; any other does.
const maxShortString = 16 << 10

func (s *Socket) isShortString(c *stream.Chunk, enc goja.Value) bool {
	text, ok := c.Value(s.m.st).(goja.String)
	if !ok {
		return false
	}
	switch encodingOf(enc) {
	case buffer.UTF8:
		return 3*text.Length() <= maxShortString
	case buffer.UTF16LE:
		return 2*text.Length() <= maxShortString
	case buffer.Latin1, buffer.ASCII:
		return text.Length() <= maxShortString
	}
	return false // becomes a Buffer first
}

// writeComplete is Node's onWriteComplete, for writes that had to wait.
func (s *Socket) writeComplete(err error, done stream.Done) {
	s.m.e.RunCallbackIn(s.writeCtx, func() {
		if err != nil {
			done(s.m.errorObject(err, "write"))
			return
		}
		if s.destroyed() {
			done(goja.Null())
			return
		}
		s.refreshTimer()
		s.lastQueueSize = 0
		done(goja.Null())
	})
}

// underFinal is Socket.prototype._final: FIN after the queued writes.
func (s *Socket) underFinal(done stream.Done) {
	if s.connecting {
		s.Once(s.m.keys.connect, func([]goja.Value) { s.underFinal(done) })
		return
	}
	if s.conn == nil {
		done(nil)
		return
	}
	ctx := s.m.e.CaptureRequest(s.ctx, "SHUTDOWNWRAP")
	s.conn.Shutdown(func(error) {
		// Node does not look at the outcome: what is wrong with the
		// connection shows when it is read.
		s.m.e.RunCallbackIn(ctx, func() { done(nil) })
	})
}

// writeAfterFIN is what replaces write once the other side has ended a
// socket that is not half-open.
func (m *Module) writeAfterFIN() *goja.Object {
	base, _ := engine.Callable(m.st.Duplex.Get("prototype").(*goja.Object).Get("write"))
	return binding.Func(m.vm, "writeAfterFIN", 3, func(c goja.FunctionCall) goja.Value {
		s := m.socketOf(c.This)
		if !s.W.Ending() {
			return m.e.Call(base, c.This, c.Arguments...)
		}
		err := m.errorCode("EPIPE", "This socket has been ended by the other party")
		cb, ok := engine.Callable(c.Argument(1))
		if !ok {
			cb, ok = engine.Callable(c.Argument(2))
		}
		if ok {
			m.e.NextTickCall(cb, []goja.Value{err})
		}
		s.Destroy(err)
		return m.vm.ToValue(false)
	})
}
