// Package binding defines Go functions on goja objects with the name, length
// and property attributes that Node's own have. Every built-in module uses
// it; it holds no state.
package binding

import "github.com/dop251/goja"

// NativeFunc is a Go function as goja calls it.
type NativeFunc = func(goja.FunctionCall) goja.Value

// Method is one function of a prototype or module.
type Method struct {
	Name   string
	Length int
	Fn     NativeFunc
}

// Func makes a function object with a name and a length. fn may return nil for
// undefined.
func Func(vm *goja.Runtime, name string, length int, fn NativeFunc) *goja.Object {
	obj := vm.ToValue(neverNil(fn)).(*goja.Object)
	describe(vm, obj, name, length)
	return obj
}

// neverNil turns a nil result into undefined. goja does so itself when a
// function calls a native one, but not when a promise does.
func neverNil(fn NativeFunc) NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		if v := fn(c); v != nil {
			return v
		}
		return goja.Undefined()
	}
}

// Constructor makes a constructor with a name and a length. Its prototype
// property is goja's: an object whose constructor points back.
func Constructor(vm *goja.Runtime, name string, length int, fn func(goja.ConstructorCall) *goja.Object) *goja.Object {
	obj := vm.ToValue(fn).(*goja.Object)
	describe(vm, obj, name, length)
	return obj
}

// Prototype returns the prototype property of a constructor.
func Prototype(ctor *goja.Object) *goja.Object {
	return ctor.Get("prototype").(*goja.Object)
}

// Inherit makes child's instances inherit from parent's, and child itself
// from parent, as `class child extends parent` and Node's ObjectSetPrototypeOf
// pair do.
func Inherit(child, parent *goja.Object) {
	must(Prototype(child).SetPrototype(Prototype(parent)))
	must(child.SetPrototype(parent))
}

// Methods defines functions as plain assignment does: writable, configurable
// and enumerable, like the methods of Node's function-style classes.
func Methods(vm *goja.Runtime, obj *goja.Object, methods ...Method) {
	for _, m := range methods {
		Value(obj, m.Name, Func(vm, m.Name, m.Length, m.Fn))
	}
}

// HiddenMethods defines functions as a class body does: not enumerable.
func HiddenMethods(vm *goja.Runtime, obj *goja.Object, methods ...Method) {
	for _, m := range methods {
		Hidden(obj, m.Name, Func(vm, m.Name, m.Length, m.Fn))
	}
}

// Value defines an enumerable, writable, configurable data property.
func Value(obj *goja.Object, name string, v goja.Value) {
	must(obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

// Hidden defines a writable, configurable data property that is not enumerable.
func Hidden(obj *goja.Object, name string, v goja.Value) {
	must(obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// HiddenSymbol defines a writable, configurable symbol property that is not
// enumerable.
func HiddenSymbol(obj *goja.Object, sym *goja.Symbol, v goja.Value) {
	must(obj.DefineDataPropertySymbol(sym, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// Accessor is a getter with an optional setter.
type Accessor struct {
	Name string
	Get  func(this goja.Value) goja.Value
	Set  func(this, v goja.Value)
	// Plain names the functions "get" and "set", without the property's name,
	// as those of a descriptor literal are.
	Plain bool
	// Bare names the functions like the property itself, as those are that
	// were functions with that name first.
	Bare bool
}

func (a Accessor) functionName(kind string) string {
	switch {
	case a.Plain:
		return kind
	case a.Bare:
		return a.Name
	}
	return kind + " " + a.Name
}

// Accessors defines configurable accessor properties.
func Accessors(vm *goja.Runtime, obj *goja.Object, enumerable bool, accessors ...Accessor) {
	defineAccessors(vm, obj, goja.FLAG_TRUE, enumerable, accessors)
}

// FixedAccessors defines accessor properties that are not configurable.
func FixedAccessors(vm *goja.Runtime, obj *goja.Object, enumerable bool, accessors ...Accessor) {
	defineAccessors(vm, obj, goja.FLAG_FALSE, enumerable, accessors)
}

func defineAccessors(vm *goja.Runtime, obj *goja.Object, configurable goja.Flag, enumerable bool, accessors []Accessor) {
	for _, a := range accessors {
		get := Func(vm, a.functionName("get"), 0, func(c goja.FunctionCall) goja.Value { return a.Get(c.This) })
		var set goja.Value
		if a.Set != nil {
			set = Func(vm, a.functionName("set"), 1, func(c goja.FunctionCall) goja.Value {
				a.Set(c.This, c.Argument(0))
				return nil
			})
		}
		must(obj.DefineAccessorProperty(a.Name, get, set, configurable, goja.ToFlag(enumerable)))
	}
}

func describe(vm *goja.Runtime, obj *goja.Object, name string, length int) {
	must(obj.DefineDataProperty("name", vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	if length != 0 {
		must(obj.DefineDataProperty("length", vm.ToValue(length), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
}

// must is for definitions on objects that we just made: they cannot fail but
// by a mistake of ours.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
