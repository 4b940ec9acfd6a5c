package module

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// moduleState is what a Module object knows besides its properties.
type moduleState struct {
	binding.Native
	parent goja.Value
	// exports are those that the module had when it had loaded: import sees
	// them, whatever is assigned later.
	exports goja.Value
}

// newModule is new Module(id, parent).
func (l *Loader) newModule(id string, parent goja.Value) *goja.Object {
	m := l.vm.CreateObject(l.proto)
	l.initialize(m, l.vm.ToValue(id), parent)
	return m
}

// initialize is the body of the Module constructor.
func (l *Loader) initialize(m *goja.Object, id, parent goja.Value) {
	path := "."
	if goja.IsString(id) && id.String() != "" {
		path = dirPath(id.String())
	}
	l.set(m, "id", id)
	l.set(m, "path", l.vm.ToValue(path))
	binding.Value(m, "exports", l.vm.NewObject())
	binding.HiddenSymbol(m, l.symbol, &moduleState{Native: binding.NewNative(), parent: parent})
	l.addChild(parent, m, false)
	l.set(m, "filename", goja.Null())
	l.set(m, "loaded", l.vm.ToValue(false))
	l.set(m, "children", l.vm.NewArray())
}

// set assigns a property as JavaScript does.
func (l *Loader) set(obj *goja.Object, name string, v goja.Value) {
	if err := obj.Set(name, v); err != nil {
		panic(err)
	}
}

// state is that of a Module object, or nil for another object.
func (l *Loader) state(m *goja.Object) *moduleState {
	st, _ := m.GetSymbol(l.symbol).(*moduleState)
	return st
}

// parentOf is the module that first required m. Packages pass plain objects as
// parents, too.
func (l *Loader) parentOf(m *goja.Object) goja.Value {
	if st := l.state(m); st != nil {
		return st.parent
	}
	return m.Get("parent")
}

// addChild puts child into parent.children; with scan only when it is not
// there yet.
func (l *Loader) addChild(parent goja.Value, child *goja.Object, scan bool) {
	children := l.childrenOf(parent)
	if children == nil {
		return
	}
	n := int(children.Get("length").ToInteger())
	if scan {
		for i := range n {
			if children.Get(itoa(i)) == child {
				return
			}
		}
	}
	l.set(children, itoa(n), child)
}

// removeChild takes the module out that failed to load.
func (l *Loader) removeChild(parent goja.Value, child *goja.Object) {
	children := l.childrenOf(parent)
	if children == nil {
		return
	}
	n := int(children.Get("length").ToInteger())
	kept := make([]goja.Value, 0, n)
	for i := range n {
		if v := children.Get(itoa(i)); v != child {
			kept = append(kept, v)
		}
	}
	if len(kept) == n {
		return
	}
	for i, v := range kept {
		l.set(children, itoa(i), v)
	}
	l.set(children, "length", l.vm.ToValue(len(kept)))
}

func (l *Loader) childrenOf(parent goja.Value) *goja.Object {
	m, ok := parent.(*goja.Object)
	if !ok {
		return nil
	}
	children, _ := m.Get("children").(*goja.Object)
	return children
}

// text is a property that should be a string; empty when it is none.
func text(obj *goja.Object, name string) string {
	v := obj.Get(name)
	if v == nil || !goja.IsString(v) {
		return ""
	}
	return v.String()
}

// strings reads an array of strings; nil for what is no array.
func (l *Loader) strings(v goja.Value) []string {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	list := []string{}
	for i := range int(obj.Get("length").ToInteger()) {
		list = append(list, obj.Get(itoa(i)).String())
	}
	return list
}

func (l *Loader) array(list []string) goja.Value {
	values := make([]any, len(list))
	for i, s := range list {
		values[i] = s
	}
	return l.vm.NewArray(values...)
}
