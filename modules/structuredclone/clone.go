package structuredclone

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/sharedbuffer"
	"github.com/gonode/gonode/modules/util/types"
)

// cloning is one call: what was copied already, so that references stay
// references and cycles end.
type cloning struct {
	m    *module
	seen map[*goja.Object]*goja.Object
}

// clone copies a value.
func (c *cloning) clone(v goja.Value, depth int) goja.Value {
	obj, ok := v.(*goja.Object)
	if !ok {
		if sym, ok := v.(*goja.Symbol); ok {
			panic(c.m.cloneError("Symbol(" + sym.String() + ") could not be cloned."))
		}
		return v
	}
	if done := c.seen[obj]; done != nil {
		return done
	}
	if depth > maxDepth {
		panic(c.m.vm.NewTypeError("structuredClone: too deeply nested"))
	}
	if engine.IsCallable(obj) {
		panic(c.m.cloneError(obj.String() + " could not be cloned."))
	}
	if own, ok := c.m.deps.Clone(obj); ok {
		return own
	}
	return c.object(obj, depth+1)
}

func (c *cloning) object(obj *goja.Object, depth int) goja.Value {
	switch kind := types.Of(obj); kind {
	case types.ArrayBuffer:
		return c.arrayBuffer(obj, obj.Export().(goja.ArrayBuffer))
	case types.TypedArray, types.DataView:
		return c.view(obj, depth)
	case types.Array:
		return c.array(obj, depth)
	case types.Error:
		return c.err(obj, depth)
	case types.Date, types.RegExp, types.NumberBox, types.StringBox, types.BooleanBox, types.BigIntBox:
		return c.box(obj, kind)
	case types.Map:
		return c.mapObject(obj, depth)
	case types.Set:
		return c.set(obj, depth)
	case types.Ordinary, types.Arguments:
		return c.plain(obj, depth)
	}
	panic(c.refuse(obj))
}

// refuse is the error for objects that cannot be copied.
func (c *cloning) refuse(obj *goja.Object) *goja.Object {
	name := "Object"
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok {
		name = ctor.Get("name").String()
	}
	return c.m.cloneError("#<" + name + "> could not be cloned.")
}

// global is a constructor of the engine.
func (c *cloning) global(name string) *goja.Object { return c.m.vm.Get(name).(*goja.Object) }

func (c *cloning) construct(class string, args ...goja.Value) *goja.Object {
	obj, err := c.m.vm.New(c.global(class), args...)
	if err != nil {
		panic(err)
	}
	return obj
}

// properties copies the own enumerable ones with string names.
func (c *cloning) properties(from, to *goja.Object, depth int) {
	for _, name := range from.Keys() {
		binding.Value(to, name, c.clone(from.Get(name), depth))
	}
}

func (c *cloning) plain(obj *goja.Object, depth int) goja.Value {
	out := c.m.vm.NewObject()
	c.seen[obj] = out
	c.properties(obj, out, depth)
	return out
}

func (c *cloning) array(obj *goja.Object, depth int) goja.Value {
	out := c.m.vm.NewArray()
	c.seen[obj] = out
	if err := out.Set("length", obj.Get("length")); err != nil {
		panic(err)
	}
	c.properties(obj, out, depth)
	return out
}

// box copies dates, regular expressions and primitives in objects.
func (c *cloning) box(obj *goja.Object, kind types.Kind) goja.Value {
	var out *goja.Object
	switch kind {
	case types.Date:
		out = c.construct("Date", c.m.e.CallMethod(obj, "getTime"))
	case types.RegExp:
		out = c.construct("RegExp", obj.Get("source"), obj.Get("flags"))
	default:
		primitive := c.m.e.CallMethod(obj, "valueOf")
		out = c.global("Object")
		fn, _ := engine.Callable(out)
		out = c.m.e.Call(fn, goja.Undefined(), primitive).(*goja.Object)
	}
	c.seen[obj] = out
	return out
}

func (c *cloning) mapObject(obj *goja.Object, depth int) goja.Value {
	out := c.construct("Map")
	c.seen[obj] = out
	for _, pair := range c.items(obj) {
		entry := pair.(*goja.Object)
		c.m.e.CallMethod(out, "set", c.clone(entry.Get("0"), depth), c.clone(entry.Get("1"), depth))
	}
	return out
}

func (c *cloning) set(obj *goja.Object, depth int) goja.Value {
	out := c.construct("Set")
	c.seen[obj] = out
	for _, item := range c.items(obj) {
		c.m.e.CallMethod(out, "add", c.clone(item, depth))
	}
	return out
}

// items takes the content before anything is copied: getters may change it.
func (c *cloning) items(obj *goja.Object) []goja.Value {
	var out []goja.Value
	c.m.vm.ForOf(obj, func(v goja.Value) bool {
		out = append(out, v)
		return true
	})
	return out
}

// errorClasses are the names that survive; any other error becomes an Error.
var errorClasses = []string{"Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"}

func (c *cloning) err(obj *goja.Object, depth int) goja.Value {
	class := "Error"
	if name := obj.Get("name"); name != nil && slices.Contains(errorClasses, name.String()) {
		class = name.String()
	}
	out := c.construct(class)
	c.seen[obj] = out
	for _, name := range []string{"stack", "message", "cause"} {
		v := obj.Get(name)
		switch {
		case v == nil || goja.IsUndefined(v):
		case name == "cause":
			binding.Hidden(out, name, c.clone(v, depth))
		default:
			binding.Hidden(out, name, c.m.vm.ToValue(v.String()))
		}
	}
	return out
}

// transfer moves an ArrayBuffer: the copy gets its memory.
func (c *cloning) transfer(obj *goja.Object) {
	if c.seen[obj] != nil {
		panic(c.m.cloneError("Transfer list contains duplicate ArrayBuffer"))
	}
	c.seen[obj] = c.m.vm.ToValue(c.m.vm.NewArrayBuffer(obj.Export().(goja.ArrayBuffer).Bytes())).(*goja.Object)
}

func (c *cloning) arrayBuffer(obj *goja.Object, b goja.ArrayBuffer) goja.Value {
	if sharedbuffer.Is(obj) {
		c.seen[obj] = sharedbuffer.Share(c.m.vm, obj)
		return c.seen[obj]
	}
	if b.Detached() {
		panic(c.m.cloneError("An ArrayBuffer is detached and could not be cloned."))
	}
	out := c.m.vm.ToValue(c.m.vm.NewArrayBuffer(slices.Clone(b.Bytes()))).(*goja.Object)
	c.seen[obj] = out
	return out
}

// view copies a typed array or DataView with the whole buffer underneath.
func (c *cloning) view(obj *goja.Object, depth int) goja.Value {
	class := "DataView"
	if types.Is(obj, types.TypedArray) {
		class = types.TypedArrayName(obj)
	}
	buffer := c.clone(obj.Get("buffer"), depth)
	length := obj.Get("length")
	if class == "DataView" {
		length = obj.Get("byteLength")
	}
	out := c.construct(class, buffer, obj.Get("byteOffset"), length)
	c.seen[obj] = out
	return out
}
