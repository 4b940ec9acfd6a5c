package stream

import (
	"math"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
)

func (m *Module) bindReadable() {
	m.Readable = binding.Constructor(m.vm, "Readable", 1, func(c goja.ConstructorCall) *goja.Object {
		if obj := m.fresh(c, m.Readable); obj != nil {
			return obj
		}
		m.constructReadable(c.This, m.options(c.Argument(0)))
		return nil
	})
	m.readableProto = binding.Prototype(m.Readable)
	binding.Inherit(m.Readable, m.Legacy)
	m.readableMethods()
	m.readableAccessors()
	m.bindColdReadable()
}

// fresh serves a constructor that was called without new on something that
// is no instance: it makes one, as Node's constructors do.
func (m *Module) fresh(c goja.ConstructorCall, ctor *goja.Object) *goja.Object {
	if c.NewTarget != nil || m.vm.InstanceOf(c.This, ctor) {
		return nil
	}
	obj, err := m.vm.New(ctor, c.Arguments...)
	if err != nil {
		panic(err)
	}
	return obj
}

func (m *Module) constructReadable(obj *goja.Object, o options) *Stream {
	s := m.own(obj)
	s.initReadable(o, false)
	o.adopt(obj, [2]string{"read", "_read"}, [2]string{"destroy", "_destroy"}, [2]string{"construct", "_construct"})
	m.addSignal(s, o)
	m.ev.Configure(&s.State, o.get("captureRejections"))
	s.construct(s.readableConstructed)
	return s
}

// readableConstructed goes on with the reads that waited for construction.
func (s *Stream) readableConstructed() {
	if s.R.needReadable {
		s.maybeReadMore()
	}
}

// readable returns the stream behind `this`, which must have a readable half.
func (m *Module) readable(this goja.Value) *Stream {
	if s := m.Of(this); s != nil && s.R != nil {
		return s
	}
	panic(m.vm.NewTypeError("Cannot read properties of undefined (reading '_readableState')"))
}

func (m *Module) readableMethods() {
	p := m.readableProto
	destroy := m.method("destroy", 2, m.jsDestroy)
	binding.Value(p, "destroy", destroy)
	m.natives.destroy[destroy] = func(s *Stream, err goja.Value) { s.destroy(err, nil) }
	undestroy := m.method("undestroy", 0, func(c goja.FunctionCall) goja.Value {
		if s := m.Of(c.This); s != nil {
			s.undestroy()
		}
		return nil
	})
	binding.Value(p, "_undestroy", undestroy)
	underDestroy := m.method("", 2, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(c.Argument(1))
		return m.e.Call(fn, goja.Undefined(), c.Argument(0))
	})
	binding.Value(p, "_destroy", underDestroy)
	m.natives.destroy1[underDestroy] = func(_ *Stream, err goja.Value, done Done) { done(err) }

	push := m.anonymous(p, "push", 2, func(c goja.FunctionCall) goja.Value {
		s := m.readable(c.This)
		return m.vm.ToValue(s.readableAddChunk(ValueChunk(c.Argument(0)), m.encodingArg(c.Argument(1))))
	})
	m.natives.push[push] = func(s *Stream, c Chunk) bool { return s.readableAddChunk(c, nil) }
	m.anonymous(p, "unshift", 2, func(c goja.FunctionCall) goja.Value {
		s := m.readable(c.This)
		return m.vm.ToValue(s.unshift(ValueChunk(c.Argument(0)), m.encodingArg(c.Argument(1))))
	})
	m.anonymous(p, "isPaused", 0, func(c goja.FunctionCall) goja.Value {
		r := m.readable(c.This).R
		return m.vm.ToValue(r.paused || r.flowing == flowPaused)
	})
	m.anonymous(p, "setEncoding", 1, m.jsSetEncoding)
	read := m.anonymous(p, "read", 1, func(c goja.FunctionCall) goja.Value {
		return m.chunkOrNull(m.readable(c.This).read(readSize(c.Argument(0))))
	})
	m.natives.read[read] = (*Stream).read
	m.anonymous(p, "_read", 1, func(goja.FunctionCall) goja.Value {
		panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "_read()"))
	})
	m.anonymous(p, "pipe", 2, m.jsPipe)
	m.anonymous(p, "unpipe", 1, func(c goja.FunctionCall) goja.Value {
		dest, _ := c.Argument(0).(*goja.Object)
		m.readable(c.This).unpipe(dest)
		return c.This
	})
	m.listenerMethods(p)
	resume := m.anonymous(p, "resume", 0, func(c goja.FunctionCall) goja.Value {
		m.readable(c.This).resume()
		return c.This
	})
	m.natives.resume[resume] = (*Stream).resume
	pause := m.anonymous(p, "pause", 0, func(c goja.FunctionCall) goja.Value {
		m.readable(c.This).pause()
		return c.This
	})
	m.natives.pause[pause] = (*Stream).pause
	binding.HiddenSymbol(p, m.ev.RejectionSymbol(), m.method("", 1, func(c goja.FunctionCall) goja.Value {
		m.Of(c.This).Destroy(c.Argument(0))
		return nil
	}))
}

