package engine

import "github.com/dop251/goja"

// Stores is the values of every AsyncLocalStorage at one place of a script
// (Node's AsyncContextFrame). Giving one of them another value makes a new
// Stores; the nil one is empty.
type Stores struct {
	entries []storeEntry
	dropped bool // Drop has taken something away
}

type storeEntry struct {
	storage *goja.Object // the AsyncLocalStorage
	value   goja.Value
}

// Get returns the value that storage has, if any.
func (s *Stores) Get(storage *goja.Object) (goja.Value, bool) {
	if s == nil {
		return nil, false
	}
	for i := range s.entries {
		if s.entries[i].storage == storage {
			return s.entries[i].value, true
		}
	}
	return nil, false
}

// With returns the same values with another one for storage.
func (s *Stores) With(storage *goja.Object, value goja.Value) *Stores {
	next := &Stores{}
	if s != nil {
		next.entries = make([]storeEntry, 0, len(s.entries)+1)
		for _, entry := range s.entries {
			if entry.storage != storage {
				next.entries = append(next.entries, entry)
			}
		}
	}
	next.entries = append(next.entries, storeEntry{storage, value})
	return next
}

// Drop takes the value of storage away wherever s itself is in use.
func (s *Stores) Drop(storage *goja.Object) {
	if s == nil {
		return
	}
	for i := range s.entries {
		if s.entries[i].storage == storage {
			s.entries = append(s.entries[:i:i], s.entries[i+1:]...)
			s.dropped = true
			return
		}
	}
}

// Dropped reports whether Drop has taken anything away.
func (s *Stores) Dropped() bool { return s != nil && s.dropped }
