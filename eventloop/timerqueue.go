package eventloop

import "math"

// noAlarm is the alarm of a queue that has nothing to wait for.
const noAlarm = math.MaxInt64

// timerQueue orders timers as Node's lib/internal/timers does. Timers of the
// same delay share a list, in the order they were started, so that starting,
// stopping and refreshing one takes constant time. The lists are in a heap by
// the time at which their first timer was due when somebody last looked; the
// first timer may have been refreshed or stopped since. Scripts can see this
// in the order in which timers of different delays run, down to ties.
type timerQueue struct {
	lists  map[int32]*timerList
	heap   listHeap
	idle   int // lists that are not in the heap
	lastID int64
	refs   int // active, referenced timers

	// alarm is the loop time of the next pass, for which Node has its one
	// libuv timer. Stopping a timer leaves it as it is.
	alarm int64

	// The pass through the timers that are due.
	inPass   bool
	passTime int64 // the loop time when the pass began; later timers wait
	list     *timerList
	ranList  bool // the pass has begun a list before this one
}

// timerList holds the active timers of one delay.
type timerList struct {
	delay      int32
	index      int   // in the heap, -1 while the list is not there
	expiry     int64 // no timer of the list is due before
	id         int64 // decides between lists of equal expiry
	head, tail *Timer
}

func (q *timerQueue) init() {
	q.lists = make(map[int32]*timerList)
	q.alarm = noAlarm
}

// armed reports whether there is an alarm to wait for.
func (q *timerQueue) armed() bool { return q.alarm != noAlarm }

// insert adds t by its start and delay, wherever it was before.
func (q *timerQueue) insert(t *Timer) {
	if t.list != nil {
		t.list.unlink(t)
	} else if !t.unref {
		q.refs++
	}
	list := q.lists[t.delay]
	if list == nil || list.index < 0 {
		list = q.addList(t)
	}
	list.pushBack(t)
}

// remove takes t out. Like Node it leaves an empty list in place when t is
// unreferenced: it was likely the idle timer of a connection, and others with
// the same delay will follow.
func (q *timerQueue) remove(t *Timer) {
	list := t.list
	if list == nil {
		return
	}
	list.unlink(t)
	if t.unref {
		return
	}
	q.refs--
	if list.head == nil {
		q.dropList(list)
	}
}

// beginPass makes next return the timers that are due at the loop's time.
func (q *timerQueue) beginPass(l *Loop) {
	if q.alarm > l.now {
		return
	}
	q.inPass = true
	q.passTime = l.now
	q.list, q.ranList = nil, false
}

// next takes out the timer that is next in the pass, with ranCallback. It
// returns tickPoint between two lists and at the end of the pass, phaseOver
// after that.
func (q *timerQueue) next(l *Loop) (*Timer, outcome) {
	for q.inPass {
		if q.list == nil {
			if q.list = q.heap.due(q.passTime); q.list == nil {
				q.endPass(l)
				return nil, tickPoint
			}
			if q.ranList {
				return nil, tickPoint
			}
			q.ranList = true
		}
		if t := q.take(); t != nil {
			return t, ranCallback
		}
	}
	return nil, phaseOver
}

// take takes the first timer out of the current list. Without one that is due
// it leaves the list.
func (q *timerQueue) take() *Timer {
	list := q.list
	t := list.head
	switch {
	case t == nil:
		q.list = nil
		q.dropList(list)
		return nil
	case q.passTime-t.start < int64(t.delay):
		q.list = nil
		list.expiry = t.Due()
		list.id = q.newID()
		q.heap.down(list.index)
		return nil
	}
	list.unlink(t)
	if !t.unref {
		q.refs--
	}
	return t
}

// endPass sets the alarm for the next one, as Node's RunTimers does: at least
// a millisecond after the time the loop knows.
func (q *timerQueue) endPass(l *Loop) {
	q.inPass = false
	q.alarm = noAlarm
	if len(q.heap) > 0 {
		q.alarm = max(q.heap[0].expiry, l.now+1)
	}
}

// resumePass is for RunNext. After a callback that threw, Node starts the pass
// over, beginning with the same list even if that is empty by now. After a
// tick that threw, the list has been left in order already.
func (q *timerQueue) resumePass(l *Loop, afterCallback bool) {
	if !q.inPass {
		return
	}
	if afterCallback {
		q.list, q.ranList = nil, false
		return
	}
	if q.list != nil && !q.list.due(q.passTime) {
		q.take()
	}
	if q.list != nil {
		return
	}
	q.ranList = false
	if q.heap.due(q.passTime) == nil {
		q.endPass(l)
	}
}

func (q *timerQueue) newID() int64 {
	q.lastID++
	return q.lastID
}

// maxIdleLists is how many empty lists are kept for the next timer of their
// delay.
const maxIdleLists = 64

// addList puts the list of t's delay, which has no timers, into the heap.
func (q *timerQueue) addList(t *Timer) *timerList {
	list := q.lists[t.delay]
	if list == nil {
		list = &timerList{delay: t.delay}
		q.lists[t.delay] = list
	} else {
		q.idle--
	}
	list.expiry, list.id = t.Due(), q.newID()
	q.heap.push(list)
	q.alarm = min(q.alarm, max(list.expiry, t.loop.now+1))
	return list
}

// dropList takes an empty list out of the heap. The one that the pass is in
// the middle of is not used again: the next timer of its delay must not become
// part of the pass.
func (q *timerQueue) dropList(list *timerList) {
	if list.index < 0 {
		return
	}
	q.heap.remove(list.index)
	if list == q.list || q.idle == maxIdleLists {
		delete(q.lists, list.delay)
	} else {
		q.idle++
	}
}

// due reports whether the first timer of the list is due.
func (l *timerList) due(now int64) bool {
	return l.head != nil && now-l.head.start >= int64(l.delay)
}

func (l *timerList) pushBack(t *Timer) {
	t.list, t.prev, t.next = l, l.tail, nil
	if l.tail == nil {
		l.head = t
	} else {
		l.tail.next = t
	}
	l.tail = t
}

func (l *timerList) unlink(t *Timer) {
	if t.prev == nil {
		l.head = t.next
	} else {
		t.prev.next = t.next
	}
	if t.next == nil {
		l.tail = t.prev
	} else {
		t.next.prev = t.prev
	}
	t.list, t.prev, t.next = nil, nil, nil
}

func (l *timerList) moveToBack(t *Timer) {
	if l.tail != t {
		l.unlink(t)
		l.pushBack(t)
	}
}
