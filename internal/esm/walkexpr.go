package esm

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/script/pattern"
)

func (w *walker) bindings(list []*ast.Binding) {
	for _, b := range list {
		if b.Initializer != nil {
			w.assignNames(b.Target)
		}
		w.binding(b)
	}
}

// assignNames reports the variables that a declaration gives a value to. In
// a function that makes no difference to the module: they are its own.
func (w *walker) assignNames(e ast.Expression) {
	pattern.Names(e, func(id *ast.Identifier) {
		if w.known[id.Name] && !w.declared(id.Name) {
			w.visit.assigned(w, id)
		}
	})
}

func (w *walker) binding(b *ast.Binding) {
	w.pattern(b.Target)
	b.Initializer = w.expression(b.Initializer)
}

// pattern walks over the defaults and computed keys of a pattern that declares
// its names.
func (w *walker) pattern(e ast.Expression) {
	switch e := e.(type) {
	case *ast.Binding:
		w.binding(e)
	case *ast.AssignExpression:
		w.pattern(e.Left)
		e.Right = w.expression(e.Right)
	case *ast.ArrayPattern:
		for _, item := range e.Elements {
			w.pattern(item)
		}
		w.pattern(e.Rest)
	case *ast.ObjectPattern:
		for _, p := range e.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				p.Initializer = w.expression(p.Initializer)
			case *ast.PropertyKeyed:
				p.Key = w.key(p.Key, p.Computed)
				w.pattern(p.Value)
			}
		}
		w.pattern(e.Rest)
	}
}

// target walks over what is assigned to, which may be a pattern of targets.
func (w *walker) target(e ast.Expression) ast.Expression {
	switch t := e.(type) {
	case *ast.Identifier:
		if w.known[t.Name] && !w.declared(t.Name) {
			return w.visit.assigned(w, t)
		}
		return t
	case *ast.Binding:
		if id, ok := w.target(t.Target).(ast.BindingTarget); ok {
			t.Target = id
		}
		t.Initializer = w.expression(t.Initializer)
		return t
	case *ast.AssignExpression:
		t.Left = w.target(t.Left)
		t.Right = w.expression(t.Right)
		return t
	case *ast.ArrayPattern:
		for i, item := range t.Elements {
			if item != nil {
				t.Elements[i] = w.target(item)
			}
		}
		if t.Rest != nil {
			t.Rest = w.target(t.Rest)
		}
		return t
	case *ast.ObjectPattern:
		for i, p := range t.Properties {
			t.Properties[i] = w.targetProperty(p)
		}
		if t.Rest != nil {
			t.Rest = w.target(t.Rest)
		}
		return t
	}
	return w.expression(e)
}

func (w *walker) targetProperty(p ast.Property) ast.Property {
	switch p := p.(type) {
	case *ast.PropertyKeyed:
		p.Key = w.key(p.Key, p.Computed)
		p.Value = w.target(p.Value)
	case *ast.PropertyShort:
		p.Initializer = w.expression(p.Initializer)
		if !w.known[p.Name.Name] || w.declared(p.Name.Name) {
			return p
		}
		id := p.Name
		to := w.visit.assigned(w, &id)
		if to == &id {
			return p
		}
		if p.Initializer != nil {
			to = &ast.AssignExpression{Operator: token.ASSIGN, Left: to, Right: p.Initializer}
		}
		return keyed(&p.Name, to)
	}
	return p
}

// keyed is `name: value`.
func keyed(name *ast.Identifier, value ast.Expression) ast.Property {
	return &ast.PropertyKeyed{
		Key:  &ast.StringLiteral{Idx: name.Idx, Literal: name.Name.String(), Value: name.Name},
		Kind: ast.PropertyKindValue, Value: value,
	}
}

func (w *walker) expressions(list []ast.Expression) {
	for i, e := range list {
		list[i] = w.expression(e)
	}
}