// method makes a native function object.
func (m *Module) method(name string, length int, fn binding.NativeFunc) *goja.Object {
	return binding.Func(m.vm, name, length, fn)
}

// anonymous defines a method whose function carries the property's name, as
// a function expression assigned to a prototype does.
func (m *Module) anonymous(p *goja.Object, name string, length int, fn binding.NativeFunc) *goja.Object {
	obj := m.method(name, length, fn)
	binding.Value(p, name, obj)
	return obj
}

func (m *Module) jsDestroy(c goja.FunctionCall) goja.Value {
	s := m.Of(c.This)
	if s == nil {
		return c.This
	}
	var cb Done
	if fn, ok := engine.Callable(c.Argument(1)); ok {
		cb = func(err goja.Value) { m.e.Call(fn, goja.Undefined(), doneArgs(err)...) }
	}
	s.destroyChecked(c.Argument(0), cb)
	return c.This
}

// destroyChecked is destroy as Writable overrides it: writes that wait fail
// on the next tick.
func (s *Stream) destroyChecked(err goja.Value, cb Done) {
	if w := s.W; w != nil && !w.destroyed && (w.bufferedIndex < len(w.buffered) || len(w.onFinished) > 0) {
		s.nextTick(s.errorBuffer)
	}
	if isNil(err) {
		err = nil
	}
	s.destroy(err, cb)
}

func (m *Module) encodingArg(v goja.Value) *buffer.Encoding {
	if isNil(v) || !goja.IsString(v) {
		return nil
	}
	enc, ok := buffer.ParseEncoding(v.String())
	if !ok {
		nodeerr.Throw(m.vm, "ERR_UNKNOWN_ENCODING", v.String())
	}
	return &enc
}

func (m *Module) jsSetEncoding(c goja.FunctionCall) goja.Value {
	name := c.Argument(0)
	enc := buffer.UTF8
	if name.ToBoolean() {
		var ok bool
		if enc, ok = buffer.ParseEncoding(name.String()); !ok {
			nodeerr.Throw(m.vm, "ERR_UNKNOWN_ENCODING", name.String())
		}
	}
	m.readable(c.This).setEncoding(enc)
	return c.This
}

// readSize is the argument of read(n) as Node takes it: NaN when there is
// none, parseInt of what is no integer.
func readSize(v goja.Value) float64 {
	if isNil(v) && goja.IsUndefined(v) {
		return math.NaN()
	}
	n := v.ToFloat()
	if goja.IsNumber(v) && n == math.Trunc(n) {
		return n
	}
	text := strings.TrimSpace(v.String())
	end := 0
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || end == 0 && (text[0] == '-' || text[0] == '+')) {
		end++
	}
	i, err := strconv.ParseInt(text[:end], 10, 64)
	if err != nil {
		return math.NaN()
	}
	return float64(i)
}

