package rewrite

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

func (r *rewriter) exprs(list []ast.Expression) {
	for i, e := range list {
		list[i] = r.expr(e)
	}
}

// expr changes an expression, which may be nil.
func (r *rewriter) expr(e ast.Expression) ast.Expression {
	switch e := e.(type) {
	case nil:
		return nil
	case *ast.Identifier:
		if e.Name == "arguments" && !r.inFunction {
			return &ast.DotExpression{Left: ident(globalName, e.Idx), Identifier: *e}
		}
		r.names.Read[e.Name.String()] = true
	case *ast.ThisExpression:
		return r.this(e)
	case *ast.FunctionLiteral:
		r.function(e)
	case *ast.ArrowFunctionLiteral:
		r.arrow(e)
	case *ast.ClassLiteral:
		r.class(e)
	case *ast.UnaryExpression:
		return r.unary(e)
	case *ast.AssignExpression:
		if id, ok := e.Left.(*ast.Identifier); ok && e.Operator != token.ASSIGN {
			r.names.Read[id.Name.String()] = true
		}
		e.Left, e.Right = r.target(e.Left), r.expr(e.Right)
	case *ast.CallExpression:
		e.Callee = r.callee(e.Callee)
		r.exprs(e.ArgumentList)
	case *ast.NewExpression:
		e.Callee = r.expr(e.Callee)
		r.exprs(e.ArgumentList)
	case *ast.BinaryExpression:
		e.Left, e.Right = r.expr(e.Left), r.expr(e.Right)
	case *ast.ConditionalExpression:
		e.Test, e.Consequent, e.Alternate = r.expr(e.Test), r.expr(e.Consequent), r.expr(e.Alternate)
	case *ast.SequenceExpression:
		r.exprs(e.Sequence)
	default:
		r.member(e)
	}
	return e
}

// member changes what is left: properties, literals and operators with one
// operand.
func (r *rewriter) member(e ast.Expression) {
	switch e := e.(type) {
	case *ast.DotExpression:
		e.Left = r.expr(e.Left)
	case *ast.PrivateDotExpression:
		e.Left = r.expr(e.Left)
	case *ast.BracketExpression:
		e.Left, e.Member = r.expr(e.Left), r.expr(e.Member)
	case *ast.OptionalChain:
		e.Expression = r.expr(e.Expression)
	case *ast.Optional:
		e.Expression = r.expr(e.Expression)
	case *ast.SpreadElement:
		e.Expression = r.expr(e.Expression)
	case *ast.YieldExpression:
		e.Argument = r.expr(e.Argument)
	case *ast.AwaitExpression:
		e.Argument = r.expr(e.Argument)
	case *ast.ArrayLiteral:
		r.exprs(e.Value)
	case *ast.ObjectLiteral:
		for _, p := range e.Value {
			r.property(p)
		}
	case *ast.TemplateLiteral:
		if e.Tag != nil {
			e.Tag = r.callee(e.Tag)
		}
		r.exprs(e.Expressions)
	}
}

func (r *rewriter) property(p ast.Property) {
	switch p := p.(type) {
	case *ast.PropertyShort:
		r.names.Read[p.Name.Name.String()] = true
		p.Initializer = r.expr(p.Initializer)
	case *ast.PropertyKeyed:
		p.Key = r.expr(p.Key)
		p.Value = r.expr(p.Value)
	case *ast.SpreadElement:
		p.Expression = r.expr(p.Expression)
	}
}

// callee changes what is called. A name is called as the last of a sequence,
// or the engine would pass the scope that it was found in as `this`.
func (r *rewriter) callee(e ast.Expression) ast.Expression {
	if optional, ok := e.(*ast.Optional); ok {
		optional.Expression = r.callee(optional.Expression)
		return optional
	}
	id, ok := e.(*ast.Identifier)
	if !ok || id.Name == "eval" {
		return r.expr(e)
	}
	return &ast.SequenceExpression{Sequence: []ast.Expression{text("", id.Idx), r.expr(id)}}
}

// this puts the context's global object in the place of the engine's.
func (r *rewriter) this(e *ast.ThisExpression) ast.Expression {
	if !r.guarded {
		return e
	}
	return &ast.ConditionalExpression{
		Test: &ast.BinaryExpression{
			Operator: token.STRICT_EQUAL, Left: e, Right: ident(outerName, e.Idx), Comparison: true,
		},
		Consequent: ident(globalName, e.Idx),
		Alternate:  &ast.ThisExpression{Idx: e.Idx},
	}
}
