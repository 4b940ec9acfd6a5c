package types

import (
	"reflect"
	"sync"
	"unsafe"
	"weak"

	"github.com/dop251/goja"
)

// Entry is one entry of a Map; for a Set only the key counts.
type Entry struct{ Key, Value goja.Value }

// Iteration says what an iterator gives.
type Iteration uint8

// What the iterators of Map and Set give.
const (
	Keys Iteration = iota
	Values
	KeysAndValues
)

// Primitive is the value inside a box.
func Primitive(box *goja.Object) goja.Value {
	inner := self(box).Elem()
	if field := inner.FieldByName("pValue"); field.IsValid() {
		return value(field)
	}
	return value(inner.FieldByName("value"))
}

// Entries are those of a Map or a Set, in order.
func Entries(collection *goja.Object) []Entry {
	m := self(collection).Elem().FieldByName("m").Elem()
	entries := make([]Entry, 0, int(m.FieldByName("size").Int()))
	for e := m.FieldByName("iterFirst"); !e.IsNil(); e = e.Elem().FieldByName("iterNext") {
		entries = append(entries, entry(e))
	}
	return entries
}

// Size is the number of entries of a Map or a Set.
func Size(collection *goja.Object) int {
	return int(self(collection).Elem().FieldByName("m").Elem().FieldByName("size").Int())
}

// Remaining are the entries that a Map or Set iterator has not given yet; it
// stays where it is.
func Remaining(iterator *goja.Object) ([]Entry, Iteration) {
	state := self(iterator).Elem()
	kind := Iteration(state.FieldByName("kind").Int())
	iter := state.FieldByName("iter")
	if iter.IsNil() || iter.Elem().FieldByName("m").IsNil() {
		return nil, kind
	}
	var entries []Entry
	for e := successor(iter.Elem()); !e.IsNil(); e = e.Elem().FieldByName("iterNext") {
		entries = append(entries, entry(e))
	}
	return entries, kind
}

// successor is the entry that an iterator gives next. Entries that were
// deleted after it stood on them have lost their key and lead back.
func successor(iter reflect.Value) reflect.Value {
	cur := iter.FieldByName("cur")
	for !cur.IsNil() && cur.Elem().FieldByName("key").IsNil() {
		cur = cur.Elem().FieldByName("iterPrev")
	}
	if cur.IsNil() {
		return iter.FieldByName("m").Elem().FieldByName("iterFirst")
	}
	return cur.Elem().FieldByName("iterNext")
}

func entry(e reflect.Value) Entry {
	pair := Entry{Key: value(e.Elem().FieldByName("key"))}
	if field := e.Elem().FieldByName("value"); !field.IsNil() {
		pair.Value = value(field)
	}
	return pair
}

// weakTable has the fields of the engine's weakMap.
type weakTable struct {
	m map[weak.Pointer[goja.Object]]goja.Value
	sync.Mutex
}

// WeakEntries are the entries of a WeakMap or a WeakSet that still live, in no
// order.
func WeakEntries(collection *goja.Object) []Entry {
	inner := self(collection).Elem()
	field := inner.FieldByName("m")
	if !field.IsValid() {
		field = inner.FieldByName("s")
	}
	table := (*weakTable)(unsafe.Pointer(field.UnsafeAddr()))
	table.Lock()
	defer table.Unlock()
	var entries []Entry
	for key, v := range table.m {
		if obj := key.Value(); obj != nil {
			entries = append(entries, Entry{Key: obj, Value: v})
		}
	}
	return entries
}

// value reads an unexported field that holds a goja.Value.
func value(field reflect.Value) goja.Value {
	return *(*goja.Value)(slot(field))
}

// slot is where the field lies. A goja.String is a smaller interface than a
// goja.Value, so it is turned into one.
func slot(field reflect.Value) unsafe.Pointer {
	at := unsafe.Pointer(field.UnsafeAddr())
	if field.Type() == stringType {
		v := goja.Value(*(*goja.String)(at))
		return unsafe.Pointer(&v)
	}
	return at
}

var stringType = reflect.TypeFor[goja.String]()

// Elements are the first n elements of an array: nil for a hole and for a
// property that is more than a value. The list is nil for arrays that are not
// stored as one.
func Elements(array *goja.Object, n int) []goja.Value {
	inner := self(array).Elem()
	if inner.Type().String() != denseArray {
		return nil
	}
	values := *(*[]goja.Value)(unsafe.Pointer(inner.FieldByName("values").UnsafeAddr()))
	elements := make([]goja.Value, n)
	for i, v := range values[:min(n, len(values))] {
		if v != nil && reflect.TypeOf(v).String() != propertyStruct {
			elements[i] = v
		}
	}
	return elements
}

// HasOnlyElements reports whether an array or typed array surely has no
// properties with string names but its elements and length.
func HasOnlyElements(array *goja.Object) bool {
	if halves := Halves(array); halves != nil {
		array = halves
	}
	inner := self(array).Elem()
	switch inner.Type().String() {
	case denseArray:
		return inner.FieldByName("propNames").Len() <= 1
	case typedArray:
		return inner.FieldByName("propNames").Len() == 0
	}
	return false
}

const (
	denseArray     = "goja.arrayObject"
	typedArray     = "goja.typedArrayObject"
	propertyStruct = "*goja.valueProperty"
)
