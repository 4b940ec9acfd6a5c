package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// getter is an accessor that reads a stream's state. On an object that is no
// stream, or not yet one, it reads the state of a stream without halves.
func (m *Module) getter(name string, get func(s *Stream) any) binding.Accessor {
	none := &Stream{m: m}
	return binding.Accessor{Name: name, Plain: true, Get: func(this goja.Value) goja.Value {
		s := m.Of(this)
		if s == nil {
			s = none
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
}

// withSet adds a setter to an accessor.
func (m *Module) withSet(a binding.Accessor, set func(s *Stream, v goja.Value)) binding.Accessor {
	a.Set = func(this, v goja.Value) {
		if s := m.Of(this); s != nil {
			set(s, v)
		}
	}
	return a
}

// missing is what a getter gives without the half that it reads: a value, or
// the name of the field whose absence V8 complains of.
type missing struct {
	value any
	field string
}

func (without missing) of(s *Stream) any {
	if without.field != "" {
		panic(nodeerr.Plain(s.m.vm, "TypeError", "Cannot read properties of undefined (reading '"+without.field+"')"))
	}
	return without.value
}

// onR and onW make getters of one half's state.
func onR(without missing, get func(r *Readable) any) func(*Stream) any {
	return func(s *Stream) any {
		if s.R == nil {
			return without.of(s)
		}
		return get(s.R)
	}
}

func onW(without missing, get func(w *Writable) any) func(*Stream) any {
	return func(s *Stream) any {
		if s.W == nil {
			return without.of(s)
		}
		return get(s.W)
	}
}

func (m *Module) readableAccessors() {
	setDestroyed := func(s *Stream, v goja.Value) {
		s.each(func(c *common) { c.destroyed = v.ToBoolean() })
	}
	binding.Accessors(m.vm, m.readableProto, false,
		m.withSet(m.getter("readable", func(s *Stream) any { return s.R != nil && s.isReadable() }),
			func(s *Stream, v goja.Value) {
				if s.R != nil {
					s.R.notReadable = !v.ToBoolean()
				}
			}),
		m.getter("readableDidRead", onR(missing{field: "dataEmitted"}, func(r *Readable) any { return r.dataEmitted })),
		m.getter("readableAborted", onR(missing{field: "readable"}, func(r *Readable) any {
			return !r.notReadable && (r.destroyed || r.errored != nil) && !r.endEmitted
		})),
		m.getter("readableHighWaterMark", onR(missing{field: "highWaterMark"}, func(r *Readable) any { return r.highWaterMark })),
		m.getter("readableBuffer", func(s *Stream) any { return s.bufferArray() }),
		m.withSet(m.getter("readableFlowing", onR(missing{field: "flowing"}, func(r *Readable) any { return flowing(m.vm, r) })),
			func(s *Stream, v goja.Value) {
				if s.R != nil {
					s.R.setFlowing(v)
				}
			}),
		m.getter("readableLength", onR(missing{field: "length"}, func(r *Readable) any { return r.length })),
		m.getter("readableObjectMode", onR(missing{value: false}, func(r *Readable) any { return r.objectMode })),
		m.getter("readableEncoding", onR(missing{value: goja.Null()}, func(r *Readable) any { return readableEncoding(m.vm, r) })),
		m.getter("errored", func(s *Stream) any { return s.erroredValue() }),
		m.getter("closed", func(s *Stream) any { return s.any(func(c *common) bool { return c.closed }) }),
		m.withSet(m.getter("destroyed", func(s *Stream) any { return s.bothDestroyed() }), setDestroyed),
		m.getter("readableEnded", onR(missing{value: false}, func(r *Readable) any { return r.endEmitted })),
	)
}

// bothDestroyed is the destroyed property: of a Duplex, both halves.
func (s *Stream) bothDestroyed() bool {
	if s.R != nil && s.W != nil {
		return s.R.destroyed && s.W.destroyed
	}
	return s.destroyed()
}

func (s *Stream) erroredValue() goja.Value {
	if s.R != nil && s.R.errored != nil {
		return s.R.errored
	}
	if s.W != nil && s.W.errored != nil {
		return s.W.errored
	}
	return goja.Null()
}

func flowing(vm *goja.Runtime, r *Readable) goja.Value {
	if r.flowing == flowNull {
		return goja.Null()
	}
	return vm.ToValue(r.flowing == flowOn)
}

func (r *Readable) setFlowing(v goja.Value) {
	switch {
	case isNil(v):
		r.flowing = flowNull
	case v.ToBoolean():
		r.flowing = flowOn
	default:
		r.flowing = flowPaused
	}
}

func readableEncoding(vm *goja.Runtime, r *Readable) goja.Value {
	if r.decoder == nil {
		return goja.Null()
	}
	return vm.ToValue(r.encoding.String())
}

// bufferArray is readableBuffer: the chunks that wait.
func (s *Stream) bufferArray() goja.Value {
	if s.R == nil {
		return goja.Undefined()
	}
	chunks := s.R.buffer.all()
	items := make([]any, len(chunks))
	for i := range chunks {
		items[i] = chunks[i].Value(s.m)
	}
	return s.m.vm.NewArray(items...)
}

// writableGetters are shared by Writable and Duplex prototypes.
func (m *Module) writableGetters() []binding.Accessor {
	return []binding.Accessor{
		m.withSet(m.getter("writable", func(s *Stream) any { return s.W != nil && s.isWritable() }),
			func(s *Stream, v goja.Value) {
				if s.W != nil {
					s.W.notWritable = !v.ToBoolean()
				}
			}),
		m.getter("writableFinished", onW(missing{value: false}, func(w *Writable) any { return w.finished })),
		m.getter("writableObjectMode", onW(missing{value: false}, func(w *Writable) any { return w.objectMode })),
		m.getter("writableBuffer", onW(missing{}, func(w *Writable) any { return m.writableBuffer(w) })),
		m.getter("writableEnded", onW(missing{value: false}, func(w *Writable) any { return w.ending })),
		m.getter("writableNeedDrain", onW(missing{value: false}, func(w *Writable) any {
			return !w.destroyed && !w.ending && w.needDrain
		})),
		m.getter("writableHighWaterMark", onW(missing{}, func(w *Writable) any { return w.highWaterMark })),
		m.getter("writableCorked", onW(missing{value: 0}, func(w *Writable) any { return w.corked })),
		m.getter("writableLength", onW(missing{}, func(w *Writable) any { return w.length })),
	}
}

func (m *Module) writableBuffer(w *Writable) goja.Value {
	reqs := w.buffered[w.bufferedIndex:]
	items := make([]any, len(reqs))
	for i := range reqs {
		items[i] = m.writeReqObject(&reqs[i])
	}
	return m.vm.NewArray(items...)
}

func (m *Module) writableAccessors() {
	binding.Accessors(m.vm, m.writableProto, false, m.writableGetters()...)
	binding.Accessors(m.vm, m.writableProto, false,
		m.getter("writableAborted", onW(missing{field: "Symbol(kState)"}, func(w *Writable) any {
			return !w.notWritable && (w.destroyed || w.errored != nil) && !w.finished
		})),
		m.getter("errored", func(s *Stream) any { return s.erroredValue() }),
		m.getter("closed", func(s *Stream) any { return s.W != nil && s.W.closed }),
		m.withSet(m.getter("destroyed", func(s *Stream) any { return s.W != nil && s.W.destroyed }),
			func(s *Stream, v goja.Value) {
				if s.W != nil {
					s.W.destroyed = v.ToBoolean()
				}
			}),
	)
}

func (m *Module) duplexAccessors() {
	binding.Accessors(m.vm, m.duplexProto, false, m.writableGetters()...)
	binding.Accessors(m.vm, m.duplexProto, false,
		m.withSet(m.getter("destroyed", func(s *Stream) any { return s.bothDestroyed() }),
			func(s *Stream, v goja.Value) { s.each(func(c *common) { c.destroyed = v.ToBoolean() }) }),
	)
}
