package netmodule

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// setTimeout is socket.setTimeout(msecs[, callback]); the timer does not keep
// the loop alive.
func (s *Socket) setTimeout(c goja.FunctionCall) {
	if s.destroyed() {
		return
	}
	s.timeout = c.Argument(0)
	msecs := s.m.timerDuration(c.Argument(0))
	s.stopTimer()
	cb := c.Argument(1)
	if msecs == 0 {
		if !goja.IsUndefined(cb) {
			s.m.checkFunction(cb, "callback")
			s.m.e.CallMethod(s.Object(), "removeListener", s.m.keys.timeout.Value(s.m.vm), cb)
		}
		return
	}
	s.startTimer(msecs)
	if !goja.IsUndefined(cb) {
		s.m.checkFunction(cb, "callback")
		s.m.e.CallMethod(s.Object(), "once", s.m.keys.timeout.Value(s.m.vm), cb)
	}
}

// timerDuration is Node's getTimerDuration.
func (m *Module) timerDuration(v goja.Value) float64 {
	n := m.checkNumber(v, "msecs")
	if n < 0 || math.IsNaN(n) || math.IsInf(n, 0) {
		panic(nodeerr.OutOfRange(m.vm, "msecs", "a non-negative finite number", v))
	}
	if n > maxInt32 {
		m.deps.Warn(v.String()+" does not fit into a 32-bit signed integer.\nTimer duration was truncated to 2147483647.",
			"TimeoutOverflowWarning")
	}
	return min(n, maxInt32)
}

func (s *Socket) startTimer(msecs float64) {
	ctx := s.m.e.Capture("Timeout", nil)
	s.timer = s.m.loop.NewTimer(func() {
		s.m.e.EnterContext(ctx)
		s.timedOut()
	})
	s.timer.Start(int64(msecs), false)
	s.timer.Unref()
}

func (s *Socket) stopTimer() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
}

func (s *Socket) refreshTimer() {
	if s.timer != nil {
		s.timer.Refresh()
	}
}

// timedOut calls this._onTimeout(), which scripts may replace.
func (s *Socket) timedOut() {
	v := s.Object().Get("_onTimeout")
	if fn, ok := engine.Callable(v); ok {
		s.m.e.Call(fn, s.Object())
	}
}

// onTimeout is Socket.prototype._onTimeout: a queue that still moves is no
// idle socket.
func (s *Socket) onTimeout() {
	if s.lastQueueSize > 0 && s.conn != nil {
		if n := s.conn.QueuedBytes(); n != s.lastQueueSize {
			s.lastQueueSize = n
			s.refreshTimer()
			return
		}
	}
	s.Emit(s.m.keys.timeout)
}
