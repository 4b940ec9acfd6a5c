package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// stateView is the native side of a `_readableState` or `_writableState`
// object: accessors on a prototype that read and write the Go state.
type stateView struct {
	binding.Native
	s        *Stream
	writable bool
}

// field is one property of a state object.
type field struct {
	name string
	get  func(s *Stream) goja.Value
	set  func(s *Stream, v goja.Value)
}

func (m *Module) bindStates() {
	readable := &stateClass{m: m, name: "ReadableState", fields: m.readableFields, slot: func(s *Stream) **goja.Object {
		if s.R == nil {
			return nil
		}
		return &s.R.state
	}}
	writable := &stateClass{m: m, name: "WritableState", writable: true, fields: m.writableFields, slot: func(s *Stream) **goja.Object {
		if s.W == nil {
			return nil
		}
		return &s.W.state
	}}
	binding.Accessors(m.vm, m.readableProto, true, readable.accessor("_readableState"))
	binding.Accessors(m.vm, m.writableProto, true, writable.accessor("_writableState"))
	binding.Accessors(m.vm, m.duplexProto, true, writable.accessor("_writableState"))
	binding.Accessors(m.vm, m.Readable, true, binding.Accessor{Name: "ReadableState", Get: readable.constructor})
	binding.Accessors(m.vm, m.Writable, true, binding.Accessor{Name: "WritableState", Get: writable.constructor})
}

// stateClass is ReadableState or WritableState; its prototype is made when a
// script first looks at a state.
type stateClass struct {
	m      *Module
	name   string
	fields func() []field
	slot   func(s *Stream) **goja.Object

	writable bool
	proto    *goja.Object
}

func (c *stateClass) constructor(goja.Value) goja.Value { return c.prototype().Get("constructor") }

// accessor makes the state object of a stream on its first read.
func (c *stateClass) accessor(name string) binding.Accessor {
	return binding.Accessor{
		Name: name,
		Get: func(this goja.Value) goja.Value {
			s := c.m.Of(this)
			if s == nil {
				return goja.Undefined()
			}
			cached := c.slot(s)
			if cached == nil {
				return goja.Undefined()
			}
			if *cached == nil {
				obj := c.m.vm.CreateObject(c.prototype())
				binding.HiddenSymbol(obj, c.m.ev.StateSymbol(), &stateView{binding.NewNative(), s, c.writable})
				*cached = obj
			}
			return *cached
		},
		Set: func(this, v goja.Value) {
			if obj, ok := this.(*goja.Object); ok {
				binding.Value(obj, name, v)
			}
		},
	}
}

func (c *stateClass) of(this goja.Value) *Stream {
	if obj, ok := this.(*goja.Object); ok {
		if v, ok := obj.GetSymbol(c.m.ev.StateSymbol()).(*stateView); ok {
			return v.s
		}
	}
	return nil
}

func (c *stateClass) prototype() *goja.Object {
	if c.proto != nil {
		return c.proto
	}
	m := c.m
	ctor := binding.Constructor(m.vm, c.name, 3, func(goja.ConstructorCall) *goja.Object { return nil })
	c.proto = binding.Prototype(ctor)
	for _, f := range c.fields() {
		binding.Accessors(m.vm, c.proto, true, binding.Accessor{Name: f.name,
			Get: func(this goja.Value) goja.Value {
				if s := c.of(this); s != nil {
					return f.get(s)
				}
				return goja.Undefined()
			},
			Set: func(this, v goja.Value) {
				if s := c.of(this); s != nil && f.set != nil {
					f.set(s, v)
				}
			}})
	}
	binding.Hidden(c.proto, "getBuffer", m.method("getBuffer", 0, func(call goja.FunctionCall) goja.Value {
		if s := c.of(call.This); s != nil && s.W != nil {
			return m.writableBuffer(s.W)
		}
		return goja.Undefined()
	}))
	return c.proto
}

// flag is a boolean field.
func (m *Module) flag(name string, at func(s *Stream) *bool) field {
	return field{name,
		func(s *Stream) goja.Value { return m.vm.ToValue(*at(s)) },
		func(s *Stream, v goja.Value) { *at(s) = v.ToBoolean() }}
}

// unflag is a boolean field that is kept inverted.
func (m *Module) unflag(name string, at func(s *Stream) *bool) field {
	return field{name,
		func(s *Stream) goja.Value { return m.vm.ToValue(!*at(s)) },
		func(s *Stream, v goja.Value) { *at(s) = !v.ToBoolean() }}
}

