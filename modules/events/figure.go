package events

import (
	"slices"
	"strconv"

	"github.com/dop251/goja"
)

// figure is how an emitter shows itself: what of Node's `_events` object and
// of the properties around it does not follow from the listeners.
type figure struct {
	// shaped is Node's kShapeMode: an event that loses its last listener
	// keeps its place in `_events`.
	shaped bool
	// plain says that `_events` inherits from Object.prototype, and places
	// that the Owner's places count as part of it.
	plain, places bool
	// Own properties of the object that stand before `_events`, before
	// `_maxListeners` and, plus one, before `_eventsCount`.
	before, maxAt, countAt int16
	maxLast                bool // `_eventsCount` was there before `_maxListeners`
	ownMax                 bool // a mixin that has a `_maxListeners`
}

// Values of countAt: `_eventsCount` stands right after `_events`, or is not an
// own property yet.
const (
	countsFirst = 0
	notCounted  = -1
)

// Placed is an Owner that has places for some events from the beginning: they
// come first in `_events`, whenever they got their listeners.
type Placed interface {
	Places() []Key
}

// Shape makes st the state of a stream, which shows its events in places.
func (st *State) Shape(obj *goja.Object) {
	fresh := st.obj != obj
	st.shaped = true
	if fresh {
		st.plain, st.places = true, true
		st.countAt = notCounted
		st.before = int16(len(obj.Keys()))
		st.maxAt = st.before
	}
}

// configured gives the object its `_maxListeners`.
func (st *State) configured() {
	st.maxAt = int16(len(st.obj.Keys()))
	st.maxLast = st.countAt > countsFirst
}

// stand notes the properties that an object had before it became an emitter.
func (st *State) stand(obj *goja.Object) {
	st.before = int16(len(obj.Keys()))
	st.maxAt = st.before
}

// again is EventEmitter.init on an emitter.
func (st *State) again() {
	st.shaped = true
	if st.lazy {
		st.lazy, st.maxAt = false, int16(len(st.obj.Keys()))
	}
}

// countHere makes `_eventsCount` an own property, unless it is one.
func (st *State) countHere() {
	if st.countAt == notCounted {
		st.countAt = int16(len(st.obj.Keys())) + 1
	}
}

// size is the number of events that have listeners.
func (st *State) size() int {
	n := 0
	for i := range st.entries {
		if len(st.entries[i].list) > 0 {
			n++
		}
	}
	return n
}

// vacate is what becomes of an event whose last listener was removed.
func (st *State) vacate(e *entry) {
	switch {
	case st.shaped:
		e.list, e.warned = nil, false
	case st.size() == 1:
		st.clear()
	default:
		st.drop(e.key)
	}
}

// forget is removeAllListeners(k).
func (st *State) forget(k Key) {
	switch {
	case st.find(k) == nil:
	case st.size() == 1:
		st.clear()
	default:
		st.place()
		st.drop(k)
	}
}

// place makes entries of the places, so that they can be dropped.
func (st *State) place() {
	if !st.places {
		return
	}
	keys := st.allKeys()
	entries := make([]entry, len(keys))
	for i, k := range keys {
		entries[i].key = k
		if e := st.slot(k); e != nil {
			entries[i] = *e
		}
	}
	st.entries, st.places, st.index = entries, false, nil
	st.reindex(0)
}

// keys lists the events that have listeners, in the order of `_events`.
func (st *State) keys() []Key {
	return slices.DeleteFunc(st.allKeys(), func(k Key) bool { return st.find(k) == nil })
}

// allKeys lists the keys of `_events` in the order of Reflect.ownKeys: array
// indexes ascending, other strings, symbols.
func (st *State) allKeys() []Key {
	var indexes []int
	var names, symbols []Key
	if o, ok := st.Owner.(Placed); ok && st.places {
		names = o.Places()
	}
	first := len(names)
	for i := range st.entries {
		k := st.entries[i].key
		if k.sym != nil {
			symbols = append(symbols, k)
		} else if n, ok := arrayIndex(k.str); ok {
			indexes = append(indexes, n)
		} else if !slices.Contains(names[:first], k) {
			names = append(names, k)
		}
	}
	slices.Sort(indexes)
	keys := make([]Key, 0, len(indexes)+len(names)+len(symbols))
	for _, n := range indexes {
		keys = append(keys, NewKey(strconv.Itoa(n)))
	}
	return append(append(keys, names...), symbols...)
}
