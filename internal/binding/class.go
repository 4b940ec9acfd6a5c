package binding

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// ClassFunc makes an instance. newTarget is nil in a call without new.
type ClassFunc = func(newTarget *goja.Object, args []goja.Value) goja.Value

// Class makes a constructor that knows whether it is called with new, which
// Constructor's cannot tell. To scripts it looks native all the same. Its
// prototype property is a new object, writable until FixPrototype.
func Class(vm *goja.Runtime, name string, length int, fn ClassFunc) *goja.Object {
	v, err := vm.RunProgram(classProgram(name))
	must(err)
	wrap, _ := goja.AssertFunction(v)
	impl := vm.ToValue(func(c goja.FunctionCall) goja.Value {
		newTarget, _ := c.Arguments[0].(*goja.Object)
		return fn(newTarget, c.Arguments[1:])
	})
	made, err := wrap(goja.Undefined(), impl)
	must(err)
	obj := made.(*goja.Object)
	must(obj.DefineDataProperty("length", vm.ToValue(length), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return obj
}

// classProgram is the JavaScript function behind a class, whose toString says
// what a native function's would.
func classProgram(name string) *goja.Program {
	text := fmt.Sprintf("(function (make) { return function %s(...args) { return make(new.target, ...args) } })", name)
	tree, err := parser.ParseFile(nil, "node:internal/class", "'use strict';"+text, 0, parser.WithDisableSourceMaps)
	must(err)
	outer := tree.Body[1].(*ast.ExpressionStatement).Expression.(*ast.FunctionLiteral)
	inner := outer.Body.List[0].(*ast.ReturnStatement).Argument.(*ast.FunctionLiteral)
	inner.Source = fmt.Sprintf("function %s() { [native code] }", name)
	prg, err := goja.CompileAST(tree, true)
	must(err)
	return prg
}

// FixPrototype sets the prototype property of a class for good; nil keeps the
// one it has.
func FixPrototype(class, proto *goja.Object) {
	if proto == nil {
		proto = Prototype(class)
	}
	must(class.DefineDataProperty("prototype", proto, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
}

// PrototypeFor is the prototype that an instance made with newTarget gets; def
// stands in when newTarget has none.
func PrototypeFor(newTarget, def *goja.Object) *goja.Object {
	if proto, ok := newTarget.Get("prototype").(*goja.Object); ok {
		return proto
	}
	return def
}
