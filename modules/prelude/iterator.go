package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// iteratorMethods are those of Iterator.prototype that js/iterators.js has.
var iteratorMethods = []struct {
	name   string
	length int
}{
	{"reduce", 1}, {"toArray", 0}, {"forEach", 1}, {"some", 1}, {"every", 1}, {"find", 1},
	{"filter", 1}, {"map", 1}, {"take", 1}, {"drop", 1}, {"flatMap", 1},
}

// installIterator adds the global Iterator and what its prototype, which all
// iterators of the engine inherit from, has besides Symbol.iterator.
func (p *prelude) installIterator(proto *goja.Object) {
	var class func() *goja.Object
	lib := once(func() *goja.Object {
		define, _, tag, _ := p.definers()
		return iteratorsFile.Call(p.e, define, tag, proto).(*goja.Object)
	})
	class = once(func() *goja.Object { return p.iteratorClass(proto, lib) })
	for _, m := range iteratorMethods {
		impl := once(func() engine.Func {
			fn, _ := engine.Callable(lib().Get(m.name))
			return fn
		})
		binding.HiddenMethods(p.vm, proto, binding.Method{Name: m.name, Length: m.length,
			Fn: func(c goja.FunctionCall) goja.Value { return impl()(c) }})
	}
	p.weirdAccessor(proto, "constructor", nil, func() goja.Value { return class() })
	p.weirdAccessor(proto, "", goja.SymToStringTag, func() goja.Value { return p.vm.ToValue("Iterator") })
	binding.HiddenSymbol(proto, p.wellKnown("dispose"), binding.Func(p.vm, "[Symbol.dispose]", 0, p.disposeIterator))
	p.lazyGlobal("Iterator", func() goja.Value { return class() })
}

// disposeIterator is %IteratorPrototype%[@@dispose].
func (p *prelude) disposeIterator(c goja.FunctionCall) goja.Value {
	obj := c.This.ToObject(p.vm)
	method := obj.Get("return")
	if method == nil || goja.IsUndefined(method) || goja.IsNull(method) {
		return nil
	}
	fn, ok := engine.Callable(method)
	if !ok {
		panic(p.vm.NewTypeError("'%s' returned for property 'return' of object '%s' is not a function",
			method.String(), p.receiver(obj)))
	}
	p.e.Call(fn, c.This)
	return nil
}

// iteratorClass is the abstract class Iterator.
func (p *prelude) iteratorClass(proto *goja.Object, lib func() *goja.Object) *goja.Object {
	var class *goja.Object
	class = binding.Class(p.vm, "Iterator", 0, func(newTarget *goja.Object, _ []goja.Value) goja.Value {
		p.requireNew("Iterator", newTarget)
		if newTarget == class {
			panic(p.vm.NewTypeError("Abstract class Iterator not directly constructable"))
		}
		return p.vm.CreateObject(binding.PrototypeFor(newTarget, proto))
	})
	binding.FixPrototype(class, proto)
	binding.HiddenMethods(p.vm, class, binding.Method{Name: "from", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		return p.e.CallMethod(lib(), "from", c.Argument(0))
	}})
	return class
}

// weirdAccessor is a property that the language made an accessor for the
// sake of old code: assigning to an heir makes a property of its own.
func (p *prelude) weirdAccessor(home *goja.Object, name string, sym *goja.Symbol, value func() goja.Value) {
	shown, dotted := name, "."+name
	if sym != nil {
		shown, dotted = "[Symbol.toStringTag]", "[Symbol.toStringTag]"
	}
	get := binding.Func(p.vm, "get "+shown, 0, func(goja.FunctionCall) goja.Value { return value() })
	set := binding.Func(p.vm, "set "+shown, 1, func(c goja.FunctionCall) goja.Value {
		this, ok := c.This.(*goja.Object)
		if !ok {
			panic(p.vm.NewTypeError("set Iterator.prototype%s called on non-object", dotted))
		}
		if this == home {
			if sym != nil {
				shown = "Symbol(Symbol.toStringTag)"
			}
			panic(p.vm.NewTypeError("Cannot assign to read only property '%s' of object '[object Object]'", shown))
		}
		if sym != nil {
			must(this.DefineDataPropertySymbol(sym, c.Argument(0), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
		} else {
			binding.Value(this, name, c.Argument(0))
		}
		return nil
	})
	if sym != nil {
		must(home.DefineAccessorPropertySymbol(sym, get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
	} else {
		must(home.DefineAccessorProperty(name, get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
}

// wellKnown is a symbol of the language.
func (p *prelude) wellKnown(name string) *goja.Symbol {
	return p.global("Symbol").Get(name).(*goja.Symbol)
}

// receiver is a value as V8 names it in messages.
func (p *prelude) receiver(v goja.Value) string {
	obj, ok := v.(*goja.Object)
	if !ok {
		return v.String()
	}
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok && engine.IsCallable(ctor) {
		if name := ctor.Get("name"); name != nil && name.String() != "" {
			return "#<" + name.String() + ">"
		}
	}
	return "#<Object>"
}

// incompatible is the error for a method called on the wrong object.
func (p *prelude) incompatible(method string, this goja.Value) *goja.Object {
	return p.vm.NewTypeError("Method %s called on incompatible receiver %s", method, p.receiver(this))
}
