package prelude

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/half"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/sharedbuffer"
	"github.com/gonode/gonode/modules/util/types"
)

//go:embed js/float16array.js
var float16ArraySource string

var float16ArrayFile = jsfile.New("node:internal/float16array", float16ArraySource)

// float16Array makes the class Float16Array. The engine's typed arrays cannot
// be extended from outside, so an instance is a Uint16Array behind traps that
// convert its elements (types.Halves knows it by that), and the class has
// methods of its own where others inherit those of %TypedArray%.
func (p *prelude) float16Array() goja.Value {
	p.widenIsView()
	define, getter, _, klass := p.definers()
	return float16ArrayFile.Call(p.e, define, getter, klass,
		p.vm.ToValue(p.wrapHalves), p.vm.ToValue(p.halves), p.vm.ToValue(p.isMemory))
}

// widenIsView lets ArrayBuffer.isView know a Float16Array.
func (p *prelude) widenIsView() {
	buffer := p.global("ArrayBuffer")
	own, ok := engine.Callable(buffer.Get("isView"))
	if !ok {
		return
	}
	binding.Hidden(buffer, "isView", binding.Func(p.vm, "isView", 1, func(c goja.FunctionCall) goja.Value {
		if obj, ok := c.Argument(0).(*goja.Object); ok && types.Halves(obj) != nil {
			return p.vm.ToValue(true)
		}
		return own(c)
	}))
}

// halves gives the Uint16Array that holds the elements of a Float16Array, and
// undefined for anything else.
func (p *prelude) halves(c goja.FunctionCall) goja.Value {
	if obj, ok := c.Argument(0).(*goja.Object); ok {
		if array := types.Halves(obj); array != nil {
			return array
		}
	}
	return goja.Undefined()
}

// isMemory reports whether a value is an ArrayBuffer or a SharedArrayBuffer.
func (p *prelude) isMemory(c goja.FunctionCall) goja.Value {
	obj, ok := c.Argument(0).(*goja.Object)
	return p.vm.ToValue(ok && (types.Of(obj) == types.ArrayBuffer || sharedbuffer.Is(obj)))
}

// wrapHalves makes a Float16Array of a Uint16Array and a prototype.
func (p *prelude) wrapHalves(c goja.FunctionCall) goja.Value {
	array := c.Argument(0).(*goja.Object)
	must(array.SetPrototype(c.Argument(1).(*goja.Object)))
	h := halfElements{p.vm}
	return p.vm.ToValue(p.vm.NewProxy(array, &goja.ProxyTrapConfig{
		GetIdx:                      func(array *goja.Object, i int, _ goja.Value) goja.Value { return h.get(array, i) },
		SetIdx:                      h.set,
		GetOwnPropertyDescriptorIdx: h.describe,
		DefinePropertyIdx:           h.define,
		DeletePropertyIdx:           func(array *goja.Object, i int) bool { return h.element(array, i) == nil },
	}))
}

// halfElements are the traps of the indexes of a Float16Array.
type halfElements struct{ vm *goja.Runtime }

// element is where an index is stored; nil for one that does not exist.
func (halfElements) element(array *goja.Object, i int) *uint16 {
	if types.IsDetached(array) {
		return nil
	}
	if list, ok := array.Export().([]uint16); ok && i >= 0 && i < len(list) {
		return &list[i]
	}
	return nil
}

func (h halfElements) get(array *goja.Object, i int) goja.Value {
	e := h.element(array, i)
	if e == nil {
		return goja.Undefined()
	}
	return h.vm.ToValue(half.ToFloat(*e))
}

// set converts the value even if there is no such index, as the language asks.
func (h halfElements) set(array *goja.Object, i int, v, _ goja.Value) bool {
	bits := half.FromFloat(v.ToNumber().ToFloat())
	if e := h.element(array, i); e != nil {
		*e = bits
	}
	return true
}

func (h halfElements) describe(array *goja.Object, i int) goja.PropertyDescriptor {
	v := h.get(array, i)
	if goja.IsUndefined(v) {
		return goja.PropertyDescriptor{}
	}
	return goja.PropertyDescriptor{
		Value: v, Writable: goja.FLAG_TRUE, Enumerable: goja.FLAG_TRUE, Configurable: goja.FLAG_TRUE,
	}
}

func (h halfElements) define(array *goja.Object, i int, d goja.PropertyDescriptor) bool {
	fixed := d.Writable == goja.FLAG_FALSE || d.Enumerable == goja.FLAG_FALSE || d.Configurable == goja.FLAG_FALSE
	if fixed || d.Getter != nil || d.Setter != nil || h.element(array, i) == nil {
		return false
	}
	return d.Value == nil || h.set(array, i, d.Value, nil)
}
