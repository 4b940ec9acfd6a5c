package primordials

import (
	"reflect"

	"github.com/dop251/goja"
)

// enginePackage is where the types of JavaScript's own values are defined.
var enginePackage = reflect.TypeFor[goja.Object]().PkgPath()

// isNativeState reports whether a property holds a Go value with which a
// built-in module keeps its state on an object. Scripts cannot make such
// values and should not see them.
func isNativeState(v goja.Value) bool {
	t := reflect.TypeOf(v)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.PkgPath() != enginePackage
}
