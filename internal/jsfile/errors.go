package jsfile

import (
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Errors is an object of functions that make or throw Node's errors:
//
//	error(code, ...args)                       the error of that code
//	argType(name, value, ...expected)          ERR_INVALID_ARG_TYPE
//	argValue(name, inspected, reason)          ERR_INVALID_ARG_VALUE
//	outOfRange(name, requirement, value)       ERR_OUT_OF_RANGE
//	notImplemented(name)                       a function that throws ERR_METHOD_NOT_IMPLEMENTED
//	validateFunction(value, name)              and the same for String, Number, Boolean,
//	                                           Object: throw, or return the value
//	validateInteger(value, name, least, most)  safe integers by default
func Errors(vm *goja.Runtime) *goja.Object {
	obj := vm.NewObject()
	binding.Methods(vm, obj,
		binding.Method{Name: "error", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.New(vm, c.Argument(0).String(), texts(c.Arguments[1:])...)
		}},
		binding.Method{Name: "argType", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			expected := make([]string, 0, len(c.Arguments))
			for _, v := range c.Arguments[2:] {
				expected = append(expected, v.String())
			}
			return nodeerr.ArgType(vm, c.Argument(0).String(), c.Argument(1), expected...)
		}},
		binding.Method{Name: "argValue", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.ArgValue(vm, c.Argument(0).String(), c.Argument(1).String(), c.Argument(2).String())
		}},
		binding.Method{Name: "outOfRange", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.OutOfRange(vm, c.Argument(0).String(), c.Argument(1).String(), c.Argument(2))
		}},
		binding.Method{Name: "notImplemented", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return NotImplemented(vm, c.Argument(0).String(), c.Argument(0).String(), 0)
		}},
		binding.Method{Name: "validateInteger", Length: 4, Fn: func(c goja.FunctionCall) goja.Value {
			return validateInteger(vm, c)
		}},
	)
	for _, v := range validators {
		binding.Value(obj, "validate"+v.title, binding.Func(vm, "validate"+v.title, 2, func(c goja.FunctionCall) goja.Value {
			if !v.valid(c.Argument(0)) {
				panic(nodeerr.ArgType(vm, c.Argument(1).String(), c.Argument(0), v.expected))
			}
			return c.Argument(0)
		}))
	}
	return obj
}

// NotImplemented makes a function that throws ERR_METHOD_NOT_IMPLEMENTED when
// it is called; what names it in the error.
func NotImplemented(vm *goja.Runtime, name, what string, length int) *goja.Object {
	return binding.Func(vm, name, length, func(goja.FunctionCall) goja.Value {
		panic(nodeerr.New(vm, "ERR_METHOD_NOT_IMPLEMENTED", what))
	})
}

func texts(values []goja.Value) []any {
	list := make([]any, len(values))
	for i, v := range values {
		list[i] = v.String()
	}
	return list
}

// validators are the checks that need no more than the value.
var validators = []struct {
	title, expected string
	valid           func(goja.Value) bool
}{
	{"String", "string", goja.IsString},
	{"Number", "number", goja.IsNumber},
	{"Boolean", "boolean", func(v goja.Value) bool { _, ok := v.Export().(bool); return ok && !isObject(v) }},
	{"Function", "function", isFunction},
	{"Object", "Object", func(v goja.Value) bool {
		return isObject(v) && !isFunction(v) && v.(*goja.Object).ClassName() != "Array"
	}},
}

func isObject(v goja.Value) bool {
	_, ok := v.(*goja.Object)
	return ok
}

func isFunction(v goja.Value) bool {
	_, ok := goja.AssertFunction(v)
	return ok
}

// maxSafeInteger is Number.MAX_SAFE_INTEGER.
const maxSafeInteger = 1<<53 - 1

func validateInteger(vm *goja.Runtime, c goja.FunctionCall) goja.Value {
	v, name := c.Argument(0), c.Argument(1).String()
	least, most := bound(c.Argument(2), -maxSafeInteger), bound(c.Argument(3), maxSafeInteger)
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(vm, name, v, "number"))
	}
	switch f := v.ToFloat(); {
	case f != math.Trunc(f) || math.IsInf(f, 0):
		panic(nodeerr.OutOfRange(vm, name, "an integer", v))
	case f < least || f > most:
		panic(nodeerr.OutOfRange(vm, name, ">= "+integer(least)+" && <= "+integer(most), v))
	}
	return v
}

func bound(v goja.Value, missing float64) float64 {
	if goja.IsUndefined(v) {
		return missing
	}
	return v.ToFloat()
}

func integer(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
