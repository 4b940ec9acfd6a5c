// Package hoisted makes up for a mistake of goja's. A variable that an inner
// function uses lives beside the parameters, and goja copies arguments there
// for which there is no parameter: in
//
//	(function (a) { var x; return () => [a, x] })(1, 2)()
//
// x is 2 before anything has been assigned to it. Initialize sets such
// variables to undefined where their functions begin. Compilation of scripts
// calls it for every parse tree; it touches no VM.
package hoisted

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/script/pattern"
)

// Initialize changes the functions of a tree.
func Initialize(tree *ast.Program) {
	w := &walker{}
	w.statements(tree.Body)
}

// scope is one function that has variables.
type scope struct {
	vars     map[unistring.String]bool // true: an inner function uses it
	order    []unistring.String
	captured bool // at least one
}

// walker goes through a tree with the functions around the current place.
type walker struct{ scopes []*scope }

// use notes that the current function uses a name of an outer one.
func (w *walker) use(name unistring.String) {
	if name == "eval" {
		for _, s := range w.scopes {
			s.useAll()
		}
		return
	}
	for i := len(w.scopes) - 2; i >= 0; i-- {
		s := w.scopes[i]
		if _, ok := s.vars[name]; ok {
			s.vars[name], s.captured = true, true
		}
	}
}

// useAll is for what may use any name.
func (s *scope) useAll() {
	for name := range s.vars {
		s.vars[name], s.captured = true, true
	}
}

// function walks through a function and returns the statements with which its
// body has to begin.
func (w *walker) function(params *ast.ParameterList, vars []*ast.VariableDeclaration, at file.Idx, body []ast.Statement) []ast.Statement {
	s := newScope(params, vars, body)
	w.scopes = append(w.scopes, s)
	if params != nil {
		w.bindings(params.List)
		w.expression(params.Rest)
	}
	w.statements(body)
	w.scopes = w.scopes[:len(w.scopes)-1]
	if !s.captured {
		return nil
	}
	var first []ast.Statement
	for _, name := range s.order {
		if s.vars[name] {
			first = append(first, undefine(name, at))
		}
	}
	return first
}

// newScope lists the variables that are neither parameters nor functions.
func newScope(params *ast.ParameterList, vars []*ast.VariableDeclaration, body []ast.Statement) *scope {
	s := &scope{}
	if len(vars) == 0 {
		return s
	}
	taken := map[unistring.String]bool{"arguments": true}
	take := func(id *ast.Identifier) { taken[id.Name] = true }
	if params != nil {
		for _, p := range params.List {
			pattern.Names(p.Target, take)
		}
		pattern.Names(params.Rest, take)
	}
	for _, st := range body {
		if f, ok := st.(*ast.FunctionDeclaration); ok && f.Function.Name != nil {
			take(f.Function.Name)
		}
	}
	s.vars = map[unistring.String]bool{}
	for _, v := range vars {
		for _, b := range v.List {
			pattern.Names(b.Target, func(id *ast.Identifier) {
				if _, known := s.vars[id.Name]; !known && !taken[id.Name] {
					s.vars[id.Name] = false
					s.order = append(s.order, id.Name)
				}
			})
		}
	}
	return s
}

// undefine is `name = void 0`.
func undefine(name unistring.String, at file.Idx) ast.Statement {
	zero := &ast.NumberLiteral{Idx: at, Literal: "0", Value: int64(0)}
	return &ast.ExpressionStatement{Expression: &ast.AssignExpression{
		Operator: token.ASSIGN,
		Left:     &ast.Identifier{Name: name, Idx: at},
		Right:    &ast.UnaryExpression{Operator: token.VOID, Idx: at, Operand: zero},
	}}
}

// insert puts statements behind a body's directives.
func insert(body *ast.BlockStatement, first []ast.Statement) {
	if len(first) == 0 {
		return
	}
	at := 0
	for at < len(body.List) && isDirective(body.List[at]) {
		at++
	}
	list := make([]ast.Statement, 0, len(body.List)+len(first))
	list = append(append(list, body.List[:at]...), first...)
	body.List = append(list, body.List[at:]...)
}

func isDirective(st ast.Statement) bool {
	e, ok := st.(*ast.ExpressionStatement)
	if !ok {
		return false
	}
	_, ok = e.Expression.(*ast.StringLiteral)
	return ok
}

func (w *walker) literal(f *ast.FunctionLiteral) {
	insert(f.Body, w.function(f.ParameterList, f.DeclarationList, f.Body.LeftBrace, f.Body.List))
}

func (w *walker) arrow(f *ast.ArrowFunctionLiteral) {
	switch body := f.Body.(type) {
	case *ast.BlockStatement:
		insert(body, w.function(f.ParameterList, f.DeclarationList, body.LeftBrace, body.List))
	case *ast.ExpressionBody:
		w.function(f.ParameterList, nil, f.Start, []ast.Statement{&ast.ExpressionStatement{Expression: body.Expression}})
	}
}

func (w *walker) class(c *ast.ClassLiteral) {
	w.expression(c.SuperClass)
	for _, el := range c.Body {
		switch el := el.(type) {
		case *ast.MethodDefinition:
			w.expression(el.Key)
			w.literal(el.Body)
		case *ast.FieldDefinition:
			w.expression(el.Key)
			if el.Initializer != nil {
				w.function(nil, nil, el.Idx, []ast.Statement{&ast.ExpressionStatement{Expression: el.Initializer}})
			}
		case *ast.ClassStaticBlock:
			w.function(nil, el.DeclarationList, el.Static, el.Block.List)
		}
	}
}