// excluded is false for a half that the options of a Duplex excluded, and
// undefined otherwise.
func (m *Module) excluded(name string, at func(s *Stream) *bool) field {
	return field{name,
		func(s *Stream) goja.Value {
			if *at(s) {
				return m.vm.ToValue(false)
			}
			return goja.Undefined()
		},
		func(s *Stream, v goja.Value) { *at(s) = !v.ToBoolean() && !goja.IsUndefined(v) }}
}

func (m *Module) number(name string, at func(s *Stream) *int) field {
	return field{name,
		func(s *Stream) goja.Value { return m.vm.ToValue(*at(s)) },
		func(s *Stream, v goja.Value) { *at(s) = int(v.ToInteger()) }}
}

func (m *Module) commonFields(half func(s *Stream) *common) []field {
	return []field{
		m.unflag("constructed", func(s *Stream) *bool { return &half(s).constructing }),
		m.flag("errorEmitted", func(s *Stream) *bool { return &half(s).errorEmitted }),
		m.unflag("emitClose", func(s *Stream) *bool { return &half(s).noEmitClose }),
		m.unflag("autoDestroy", func(s *Stream) *bool { return &half(s).noAutoDestroy }),
		m.flag("destroyed", func(s *Stream) *bool { return &half(s).destroyed }),
		m.flag("closed", func(s *Stream) *bool { return &half(s).closed }),
		m.flag("closeEmitted", func(s *Stream) *bool { return &half(s).closeEmitted }),
		{"errored",
			func(s *Stream) goja.Value { return orNull(half(s).errored) },
			func(s *Stream, v goja.Value) {
				if half(s).errored = v; isNil(v) {
					half(s).errored = nil
				}
			}},
	}
}

func (m *Module) readableFields() []field {
	return append(m.commonFields(func(s *Stream) *common { return &s.R.common }),
		m.number("highWaterMark", func(s *Stream) *int { return &s.R.highWaterMark }),
		m.number("length", func(s *Stream) *int { return &s.R.length }),
		field{"buffer", (*Stream).bufferArray, nil},
		field{"bufferIndex", func(*Stream) goja.Value { return m.vm.ToValue(0) }, nil},
		field{"pipes", (*Stream).pipesArray, nil},
		field{"pipesCount", func(s *Stream) goja.Value { return m.vm.ToValue(len(s.R.pipes)) }, nil},
		field{"awaitDrainWriters", (*Stream).awaitDrainWriters, nil},
		m.flag("objectMode", func(s *Stream) *bool { return &s.R.objectMode }),
		m.flag("ended", func(s *Stream) *bool { return &s.R.ended }),
		m.flag("endEmitted", func(s *Stream) *bool { return &s.R.endEmitted }),
		m.flag("reading", func(s *Stream) *bool { return &s.R.reading }),
		m.flag("sync", func(s *Stream) *bool { return &s.R.sync }),
		m.flag("needReadable", func(s *Stream) *bool { return &s.R.needReadable }),
		m.flag("emittedReadable", func(s *Stream) *bool { return &s.R.emittedReadable }),
		m.flag("readableListening", func(s *Stream) *bool { return &s.R.readableListening }),
		m.flag("resumeScheduled", func(s *Stream) *bool { return &s.R.resumeScheduled }),
		m.flag("readingMore", func(s *Stream) *bool { return &s.R.readingMore }),
		m.flag("dataEmitted", func(s *Stream) *bool { return &s.R.dataEmitted }),
		field{"paused",
			func(s *Stream) goja.Value {
				if !s.R.hasPaused {
					return goja.Null()
				}
				return m.vm.ToValue(s.R.paused)
			},
			func(s *Stream, v goja.Value) { s.R.paused, s.R.hasPaused = v.ToBoolean(), true }},
		m.flag("multiAwaitDrain", func(s *Stream) *bool { return &s.R.multiAwaitDrain }),
		field{"defaultEncoding", func(s *Stream) goja.Value { return m.encodingName(s.R.defaultEncoding) }, nil},
		field{"encoding", func(s *Stream) goja.Value { return readableEncoding(m.vm, s.R) }, nil},
		field{"decoder", func(s *Stream) goja.Value {
			if s.R.decoder == nil {
				return goja.Null()
			}
			return s.decoderObject()
		}, nil},
		field{"flowing",
			func(s *Stream) goja.Value { return flowing(m.vm, s.R) },
			func(s *Stream, v goja.Value) { s.R.setFlowing(v) }},
		m.excluded("readable", func(s *Stream) *bool { return &s.R.notReadable }),
	)
}

