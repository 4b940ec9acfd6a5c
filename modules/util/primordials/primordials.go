// Package primordials holds the engine's own functions that reflection on
// objects takes, captured before a script can replace them, and wraps them for
// Go. util.inspect, the comparisons of assert, util and console use it.
//
// Nothing here is special to Node but its name, which is what Node calls its
// captured built-ins. A Set belongs to one VM and to the goroutine that runs
// it. Proxies run their traps, getters are run only by Get.
package primordials

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
)

// Func is a function of the engine.
type Func = func(goja.FunctionCall) goja.Value

// Set is the captured functions of one VM.
type Set struct {
	VM *goja.Runtime

	descriptor, has, keys                   Func
	ownNames, ownSymbols                    Func
	hasOwn, isEnumerable, objectToString    Func
	functionToString, errorToString         Func
	regExpToString, dateToString, dateToISO Func
	symbolToString                          Func
	parseInt, parseFloat, stringify         Func
	regExpProto                             *goja.Object
}

// New captures the functions of a VM.
func New(vm *goja.Runtime) *Set {
	object, reflect := vm.Get("Object").(*goja.Object), vm.Get("Reflect").(*goja.Object)
	objectProto := prototype(object)
	date, regExp := prototype(vm.Get("Date")), prototype(vm.Get("RegExp"))
	return &Set{
		VM:               vm,
		descriptor:       method(object, "getOwnPropertyDescriptor"),
		has:              method(reflect, "has"),
		keys:             method(object, "keys"),
		ownNames:         method(object, "getOwnPropertyNames"),
		ownSymbols:       method(object, "getOwnPropertySymbols"),
		hasOwn:           method(objectProto, "hasOwnProperty"),
		isEnumerable:     method(objectProto, "propertyIsEnumerable"),
		objectToString:   method(objectProto, "toString"),
		functionToString: method(prototype(vm.Get("Function")), "toString"),
		errorToString:    method(prototype(vm.Get("Error")), "toString"),
		regExpProto:      regExp,
		regExpToString:   method(regExp, "toString"),
		dateToString:     method(date, "toString"),
		dateToISO:        method(date, "toISOString"),
		symbolToString:   method(prototype(vm.Get("Symbol")), "toString"),
		parseInt:         method(vm.GlobalObject(), "parseInt"),
		parseFloat:       method(vm.GlobalObject(), "parseFloat"),
		stringify:        method(vm.Get("JSON").(*goja.Object), "stringify"),
	}
}

func prototype(ctor goja.Value) *goja.Object {
	return ctor.(*goja.Object).Get("prototype").(*goja.Object)
}

func method(obj *goja.Object, name string) Func {
	fn, ok := engine.Callable(obj.Get(name))
	if !ok {
		panic("primordials: no function " + name)
	}
	return fn
}

func call(fn Func, this goja.Value, args ...goja.Value) goja.Value {
	return fn(goja.FunctionCall{This: this, Arguments: args})
}

// Key names a property: by a text or by a symbol.
type Key struct {
	Name   string // in WTF-8
	Symbol *goja.Symbol
}

// NameKey is the key of a property with a string name.
func NameKey(name string) Key { return Key{Name: name} }

// SymbolKey is the key of a symbol property.
func SymbolKey(sym *goja.Symbol) Key { return Key{Symbol: sym} }

// Value is the key as JavaScript has it.
func (k Key) Value() goja.Value {
	if k.Symbol != nil {
		return k.Symbol
	}
	return wtf8.Value(k.Name)
}

// KeyOf is the key that a string or symbol stands for.
func KeyOf(v goja.Value) Key {
	if sym, ok := v.(*goja.Symbol); ok {
		return Key{Symbol: sym}
	}
	return Key{Name: wtf8.Of(v)}
}

