package stream

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/display"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
)

var (
	_ events.Displayer = (*Stream)(nil)
	_ events.Placed    = (*Stream)(nil)
	_ display.Shower   = (*stateView)(nil)
)

// DisplayState adds the halves' states to what an emitter shows.
func (s *Stream) DisplayState(l *display.Layout) {
	var states []display.Property
	if s.R != nil {
		states = append(states, display.Named("_readableState", s.Object().Get("_readableState")))
	}
	if s.W != nil {
		states = append(states, display.Named("_writableState", s.Object().Get("_writableState")))
	}
	l.After("_events", states...)
	if s.transform != nil {
		var waiting goja.Value = goja.Null()
		if s.transform.callback != nil {
			waiting = s.m.doneFunction(s.transform.callback)
		}
		l.Symbols(display.Symbolic("kCallback", waiting))
	}
}

// Display shows `_readableState` or `_writableState`.
func (v *stateView) Display(own []display.Property) []display.Property {
	var l display.Layout
	if v.writable {
		v.s.displayWritable(&l)
	} else {
		v.s.displayReadable(&l)
	}
	return l.Merge(own)
}

func (s *Stream) displayReadable(l *display.Layout) {
	r, vm := s.R, s.m.vm
	l.Add(0, "highWaterMark", vm.ToValue(r.highWaterMark))
	l.Add(0, "buffer", s.rawBuffer())
	l.Add(0, "bufferIndex", vm.ToValue(r.buffer.head))
	l.Add(0, "length", vm.ToValue(r.length))
	l.Add(0, "pipes", s.pipesArray())
	l.Add(0, "awaitDrainWriters", s.awaitDrainWriters())
	if r.notReadable {
		l.Add(0, "readable", vm.ToValue(false))
	}
	l.Symbols(display.Symbolic("kState", vm.ToValue(int64(r.bits()))))
	if r.defaultEncoding != buffer.UTF8 {
		l.Symbols(display.Symbolic("kDefaultEncodingValue", s.m.encodingName(r.defaultEncoding)))
	}
	if r.decoder != nil {
		l.Symbols(display.Symbolic("kDecoderValue", s.decoderObject()),
			display.Symbolic("kEncodingValue", s.m.encodingName(r.encoding)))
	}
	if r.errored != nil {
		l.Symbols(display.Symbolic("kErroredValue", r.errored))
	}
}

// rawBuffer is the array behind readableBuffer, with null for what has been
// taken out.
func (s *Stream) rawBuffer() goja.Value {
	items := make([]any, len(s.R.buffer.items))
	for i := range items {
		if i < s.R.buffer.head {
			items[i] = goja.Null()
		} else {
			items[i] = s.R.buffer.items[i].Value(s.m)
		}
	}
	return s.m.vm.NewArray(items...)
}

func (s *Stream) displayWritable(l *display.Layout) {
	w, vm := s.W, s.m.vm
	for _, p := range []struct {
		name  string
		value int
	}{{"highWaterMark", w.highWaterMark}, {"length", w.length}, {"corked", w.corked}} {
		l.Add(0, p.name, vm.ToValue(p.value))
	}
	l.Add(0, "onwrite", s.onwriteFunction())
	l.Add(0, "writelen", vm.ToValue(w.writelen))
	l.Add(0, "bufferedIndex", vm.ToValue(w.bufferedIndex))
	l.Add(0, "pendingcb", vm.ToValue(w.pendingcb))
	l.Symbols(display.Symbolic("kState", vm.ToValue(int64(w.bits()))))
	if w.defaultEncoding != buffer.UTF8 && !w.extras.has(extraDefaultEncoding) {
		l.Symbols(display.Symbolic("kDefaultEncodingValue", s.m.encodingName(w.defaultEncoding)))
	}
	l.Symbols(display.Symbolic("kBufferedValue", s.bufferedValue()))
	for _, e := range w.extras.order() {
		l.Symbols(display.Symbolic(extraNames[e], s.extraValue(e)))
	}
}

// bufferedValue is the array of the writes that wait, with null for what has
// been handed to _write.
func (s *Stream) bufferedValue() goja.Value {
	w := s.W
	if len(w.buffered) == 0 {
		return goja.Null()
	}
	items := make([]any, len(w.buffered))
	for i := range items {
		if req := &w.buffered[i]; req.Encoding == nil && req.Chunk.IsNull() {
			items[i] = goja.Null()
		} else {
			items[i] = s.m.writeReqObject(req)
		}
	}
	return s.m.vm.NewArray(items...)
}

// extra is a property that a WritableState gets the first time it is needed.
type extra uint8

const (
	extraWriteCb extra = iota
	extraAfterWrite
	extraOnFinished
	extraErrored
	extraDefaultEncoding
	extraCount
)

var extraNames = [extraCount]string{
	extraWriteCb: "kWriteCbValue", extraAfterWrite: "kAfterWriteTickInfoValue", extraOnFinished: "kOnFinishedValue",
	extraErrored: "kErroredValue", extraDefaultEncoding: "kDefaultEncodingValue",
}

// extras are the extra properties of one state in the order in which it got
// them.
type extras struct {
	got  [extraCount]extra
	n    uint8
	mask uint8
}

func (x *extras) has(e extra) bool { return x.mask&(1<<e) != 0 }

func (x *extras) add(e extra) {
	if !x.has(e) {
		x.mask |= 1 << e
		x.got[x.n] = e
		x.n++
	}
}

func (x *extras) order() []extra { return slices.Clone(x.got[:x.n]) }

func (s *Stream) extraValue(e extra) goja.Value {
	w := s.W
	switch {
	case e == extraWriteCb && w.writecb != nil && w.writecb != &noCallback:
		return s.m.callbackFunction(w.writecb)
	case e == extraAfterWrite && w.afterWrite != nil:
		return s.afterWriteObject()
	case e == extraOnFinished && len(w.onFinished) > 0:
		fns := make([]any, len(w.onFinished))
		for i, done := range w.onFinished {
			fns[i] = s.m.doneFunction(done)
		}
		return s.m.vm.NewArray(fns...)
	case e == extraErrored && w.errored != nil:
		return w.errored
	case e == extraDefaultEncoding:
		return s.m.encodingName(w.defaultEncoding)
	}
	return goja.Null()
}

// afterWriteObject is what Node keeps for the tick after a write.
func (s *Stream) afterWriteObject() goja.Value {
	obj := s.m.vm.NewObject()
	binding.Value(obj, "count", s.m.vm.ToValue(s.W.afterWrite.count))
	binding.Value(obj, "cb", s.m.callbackFunction(s.W.afterWrite.cb))
	binding.Value(obj, "stream", s.Object())
	binding.Value(obj, "state", s.Object().Get("_writableState"))
	return obj
}

// callbackFunction is a write's callback as scripts see it.
func (m *Module) callbackFunction(cb *callback) goja.Value {
	if cb != nil && cb.fn != nil {
		return cb.fn
	}
	if cb == nil || cb.done == nil {
		return m.method("nop", 0, func(goja.FunctionCall) goja.Value { return nil })
	}
	return m.doneFunction(cb.done)
}
