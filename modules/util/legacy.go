package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/types"
)

// deprecation emits the warning of a deprecated function of Node's own.
func (m *Module) deprecation(text, code string) {
	m.warnDeprecated(m.vm.ToValue(text), m.vm.ToValue(code), goja.Undefined())
}

func deprecationType(vm *goja.Runtime) goja.Value { return vm.ToValue("DeprecationWarning") }

// warnDeprecated is process.emitWarning, whoever has replaced it, once for
// each code. It reports false while such warnings are switched off.
func (m *Module) warnDeprecated(text, code, deprecated goja.Value) bool {
	process := m.deps.Process()
	if off := process.Get("noDeprecation"); off != nil && off.ToBoolean() {
		return false
	}
	args := []goja.Value{text, deprecationType(m.vm)}
	if !goja.IsUndefined(code) {
		if m.warned[code.String()] {
			return true
		}
		m.warned[code.String()] = true
		args = append(args, code)
	}
	m.e.CallMethod(process, "emitWarning", append(args, deprecated)...)
	return true
}

// extend is the deprecated util._extend.
func (m *Module) extend(c goja.FunctionCall) goja.Value {
	m.deprecation("The `util._extend` API is deprecated. Please use Object.assign() instead.", "DEP0060")
	source, ok := c.Argument(1).(*goja.Object)
	if !ok {
		return c.Argument(0)
	}
	keys := source.Keys()
	for i := len(keys) - 1; i >= 0; i-- {
		target, ok := c.Argument(0).(*goja.Object)
		if !ok {
			panic(m.vm.NewTypeError(cannotSet(c.Argument(0), keys[i])))
		}
		must(target.Set(keys[i], source.Get(keys[i])))
	}
	return c.Argument(0)
}

// cannotSet is V8's text about a property of a primitive.
func cannotSet(v goja.Value, name string) string {
	switch {
	case goja.IsNull(v), goja.IsUndefined(v):
		return "Cannot set properties of " + v.String() + " (setting '" + name + "')"
	case goja.IsNumber(v):
		return "Cannot create property '" + name + "' on number '" + v.String() + "'"
	case goja.IsString(v):
		return "Cannot create property '" + name + "' on string '" + v.String() + "'"
	}
	return "Cannot create property '" + name + "' on boolean '" + v.String() + "'"
}

// isArray is the deprecated util.isArray.
func (m *Module) isArray(c goja.FunctionCall) goja.Value {
	m.deprecation("The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.", "DEP0044")
	isArray, _ := engine.Callable(m.e.Intrinsics.Array.Get("isArray"))
	return m.e.Call(isArray, goja.Undefined(), c.Argument(0))
}

// inherits is util.inherits.
func (m *Module) inherits(c goja.FunctionCall) goja.Value {
	for i, name := range []string{"ctor", "superCtor"} {
		if v := c.Argument(i); goja.IsUndefined(v) || goja.IsNull(v) {
			panic(nodeerr.ArgType(m.vm, name, v, "function"))
		}
	}
	super := c.Argument(1).ToObject(m.vm)
	parent := valueOr(super.Get("prototype"))
	if goja.IsUndefined(parent) {
		panic(nodeerr.ArgType(m.vm, "superCtor.prototype", parent, "object"))
	}
	ctor, ok := c.Argument(0).(*goja.Object)
	if !ok {
		panic(m.vm.NewTypeError("Object.defineProperty called on non-object"))
	}
	binding.Hidden(ctor, "super_", c.Argument(1))
	setPrototypeOf, _ := engine.Callable(m.e.Intrinsics.Object.Get("setPrototypeOf"))
	m.e.Call(setPrototypeOf, goja.Undefined(), valueOr(ctor.Get("prototype")), parent)
	return nil
}

// valueOr is a property's value, undefined for a missing one.
func valueOr(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// isDeepStrictEqual is util.isDeepStrictEqual(a, b[, skipPrototype]).
func (m *Module) isDeepStrictEqual(c goja.FunctionCall) goja.Value {
	compare := "isDeepStrictEqual"
	if c.Argument(2).ToBoolean() {
		compare = "isSameShape"
	}
	equal, _ := engine.Callable(m.deps.Equality().Get(compare))
	return m.e.Call(equal, goja.Undefined(), c.Argument(0), c.Argument(1))
}

// isArrayValue reports whether v is an array, a proxy of one included.
func isArrayValue(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	for ok && types.Of(obj) == types.Proxy {
		if obj = obj.Export().(goja.Proxy).Target(); obj == nil {
			return false
		}
	}
	return ok && types.Of(obj) == types.Array
}