// decoderObject is the decoder as scripts see it.
func (s *Stream) decoderObject() goja.Value {
	if s.m.deps.Decoder == nil {
		return s.m.vm.NewObject()
	}
	return s.m.deps.Decoder(s.R.decoder)
}

func (s *Stream) pipesArray() goja.Value {
	items := make([]any, len(s.R.pipes))
	for i, p := range s.R.pipes {
		items[i] = p.dest
	}
	return s.m.vm.NewArray(items...)
}

func (s *Stream) awaitDrainWriters() goja.Value {
	var waiting []any
	for _, p := range s.R.pipes {
		if p.awaiting {
			waiting = append(waiting, p.dest)
		}
	}
	if s.R.multiAwaitDrain {
		return s.m.safeSet(waiting)
	}
	if len(waiting) == 0 {
		return goja.Null()
	}
	return waiting[0].(goja.Value)
}

// safeSet is a Set of the class that Node keeps the waiting pipes in.
func (m *Module) safeSet(items []any) *goja.Object {
	set, err := m.vm.New(m.e.Intrinsics.Set, m.vm.NewArray(items...))
	if err != nil {
		panic(err)
	}
	if m.safeSetProto == nil {
		class := binding.Constructor(m.vm, "SafeSet", 1, func(goja.ConstructorCall) *goja.Object { return nil })
		binding.Inherit(class, m.e.Intrinsics.Set)
		m.safeSetProto = binding.Prototype(class)
	}
	if err := set.SetPrototype(m.safeSetProto); err != nil {
		panic(err)
	}
	return set
}

func (m *Module) writableFields() []field {
	return append(m.commonFields(func(s *Stream) *common { return &s.W.common }),
		m.number("highWaterMark", func(s *Stream) *int { return &s.W.highWaterMark }),
		m.number("length", func(s *Stream) *int { return &s.W.length }),
		m.number("corked", func(s *Stream) *int { return &s.W.corked }),
		m.number("writelen", func(s *Stream) *int { return &s.W.writelen }),
		m.number("bufferedIndex", func(s *Stream) *int { return &s.W.bufferedIndex }),
		m.number("pendingcb", func(s *Stream) *int { return &s.W.pendingcb }),
		field{"onwrite", func(s *Stream) goja.Value { return s.onwriteFunction() }, nil},
		m.flag("objectMode", func(s *Stream) *bool { return &s.W.objectMode }),
		m.flag("finalCalled", func(s *Stream) *bool { return &s.W.finalCalled }),
		m.flag("needDrain", func(s *Stream) *bool { return &s.W.needDrain }),
		m.flag("ending", func(s *Stream) *bool { return &s.W.ending }),
		m.flag("ended", func(s *Stream) *bool { return &s.W.ended }),
		m.flag("finished", func(s *Stream) *bool { return &s.W.finished }),
		m.unflag("decodeStrings", func(s *Stream) *bool { return &s.W.keepStrings }),
		m.flag("writing", func(s *Stream) *bool { return &s.W.writing }),
		m.flag("sync", func(s *Stream) *bool { return &s.W.sync }),
		m.flag("bufferProcessing", func(s *Stream) *bool { return &s.W.bufferProcessing }),
		m.flag("prefinished", func(s *Stream) *bool { return &s.W.prefinished }),
		m.unflag("allBuffers", func(s *Stream) *bool { return &s.W.mixedBuffers }),
		m.unflag("allNoop", func(s *Stream) *bool { return &s.W.hasCallbacks }),
		m.excluded("writable", func(s *Stream) *bool { return &s.W.notWritable }),
		field{"defaultEncoding", func(s *Stream) goja.Value { return m.encodingName(s.W.defaultEncoding) }, nil},
		field{"buffered", func(s *Stream) goja.Value { return m.writableBuffer(s.W) }, nil},
		field{"bufferedRequestCount", func(s *Stream) goja.Value {
			return m.vm.ToValue(len(s.W.buffered) - s.W.bufferedIndex)
		}, nil},
	)
}

// addSignal is the signal option: an abort destroys the stream.
func (m *Module) addSignal(s *Stream, o options) {
	signal, ok := o.get("signal").(*goja.Object)
	if !ok {
		return
	}
	fn, _ := engine.Callable(m.coldExport("addAbortSignal"))
	m.e.Call(fn, goja.Undefined(), signal, s.Object())
}
