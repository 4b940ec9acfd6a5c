package events

import "github.com/dop251/goja"

// Defer lets objects become emitters only when somebody uses them as one. It
// is for classes such as crypto's Hash, which hardly anybody does that with:
// whoever looks for the state of an object that inherits from proto has begin
// make it first. begin returns nil for objects that are not to become
// emitters, such as proto itself.
func (m *Module) Defer(proto *goja.Object, begin func(obj *goja.Object) *State) {
	beginning := map[*goja.Object]bool{} // begin looks for the state as well
	get := m.vm.ToValue(func(c goja.FunctionCall) goja.Value {
		obj, ok := c.This.(*goja.Object)
		if !ok || beginning[obj] {
			return goja.Undefined()
		}
		beginning[obj] = true
		defer delete(beginning, obj)
		if st := begin(obj); st != nil {
			return st
		}
		return goja.Undefined()
	})
	err := proto.DefineAccessorPropertySymbol(m.stateSym, get, nil, goja.FLAG_TRUE, goja.FLAG_FALSE)
	if err != nil {
		panic(err)
	}
}
