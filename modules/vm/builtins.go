package vm

import (
	"maps"
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// languageGlobals are the globals of ECMA-262; those that the engine lacks are
// left out.
var languageGlobals = []string{
	"AggregateError", "Array", "ArrayBuffer", "AsyncDisposableStack", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean",
	"DataView", "Date", "DisposableStack", "Error", "EvalError", "FinalizationRegistry", "Float32Array", "Float64Array", "Function",
	"Infinity", "Int16Array", "Int32Array", "Int8Array", "Intl", "Iterator", "JSON", "Map", "Math", "NaN", "Number",
	"Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect", "RegExp", "Set", "SharedArrayBuffer",
	"String", "SuppressedError", "Symbol", "SyntaxError", "TypeError", "URIError", "Uint16Array", "Uint32Array", "Uint8Array",
	"Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet", "decodeURI", "decodeURIComponent", "encodeURI",
	"encodeURIComponent", "escape", "eval", "isFinite", "isNaN", "parseFloat", "parseInt", "undefined", "unescape",
}

// consoleMethods are those of V8's own console, which prints to a debugger
// only.
var consoleMethods = []string{
	"debug", "error", "info", "log", "warn", "dir", "dirxml", "table", "trace", "group", "groupCollapsed",
	"groupEnd", "clear", "count", "countReset", "assert", "profile", "profileEnd", "time", "timeLog", "timeEnd",
	"timeStamp", "context",
}

// defineBuiltins gives a context its globals.
func (c *scriptContext) defineBuiltins(strings bool) {
	m := c.m
	outer := m.vm.GlobalObject()
	for _, name := range languageGlobals {
		if v := outer.Get(name); v != nil {
			c.builtins[name] = v
		}
	}
	c.builtins["globalThis"] = c.global
	console := m.vm.NewObject()
	for _, name := range consoleMethods {
		binding.Value(console, name, binding.Func(m.vm, name, 0, func(goja.FunctionCall) goja.Value { return nil }))
	}
	c.builtins["console"] = console
	c.builtins["Function"] = c.functionConstructor(strings)
	if !strings {
		c.builtins["eval"] = binding.Func(m.vm, "eval", 1, func(call goja.FunctionCall) goja.Value {
			if !goja.IsString(call.Argument(0)) {
				return call.Argument(0)
			}
			panic(m.codeGenerationError())
		})
	}
}

// codeGenerationError is what eval and Function throw where they are forbidden.
func (m *Module) codeGenerationError() goja.Value {
	err, failed := m.vm.New(m.vm.Get("EvalError"), m.vm.ToValue("Code generation from strings disallowed for this context"))
	if failed != nil {
		panic(failed)
	}
	return err
}

func (c *scriptContext) builtinNames() []string { return slices.Sorted(maps.Keys(c.builtins)) }

// functionConstructor is Function with the context's names in its functions.
func (c *scriptContext) functionConstructor(strings bool) goja.Value {
	m := c.m
	create := func(args []goja.Value) *goja.Object {
		if !strings {
			panic(m.codeGenerationError())
		}
		var params []string
		body := ""
		for i, v := range args {
			if i == len(args)-1 {
				body = v.String()
			} else {
				params = append(params, splitParams(v.String())...)
			}
		}
		return m.compileIn(c, functionSource{name: "evalmachine.<anonymous>", body: body, params: params, as: "anonymous"})
	}
	return m.proxy(m.e.Intrinsics.Function, &goja.ProxyTrapConfig{
		Apply: func(_ *goja.Object, _ goja.Value, args []goja.Value) goja.Value { return create(args) },
		Construct: func(_ *goja.Object, args []goja.Value, _ *goja.Object) *goja.Object {
			return create(args)
		},
	})
}
