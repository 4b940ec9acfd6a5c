package eventloop

// phase is where in its turn a loop is. Together with the cursors of the
// queues it is all there is to know, so that Run can stop after any callback
// and RunNext can take a step in the middle of one.
type phase uint8

const (
	phaseIdle        phase = iota // between runs
	phaseFirstTimers              // before the first turn
	phasePending
	phasePoll
	phaseImmediates
	phaseClosing
	phaseTimers
)

// outcome says how far a step got.
type outcome uint8

const (
	// ranCallback: one callback of the phase has run.
	ranCallback outcome = iota
	// tickPoint: nothing has run, but the loop has come by a place where
	// Node looks at the tick queue without a callback. Only RunNext cares;
	// otherwise the hook has emptied that queue after each callback.
	tickPoint
	// phaseOver: the phase has nothing left to run.
	phaseOver
)

// step runs at most one callback of the current phase. Cursors move before
// the callback runs, never after it.
func (l *Loop) step() outcome {
	switch l.phase {
	case phasePending:
		return l.stepPending()
	case phasePoll:
		return l.stepPoll()
	case phaseImmediates:
		return l.stepImmediates()
	case phaseClosing:
		return l.stepClosing()
	default:
		return l.stepTimers()
	}
}

// enterFirstTurn begins a run, unless nothing keeps the loop alive.
func (l *Loop) enterFirstTurn() bool {
	l.UpdateTime()
	if !l.Alive() {
		return false
	}
	l.phase = phaseFirstTimers
	l.timers.beginPass(l)
	return true
}

// nextPhase goes on to the phase after the current one, waiting if that is
// the poll phase. It returns false when the run is over.
func (l *Loop) nextPhase() bool {
	if l.phase == phaseTimers && !l.Alive() {
		l.phase = phaseIdle
		return false
	}
	return l.enterNextPhase(l.mayBlock())
}

// mayBlock reports whether the poll phase may wait (libuv's
// uv_backend_timeout).
func (l *Loop) mayBlock() bool {
	return l.immediates.refs == 0 && !l.closing.pending() && l.pending.empty() && l.Alive()
}

func (l *Loop) enterNextPhase(block bool) bool {
	switch l.phase {
	case phaseFirstTimers, phaseTimers:
		l.phase = phasePending
		l.pending.begin(1)
	case phasePending:
		if l.pollErr == nil { // otherwise RunNext has met it
			l.pollErr = l.poll(block)
		}
		if l.pollErr != nil {
			return false
		}
		l.phase = phasePoll
		l.pending.begin(pendingRounds)
	case phasePoll:
		l.phase = phaseImmediates
		// The pass begins with the first step: ticks that run before the
		// phase, after RunNext, may still add to it.
		l.immediates.begun = false
	case phaseImmediates:
		l.phase = phaseClosing
		l.closing.beginPass()
	case phaseClosing:
		l.phase = phaseTimers
		l.UpdateTime()
		l.timers.beginPass(l)
	}
	return true
}

// RunNext runs, by another call of the hook, the callback that comes next on
// the loop. It is for hooks, from inside RunCallback, and does what Node does
// after a callback has thrown: the tick queue waits until the next callback
// has run, whatever phase that is of, but no longer than until the loop comes
// by one of the points where Node empties the queue anyway. Those are between
// timers of different durations, after the last timer that is due, and before
// the immediates.
//
// afterCallback says that a callback has thrown just now, as opposed to one of
// the ticks that followed it. RunNext reports whether something ran: false
// means that the tick queue's time has come. A readiness handler or posted
// function counts as one callback, however often it calls RunCallback, even
// not at all.
//
// The loop goes on after the callback that RunNext ran. Before Run, in a main
// script, RunNext begins the first turn, which Run then takes up.
func (l *Loop) RunNext(afterCallback bool) bool {
	if l.phase == phaseIdle {
		if !l.enterFirstTurn() {
			return false
		}
	} else if !l.resume(afterCallback) {
		return false
	}
	for !l.halt.Load() {
		switch l.step() {
		case ranCallback:
			return true
		case tickPoint:
			return false
		}
		// Node has queued an immediate to see the ticks through, so that the
		// loop is alive and does not block.
		if !l.enterNextPhase(false) || l.phase == phaseImmediates {
			return false
		}
	}
	return false
}

// resume puts the cursors where Node goes on after an exception. It returns
// false when the ticks are due at that place already.
func (l *Loop) resume(afterCallback bool) bool {
	switch l.phase {
	case phaseFirstTimers, phaseTimers:
		l.timers.resumePass(l, afterCallback)
	case phaseImmediates:
		if afterCallback && l.immediates.running.empty() {
			// Node starts the phase over, with what has been queued since.
			l.immediates.beginPass()
			return !l.immediates.running.empty()
		}
	}
	return true
}