// missingArguments tells the name arguments where there are none.
func (w *walker) missingArguments(e ast.Expression) bool {
	id, ok := e.(*ast.Identifier)
	return ok && id.Name == argumentsName.Name && w.known[id.Name] && w.plain == 0 && !w.declared(id.Name)
}

var evalName = unistring.String("eval")

// expression walks over an expression and returns what stands in its place.
func (w *walker) expression(e ast.Expression) ast.Expression {
	switch x := e.(type) {
	case *ast.Identifier:
		if w.known[x.Name] && !w.declared(x.Name) {
			return w.visit.name(w, x)
		}
	case *ast.FunctionLiteral:
		w.literal(x, x.Name)
	case *ast.ArrowFunctionLiteral:
		w.arrow(x)
	case *ast.ClassLiteral:
		w.class(x)
	case *ast.AwaitExpression:
		x.Argument = w.expression(x.Argument)
		return w.visit.await(w, x)
	case *ast.AssignExpression:
		x.Left = w.target(x.Left)
		x.Right = w.expression(x.Right)
	case *ast.UnaryExpression:
		if x.Operator == token.TYPEOF && w.missingArguments(x.Operand) {
			return &ast.StringLiteral{Idx: x.Idx, Literal: "'undefined'", Value: "undefined"}
		}
		if x.Operator == token.INCREMENT || x.Operator == token.DECREMENT {
			x.Operand = w.target(x.Operand)
		} else {
			x.Operand = w.expression(x.Operand)
		}
	case *ast.CallExpression:
		if id, ok := x.Callee.(*ast.Identifier); ok && id.Name == evalName {
			w.visit.eval()
		}
		x.Callee = w.expression(x.Callee)
		w.expressions(x.ArgumentList)
	case *ast.NewExpression:
		x.Callee = w.expression(x.Callee)
		w.expressions(x.ArgumentList)
	default:
		return w.operands(e)
	}
	return e
}

// operands walks over expressions that are no more than their parts.
func (w *walker) operands(e ast.Expression) ast.Expression {
	switch x := e.(type) {
	case *ast.BinaryExpression:
		x.Left = w.expression(x.Left)
		x.Right = w.expression(x.Right)
	case *ast.ConditionalExpression:
		x.Test = w.expression(x.Test)
		x.Consequent = w.expression(x.Consequent)
		x.Alternate = w.expression(x.Alternate)
	case *ast.SequenceExpression:
		w.expressions(x.Sequence)
	case *ast.DotExpression:
		x.Left = w.expression(x.Left)
	case *ast.PrivateDotExpression:
		x.Left = w.expression(x.Left)
	case *ast.BracketExpression:
		x.Left = w.expression(x.Left)
		x.Member = w.expression(x.Member)
	case *ast.OptionalChain:
		x.Expression = w.expression(x.Expression)
	case *ast.Optional:
		x.Expression = w.expression(x.Expression)
	case *ast.SpreadElement:
		x.Expression = w.expression(x.Expression)
	case *ast.YieldExpression:
		x.Argument = w.expression(x.Argument)
	case *ast.ArrayLiteral:
		w.expressions(x.Value)
	case *ast.ObjectLiteral:
		w.properties(x.Value)
	case *ast.TemplateLiteral:
		x.Tag = w.expression(x.Tag)
		w.expressions(x.Expressions)
	}
	return e
}

func (w *walker) properties(list []ast.Property) {
	for i, p := range list {
		switch p := p.(type) {
		case *ast.PropertyKeyed:
			p.Key = w.key(p.Key, p.Computed)
			p.Value = w.expression(p.Value)
		case *ast.PropertyShort:
			if !w.known[p.Name.Name] || w.declared(p.Name.Name) {
				continue
			}
			id := p.Name
			if value := w.visit.name(w, &id); value != &id {
				list[i] = keyed(&p.Name, value)
			}
		case *ast.SpreadElement:
			p.Expression = w.expression(p.Expression)
		}
	}
}
