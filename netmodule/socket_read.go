package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/stream"
	"github.com/gonode/gonode/netmodule/transport"
)

// copyBelow is the size up to which a chunk is copied out of the buffer that
// the transport read it into. A larger one keeps the buffer, if it is not
// piped on at once: that saves the copy, and wastes less than half of the
// memory.
const copyBelow = transport.ReadBufferSize / 2

// OnRead takes bytes from the transport.
func (s *Socket) OnRead(b []byte) (keeps bool) {
	s.readBuf, s.keepsBuf = b, false
	if s.readTask == nil {
		s.readTask = s.deliver
	}
	s.m.e.RunCallbackIn(s.ctx, s.readTask)
	s.readBuf = nil
	return s.keepsBuf
}

// deliver is Node's onStreamRead for data.
func (s *Socket) deliver() {
	b := s.readBuf
	s.refreshTimer()
	if s.destroyed() {
		return
	}
	more := false
	if s.onread != nil {
		more = s.onread.deliver(s, b)
	} else {
		chunk := stream.LentChunk(b, &s.keepsBuf)
		if len(b) < copyBelow {
			chunk = stream.BytesChunk(append([]byte(nil), b...))
		}
		more = s.Push(chunk)
	}
	if !more {
		s.stopReading()
	}
}

// stopReading ends reading until _read asks again.
func (s *Socket) stopReading() {
	s.reading = false
	if s.conn != nil && !s.destroyed() {
		s.conn.ReadStop()
	}
}

// OnReadError takes the error that ended reading.
func (s *Socket) OnReadError(err error) {
	s.m.e.RunCallbackIn(s.ctx, func() {
		s.refreshTimer()
		s.Destroy(s.m.errorObject(err, "read"))
	})
}

// OnEOF takes the other side's FIN.
func (s *Socket) OnEOF() {
	s.m.e.RunCallbackIn(s.ctx, func() {
		s.refreshTimer()
		if s.destroyed() || s.R.EndEmitted() {
			return
		}
		s.Push(stream.Chunk{})
		s.Stream.Read(0)
	})
}

// underRead is Socket.prototype._read.
func (s *Socket) underRead(n int) {
	switch {
	case s.connecting || !s.hasHandle():
		s.Once(s.m.keys.connect, func([]goja.Value) { s.underReadAgain(n) })
	case !s.reading:
		s.startReading()
	}
}

// underReadAgain is this._read(n) once connected.
func (s *Socket) underReadAgain(n int) {
	s.m.e.CallMethod(s.Object(), "_read", s.m.vm.ToValue(n))
}

// startReading is Node's tryReadStart.
func (s *Socket) startReading() {
	s.reading = true
	if s.conn == nil {
		return
	}
	if s.onread != nil && s.onread.rest != nil {
		s.m.loop.QueuePending(s.deliverRest)
		return
	}
	s.conn.ReadStart()
}

// deliverRest gives an onread callback what was read before it stopped, and
// then reads on.
func (s *Socket) deliverRest() {
	rest := s.onread.rest
	if rest == nil || !s.reading || s.conn == nil {
		return
	}
	s.onread.rest = nil
	s.m.e.RunCallbackIn(s.ctx, func() {
		switch {
		case !s.onread.deliver(s, rest):
			s.stopReading()
		case s.reading && s.conn != nil:
			s.conn.ReadStart()
		}
	})
}

// read, pause and resume serve the onread option before they do what
// Duplex does.
func (s *Socket) read(n float64) (stream.Chunk, bool) {
	s.onreadStart()
	return s.BaseRead(n)
}

func (s *Socket) resume() {
	s.onreadStart()
	s.BaseResume()
}

func (s *Socket) pause() {
	if s.onread != nil && !s.connecting && s.conn != nil && s.reading {
		s.stopReading()
	}
	s.BasePause()
}

func (s *Socket) onreadStart() {
	if s.onread != nil && !s.connecting && s.conn != nil && !s.reading {
		s.startReading()
	}
}