// Get reads a property; the value of a missing one is undefined.
func (s *Set) Get(obj *goja.Object, key Key) goja.Value {
	var v goja.Value
	switch {
	case key.Symbol != nil:
		v = obj.GetSymbol(key.Symbol)
	case wtf8.Repair(key.Name) == key.Name:
		v = obj.Get(key.Name)
	default:
		v = s.getUnusual(obj, key)
	}
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// getUnusual reads a property whose name is no valid text, which goja's Go
// interface cannot express.
func (s *Set) getUnusual(obj *goja.Object, key Key) goja.Value {
	for ; obj != nil; obj = obj.Prototype() {
		if d, ok := s.Descriptor(obj, key); ok {
			if d.Get == nil {
				return d.Value
			}
			if get, ok := engine.Callable(d.Get); ok {
				return call(get, obj)
			}
			return goja.Undefined()
		}
	}
	return goja.Undefined()
}

// Has is the operator in.
func (s *Set) Has(obj *goja.Object, key Key) bool {
	return call(s.has, goja.Undefined(), obj, key.Value()).ToBoolean()
}

// HasOwn is Object.hasOwn.
func (s *Set) HasOwn(obj *goja.Object, key Key) bool {
	return call(s.hasOwn, obj, key.Value()).ToBoolean()
}

// IsEnumerable is Object.prototype.propertyIsEnumerable.
func (s *Set) IsEnumerable(obj *goja.Object, key Key) bool {
	return call(s.isEnumerable, obj, key.Value()).ToBoolean()
}

// Descriptor describes an own property. Either Value is set, or it is an
// accessor, of which Get or Set may be nil.
type Descriptor struct {
	Value, Get, Set goja.Value
	Enumerable      bool
}

// Descriptor is Object.getOwnPropertyDescriptor.
func (s *Set) Descriptor(obj *goja.Object, key Key) (Descriptor, bool) {
	found, ok := call(s.descriptor, goja.Undefined(), obj, key.Value()).(*goja.Object)
	if !ok {
		return Descriptor{}, false
	}
	d := Descriptor{Enumerable: found.Get("enumerable").ToBoolean()}
	if d.Value = found.Get("value"); d.Value != nil {
		return d, true
	}
	d.Get, d.Set = defined(found.Get("get")), defined(found.Get("set"))
	return d, true
}

func defined(v goja.Value) goja.Value {
	if v == nil || goja.IsUndefined(v) {
		return nil
	}
	return v
}

// EnumerableNames is Object.keys.
func (s *Set) EnumerableNames(obj *goja.Object) []Key {
	return s.names(obj, obj.Keys, s.keys)
}

// OwnNames is Object.getOwnPropertyNames.
func (s *Set) OwnNames(obj *goja.Object) []Key {
	return s.names(obj, obj.GetOwnPropertyNames, s.ownNames)
}

// names takes the fast way through Go strings unless one of them may have lost
// something on it.
func (s *Set) names(obj *goja.Object, fast func() []string, exact Func) []Key {
	names := fast()
	keys := make([]Key, len(names))
	for i, name := range names {
		if strings.ContainsRune(name, '\uFFFD') {
			return s.list(call(exact, goja.Undefined(), obj))
		}
		keys[i] = Key{Name: name}
	}
	return keys
}

// list reads an array of keys that the engine made.
func (s *Set) list(array goja.Value) []Key {
	obj := array.(*goja.Object)
	keys := make([]Key, int(obj.Get("length").ToInteger()))
	for i := range keys {
		keys[i] = KeyOf(obj.Get(strconv.Itoa(i)))
	}
	return keys
}

// EnumerableSymbols are the own enumerable symbol keys.
func (s *Set) EnumerableSymbols(obj *goja.Object) []Key {
	var keys []Key
	for _, sym := range obj.Symbols() {
		keys = append(keys, SymbolKey(sym))
	}
	return keys
}

// OwnSymbols is Object.getOwnPropertySymbols, without those under which
// native code keeps its own state.
func (s *Set) OwnSymbols(obj *goja.Object) []Key {
	keys := s.list(call(s.ownSymbols, goja.Undefined(), obj))
	return slices.DeleteFunc(keys, func(key Key) bool {
		d, ok := s.Descriptor(obj, key)
		return ok && d.Value != nil && isNativeState(d.Value)
	})
}

// ObjectToString is Object.prototype.toString.
func (s *Set) ObjectToString(v goja.Value) string { return call(s.objectToString, v).String() }

// FunctionToString is Function.prototype.toString.
func (s *Set) FunctionToString(fn *goja.Object) string {
	return wtf8.Of(call(s.functionToString, fn))
}

// ErrorToString is Error.prototype.toString.
func (s *Set) ErrorToString(err *goja.Object) string { return wtf8.Of(call(s.errorToString, err)) }

// RegExpToString is RegExp.prototype.toString.
func (s *Set) RegExpToString(re *goja.Object) string { return wtf8.Of(call(s.regExpToString, re)) }

// RegExpSource is the text of a regular expression from its own nature, not
// from properties that it may not inherit.
func (s *Set) RegExpSource(re *goja.Object) string {
	read := func(name string) goja.Value {
		d, _ := s.Descriptor(s.regExpProto, NameKey(name))
		get, _ := engine.Callable(d.Get)
		return call(get, re)
	}
	text := "/" + wtf8.Of(read("source")) + "/"
	for _, flag := range regExpFlags {
		if read(flag.property).ToBoolean() {
			text += flag.letter
		}
	}
	return text
}

// regExpFlags are the flags that the engine knows, in the order of the
// property flags.
var regExpFlags = [...]struct{ property, letter string }{
	{"global", "g"}, {"ignoreCase", "i"}, {"multiline", "m"}, {"dotAll", "s"}, {"unicode", "u"}, {"sticky", "y"},
}

// DateToString is Date.prototype.toString.
func (s *Set) DateToString(date *goja.Object) string { return call(s.dateToString, date).String() }

// DateToISOString is Date.prototype.toISOString.
func (s *Set) DateToISOString(date *goja.Object) string { return call(s.dateToISO, date).String() }

// SymbolToString is Symbol.prototype.toString.
func (s *Set) SymbolToString(sym *goja.Symbol) string { return wtf8.Of(call(s.symbolToString, sym)) }

// ParseInt is the global parseInt.
func (s *Set) ParseInt(v goja.Value) goja.Value { return call(s.parseInt, goja.Undefined(), v) }

// ParseFloat is the global parseFloat.
func (s *Set) ParseFloat(v goja.Value) goja.Value { return call(s.parseFloat, goja.Undefined(), v) }

// Stringify is JSON.stringify.
func (s *Set) Stringify(v goja.Value) goja.Value { return call(s.stringify, goja.Undefined(), v) }
