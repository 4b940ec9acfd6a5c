package types

import "github.com/dop251/goja"

// elementNames maps the engine's element types to the names of the classes.
var elementNames = map[string]string{
	"*goja.int8Array":         "Int8Array",
	"*goja.uint8Array":        "Uint8Array",
	"*goja.uint8ClampedArray": "Uint8ClampedArray",
	"*goja.int16Array":        "Int16Array",
	"*goja.uint16Array":       "Uint16Array",
	"*goja.int32Array":        "Int32Array",
	"*goja.uint32Array":       "Uint32Array",
	"*goja.float32Array":      "Float32Array",
	"*goja.float64Array":      "Float64Array",
	"*goja.bigInt64Array":     "BigInt64Array",
	"*goja.bigUint64Array":    "BigUint64Array",
}

// TypedArrayName is the class of a typed array, whatever its prototype says,
// or empty for any other object.
func TypedArrayName(obj *goja.Object) string {
	if Halves(obj) != nil {
		return "Float16Array"
	}
	return elementName(obj)
}

// Halves is the Uint16Array that holds the elements of a Float16Array, and nil
// for any other object. The engine has no Float16Array: modules/prelude makes
// one of a Uint16Array behind traps in Go, and nothing else has such a target.
func Halves(obj *goja.Object) *goja.Object {
	value := self(obj)
	if kinds[value.Type().String()] != Proxy || !isNativeProxy(value) {
		return nil
	}
	target := obj.Export().(goja.Proxy).Target()
	if target == nil || elementName(target) != "Uint16Array" {
		return nil
	}
	return target
}

// elementName is the class of one of the engine's own typed arrays.
func elementName(obj *goja.Object) string {
	field := self(obj).Elem().FieldByName("typedArray")
	if !field.IsValid() {
		return ""
	}
	return elementNames[field.Elem().Type().String()]
}

// IsDetached reports whether a typed array or a DataView has lost its memory.
func IsDetached(view *goja.Object) bool {
	if array := Halves(view); array != nil {
		view = array
	}
	field := self(view).Elem().FieldByName("viewedArrayBuf")
	return field.IsValid() && field.Elem().FieldByName("detached").Bool()
}
