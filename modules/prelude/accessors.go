package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// installAccessorMethods adds __defineGetter__ and its like (ECMAScript,
// Annex B), which older packages still use.
func (p *prelude) installAccessorMethods() {
	p.add(p.prototype("Object"),
		binding.Method{Name: "__defineGetter__", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			p.accessorFunction("__defineGetter__", c)
			p.define(c, c.Argument(1), nil)
			return nil
		}},
		binding.Method{Name: "__defineSetter__", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			p.accessorFunction("__defineSetter__", c)
			p.define(c, nil, c.Argument(1))
			return nil
		}},
		binding.Method{Name: "__lookupGetter__", Length: 1, Fn: p.lookup("get")},
		binding.Method{Name: "__lookupSetter__", Length: 1, Fn: p.lookup("set")},
	)
}

// accessorFunction checks the receiver and the function of a definition.
func (p *prelude) accessorFunction(method string, c goja.FunctionCall) {
	p.object(c.This)
	if !engine.IsCallable(c.Argument(1)) {
		panic(p.vm.NewTypeError("Object.prototype.%s: Expecting function", method))
	}
}

// object is ToObject in V8's words.
func (p *prelude) object(v goja.Value) *goja.Object {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		panic(p.vm.NewTypeError("Cannot convert undefined or null to object"))
	}
	return v.ToObject(p.vm)
}

// define makes an enumerable, configurable accessor; nil leaves the getter or
// setter that is there.
func (p *prelude) define(c goja.FunctionCall, get, set goja.Value) {
	obj := p.object(c.This)
	var err error
	if sym, ok := c.Argument(0).(*goja.Symbol); ok {
		err = obj.DefineAccessorPropertySymbol(sym, get, set, goja.FLAG_TRUE, goja.FLAG_TRUE)
	} else {
		err = obj.DefineAccessorProperty(c.Argument(0).String(), get, set, goja.FLAG_TRUE, goja.FLAG_TRUE)
	}
	must(err)
}

// lookup searches the prototype chain for an accessor property.
func (p *prelude) lookup(half string) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		object := p.e.Intrinsics.Object
		for obj := p.object(c.This); obj != nil; obj = obj.Prototype() {
			desc, ok := p.e.CallMethod(object, "getOwnPropertyDescriptor", obj, c.Argument(0)).(*goja.Object)
			if ok {
				return desc.Get(half)
			}
		}
		return nil
	}
}
