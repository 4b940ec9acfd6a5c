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
	proxyClass                                    *goja.Object
}

func newReflection(vm *goja.Runtime) reflection {
	reflect := vm.Get("Reflect").(*goja.Object)
	get := func(name string) engine.Func {
		fn, _ := engine.Callable(reflect.Get(name))
		return fn
	}
	return reflection{
		get("has"), get("set"), get("deleteProperty"), get("getOwnPropertyDescriptor"), get("ownKeys"),
		vm.Get("Proxy").(*goja.Object),
	}
}

func (m *Module) has(obj *goja.Object, name string) bool {
	return m.reflectHas(obj, m.vm.ToValue(name))
}

func (m *Module) reflectHas(obj *goja.Object, key goja.Value) bool {
	return m.hasFn(goja.FunctionCall{Arguments: []goja.Value{obj, key}}).ToBoolean()
}

func (m *Module) reflectSet(obj *goja.Object, key, v goja.Value) bool {
	return m.setFn(goja.FunctionCall{Arguments: []goja.Value{obj, key, v}}).ToBoolean()
}

func (m *Module) reflectDelete(obj *goja.Object, key goja.Value) bool {
	return m.deleteFn(goja.FunctionCall{Arguments: []goja.Value{obj, key}}).ToBoolean()
}

func (m *Module) hasOwn(obj *goja.Object, name string) bool {
	return !goja.IsUndefined(m.describeFn(goja.FunctionCall{Arguments: []goja.Value{obj, m.vm.ToValue(name)}}))
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
