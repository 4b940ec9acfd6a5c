package rewrite

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// script changes the statements of a script's top level.
func (r *rewriter) script(list []ast.Statement) []ast.Statement {
	var directives, functions, rest []ast.Statement
	prologue := true
	for _, s := range list {
		directive, ok := directiveOf(s)
		prologue = prologue && ok
		if prologue {
			directives = append(directives, s)
			rest = append(rest, r.complete(text(directive.Value.String(), directive.Idx)))
			continue
		}
		if fn, ok := s.(*ast.FunctionDeclaration); ok {
			functions = append(functions, r.declareFunction(fn.Function))
			continue
		}
		rest = append(rest, r.topLevel(s)...)
	}
	out := append(append(directives, functions...), rest...)
	return append(out, &ast.ReturnStatement{Return: 1, Argument: ident(completionName, 1)})
}

// declareFunction hoists a function; an expression without a name, so that
// its name inside is that of the declaration.
func (r *rewriter) declareFunction(fn *ast.FunctionLiteral) ast.Statement {
	name, at := fn.Name.Name.String(), fn.Name.Idx
	r.decl.Functions = append(r.decl.Functions, name)
	fn.Name = nil
	r.function(fn)
	return r.call(name, fn, at)
}

// topLevel changes a statement that may declare something lexically.
func (r *rewriter) topLevel(s ast.Statement) []ast.Statement {
	switch s := s.(type) {
	case *ast.LexicalDeclaration:
		return r.lexical(s)
	case *ast.ClassDeclaration:
		name := s.Class.Name.Name.String()
		r.decl.Lets = append(r.decl.Lets, name)
		r.class(s.Class)
		return []ast.Statement{r.call(name, s.Class, s.Class.Class)}
	}
	return r.inScript(s)
}

func (r *rewriter) lexical(s *ast.LexicalDeclaration) []ast.Statement {
	var out []ast.Statement
	for _, b := range s.List {
		names := appendTargets(nil, b.Target)
		if s.Token == token.CONST {
			r.decl.Consts = append(r.decl.Consts, names...)
		} else {
			r.decl.Lets = append(r.decl.Lets, names...)
		}
		b.Initializer = r.expr(b.Initializer)
		if id, ok := b.Target.(*ast.Identifier); ok {
			value := b.Initializer
			if value == nil {
				value = &ast.UnaryExpression{Operator: token.VOID, Idx: id.Idx, Operand: text("", id.Idx)}
			}
			out = append(out, r.call(id.Name.String(), value, id.Idx))
			continue
		}
		out = append(out, expressionStatement(assign(r.pattern(b.Target, r.toLexical), b.Initializer)))
	}
	return out
}

// toLexical is where a pattern stores a lexical name.
func (r *rewriter) toLexical(id *ast.Identifier) ast.Expression {
	return &ast.DotExpression{Left: ident(lexicalName, id.Idx), Identifier: *id}
}

func (r *rewriter) toName(id *ast.Identifier) ast.Expression {
	r.assigned(id)
	return id
}

// complete remembers the value of a statement.
func (r *rewriter) complete(e ast.Expression) ast.Statement {
	switch e.(type) {
	case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.ClassLiteral:
		// A sequence, or the function would get the variable's name.
		e = &ast.SequenceExpression{Sequence: []ast.Expression{text("", e.Idx0()), e}}
	}
	return expressionStatement(assign(ident(completionName, e.Idx0()), e))
}

// reset makes the value of a statement that completes without any undefined.
func reset(at file.Idx) ast.Statement {
	return expressionStatement(assign(ident(completionName, at),
		&ast.UnaryExpression{Operator: token.VOID, Idx: at, Operand: text("", at)}))
}

// inScript changes a statement outside functions into one or more.
func (r *rewriter) inScript(s ast.Statement) []ast.Statement {
	switch s := s.(type) {
	case *ast.ExpressionStatement:
		return []ast.Statement{r.complete(r.expr(s.Expression))}
	case *ast.VariableStatement:
		return []ast.Statement{r.vars(s.List, s.Var)}
	case *ast.BlockStatement:
		r.blockInScript(s)
		return []ast.Statement{s}
	case *ast.LabelledStatement:
		inner := r.inScript(s.Statement)
		s.Statement = inner[len(inner)-1]
		return append(inner[:len(inner)-1], s)
	case *ast.IfStatement:
		s.Test = r.expr(s.Test)
		s.Consequent = r.bodyInScript(s.Consequent)
		s.Alternate = r.bodyInScript(s.Alternate)
	case *ast.TryStatement:
		r.tryInScript(s)
	case *ast.SwitchStatement:
		s.Discriminant = r.expr(s.Discriminant)
		for _, c := range s.Body {
			c.Test = r.expr(c.Test)
			c.Consequent = r.listInScript(c.Consequent)
		}
	case *ast.WithStatement:
		s.Object = r.expr(s.Object)
		s.Body = r.bodyInScript(s.Body)
	case *ast.WhileStatement:
		s.Test = r.expr(s.Test)
		s.Body = r.bodyInScript(s.Body)
	case *ast.DoWhileStatement:
		s.Test = r.expr(s.Test)
		s.Body = r.bodyInScript(s.Body)
	case *ast.ForStatement:
		r.forInScript(s)
	case *ast.ForInStatement:
		s.Into, s.Source, s.Body = r.intoInScript(s.Into), r.expr(s.Source), r.bodyInScript(s.Body)
	case *ast.ForOfStatement:
		s.Into, s.Source, s.Body = r.intoInScript(s.Into), r.expr(s.Source), r.bodyInScript(s.Body)
	default:
		r.stmt(s)
		return []ast.Statement{s}
	}
	return []ast.Statement{reset(s.Idx0()), s}
}

