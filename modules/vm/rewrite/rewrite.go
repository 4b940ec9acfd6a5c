// Package rewrite changes the parse tree of a script so that it runs as if a
// given object were the global object. The engine has one global object and
// resolves names statically; the changed script is a function inside a `with`
// statement over the scope of a context:
//
//	(function (scope) { with (scope) { return function (global, outer, init, lexical) { ... } } })
//
// In the script itself, outside functions, var declarations become
// assignments, so that they reach the scope; function declarations and
// let, const and class become calls of init, which stores them; and the value of
// every expression statement is remembered, as the completion value that the
// function returns. In sloppy functions `this` is checked against the outer
// global object; calls of plain names do not pass the scope as `this`.
//
// Positions stay those of the script's text. vm uses it; it keeps no state.
package rewrite

import (
	"strconv"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"
)

// The names that rewritten code uses. No script can write them.
const (
	scopeName      = "vm scope"
	globalName     = "vm global"
	outerName      = "vm outer"
	initName       = "vm init"
	lexicalName    = "vm lexical"
	completionName = "vm completion"
	extensionName  = "vm extension "
)

// Declarations are the names that a script declares at its top level.
type Declarations struct {
	Vars      []string
	Functions []string
	Lets      []string // and classes
	Consts    []string
}

// Names says how free names may occur in a script. A name is in a set even
// where it is a local variable; that only makes a set too large.
type Names struct {
	Read   map[string]bool // outside typeof
	Typeof map[string]bool // as the operand of typeof
	Assign map[string]bool // in code that is not strict
}

// Script is a rewritten script.
type Script struct {
	Program *ast.Program
	Declarations
	Names
}

// rewriter walks one script.
type rewriter struct {
	decl   Declarations
	names  Names
	strict bool
	// guarded says that `this` may be the outer global object: inside sloppy
	// functions.
	guarded bool
	// inFunction says that `arguments` is a function's own, not that of the
	// function which the script was made into.
	inFunction bool
}

func newRewriter() *rewriter {
	return &rewriter{names: Names{Read: map[string]bool{}, Typeof: map[string]bool{}, Assign: map[string]bool{}}}
}

// Rewrite changes the tree of a script.
func Rewrite(prg *ast.Program) *Script {
	r := newRewriter()
	r.strict = isStrict(prg.Body)
	r.decl.Vars = varNames(prg.DeclarationList)
	body := r.script(prg.Body)
	inner := function(body, globalName, outerName, initName, lexicalName)
	inner.DeclarationList = []*ast.VariableDeclaration{{List: []*ast.Binding{{Target: ident(completionName, 1)}}}}
	return &Script{
		Program:      &ast.Program{Body: []ast.Statement{expressionStatement(within(inner, scopeName))}, File: prg.File},
		Declarations: r.decl,
		Names:        r.names,
	}
}

// Function puts a function into scopes: that of a context, if inContext says
// so, and inside that the properties of some objects. The program gives a
// function that takes the scope and the objects and returns one like that of a
// script.
func Function(fn *ast.FunctionLiteral, source *file.File, extensions int, inContext bool) *Script {
	r := newRewriter()
	if inContext {
		r.function(fn)
	}
	inner := function([]ast.Statement{&ast.ReturnStatement{Return: 1, Argument: fn}}, globalName, outerName, initName, lexicalName)
	scopes := []string{}
	if inContext {
		scopes = append(scopes, scopeName)
	}
	for i := range extensions {
		scopes = append(scopes, extensionName+strconv.Itoa(i))
	}
	return &Script{
		Program: &ast.Program{Body: []ast.Statement{expressionStatement(within(inner, scopes...))}, File: source},
		Names:   r.names,
	}
}

// within is the function that puts inner into scopes, of which it takes the
// objects, the outermost first.
func within(inner *ast.FunctionLiteral, scopes ...string) *ast.FunctionLiteral {
	var body ast.Statement = &ast.ReturnStatement{Return: 1, Argument: inner}
	for i := len(scopes) - 1; i >= 0; i-- {
		body = &ast.WithStatement{With: 1, Object: ident(scopes[i], 1), Body: &ast.BlockStatement{
			LeftBrace: 1, RightBrace: 1, List: []ast.Statement{body},
		}}
	}
	return function([]ast.Statement{body}, scopes...)
}

func function(body []ast.Statement, params ...string) *ast.FunctionLiteral {
	list := &ast.ParameterList{Opening: 1, Closing: 1}
	for _, name := range params {
		list.List = append(list.List, &ast.Binding{Target: ident(name, 1)})
	}
	return &ast.FunctionLiteral{
		Function:      1,
		ParameterList: list,
		Body:          &ast.BlockStatement{LeftBrace: 1, RightBrace: 1, List: body},
	}
}

func ident(name string, at file.Idx) *ast.Identifier {
	return &ast.Identifier{Name: unistring.NewFromString(name), Idx: at}
}

func text(s string, at file.Idx) *ast.StringLiteral {
	return &ast.StringLiteral{Idx: at, Value: unistring.NewFromString(s)}
}

func expressionStatement(e ast.Expression) *ast.ExpressionStatement {
	return &ast.ExpressionStatement{Expression: e}
}

func assign(left, right ast.Expression) *ast.AssignExpression {
	return &ast.AssignExpression{Operator: token.ASSIGN, Left: left, Right: right}
}

// call is init({name: value}); the property gives an anonymous function its
// name.
func (r *rewriter) call(name string, value ast.Expression, at file.Idx) ast.Statement {
	record := &ast.ObjectLiteral{LeftBrace: at, RightBrace: at, Value: []ast.Property{
		&ast.PropertyKeyed{Key: text(name, at), Kind: ast.PropertyKindValue, Value: value},
	}}
	return expressionStatement(&ast.CallExpression{
		Callee: ident(initName, at), LeftParenthesis: at, ArgumentList: []ast.Expression{record}, RightParenthesis: at,
	})
}

// isStrict reports whether a body begins with "use strict".
func isStrict(list []ast.Statement) bool {
	for _, s := range list {
		directive, ok := directiveOf(s)
		if !ok {
			return false
		}
		if directive.Literal == `"use strict"` || directive.Literal == `'use strict'` {
			return true
		}
	}
	return false
}

func directiveOf(s ast.Statement) (*ast.StringLiteral, bool) {
	st, ok := s.(*ast.ExpressionStatement)
	if !ok {
		return nil, false
	}
	literal, ok := st.Expression.(*ast.StringLiteral)
	return literal, ok
}

// varNames are the names that var statements declare.
func varNames(list []*ast.VariableDeclaration) []string {
	var names []string
	for _, d := range list {
		for _, b := range d.List {
			names = appendTargets(names, b.Target)
		}
	}
	return names
}

// appendTargets collects the names that a pattern binds.
func appendTargets(names []string, target ast.Expression) []string {
	switch t := target.(type) {
	case *ast.Identifier:
		names = append(names, t.Name.String())
	case *ast.Binding:
		names = appendTargets(names, t.Target)
	case *ast.AssignExpression:
		names = appendTargets(names, t.Left)
	case *ast.ArrayPattern:
		for _, e := range t.Elements {
			names = appendTargets(names, e)
		}
		names = appendTargets(names, t.Rest)
	case *ast.ObjectPattern:
		for _, p := range t.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				names = append(names, p.Name.Name.String())
			case *ast.PropertyKeyed:
				names = appendTargets(names, p.Value)
			}
		}
		names = appendTargets(names, t.Rest)
	}
	return names
}
