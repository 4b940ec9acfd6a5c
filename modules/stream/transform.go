package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/events"
)

// transformState holds the callback of a write that waits until the readable
// side has been drained.
type transformState struct {
	callback Done
}

func (m *Module) bindTransform() {
	m.Transform = binding.Constructor(m.vm, "Transform", 1, func(c goja.ConstructorCall) *goja.Object {
		if obj := m.fresh(c, m.Transform); obj != nil {
			return obj
		}
		m.constructTransform(c.This, m.options(c.Argument(0)))
		return nil
	})
	m.transformProto = binding.Prototype(m.Transform)
	binding.Inherit(m.Transform, m.Duplex)
	p := m.transformProto
	binding.Value(p, "_final", m.method("final", 1, func(c goja.FunctionCall) goja.Value {
		fn, ok := engine.Callable(c.Argument(0))
		m.Of(c.This).transformFinal(func(err goja.Value) {
			if ok {
				m.e.Call(fn, goja.Undefined(), doneArgs(err)...)
			}
		})
		return nil
	}))
	m.natives.final[p.Get("_final").(*goja.Object)] = (*Stream).transformFinal
	m.anonymous(p, "_transform", 3, func(goja.FunctionCall) goja.Value {
		panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "_transform()"))
	})
	write := m.anonymous(p, "_write", 3, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(c.Argument(2))
		m.Of(c.This).transformWrite(ValueChunk(c.Argument(0)), c.Argument(1), func(err goja.Value) {
			m.e.Call(fn, goja.Undefined(), doneArgs(err)...)
		})
		return nil
	})
	m.natives.write1[write] = (*Stream).transformWrite
	read := m.anonymous(p, "_read", 0, func(c goja.FunctionCall) goja.Value {
		m.Of(c.This).transformRead(0)
		return nil
	})
	m.natives.underRead[read] = (*Stream).transformRead
	m.bindPassThrough()
}

func (m *Module) bindPassThrough() {
	m.PassThrough = binding.Constructor(m.vm, "PassThrough", 1, func(c goja.ConstructorCall) *goja.Object {
		if obj := m.fresh(c, m.PassThrough); obj != nil {
			return obj
		}
		m.constructTransform(c.This, m.options(c.Argument(0)))
		return nil
	})
	m.passThroughProto = binding.Prototype(m.PassThrough)
	binding.Inherit(m.PassThrough, m.Transform)
	m.passTransform = m.anonymous(m.passThroughProto, "_transform", 3, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(c.Argument(2))
		return m.e.Call(fn, goja.Undefined(), goja.Null(), c.Argument(0))
	})
}

func (m *Module) constructTransform(obj *goja.Object, o options) {
	s := m.constructDuplex(obj, o)
	m.transformWatermarks(s, o)
	s.transform = &transformState{}
	// A transform pushes before anybody asked for data.
	s.R.sync = false
	o.adopt(obj, [2]string{"transform", "_transform"}, [2]string{"flush", "_flush"})
	s.m.ev.On(&s.State, m.keys.prefinish, func([]goja.Value) { s.transformPrefinish() }).Named(&prefinishSignature)
}

// prefinishSignature is what scripts see of a Transform's own listener.
var prefinishSignature = events.Signature{Name: "prefinish"}

// transformWatermarks: a readableHighWaterMark of 0 turns the writable one to
// 0 too, unless it was given.
func (m *Module) transformWatermarks(s *Stream, o options) {
	v := o.get("readableHighWaterMark")
	if isNil(v) || v.ToFloat() != 0 || !isNil(o.get("highWaterMark")) && o.get("highWaterMark").ToFloat() != 0 {
		return
	}
	s.R.highWaterMark = 0
	if isNil(o.get("writableHighWaterMark")) {
		s.W.highWaterMark = 0
	}
}

// transformPrefinish flushes when a subclass replaced _final.
func (s *Stream) transformPrefinish() {
	if v := s.Object().Get("_final"); v != s.m.transformProto.Get("_final") {
		s.transformFinal(nil)
	}
}

// transformFinal is Transform's _final: flush, then the end of the readable
// side.
func (s *Stream) transformFinal(done Done) {
	_, flush, ok := method(s, "_flush", map[*goja.Object]struct{}{})
	if !ok || s.destroyed() {
		s.Push(Chunk{})
		done.call(nil)
		return
	}
	s.call(flush, s.m.method("", 2, func(c goja.FunctionCall) goja.Value {
		if err := c.Argument(0); err.ToBoolean() {
			if done != nil {
				done(err)
			} else {
				s.Destroy(err)
			}
			return nil
		}
		if data := c.Argument(1); !isNil(data) {
			s.Push(ValueChunk(data))
		}
		s.Push(Chunk{})
		done.call(nil)
		return nil
	}))
}

func (d Done) call(err goja.Value) {
	if d != nil {
		d(err)
	}
}

// transformWrite is Transform's _write: one _transform, whose callback holds
// the next write back while the readable side is full.
func (s *Stream) transformWrite(c Chunk, enc goja.Value, done Done) {
	before := s.R.length
	transform := s.Object().Get("_transform")
	if transform == s.m.passTransform {
		s.Push(c)
		s.transformed(before, done)
		return
	}
	fn, ok := engine.Callable(transform)
	if !ok {
		s.missing("_transform")
	}
	after := func(c goja.FunctionCall) goja.Value {
		if err := c.Argument(0); err.ToBoolean() {
			done(err)
			return nil
		}
		if val := c.Argument(1); !isNil(val) {
			s.Push(ValueChunk(val))
		}
		s.transformed(before, done)
		return nil
	}
	s.call(fn, c.Value(s.m), enc, s.m.method("", 2, after))
}

func (s *Stream) transformed(before int, done Done) {
	r := s.R
	switch {
	case r.ended:
		// What comes after the end waits until that has been told.
		s.nextTick(func() { done(nil) })
		return
	case s.W.ended || before == r.length || r.length < r.highWaterMark:
		done(nil)
		return
	}
	s.transform.callback = done
}

// transformRead is Transform's _read: it lets the write go on that waits.
func (s *Stream) transformRead(int) {
	if s.transform == nil || s.transform.callback == nil {
		return
	}
	done := s.transform.callback
	s.transform.callback = nil
	done(nil)
}