func (m *Module) chunkOrNull(c Chunk, ok bool) goja.Value {
	if !ok {
		return goja.Null()
	}
	return c.Value(m)
}

func (m *Module) jsPipe(c goja.FunctionCall) goja.Value {
	dest, ok := c.Argument(0).(*goja.Object)
	if !ok {
		panic(m.vm.NewTypeError("Cannot read properties of undefined (reading 'on')"))
	}
	m.readable(c.This).pipe(dest, !m.options(c.Argument(1)).isFalse("end"))
	return dest
}

// listenerMethods defines on, removeListener and removeAllListeners, which
// watch for 'data' and 'readable'.
func (m *Module) listenerMethods(p *goja.Object) {
	on := m.anonymous(p, "on", 2, func(c goja.FunctionCall) goja.Value {
		fn := m.ev.CheckListener(c.Argument(1))
		obj := c.This.ToObject(m.vm)
		st, k := m.ev.StateOf(obj), events.KeyOf(c.Argument(0))
		m.addListener(st, obj, k, m.ev.ListenerOf(st, k, fn))
		return c.This
	})
	binding.Value(p, "addListener", on)
	m.ev.OverrideOn(on, m.addListener)

	base := m.ev.Prototype()
	baseRemove, _ := engine.Callable(base.Get("removeListener"))
	remove := m.anonymous(p, "removeListener", 2, func(c goja.FunctionCall) goja.Value {
		ret := m.e.Call(baseRemove, c.This, c.Arguments...)
		m.afterRemove(c.This, events.KeyOf(c.Argument(0)))
		return ret
	})
	m.ev.OverrideRemove(remove, func(st *events.State, k events.Key) { m.afterRemove(st.Object(), k) })
	binding.Value(p, "off", remove)
	baseRemoveAll, _ := engine.Callable(base.Get("removeAllListeners"))
	m.anonymous(p, "removeAllListeners", 1, func(c goja.FunctionCall) goja.Value {
		ret := m.e.Call(baseRemoveAll, c.This, c.Arguments...)
		k := m.keys.readable
		if len(c.Arguments) > 0 && !goja.IsUndefined(c.Arguments[0]) {
			k = events.KeyOf(c.Arguments[0])
		}
		if k == m.keys.readable {
			m.afterRemove(c.This, k)
		}
		return ret
	})
}

func (m *Module) addListener(st *events.State, obj *goja.Object, k events.Key, l *events.Listener) {
	m.ev.Insert(st, obj, k, l)
	if o, ok := st.Owner.(Owner); ok {
		o.StreamState().afterOn(k)
	}
}

// afterOn starts the flow for a 'data' listener, and readable mode for a
// 'readable' one.
func (s *Stream) afterOn(k events.Key) {
	r := s.R
	switch {
	case r == nil:
	case k == s.m.keys.data:
		r.dataListening = true
		// One that was removed counts until the next tick.
		r.readableListening = r.readableListening || s.count(s.m.keys.readable) > 0
		if r.flowing != flowPaused {
			s.Resume()
		}
	case k == s.m.keys.readable && !r.endEmitted && !r.readableListening:
		r.readableListening, r.needReadable = true, true
		r.flowing = flowPaused
		r.emittedReadable = false
		if r.length > 0 {
			s.emitReadable()
		} else if !r.reading {
			s.nextTick(func() { s.Read(0) })
		}
	}
}

func (m *Module) afterRemove(this goja.Value, k events.Key) {
	s := m.Of(this)
	switch {
	case s == nil || s.R == nil:
	case k == m.keys.readable:
		s.nextTick(s.updateReadableListening)
	case k == m.keys.data && s.count(k) == 0:
		s.R.dataListening = false
	}
}

func (s *Stream) updateReadableListening() {
	r := s.R
	r.readableListening = s.count(s.m.keys.readable) > 0
	switch {
	case r.resumeScheduled && !r.paused:
		r.flowing = flowOn
	case r.dataListening:
		s.Resume()
	case !r.readableListening:
		r.flowing = flowNull
	}
}
