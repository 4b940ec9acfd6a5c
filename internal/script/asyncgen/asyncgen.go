// Package asyncgen turns the async generators of a parse tree, which goja
// parses but does not compile, into functions that goja compiles. Package
// script calls it for trees that goja refused, so others cost nothing.
//
//	async function* f(a) { await x; yield y; return z }
//
// becomes
//
//	function f(a) {
//		return %start%(this, function* () { yield x; yield %give%(y); return yield z })
//	}
//
// where the names in percent signs, which no script can write, are those of the
// functions of internal/asyncgenerator: the body awaits by yield and yields by
// giving. Positions stay those of the text. An async generator that uses super
// remains a SyntaxError.
package asyncgen

import (
	"reflect"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/script/pattern"
)

// The global functions that rewritten trees call.
const (
	Start    = "%AsyncGenerator%"         // (this, body[, arguments]): the generator object
	Give     = "%AsyncGeneratorYield%"    // (value): what a body yields to yield the value
	Delegate = "%AsyncGeneratorDelegate%" // (iterable): what yield* takes
	Mark     = "%AsyncGeneratorFunction%" // (function[, name]): the function, of that class
)

// Rewrite changes a tree and reports whether there was an async generator.
func Rewrite(tree *ast.Program) (found bool) {
	w := newWalker(false)
	w.walk(reflect.ValueOf(tree))
	return w.found
}

// RewriteLowered changes the functions that package lower has made of async
// generators, where it had to. tree is a node or a pointer to a struct with
// nodes.
func RewriteLowered(tree any) {
	v := reflect.ValueOf(tree)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	newWalker(true).walk(v)
}

func newWalker(lowered bool) *walker {
	return &walker{
		lowered: lowered,
		seen:    map[uintptr]bool{},
		names:   map[*ast.FunctionLiteral]unistring.String{},
		marked:  map[*ast.FunctionLiteral]bool{},
	}
}

// walker visits the nodes of a tree, whatever their types.
type walker struct {
	lowered bool // the generators are those of package lower
	seen    map[uintptr]bool
	found   bool
	inside  bool // the body of an async generator, and in no function in it

	names  map[*ast.FunctionLiteral]unistring.String // that expressions get from where they stand
	marked map[*ast.FunctionLiteral]bool             // declarations and expressions that were async generators
}

// astPath is the package of the nodes; pointers to anything else are not
// followed.
var astPath = reflect.TypeFor[ast.Program]().PkgPath()

func (w *walker) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		w.slot(v)
	case reflect.Pointer:
		w.pointer(v)
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i))
		}
		if list, ok := v.Interface().([]ast.Statement); ok {
			w.markDeclarations(v, list)
		}
	}
}

// slot visits a node in a place where another one may be put.
func (w *walker) slot(v reflect.Value) {
	if v.IsNil() {
		return
	}
	w.walk(v.Elem())
	switch e := v.Interface().(type) {
	case *ast.AwaitExpression:
		if w.inside {
			v.Set(reflect.ValueOf(&ast.YieldExpression{Yield: e.Await, Argument: e.Argument}))
		}
	case *ast.FunctionLiteral:
		if w.marked[e] && v.CanSet() && v.Type() == expressionType {
			v.Set(reflect.ValueOf(w.mark(e)))
		}
	}
}

var expressionType = reflect.TypeFor[ast.Expression]()

func (w *walker) pointer(v reflect.Value) {
	if v.IsNil() || w.seen[v.Pointer()] || !strings.HasPrefix(v.Type().Elem().PkgPath(), astPath) {
		return
	}
	w.seen[v.Pointer()] = true
	switch e := v.Interface().(type) {
	case *ast.FunctionLiteral:
		w.function(e)
		return
	case *ast.ArrowFunctionLiteral:
		w.within(false, func() { w.walk(v.Elem()) })
		return
	case *ast.PropertyKeyed:
		w.property(e)
		return
	case *ast.MethodDefinition:
		w.walk(reflect.ValueOf(&e.Key).Elem())
		w.function(e.Body)
		delete(w.marked, e.Body)
		return
	case *ast.Binding:
		w.named(e.Initializer, e.Target)
	case *ast.AssignExpression:
		w.named(e.Right, e.Left)
	case *ast.FieldDefinition:
		w.named(e.Initializer, e.Key)
	}
	w.walk(v.Elem())
	w.leave(v.Interface())
}

