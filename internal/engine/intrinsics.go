package engine

import "github.com/dop251/goja"

// Intrinsics are the constructors that Go code needs, taken before a script
// can replace them.
type Intrinsics struct {
	Object, Function, Array, ArrayBuffer, Uint8Array *goja.Object
	Promise, Map, Set, Date, RegExp                  *goja.Object
	Error, TypeError, RangeError, SyntaxError        *goja.Object
}

func newIntrinsics(vm *goja.Runtime) Intrinsics {
	get := func(name string) *goja.Object { return vm.Get(name).(*goja.Object) }
	return Intrinsics{
		Object:      get("Object"),
		Function:    get("Function"),
		Array:       get("Array"),
		ArrayBuffer: get("ArrayBuffer"),
		Uint8Array:  get("Uint8Array"),
		Promise:     get("Promise"),
		Map:         get("Map"),
		Set:         get("Set"),
		Date:        get("Date"),
		RegExp:      get("RegExp"),
		Error:       get("Error"),
		TypeError:   get("TypeError"),
		RangeError:  get("RangeError"),
		SyntaxError: get("SyntaxError"),
	}
}
