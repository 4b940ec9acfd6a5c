package eventloop

// An Immediate is a callback of the immediates phase (Node's setImmediate).
// Its methods belong to the loop goroutine.
type Immediate struct {
	queue      *immediateQueue
	fn         func()
	prev, next *Immediate // nil once it has run or was cleared
	unref      bool
}

// immediateQueue holds the immediates that wait for the next turn and those
// that the current phase is working through.
type immediateQueue struct {
	queued  immediateList
	running immediateList
	begun   bool // the phase has taken what was queued
	refs    int  // referenced ones in both lists
}

func (q *immediateQueue) init() {
	q.queued.init()
	q.running.init()
}

// beginPass lets the phase run what has been queued so far, after what a
// stopped run has left.
func (q *immediateQueue) beginPass() {
	q.begun = true
	q.running.takeAll(&q.queued)
}

// NewImmediate queues fn for the immediates phase of this turn, or of the next
// one when that phase has begun. It keeps the loop alive until it has run.
func (l *Loop) NewImmediate(fn func()) *Immediate {
	im := &Immediate{queue: &l.immediates, fn: fn}
	l.immediates.queued.pushBack(im)
	l.immediates.refs++
	return im
}

// Clear takes the immediate out of the queue. It does nothing once the
// callback has been started.
func (im *Immediate) Clear() {
	if im.Active() {
		im.remove()
	}
}

// Active reports whether the immediate is waiting to run.
func (im *Immediate) Active() bool { return im.next != nil }

// Ref lets a waiting immediate keep the loop alive and its wait short.
func (im *Immediate) Ref() {
	if im.Active() && im.unref {
		im.unref = false
		im.queue.refs++
	}
}

// Unref is the opposite of Ref. An unreferenced immediate runs in the next
// turn that the loop makes for another reason.
func (im *Immediate) Unref() {
	if im.Active() && !im.unref {
		im.unref = true
		im.queue.refs--
	}
}

// HasRef reports whether the immediate is waiting and referenced.
func (im *Immediate) HasRef() bool { return im.Active() && !im.unref }

func (im *Immediate) remove() {
	if !im.unref {
		im.queue.refs--
	}
	im.prev.next, im.next.prev = im.next, im.prev
	im.prev, im.next = nil, nil
}

func (l *Loop) stepImmediates() outcome {
	if !l.immediates.begun {
		l.immediates.beginPass()
	}
	list := &l.immediates.running
	if list.empty() {
		return phaseOver
	}
	im := list.root.next
	im.remove()
	l.hook.RunCallback(im.fn)
	return ranCallback
}

// immediateList is a ring around a root that is no immediate itself, so that
// an element can leave without knowing which list it is in.
type immediateList struct {
	root Immediate
}

func (l *immediateList) init() { l.root.prev, l.root.next = &l.root, &l.root }

func (l *immediateList) empty() bool { return l.root.next == &l.root }

func (l *immediateList) pushBack(im *Immediate) {
	last := l.root.prev
	im.prev, im.next = last, &l.root
	last.next, l.root.prev = im, im
}

// takeAll moves everything in from to the end of l.
func (l *immediateList) takeAll(from *immediateList) {
	if from.empty() {
		return
	}
	first, last := from.root.next, from.root.prev
	from.init()
	first.prev, l.root.prev.next = l.root.prev, first
	last.next, l.root.prev = &l.root, last
}