// leave changes a node whose parts are done.
func (w *walker) leave(node any) {
	if !w.inside {
		return
	}
	switch e := node.(type) {
	case *ast.YieldExpression:
		if w.lowered && w.loweredYield(e) {
			return
		}
		var helper unistring.String = Give
		if e.Delegate {
			helper = Delegate
		}
		argument := e.Argument
		if argument == nil {
			argument = undefined(e.Yield)
		}
		e.Argument = call(helper, e.Yield, argument)
	case *ast.ReturnStatement:
		if e.Argument != nil {
			e.Argument = &ast.YieldExpression{Yield: e.Argument.Idx0(), Argument: e.Argument}
		}
	}
}

func (w *walker) within(inside bool, fn func()) {
	outer := w.inside
	w.inside = inside
	fn()
	w.inside = outer
}

// property keeps methods, which have no name or kind of their own to lose.
func (w *walker) property(p *ast.PropertyKeyed) {
	if p.Computed {
		w.walk(reflect.ValueOf(&p.Key).Elem())
	} else {
		w.named(p.Value, p.Key)
	}
	if method, ok := p.Value.(*ast.FunctionLiteral); ok && p.Kind != ast.PropertyKindValue {
		w.function(method)
		delete(w.marked, method)
		return
	}
	w.walk(reflect.ValueOf(&p.Value).Elem())
}

// named remembers the name that a function without one gets.
func (w *walker) named(value, from ast.Expression) {
	fn, ok := value.(*ast.FunctionLiteral)
	if !ok || fn.Name != nil {
		return
	}
	switch from := from.(type) {
	case *ast.Identifier:
		w.names[fn] = from.Name
	case *ast.StringLiteral:
		w.names[fn] = from.Value
	}
}

func (w *walker) function(f *ast.FunctionLiteral) {
	w.within(false, func() { w.walk(reflect.ValueOf(&f.ParameterList).Elem()) })
	if w.loweredBody(f) {
		return
	}
	generator := f.Async && f.Generator
	w.within(generator, func() { w.walk(reflect.ValueOf(&f.Body).Elem()) })
	if generator {
		w.found = true
		w.marked[f] = true
		split(f)
	}
}

// generator walks through a function that is a generator already.
func (w *walker) generator(f *ast.FunctionLiteral) {
	w.found = true
	w.seen[reflect.ValueOf(f).Pointer()] = true
	w.within(true, func() { w.walk(reflect.ValueOf(&f.Body).Elem()) })
}

// split puts the body of an async generator into a generator inside it.
func split(f *ast.FunctionLiteral) {
	at, end := f.Body.LeftBrace, f.Body.RightBrace
	inner := &ast.FunctionLiteral{
		Function:        f.Function,
		ParameterList:   &ast.ParameterList{Opening: at, Closing: at},
		Body:            f.Body,
		DeclarationList: ownVariables(f),
		Generator:       true,
	}
	arguments := []ast.Expression{&ast.ThisExpression{Idx: at}, inner}
	if usesArguments(reflect.ValueOf(f.Body), map[uintptr]bool{}) {
		arguments = append(arguments, &ast.Identifier{Name: "arguments", Idx: at})
	}
	f.Body = &ast.BlockStatement{LeftBrace: at, RightBrace: end, List: append(directives(f.Body.List),
		&ast.ReturnStatement{Return: at, Argument: call(Start, at, arguments...)})}
	f.DeclarationList = nil
	f.Async, f.Generator = false, false
}

