package vm

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// reflection is what goja's API has no words for: functions of Reflect, taken
// before a script can replace them.
type reflection struct {
	hasFn, setFn, deleteFn, describeFn, ownKeysFn engine.Func
}

func newReflection(vm *goja.Runtime) reflection {
	reflect := vm.Get("Reflect").(*goja.Object)
	get := func(name string) engine.Func {
		fn, _ := engine.Callable(reflect.Get(name))
		return fn
	}
	return reflection{
		get("has"), get("set"), get("deleteProperty"), get("getOwnPropertyDescriptor"), get("ownKeys"),
	}
}

func (m *Module) has(obj *goja.Object, name string) bool {
	return m.hasFn(goja.FunctionCall{Arguments: []goja.Value{obj, m.vm.ToValue(name)}}).ToBoolean()
}

func (m *Module) reflectSet(obj *goja.Object, key, v goja.Value) bool {
	return m.setFn(goja.FunctionCall{Arguments: []goja.Value{obj, key, v}}).ToBoolean()
}

func (m *Module) reflectDelete(obj *goja.Object, key goja.Value) bool {
	return m.deleteFn(goja.FunctionCall{Arguments: []goja.Value{obj, key}}).ToBoolean()
}

func (m *Module) hasOwn(obj *goja.Object, name string) bool {
	_, ok := m.descriptor(obj, name)
	return ok
}

// descriptor is the own property of an object, if there is one.
func (m *Module) descriptor(obj *goja.Object, name string) (goja.PropertyDescriptor, bool) {
	v, ok := m.describeFn(goja.FunctionCall{Arguments: []goja.Value{obj, m.vm.ToValue(name)}}).(*goja.Object)
	if !ok {
		return goja.PropertyDescriptor{}, false
	}
	flag := func(name string) goja.Flag {
		if f := v.Get(name); f != nil {
			return goja.ToFlag(f.ToBoolean())
		}
		return goja.FLAG_NOT_SET
	}
	return goja.PropertyDescriptor{
		Value: v.Get("value"), Writable: flag("writable"), Configurable: flag("configurable"),
		Enumerable: flag("enumerable"), Getter: v.Get("get"), Setter: v.Get("set"),
	}, true
}

func (m *Module) ownKeys(obj *goja.Object) []any {
	var keys []any
	list := m.ownKeysFn(goja.FunctionCall{Arguments: []goja.Value{obj}}).(*goja.Object)
	m.vm.ForOf(list, func(key goja.Value) bool {
		keys = append(keys, key)
		return true
	})
	return keys
}

func (m *Module) throwReference(message string) {
	panic(nodeerr.Plain(m.vm, "ReferenceError", message))
}

func (m *Module) throwSyntax(message string) {
	panic(nodeerr.Plain(m.vm, "SyntaxError", message))
}
