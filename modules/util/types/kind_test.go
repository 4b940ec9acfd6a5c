package types_test

import (
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/util/types"
)

// TestOf has at least one value of each kind, so that an engine which has
// renamed its structs shows up here.
func TestOf(t *testing.T) {
	for _, tt := range []struct {
		source string
		want   types.Kind
	}{
		{"({})", types.Ordinary},
		{"Object.create(null)", types.Ordinary},
		{"Object.prototype", types.Ordinary},
		{"Error.prototype", types.Ordinary},
		{"Map.prototype", types.Ordinary},
		{"Promise.prototype", types.Ordinary},
		{"Date.prototype", types.Ordinary},
		{"Math", types.Ordinary},
		{"[][Symbol.iterator]()", types.Ordinary},
		{"new (class Foo {})", types.Ordinary},
		{"[]", types.Array},
		{"var a = []; a[1e9] = 1; a", types.Array},
		{"Array.prototype", types.Array},
		{"new (class extends Array {})", types.Array},
		{"(function () { return arguments })(1)", types.Arguments},
		{"(function () { 'use strict'; return arguments })(1)", types.Arguments},
		{"(function (a) { return arguments })(1, 2)", types.Arguments},
		{"(function () {})", types.Function},
		{"(() => {})", types.Function},
		{"({ f() {} }).f", types.Function},
		{"(function () {}).bind()", types.Function},
		{"Object", types.Function},
		{"isNaN", types.Function},
		{"Function.prototype", types.Function},
		{"(class {})", types.Class},
		{"(class extends Map {})", types.Class},
		{"(async function () {})", types.AsyncFunction},
		{"(async () => {})", types.AsyncFunction},
		{"({ async f() {} }).f", types.AsyncFunction},
		{"(function* () {})", types.GeneratorFunction},
		{"({ *f() {} }).f", types.GeneratorFunction},
		{"new Proxy({}, {})", types.Proxy},
		{"new Proxy(function () {}, {})", types.Proxy},
		{"new Error()", types.Error},
		{"new (class extends TypeError {})", types.Error},
		{"try { null.x } catch (e) { e }", types.Error},
		{"new Date()", types.Date},
		{"/x/", types.RegExp},
		{"new Map()", types.Map},
		{"new (class extends Map {})", types.Map},
		{"Object.setPrototypeOf(new Map(), null)", types.Map},
		{"new Set()", types.Set},
		{"new Map().entries()", types.MapIterator},
		{"new Set().values()", types.SetIterator},
		{"new WeakMap()", types.WeakMap},
		{"new WeakSet()", types.WeakSet},
		{"(function* () {})()", types.Generator},
		{"Promise.resolve()", types.Promise},
		{"(async () => {})()", types.Promise},
		{"new ArrayBuffer(1)", types.ArrayBuffer},
		{"new DataView(new ArrayBuffer(1))", types.DataView},
		{"new Uint8Array(1)", types.TypedArray},
		{"new BigInt64Array(1)", types.TypedArray},
		{"new String('x')", types.StringBox},
		{"new Number(1)", types.NumberBox},
		{"new Number(1.5)", types.NumberBox},
		{"new Boolean(false)", types.BooleanBox},
		{"Object(Symbol())", types.SymbolBox},
		{"Object(1n)", types.BigIntBox},
	} {
		obj := run(t, tt.source).(*goja.Object)
		if got := types.Of(obj); got != tt.want {
			t.Errorf("%s: kind %d, want %d", tt.source, got, tt.want)
		}
		if !types.Is(obj, tt.want) {
			t.Errorf("%s: Is disagrees with Of", tt.source)
		}
	}
	if types.Is(goja.Undefined(), types.Ordinary) {
		t.Error("undefined is no object")
	}
}

// TestOfGoValues looks at objects that an embedder's Go values become.
func TestOfGoValues(t *testing.T) {
	vm := goja.New()
	for _, tt := range []struct {
		value any
		want  types.Kind
	}{
		{[]any{1}, types.Array},
		{[]string{"a"}, types.Array},
		{&[2]int{}, types.Array},
		{map[string]any{}, types.Ordinary},
		{map[string]int{}, types.Ordinary},
		{struct{ A int }{1}, types.Ordinary},
		{func() {}, types.Function},
		{func(goja.FunctionCall) goja.Value { return nil }, types.Function},
		{func(goja.ConstructorCall) *goja.Object { return nil }, types.Function},
	} {
		if got := types.Of(vm.ToValue(tt.value).(*goja.Object)); got != tt.want {
			t.Errorf("%T: kind %d, want %d", tt.value, got, tt.want)
		}
	}
}

func TestPrimitive(t *testing.T) {
	for _, source := range []string{"'text'", "'\u20ac'", "'a much longer string of ascii'", "1", "-0", "1.5", "NaN", "true", "1n", "Symbol.iterator"} {
		want := run(t, source)
		if got := types.Primitive(run(t, "Object("+source+")").(*goja.Object)); !got.SameAs(want) {
			t.Errorf("Object(%s): %v", source, got)
		}
	}
}

func TestTypedArrayName(t *testing.T) {
	names := []string{
		"Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
		"Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
	}
	for _, name := range names {
		obj := run(t, "Object.setPrototypeOf(new "+name+"(2), null)").(*goja.Object)
		if got := types.TypedArrayName(obj); got != name {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := types.TypedArrayName(run(t, "[]").(*goja.Object)); got != "" {
		t.Errorf("array: %q", got)
	}
}

func run(t *testing.T, source string) goja.Value {
	t.Helper()
	v, err := goja.New().RunString(source)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return v
}
