package stream

import "github.com/dop251/goja"

// end is Writable.prototype.end without its argument juggling; c is the zero
// Chunk when there is no last chunk.
func (s *Stream) end(c Chunk, enc goja.Value, done Done) {
	w := s.W
	var err goja.Value
	if !c.IsNull() {
		_, err = s.write(c, enc, nil)
	}
	if w.corked > 0 {
		w.corked = 1
		s.uncork()
	}
	switch {
	case err != nil:
	case w.errored == nil && !w.ending:
		w.ending = true
		s.finishMaybe(true)
		w.ended = true
	case w.finished:
		err = s.newError("ERR_STREAM_ALREADY_FINISHED", "end")
	case w.destroyed:
		err = s.newError("ERR_STREAM_DESTROYED", "end")
	}
	if done != nil {
		s.afterEnd(err, done)
	}
}

func (s *Stream) afterEnd(err goja.Value, done Done) {
	w := s.W
	switch {
	case err != nil:
		s.nextTick(func() { done(err) })
	case w.errored != nil:
		s.nextTick(func() { done(w.errored) })
	case w.finished:
		s.nextTick(func() { done(goja.Null()) })
	default:
		w.onFinished = append(w.onFinished, done)
		w.extras.add(extraOnFinished)
	}
}

func (w *Writable) needFinish() bool {
	return w.ending && !w.destroyed && !w.constructing && w.length == 0 && w.errored == nil &&
		len(w.buffered) == 0 && !w.finished && !w.writing && !w.errorEmitted && !w.closeEmitted
}

// finishMaybe emits 'finish' once everything is written. sync postpones it to
// the next tick.
func (s *Stream) finishMaybe(sync bool) {
	w := s.W
	if !w.needFinish() {
		return
	}
	s.prefinish()
	if w.pendingcb != 0 {
		return
	}
	if sync {
		w.pendingcb++
		s.nextTick(func() {
			if w.needFinish() {
				s.finish()
			} else {
				w.pendingcb--
			}
		})
	} else if w.needFinish() {
		w.pendingcb++
		s.finish()
	}
}

// prefinish calls _final, once, and emits 'prefinish' after it.
func (s *Stream) prefinish() {
	w := s.W
	if w.prefinished || w.finalCalled {
		return
	}
	native, script, ok := method(s, "_final", s.m.natives.final)
	if !ok || w.destroyed {
		w.finalCalled, w.prefinished = true, true
		s.emit(s.m.keys.prefinish)
		return
	}
	w.finalCalled = true
	s.callFinal(func(done Done) {
		if script == nil {
			native(s, done)
		} else {
			s.call(script, s.m.doneFunction(done))
		}
	})
}

func (s *Stream) callFinal(final func(Done)) {
	w := s.W
	called := false
	onFinish := func(err goja.Value) {
		if called {
			if isNil(err) {
				err = s.newError("ERR_MULTIPLE_CALLBACK")
			}
			s.errorOrDestroy(err, false)
			return
		}
		called = true
		w.pendingcb--
		if !isNil(err) {
			s.callFinished(err)
			s.errorOrDestroy(err, w.sync)
		} else if w.needFinish() {
			w.prefinished = true
			s.emit(s.m.keys.prefinish)
			// The tick keeps 'finish' behind what 'prefinish' listeners queue.
			w.pendingcb++
			s.nextTick(s.finish)
		}
	}
	w.sync = true
	w.pendingcb++
	if ex := s.m.e.Try(func() { final(onFinish) }); ex != nil {
		onFinish(ex.Value())
	}
	w.sync = false
}

func (s *Stream) finish() {
	w := s.W
	w.pendingcb--
	w.finished = true
	s.callFinished(nil)
	s.emit(s.m.keys.finish)
	r := s.R
	if !w.noAutoDestroy && (r == nil || !r.noAutoDestroy && (r.endEmitted || r.notReadable)) {
		s.Destroy(nil)
	}
}

// isWritable is the writable property.
func (s *Stream) isWritable() bool {
	w := s.W
	return w != nil && !w.notWritable && !w.destroyed && w.errored == nil && !w.ending && !w.ended
}
