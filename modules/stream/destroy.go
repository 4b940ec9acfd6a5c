package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

func (s *Stream) newError(code string, args ...any) *goja.Object {
	return nodeerr.New(s.m.vm, code, args...)
}

func (s *Stream) destroyed() bool {
	return s.W != nil && s.W.destroyed || s.R != nil && s.R.destroyed
}

// each runs fn on the halves that the stream has.
func (s *Stream) each(fn func(*common)) {
	if s.W != nil {
		fn(&s.W.common)
	}
	if s.R != nil {
		fn(&s.R.common)
	}
}

// any reports whether a flag is set on a half.
func (s *Stream) any(flag func(*common) bool) bool {
	return s.W != nil && flag(&s.W.common) || s.R != nil && flag(&s.R.common)
}

func (s *Stream) setErrored(err goja.Value) {
	if isNil(err) {
		return
	}
	if s.W != nil {
		s.W.extras.add(extraErrored)
	}
	s.each(func(c *common) {
		if c.errored == nil {
			c.errored = err
		}
	})
}

// destroy is Node's destroy(err, cb).
func (s *Stream) destroy(err goja.Value, cb Done) {
	if s.destroyed() {
		if cb != nil {
			cb(nil)
		}
		return
	}
	s.setErrored(err)
	s.each(func(c *common) { c.destroyed = true })
	if s.any(func(c *common) bool { return c.constructing }) {
		s.m.ev.Once(&s.State, s.m.keys.destroy, func(args []goja.Value) {
			s.destroyNow(s.m.aggregateTwoErrors(args, err), cb)
		})
		return
	}
	s.destroyNow(err, cb)
}

// destroyNow is Node's _destroy.
func (s *Stream) destroyNow(err goja.Value, cb Done) {
	called := false
	onDestroy := func(err goja.Value) {
		if called {
			return
		}
		called = true
		s.setErrored(err)
		s.each(func(c *common) { c.closed = true })
		if cb != nil {
			cb(err)
		}
		if isNil(err) {
			s.nextTick(s.emitClose)
			return
		}
		s.nextTick(func() {
			s.emitError(err)
			s.emitClose()
		})
	}
	if ex := s.m.e.Try(func() { s.underDestroy(orNull(err), onDestroy) }); ex != nil {
		onDestroy(ex.Value())
	}
}

// underDestroy calls this._destroy(err, cb).
func (s *Stream) underDestroy(err goja.Value, done Done) {
	native, script, ok := method(s, "_destroy", s.m.natives.destroy1)
	switch {
	case !ok:
		s.missing("_destroy")
	case script == nil:
		native(s, err, done)
	default:
		s.call(script, err, s.m.doneFunction(done))
	}
}

// emitClose is Node's emitCloseNT.
func (s *Stream) emitClose() {
	s.each(func(c *common) { c.closeEmitted = true })
	if s.any(func(c *common) bool { return !c.noEmitClose }) {
		s.emit(s.m.keys.close)
	}
}

// emitError is Node's emitErrorNT: at most one 'error' for a stream.
func (s *Stream) emitError(err goja.Value) {
	if s.any(func(c *common) bool { return c.errorEmitted }) {
		return
	}
	s.each(func(c *common) { c.errorEmitted = true })
	s.emit(s.m.keys.err, err)
}

// undestroy makes a destroyed stream usable again, as net does when a socket
// connects once more.
func (s *Stream) undestroy() {
	if r := s.R; r != nil {
		r.common = common{noEmitClose: r.noEmitClose, noAutoDestroy: r.noAutoDestroy}
		r.reading = false
		r.ended, r.endEmitted = r.notReadable, r.notReadable
	}
	if w := s.W; w != nil {
		w.common = common{noEmitClose: w.noEmitClose, noAutoDestroy: w.noAutoDestroy}
		w.finalCalled, w.prefinished = false, false
		w.ended, w.ending, w.finished = w.notWritable, w.notWritable, w.notWritable
	}
}

// Undestroy is undestroy for native subclasses.
func (s *Stream) Undestroy() { s.undestroy() }

// errorOrDestroy destroys the stream with err, or only emits 'error' when
// autoDestroy is off.
func (s *Stream) errorOrDestroy(err goja.Value, sync bool) {
	if s.destroyed() {
		return
	}
	if s.any(func(c *common) bool { return !c.noAutoDestroy }) {
		s.Destroy(err)
		return
	}
	s.setErrored(err)
	if sync {
		s.nextTick(func() { s.emitError(err) })
	} else {
		s.emitError(err)
	}
}

// ErrorOrDestroy is errorOrDestroy for native subclasses.
func (s *Stream) ErrorOrDestroy(err goja.Value) { s.errorOrDestroy(err, false) }

// construct runs _construct when there is one; then runs after it.
func (s *Stream) construct(then func()) {
	_, script, ok := method(s, "_construct", map[*goja.Object]struct{}{})
	if !ok {
		return
	}
	s.each(func(c *common) { c.constructing = true })
	s.m.ev.Once(&s.State, s.m.keys.construct, func([]goja.Value) { then() })
	if s.count(s.m.keys.construct) > 1 {
		return // a Duplex: both halves wait for one call
	}
	s.nextTick(func() {
		called := false
		onConstruct := func(err goja.Value) {
			s.nextTick(func() { s.constructed(err, &called) })
		}
		if ex := s.m.e.Try(func() { s.call(script, s.m.doneFunction(onConstruct)) }); ex != nil {
			onConstruct(ex.Value())
		}
	})
}

func (s *Stream) constructed(err goja.Value, called *bool) {
	if *called {
		if isNil(err) {
			err = s.newError("ERR_MULTIPLE_CALLBACK")
		}
		s.errorOrDestroy(err, false)
		return
	}
	*called = true
	s.each(func(c *common) { c.constructing = false })
	switch {
	case s.destroyed():
		s.emit(s.m.keys.destroy, orUndefined(err))
	case !isNil(err):
		s.errorOrDestroy(err, true)
	default:
		s.emit(s.m.keys.construct)
	}
}

// aggregateTwoErrors joins the error of a failed construction with the one
// that destroy was called with.
func (m *Module) aggregateTwoErrors(args []goja.Value, outer goja.Value) goja.Value {
	if len(args) == 0 || isNil(args[0]) || args[0] == outer {
		return outer
	}
	inner := args[0]
	if isNil(outer) {
		return inner
	}
	errors := m.vm.NewArray(outer, inner)
	msg := goja.Undefined()
	if o, ok := outer.(*goja.Object); ok {
		msg = o.Get("message")
	}
	err, e := m.vm.New(m.vm.Get("AggregateError"), errors, msg)
	if e != nil {
		panic(e)
	}
	if o, ok := outer.(*goja.Object); ok {
		binding.Value(err, "code", orUndefined(o.Get("code")))
	}
	return err
}
