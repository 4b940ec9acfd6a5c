package url

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
)

// iteratorState is what an iterator over URLSearchParams has in Go.
type iteratorState struct {
	binding.Native
	params *paramsState
	part   part
	index  int
}

// part makes what an iterator gives of each pair.
type part func(vm *goja.Runtime, p weburl.Pair) goja.Value

func nameOf(vm *goja.Runtime, p weburl.Pair) goja.Value  { return vm.ToValue(p.Name) }
func valueOf(vm *goja.Runtime, p weburl.Pair) goja.Value { return vm.ToValue(p.Value) }
func bothOf(vm *goja.Runtime, p weburl.Pair) goja.Value {
	return vm.NewArray(vm.ToValue(p.Name), vm.ToValue(p.Value))
}

const iteratorTag = "URLSearchParams Iterator"

func (m *Module) installIterator() {
	arrayIterator := m.e.CallMethod(m.vm.NewArray(), "values").(*goja.Object)
	m.iteratorProto = m.vm.CreateObject(arrayIterator.Prototype().Prototype())
	binding.Methods(m.vm, m.iteratorProto, binding.Method{Name: "next", Fn: m.next})
	binding.HiddenSymbol(m.iteratorProto, m.inspectCustom, binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, m.inspectIterator))
	m.setTag(m.iteratorProto, iteratorTag)
}

// iterate is entries, keys and values.
func (m *Module) iterate(what part) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		obj := m.vm.CreateObject(m.iteratorProto)
		setState(obj, m.iteratorState, &iteratorState{Native: binding.NewNative(), params: m.thisParams(c.This), part: what})
		return obj
	}
}

func (m *Module) thisIterator(this goja.Value) *iteratorState {
	it, ok := stateOf[*iteratorState](this, m.iteratorState)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "URLSearchParamsIterator"))
	}
	return it
}

func (m *Module) next(c goja.FunctionCall) goja.Value {
	it := m.thisIterator(c.This)
	result := m.vm.NewObject()
	value, done := goja.Undefined(), it.index >= len(it.params.list)
	if !done {
		value = it.part(m.vm, it.params.list[it.index])
		it.index++
	}
	binding.Value(result, "value", value)
	binding.Value(result, "done", m.vm.ToValue(done))
	return result
}
