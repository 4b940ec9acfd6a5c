package events

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// Key names an event: a string or a symbol.
type Key struct {
	str string
	sym *goja.Symbol
}

// NewKey is the key of a string-named event.
func NewKey(name string) Key { return Key{str: name} }

// KeyOf is the property key that JavaScript makes of v.
func KeyOf(v goja.Value) Key {
	switch v := v.(type) {
	case *goja.Symbol:
		return Key{sym: v}
	case *goja.Object:
		if sym, ok := v.Export().(*goja.Symbol); ok {
			return Key{sym: sym}
		}
		return Key{str: v.String()}
	}
	return Key{str: v.String()}
}

// Value is the key as JavaScript sees it.
func (k Key) Value(vm *goja.Runtime) goja.Value {
	if k.sym != nil {
		return k.sym
	}
	return vm.ToValue(k.str)
}

// Text is String(key).
func (k Key) Text() string {
	if k.sym != nil {
		return "Symbol(" + k.sym.String() + ")"
	}
	return k.str
}

// Listener is one registered listener: a JavaScript function, or a Go
// function that shows itself to JavaScript only when somebody looks.
type Listener struct {
	fn     engine.Func
	obj    *goja.Object // the function that JavaScript passed or sees
	wrap   *goja.Object // what rawListeners shows for a once listener
	native func(args []goja.Value)
	// Aux is for the owner of a Go listener to recognise it by.
	Aux   any
	sig   *Signature
	once  bool
	fired bool
}

// Signature is the name and length of the function that scripts see of a Go
// listener.
type Signature struct {
	Name   string
	Length int
}

// Named gives a Go listener its signature.
func (l *Listener) Named(sig *Signature) *Listener {
	l.sig = sig
	return l
}

type entry struct {
	key    Key
	list   []*Listener // a snapshot stays valid: appended in place, otherwise copied; empty: a name without listeners
	warned bool
}

// indexThreshold is the number of event names from which a map finds them.
const indexThreshold = 16

// State holds an emitter's listeners. It embeds goja.Value so that it can be
// a property's value; JavaScript sees undefined there.
type State struct {
	binding.Native
	// Owner is the stream or socket that this state is part of, if any.
	Owner any

	obj     *goja.Object
	entries []entry
	index   map[Key]int
	max     float64
	hasMax  bool
	capture bool
	lazy    bool // made on first use, without a constructor
	figure
}

// Object is the emitter that the state belongs to.
func (st *State) Object() *goja.Object { return st.obj }

// Attach makes st the state of obj.
func (m *Module) Attach(obj *goja.Object, st *State) {
	st.Native = binding.NewNative()
	st.obj = obj
	binding.HiddenSymbol(obj, m.stateSym, st)
}

// Lookup returns the state that obj has or inherits, or nil.
func (m *Module) Lookup(obj *goja.Object) *State {
	st, _ := obj.GetSymbol(m.stateSym).(*State)
	return st
}

// ownState is Lookup without the prototype chain.
func (m *Module) ownState(obj *goja.Object) *State {
	if st := m.Lookup(obj); st != nil && st.obj == obj {
		return st
	}
	return nil
}

// stateOf is Lookup that creates the state where there is none, as Node's
// addListener creates `_events`.
func (m *Module) stateOf(obj *goja.Object) *State {
	st := m.Lookup(obj)
	if st == nil {
		st = &State{lazy: true}
		m.Attach(obj, st)
		st.stand(obj)
		if !m.vm.InstanceOf(obj, m.ctor) {
			// A mixin: nothing in its prototype chain shows the state.
			st.ownMax = m.hasOwn(goja.FunctionCall{This: obj, Arguments: []goja.Value{m.vm.ToValue("_maxListeners")}}).ToBoolean()
			m.installInternals(obj)
		}
	}
	return st
}

// find is the entry of an event that has listeners.
func (st *State) find(k Key) *entry {
	if e := st.slot(k); e != nil && len(e.list) > 0 {
		return e
	}
	return nil
}

// slot is the entry of an event, even of one that has lost its listeners.
func (st *State) slot(k Key) *entry {
	if st.index != nil {
		if i, ok := st.index[k]; ok {
			return &st.entries[i]
		}
		return nil
	}
	for i := range st.entries {
		if st.entries[i].key == k {
			return &st.entries[i]
		}
	}
	return nil
}

// listeners is a snapshot of the listeners of k.
func (st *State) listeners(k Key) []*Listener {
	if e := st.find(k); e != nil {
		return e.list
	}
	return nil
}

// Count is the number of listeners of k.
func (st *State) Count(k Key) int { return len(st.listeners(k)) }

// add appends l, or puts it first, and returns its entry.
func (st *State) add(k Key, l *Listener, prepend bool) *entry {
	e := st.slot(k)
	if e == nil {
		st.entries = append(st.entries, entry{key: k, list: []*Listener{l}})
		st.reindex(len(st.entries) - 1)
		return &st.entries[len(st.entries)-1]
	}
	if !prepend {
		e.list = append(e.list, l)
		return e
	}
	list := make([]*Listener, 0, len(e.list)+1)
	e.list = append(append(list, l), e.list...)
	return e
}

// removeAt drops the listener at i.
func (st *State) removeAt(e *entry, i int) {
	if len(e.list) == 1 {
		st.vacate(e)
		return
	}
	list := make([]*Listener, 0, len(e.list)-1)
	e.list = append(append(list, e.list[:i]...), e.list[i+1:]...)
}

func (st *State) remove(k Key, l *Listener) bool {
	e := st.find(k)
	if e == nil {
		return false
	}
	for i := len(e.list) - 1; i >= 0; i-- {
		if e.list[i] == l {
			st.removeAt(e, i)
			return true
		}
	}
	return false
}

// drop forgets an event name.
func (st *State) drop(k Key) {
	for i := range st.entries {
		if st.entries[i].key == k {
			st.entries = append(st.entries[:i], st.entries[i+1:]...)
			st.index = nil
			st.reindex(0)
			return
		}
	}
}

// clear forgets everything.
func (st *State) clear() {
	st.entries = nil
	st.index = nil
	st.plain, st.places = false, false
}

// reindex brings the map up to date for the entries from i on.
func (st *State) reindex(i int) {
	if len(st.entries) <= indexThreshold {
		st.index = nil
		return
	}
	if st.index == nil {
		st.index = make(map[Key]int, 2*len(st.entries))
		i = 0
	}
	for ; i < len(st.entries); i++ {
		st.index[st.entries[i].key] = i
	}
}

// SymbolKey is the key of a symbol-named event.
func SymbolKey(sym *goja.Symbol) Key { return Key{sym: sym} }

// Listeners is a snapshot of the listeners of k.
func (st *State) Listeners(k Key) []*Listener { return st.listeners(k) }
