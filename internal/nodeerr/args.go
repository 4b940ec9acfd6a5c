package nodeerr

import (
	"math"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// ArgType makes Node's ERR_INVALID_ARG_TYPE. expected is Node's list: names of
// primitive types in lower case ("string"), of classes ("Buffer"), or other
// words ("an Array-like Object").
func ArgType(vm *goja.Runtime, name string, actual goja.Value, expected ...string) *goja.Object {
	var b strings.Builder
	b.WriteString("The ")
	b.WriteString(argument(name))
	b.WriteString(" must be ")
	b.WriteString(expectation(expected))
	b.WriteString(". Received ")
	b.WriteString(Received(vm, actual))
	return WithMessage(vm, "TypeError", "ERR_INVALID_ARG_TYPE", b.String())
}

// ArgValue makes Node's ERR_INVALID_ARG_VALUE; inspected is the value as
// util.inspect prints it.
func ArgValue(vm *goja.Runtime, name, inspected, reason string) *goja.Object {
	kind := "argument"
	if strings.Contains(name, ".") {
		kind = "property"
	}
	if len(inspected) > 128 {
		inspected = inspected[:128] + "..."
	}
	return WithMessage(vm, "TypeError", "ERR_INVALID_ARG_VALUE",
		"The "+kind+" '"+name+"' "+reason+". Received "+inspected)
}

// OutOfRange makes Node's ERR_OUT_OF_RANGE. requirement reads like
// ">= 0 && <= 65535" or "an integer".
func OutOfRange(vm *goja.Runtime, name, requirement string, actual goja.Value) *goja.Object {
	return WithMessage(vm, "RangeError", "ERR_OUT_OF_RANGE",
		"The value of \""+name+"\" is out of range. It must be "+requirement+". Received "+rangeValue(actual))
}

// argument is `"x" argument`, `"x.y" property`, or the name as it is when it
// already says which.
func argument(name string) string {
	switch {
	case strings.HasSuffix(name, " argument"):
		return name
	case strings.Contains(name, "."):
		return "\"" + name + "\" property"
	}
	return "\"" + name + "\" argument"
}

var primitiveNames = map[string]bool{
	"string": true, "function": true, "number": true, "object": true, "Function": true,
	"Object": true, "boolean": true, "bigint": true, "symbol": true,
}

// expectation words a list of types: "of type string or an instance of Buffer".
func expectation(expected []string) string {
	var types, instances, other []string
	for _, x := range expected {
		switch {
		case primitiveNames[x]:
			types = append(types, strings.ToLower(x))
		case x[0] >= 'A' && x[0] <= 'Z' && !strings.Contains(x, " "):
			instances = append(instances, x)
		default:
			other = append(other, x)
		}
	}
	if len(instances) > 0 {
		for i, t := range types {
			if t == "object" {
				types = append(types[:i], types[i+1:]...)
				instances = append(instances, "Object")
				break
			}
		}
	}
	var parts []string
	if len(types) > 0 {
		word := "of type "
		if len(types) > 1 {
			word = "one of type "
		}
		parts = append(parts, word+orList(types))
	}
	if len(instances) > 0 {
		parts = append(parts, "an instance of "+orList(instances))
	}
	if len(other) > 0 {
		parts = append(parts, otherList(other))
	}
	return strings.Join(parts, " or ")
}

func otherList(other []string) string {
	if len(other) > 1 {
		return "one of " + orList(other)
	}
	if strings.ToLower(other[0]) != other[0] {
		return "an " + other[0]
	}
	return other[0]
}

// orList is "a", "a or b", "a, b, or c".
func orList(items []string) string {
	switch n := len(items); n {
	case 1:
		return items[0]
	case 2:
		return items[0] + " or " + items[1]
	default:
		return strings.Join(items[:n-1], ", ") + ", or " + items[n-1]
	}
}

// Received words a value the way Node's argument errors do: "undefined",
// "function f", "an instance of X", "type string ('abc')".
func Received(vm *goja.Runtime, v goja.Value) string {
	if v == nil || goja.IsUndefined(v) {
		return "undefined"
	}
	if goja.IsNull(v) {
		return "null"
	}
	if obj, ok := v.(*goja.Object); ok {
		return receivedObject(obj)
	}
	return "type " + typeOf(v) + " (" + primitive(v) + ")"
}

func receivedObject(obj *goja.Object) string {
	if _, ok := goja.AssertFunction(obj); ok {
		name := text(obj.Get("name"))
		if name == "" {
			return "function "
		}
		return "function " + name
	}
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok {
		if name := text(ctor.Get("name")); name != "" {
			return "an instance of " + name
		}
	}
	return "[Object: null prototype] {}"
}

func text(v goja.Value) string {
	if v == nil || !goja.IsString(v) {
		return ""
	}
	return v.String()
}

func typeOf(v goja.Value) string {
	switch {
	case goja.IsString(v):
		return "string"
	case goja.IsNumber(v):
		return "number"
	case goja.IsBigInt(v):
		return "bigint"
	}
	if _, ok := v.(*goja.Symbol); ok {
		return "symbol"
	}
	return "boolean"
}

// primitive prints a primitive as util.inspect does, cut at 25 characters.
func primitive(v goja.Value) string {
	s := ""
	switch {
	case goja.IsString(v):
		s = quote(v.String())
	case goja.IsBigInt(v):
		s = v.String() + "n"
	case goja.IsNumber(v):
		s = Number(v)
	default:
		if sym, ok := v.(*goja.Symbol); ok {
			s = "Symbol(" + sym.String() + ")"
		} else {
			s = v.String()
		}
	}
	if r := []rune(s); len(r) > 28 {
		s = string(r[:25]) + "..."
	}
	return s
}

// quote puts a string into the quotes that util.inspect would choose.
func quote(s string) string {
	if !strings.Contains(s, "'") {
		return "'" + strings.ReplaceAll(strings.ReplaceAll(s, "\\", "\\\\"), "\n", "\\n") + "'"
	}
	if !strings.Contains(s, "\"") {
		return strconv.Quote(s)
	}
	return "`" + s + "`"
}

// Number prints a number as util.inspect does: -0 keeps its sign.
func Number(v goja.Value) string {
	s := v.String()
	if s == "0" && goja.IsNumber(v) && 1/v.ToFloat() < 0 {
		return "-0"
	}
	return s
}

// rangeValue prints a number with the digit groups of Node's ERR_OUT_OF_RANGE.
func rangeValue(v goja.Value) string {
	if v == nil || goja.IsUndefined(v) {
		return "undefined"
	}
	if goja.IsBigInt(v) {
		s := v.String()
		if f, err := strconv.ParseFloat(s, 64); err != nil || f > 1<<32 || f < -(1<<32) {
			s = groupDigits(s)
		}
		return s + "n"
	}
	if !goja.IsNumber(v) {
		if _, ok := v.(*goja.Object); ok {
			return v.String()
		}
		return primitive(v)
	}
	s := Number(v)
	if f := v.ToFloat(); f == math.Trunc(f) && !math.IsInf(f, 0) && (f > 1<<32 || f < -(1<<32)) {
		return groupDigits(s)
	}
	return s
}

func groupDigits(s string) string {
	start := 0
	if strings.HasPrefix(s, "-") {
		start = 1
	}
	out := ""
	i := len(s)
	for ; i >= start+4; i -= 3 {
		out = "_" + s[i-3:i] + out
	}
	return s[:i] + out
}