// ownVariables are the declarations of a function without those that are its
// parameters too: inside, these are the outer function's.
func ownVariables(f *ast.FunctionLiteral) []*ast.VariableDeclaration {
	parameters := map[unistring.String]bool{}
	add := func(id *ast.Identifier) { parameters[id.Name] = true }
	for _, p := range f.ParameterList.List {
		pattern.Names(p.Target, add)
	}
	pattern.Names(f.ParameterList.Rest, add)
	var own []*ast.VariableDeclaration
	for _, d := range f.DeclarationList {
		kept := &ast.VariableDeclaration{Var: d.Var}
		for _, b := range d.List {
			id, plain := b.Target.(*ast.Identifier)
			if !plain || !parameters[id.Name] {
				kept.List = append(kept.List, b)
			}
		}
		if len(kept.List) > 0 {
			own = append(own, kept)
		}
	}
	return own
}

// usesArguments reports whether the name arguments stands in a node outside of
// functions that have their own.
func usesArguments(v reflect.Value, seen map[uintptr]bool) bool {
	switch v.Kind() {
	case reflect.Interface:
		return usesArguments(v.Elem(), seen)
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] || !strings.HasPrefix(v.Type().Elem().PkgPath(), astPath) {
			return false
		}
		seen[v.Pointer()] = true
		switch e := v.Interface().(type) {
		case *ast.FunctionLiteral:
			return false
		case *ast.Identifier:
			return e.Name == "arguments" || e.Name == "eval"
		}
		return usesArguments(v.Elem(), seen)
	case reflect.Struct:
		for i := range v.NumField() {
			if usesArguments(v.Field(i), seen) {
				return true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if usesArguments(v.Index(i), seen) {
				return true
			}
		}
	}
	return false
}

// directives are the statements such as "use strict" that a body begins with.
func directives(list []ast.Statement) []ast.Statement {
	n := 0
	for ; n < len(list); n++ {
		st, ok := list[n].(*ast.ExpressionStatement)
		if !ok {
			break
		}
		if _, ok := st.Expression.(*ast.StringLiteral); !ok {
			break
		}
	}
	return append([]ast.Statement{}, list[:n]...)
}

// mark is an expression that makes an async generator function of f.
func (w *walker) mark(f *ast.FunctionLiteral) ast.Expression {
	if name, ok := w.names[f]; ok {
		return call(Mark, f.Function, f, &ast.StringLiteral{Idx: f.Function, Literal: name.String(), Value: name})
	}
	return call(Mark, f.Function, f)
}

// markDeclarations begins a list of statements with those that mark its
// functions.
func (w *walker) markDeclarations(v reflect.Value, list []ast.Statement) {
	var marks []ast.Statement
	for _, st := range list {
		if d, ok := st.(*ast.FunctionDeclaration); ok && w.marked[d.Function] && d.Function.Name != nil {
			at := d.Function.Function
			marks = append(marks, &ast.ExpressionStatement{
				Expression: call(Mark, at, &ast.Identifier{Name: d.Function.Name.Name, Idx: at}),
			})
		}
	}
	if len(marks) == 0 {
		return
	}
	first := directives(list)
	v.Set(reflect.ValueOf(append(append(first, marks...), list[len(first):]...)))
}

// call is a call of one of the helpers.
func call(helper unistring.String, at file.Idx, arguments ...ast.Expression) ast.Expression {
	return &ast.CallExpression{
		Callee: &ast.Identifier{Name: helper, Idx: at}, LeftParenthesis: at, ArgumentList: arguments, RightParenthesis: at,
	}
}

func undefined(at file.Idx) ast.Expression {
	zero := &ast.NumberLiteral{Idx: at, Literal: "0", Value: int64(0)}
	return &ast.UnaryExpression{Operator: token.VOID, Idx: at, Operand: zero}
}