func (r *rewriter) listInScript(list []ast.Statement) []ast.Statement {
	var out []ast.Statement
	for _, s := range list {
		out = append(out, r.inScript(s)...)
	}
	return out
}

func (r *rewriter) blockInScript(b *ast.BlockStatement) { b.List = r.listInScript(b.List) }

// bodyInScript changes a statement where only one may stand.
func (r *rewriter) bodyInScript(s ast.Statement) ast.Statement {
	if s == nil {
		return nil
	}
	list := r.inScript(s)
	if len(list) == 1 {
		return list[0]
	}
	return &ast.BlockStatement{LeftBrace: s.Idx0(), RightBrace: s.Idx0(), List: list}
}

func (r *rewriter) tryInScript(s *ast.TryStatement) {
	r.blockInScript(s.Body)
	if s.Catch != nil {
		r.binding(s.Catch.Parameter)
		r.blockInScript(s.Catch.Body)
	}
	if s.Finally != nil {
		// A finally block that ends normally has no part in the value.
		r.block(s.Finally)
	}
}

func (r *rewriter) forInScript(s *ast.ForStatement) {
	if init, ok := s.Initializer.(*ast.ForLoopInitializerVarDeclList); ok {
		s.Initializer = nil
		if e := r.assignments(init.List); e != nil {
			s.Initializer = &ast.ForLoopInitializerExpression{Expression: e}
		}
	} else {
		r.initializer(s.Initializer)
	}
	s.Test, s.Update, s.Body = r.expr(s.Test), r.expr(s.Update), r.bodyInScript(s.Body)
}

func (r *rewriter) intoInScript(into ast.ForInto) ast.ForInto {
	v, ok := into.(*ast.ForIntoVar)
	if !ok {
		r.into(into)
		return into
	}
	return &ast.ForIntoExpression{Expression: r.pattern(v.Binding.Target, r.toName)}
}

// vars is a var statement as an assignment.
func (r *rewriter) vars(list []*ast.Binding, at file.Idx) ast.Statement {
	if e := r.assignments(list); e != nil {
		return expressionStatement(e)
	}
	return &ast.EmptyStatement{Semicolon: at}
}

// assignments gives variables their initial values, or is nil.
func (r *rewriter) assignments(list []*ast.Binding) ast.Expression {
	var all []ast.Expression
	for _, b := range list {
		if b.Initializer != nil {
			all = append(all, assign(r.pattern(b.Target, r.toName), r.expr(b.Initializer)))
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return &ast.SequenceExpression{Sequence: all}
}

// pattern makes an assignment target of a binding target; to says where a
// name is stored.
func (r *rewriter) pattern(target ast.Expression, to func(*ast.Identifier) ast.Expression) ast.Expression {
	switch t := target.(type) {
	case nil:
		return nil
	case *ast.Identifier:
		return to(t)
	case *ast.Binding:
		return r.withDefault(r.pattern(t.Target, to), r.expr(t.Initializer))
	case *ast.AssignExpression:
		return r.withDefault(r.pattern(t.Left, to), r.expr(t.Right))
	case *ast.ArrayPattern:
		for i, e := range t.Elements {
			t.Elements[i] = r.pattern(e, to)
		}
		t.Rest = r.pattern(t.Rest, to)
	case *ast.ObjectPattern:
		for i, p := range t.Properties {
			t.Properties[i] = r.patternProperty(p, to)
		}
		t.Rest = r.pattern(t.Rest, to)
	}
	return target
}

func (r *rewriter) withDefault(target, value ast.Expression) ast.Expression {
	if value == nil {
		return target
	}
	return assign(target, value)
}

func (r *rewriter) patternProperty(p ast.Property, to func(*ast.Identifier) ast.Expression) ast.Property {
	switch p := p.(type) {
	case *ast.PropertyShort:
		name := p.Name
		return &ast.PropertyKeyed{
			Key: text(name.Name.String(), name.Idx), Kind: ast.PropertyKindValue,
			Value: r.withDefault(to(&name), r.expr(p.Initializer)),
		}
	case *ast.PropertyKeyed:
		p.Key = r.expr(p.Key)
		p.Value = r.pattern(p.Value, to)
	}
	return p
}
