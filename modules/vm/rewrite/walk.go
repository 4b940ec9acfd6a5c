package rewrite

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

// The rest of a script keeps its statements; only expressions change.

func (r *rewriter) block(b *ast.BlockStatement) {
	if b != nil {
		r.list(b.List)
	}
}

func (r *rewriter) list(list []ast.Statement) {
	for _, s := range list {
		r.stmt(s)
	}
}

func (r *rewriter) stmt(s ast.Statement) {
	switch s := s.(type) {
	case *ast.ExpressionStatement:
		s.Expression = r.expr(s.Expression)
	case *ast.BlockStatement:
		r.block(s)
	case *ast.VariableStatement:
		r.bindings(s.List)
	case *ast.LexicalDeclaration:
		r.bindings(s.List)
	case *ast.FunctionDeclaration:
		r.function(s.Function)
	case *ast.ClassDeclaration:
		r.class(s.Class)
	case *ast.ReturnStatement:
		s.Argument = r.expr(s.Argument)
	case *ast.ThrowStatement:
		s.Argument = r.expr(s.Argument)
	case *ast.LabelledStatement:
		r.stmt(s.Statement)
	case *ast.IfStatement:
		s.Test = r.expr(s.Test)
		r.stmt(s.Consequent)
		r.stmt(s.Alternate)
	case *ast.SwitchStatement:
		s.Discriminant = r.expr(s.Discriminant)
		for _, c := range s.Body {
			c.Test = r.expr(c.Test)
			r.list(c.Consequent)
		}
	case *ast.TryStatement:
		r.block(s.Body)
		if s.Catch != nil {
			r.binding(s.Catch.Parameter)
			r.block(s.Catch.Body)
		}
		r.block(s.Finally)
	case *ast.WithStatement:
		s.Object = r.expr(s.Object)
		r.stmt(s.Body)
	default:
		r.loop(s)
	}
}

func (r *rewriter) loop(s ast.Statement) {
	switch s := s.(type) {
	case *ast.WhileStatement:
		s.Test = r.expr(s.Test)
		r.stmt(s.Body)
	case *ast.DoWhileStatement:
		s.Test = r.expr(s.Test)
		r.stmt(s.Body)
	case *ast.ForStatement:
		r.initializer(s.Initializer)
		s.Test, s.Update = r.expr(s.Test), r.expr(s.Update)
		r.stmt(s.Body)
	case *ast.ForInStatement:
		r.into(s.Into)
		s.Source = r.expr(s.Source)
		r.stmt(s.Body)
	case *ast.ForOfStatement:
		r.into(s.Into)
		s.Source = r.expr(s.Source)
		r.stmt(s.Body)
	}
}

func (r *rewriter) initializer(i ast.ForLoopInitializer) {
	switch i := i.(type) {
	case *ast.ForLoopInitializerExpression:
		i.Expression = r.expr(i.Expression)
	case *ast.ForLoopInitializerVarDeclList:
		r.bindings(i.List)
	case *ast.ForLoopInitializerLexicalDecl:
		r.bindings(i.LexicalDeclaration.List)
	}
}

func (r *rewriter) into(i ast.ForInto) {
	switch i := i.(type) {
	case *ast.ForIntoVar:
		r.binding(i.Binding)
	case *ast.ForDeclaration:
		r.binding(i.Target)
	case *ast.ForIntoExpression:
		i.Expression = r.target(i.Expression)
	}
}

func (r *rewriter) bindings(list []*ast.Binding) {
	for _, b := range list {
		r.binding(b)
	}
}

// binding changes the expressions inside a pattern that binds local names.
func (r *rewriter) binding(target ast.Expression) {
	switch t := target.(type) {
	case *ast.Binding:
		r.binding(t.Target)
		t.Initializer = r.expr(t.Initializer)
	case *ast.AssignExpression:
		r.binding(t.Left)
		t.Right = r.expr(t.Right)
	case *ast.ArrayPattern:
		for _, e := range t.Elements {
			r.binding(e)
		}
		r.binding(t.Rest)
	case *ast.ObjectPattern:
		for _, p := range t.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				p.Initializer = r.expr(p.Initializer)
			case *ast.PropertyKeyed:
				p.Key = r.expr(p.Key)
				r.binding(p.Value)
			}
		}
		r.binding(t.Rest)
	}
}

// function changes a function; its `this` is its own.
func (r *rewriter) function(fn *ast.FunctionLiteral) {
	strict, guarded, inFunction := r.strict, r.guarded, r.inFunction
	r.strict = strict || isStrict(fn.Body.List)
	r.guarded, r.inFunction = !r.strict, true
	r.params(fn.ParameterList)
	r.block(fn.Body)
	r.strict, r.guarded, r.inFunction = strict, guarded, inFunction
}

// arrow changes an arrow function, which shares `this`.
func (r *rewriter) arrow(fn *ast.ArrowFunctionLiteral) {
	r.params(fn.ParameterList)
	switch body := fn.Body.(type) {
	case *ast.BlockStatement:
		strict := r.strict
		r.strict = strict || isStrict(body.List)
		r.block(body)
		r.strict = strict
	case *ast.ExpressionBody:
		body.Expression = r.expr(body.Expression)
	}
}

func (r *rewriter) params(list *ast.ParameterList) {
	if list == nil {
		return
	}
	r.bindings(list.List)
	r.binding(list.Rest)
}

// class changes a class, all of which is strict code.
func (r *rewriter) class(c *ast.ClassLiteral) {
	strict, guarded := r.strict, r.guarded
	r.strict = true
	c.SuperClass = r.expr(c.SuperClass)
	for _, element := range c.Body {
		switch e := element.(type) {
		case *ast.FieldDefinition:
			if e.Computed {
				e.Key = r.expr(e.Key)
			}
			r.guarded = false
			e.Initializer = r.expr(e.Initializer)
			r.guarded = guarded
		case *ast.MethodDefinition:
			if e.Computed {
				e.Key = r.expr(e.Key)
			}
			r.function(e.Body)
		case *ast.ClassStaticBlock:
			r.guarded = false
			r.block(e.Block)
			r.guarded = guarded
		}
	}
	r.strict, r.guarded = strict, guarded
}

func (r *rewriter) assigned(id *ast.Identifier) {
	if !r.strict {
		r.names.Assign[id.Name.String()] = true
	}
}

// target changes what an assignment stores to.
func (r *rewriter) target(e ast.Expression) ast.Expression {
	switch t := e.(type) {
	case *ast.Identifier:
		r.assigned(t)
		return t
	case *ast.ArrayPattern, *ast.ObjectPattern:
		return r.pattern(t, r.toName)
	case *ast.AssignExpression:
		t.Left, t.Right = r.target(t.Left), r.expr(t.Right)
		return t
	}
	return r.expr(e)
}

// unary changes an operator that treats names in its own way.
func (r *rewriter) unary(e *ast.UnaryExpression) ast.Expression {
	id, isName := e.Operand.(*ast.Identifier)
	switch {
	case isName && e.Operator == token.TYPEOF:
		r.names.Typeof[id.Name.String()] = true
	case isName && (e.Operator == token.INCREMENT || e.Operator == token.DECREMENT):
		r.names.Read[id.Name.String()] = true
		r.assigned(id)
	case isName && e.Operator == token.DELETE:
	default:
		e.Operand = r.expr(e.Operand)
	}
	return e
}
