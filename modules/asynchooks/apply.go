package asynchooks

import (
	"math/big"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// function is a callable argument. Anything else gets what Function.prototype
// .apply says to it on Node.
func (m *Module) function(v goja.Value) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		text, kind := plainText(v)
		panic(m.vm.NewTypeError("Function.prototype.apply was called on %s, which is %s and not a function", text, kind))
	}
	return fn
}

// plainText is a value as V8's messages show it, without running any code of
// the script, and what kind of value that is.
func plainText(v goja.Value) (text, kind string) {
	switch v := v.(type) {
	case *goja.Symbol:
		return "Symbol(" + v.String() + ")", "a symbol"
	case *goja.Object:
		if class := v.ClassName(); class != "Object" {
			return "[object " + class + "]", "an object"
		}
		return "#<Object>", "an object"
	}
	switch {
	case goja.IsUndefined(v):
		return "undefined", "a undefined"
	case goja.IsNull(v):
		return "null", "null"
	case goja.IsString(v):
		return v.String(), "a string"
	case goja.IsNumber(v):
		return v.String(), "a number"
	}
	if _, ok := v.Export().(*big.Int); ok {
		return v.String(), "a bigint"
	}
	return v.String(), "a boolean"
}
