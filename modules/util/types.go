package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/sharedbuffer"
	"github.com/gonode/gonode/modules/crypto/keys"
	"github.com/gonode/gonode/modules/util/types"
)

// check is one function of util.types.
type check struct {
	name string // of the property
	as   string // of the function
	is   func(v goja.Value) bool
}

// typeChecks are the functions of util.types in Node's order. Those of kinds
// that the engine does not have are false for everything.
func typeChecks() []check {
	kind := func(name string, kinds ...types.Kind) check {
		return check{name: name, is: func(v goja.Value) bool {
			obj, ok := v.(*goja.Object)
			if !ok {
				return false
			}
			of := types.Of(obj)
			for _, k := range kinds {
				if of == k {
					return true
				}
			}
			return false
		}}
	}
	array := func(class string) check {
		return check{name: "is" + class, as: "is" + class, is: func(v goja.Value) bool {
			obj, ok := v.(*goja.Object)
			return ok && types.TypedArrayName(obj) == class
		}}
	}
	// The engine knows one kind of buffer; the shared ones are told by a mark.
	buffer := func(name string, shared bool) check {
		return check{name: name, is: func(v goja.Value) bool {
			obj, ok := v.(*goja.Object)
			return ok && types.Of(obj) == types.ArrayBuffer && sharedbuffer.Is(obj) == shared
		}}
	}
	named := func(c check, name string) check {
		c.as = name
		return c
	}
	checks := []check{
		kind("isArgumentsObject", types.Arguments),
		buffer("isArrayBuffer", false),
		kind("isAsyncFunction", types.AsyncFunction, types.AsyncGeneratorFunction),
		kind("isBigIntObject", types.BigIntBox),
		kind("isBooleanObject", types.BooleanBox),
		kind("isDate", types.Date),
		kind("isExternal"),
		kind("isGeneratorFunction", types.GeneratorFunction, types.AsyncGeneratorFunction),
		kind("isGeneratorObject", types.Generator),
		kind("isMap", types.Map),
		kind("isMapIterator", types.MapIterator),
		kind("isModuleNamespaceObject", types.Namespace),
		kind("isNativeError", types.Error),
		kind("isNumberObject", types.NumberBox),
		kind("isPromise", types.Promise),
		kind("isProxy", types.Proxy),
		kind("isRegExp", types.RegExp),
		kind("isSet", types.Set),
		kind("isSetIterator", types.SetIterator),
		buffer("isSharedArrayBuffer", true),
		kind("isStringObject", types.StringBox),
		kind("isSymbolObject", types.SymbolBox),
		kind("isWeakMap", types.WeakMap),
		kind("isWeakSet", types.WeakSet),
		kind("isAnyArrayBuffer", types.ArrayBuffer),
		kind("isBoxedPrimitive", types.StringBox, types.NumberBox, types.BooleanBox, types.SymbolBox, types.BigIntBox),
		named(kind("isArrayBufferView", types.TypedArray, types.DataView), "isView"),
		named(kind("isDataView", types.DataView), "isDataView"),
		named(kind("isTypedArray", types.TypedArray), "isTypedArray"),
	}
	for _, class := range []string{
		"Uint8Array", "Uint8ClampedArray", "Uint16Array", "Uint32Array", "Int8Array", "Int16Array", "Int32Array",
		"Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
	} {
		checks = append(checks, array(class))
	}
	return checks
}

// Types is what require('util/types') returns.
func (m *Module) Types() *goja.Object {
	if m.types != nil {
		return m.types
	}
	m.types = m.vm.NewObject()
	for _, c := range typeChecks() {
		length := 0
		if c.as != "" {
			length = 1
		}
		binding.Value(m.types, c.name, binding.Func(m.vm, c.as, length, func(call goja.FunctionCall) goja.Value {
			return m.vm.ToValue(c.is(call.Argument(0)))
		}))
	}
	m.keyCheck("isKeyObject", keys.IsKeyObject)
	m.keyCheck("isCryptoKey", keys.IsCryptoKey)
	return m.types
}

// keyCheck defines one of the two checks that scripts cannot replace.
func (m *Module) keyCheck(name string, is func(goja.Value) bool) {
	fn := binding.Func(m.vm, name, 1, func(c goja.FunctionCall) goja.Value { return m.vm.ToValue(is(c.Argument(0))) })
	must(m.types.DefineDataProperty(name, fn, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
}
