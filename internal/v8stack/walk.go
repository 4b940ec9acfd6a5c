package v8stack

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// walker fills an index from a parse tree. It follows V8's rules for naming
// functions by where they are assigned.
type walker struct {
	ix   *index
	base int    // position of the text's first byte
	self string // name of the object that this is, where the text tells
}

func (w *walker) offset(i file.Idx) int {
	return min(max(int(i)-w.base, 0), len(w.ix.text))
}

func (w *walker) statements(list []ast.Statement) {
	for _, st := range list {
		w.statement(st)
	}
}

func (w *walker) statement(st ast.Statement) {
	switch st := st.(type) {
	case *ast.BlockStatement:
		w.statements(st.List)
	case *ast.ExpressionStatement:
		w.expression(st.Expression)
	case *ast.VariableStatement:
		w.bindings(st.List)
	case *ast.LexicalDeclaration:
		w.bindings(st.List)
	case *ast.FunctionDeclaration:
		w.functionLiteral(st.Function, naming{})
	case *ast.ClassDeclaration:
		w.class(st.Class, "")
	case *ast.ReturnStatement:
		w.expression(st.Argument)
	case *ast.ThrowStatement:
		w.ix.throws = append(w.ix.throws, span{w.offset(st.Throw), w.offset(st.Argument.Idx1())})
		w.expression(st.Argument)
	case *ast.IfStatement:
		w.expression(st.Test)
		w.statement(st.Consequent)
		w.statement(st.Alternate)
	case *ast.LabelledStatement:
		w.statement(st.Statement)
	case *ast.TryStatement:
		w.try(st)
	case *ast.SwitchStatement:
		w.expression(st.Discriminant)
		for _, c := range st.Body {
			w.expression(c.Test)
			w.statements(c.Consequent)
		}
	case *ast.WithStatement:
		w.expression(st.Object)
		w.statement(st.Body)
	default:
		w.loop(st)
	}
}

func (w *walker) try(st *ast.TryStatement) {
	w.statement(st.Body)
	if st.Catch != nil {
		w.pattern(st.Catch.Parameter)
		w.statement(st.Catch.Body)
	}
	if st.Finally != nil {
		w.statement(st.Finally)
	}
}

func (w *walker) loop(st ast.Statement) {
	switch st := st.(type) {
	case *ast.ForStatement:
		w.forInitializer(st.Initializer)
		w.expression(st.Test)
		w.expression(st.Update)
		w.statement(st.Body)
	case *ast.ForInStatement:
		w.forInto(st.Into)
		w.expression(st.Source)
		w.statement(st.Body)
	case *ast.ForOfStatement:
		w.forInto(st.Into)
		w.expression(st.Source)
		w.statement(st.Body)
	case *ast.WhileStatement:
		w.expression(st.Test)
		w.statement(st.Body)
	case *ast.DoWhileStatement:
		w.statement(st.Body)
		w.expression(st.Test)
	}
}

func (w *walker) forInitializer(init ast.ForLoopInitializer) {
	switch init := init.(type) {
	case *ast.ForLoopInitializerExpression:
		w.expression(init.Expression)
	case *ast.ForLoopInitializerVarDeclList:
		w.bindings(init.List)
	case *ast.ForLoopInitializerLexicalDecl:
		w.bindings(init.LexicalDeclaration.List)
	}
}

func (w *walker) forInto(into ast.ForInto) {
	switch into := into.(type) {
	case *ast.ForIntoVar:
		w.bindings([]*ast.Binding{into.Binding})
	case *ast.ForDeclaration:
		w.pattern(into.Target)
	case *ast.ForIntoExpression:
		w.expression(into.Expression)
	}
}

// bindings are declarations or parameters; an initializer takes the name of
// its variable.
func (w *walker) bindings(list []*ast.Binding) {
	for _, b := range list {
		if b == nil {
			continue
		}
		n := naming{}
		if id, ok := b.Target.(*ast.Identifier); ok {
			n.name = id.Name.String()
		} else {
			w.pattern(b.Target)
		}
		w.named(b.Initializer, n)
	}
}

// pattern looks into the default values of a destructuring pattern.
func (w *walker) pattern(p ast.Expression) {
	switch p := p.(type) {
	case *ast.ObjectPattern:
		for _, prop := range p.Properties {
			switch prop := prop.(type) {
			case *ast.PropertyShort:
				w.named(prop.Initializer, naming{name: prop.Name.Name.String()})
			case *ast.PropertyKeyed:
				if prop.Computed {
					w.expression(prop.Key)
				}
				w.pattern(prop.Value)
			}
		}
	case *ast.ArrayPattern:
		for _, e := range p.Elements {
			w.pattern(e)
		}
	case *ast.AssignExpression:
		w.pattern(p.Left)
		n := naming{}
		if id, ok := p.Left.(*ast.Identifier); ok {
			n.name = id.Name.String()
		}
		w.named(p.Right, n)
	case *ast.Binding:
		w.bindings([]*ast.Binding{p})
	}
}

// expression visits an expression whose value gets no name.
func (w *walker) expression(e ast.Expression) { w.named(e, naming{}) }

func (w *walker) expressions(list []ast.Expression) {
	for _, e := range list {
		w.expression(e)
	}
}

// named visits an expression whose value is assigned to n.
func (w *walker) named(e ast.Expression, n naming) {
	switch e := e.(type) {
	case *ast.FunctionLiteral:
		w.functionLiteral(e, n)
	case *ast.ArrowFunctionLiteral:
		w.arrow(e, n)
	case *ast.ClassLiteral:
		w.class(e, n.name)
	case *ast.ObjectLiteral:
		w.object(e, n)
	case *ast.AssignExpression:
		w.assign(e)
	case *ast.ConditionalExpression:
		w.expression(e.Test)
		w.named(e.Consequent, n)
		w.named(e.Alternate, n)
	case *ast.SequenceExpression:
		last := len(e.Sequence) - 1
		w.expressions(e.Sequence[:last])
		w.named(e.Sequence[last], n)
	case *ast.BinaryExpression:
		w.expression(e.Left)
		switch e.Operator {
		case token.LOGICAL_OR, token.LOGICAL_AND, token.COALESCE:
			w.named(e.Right, n)
		default:
			w.expression(e.Right)
		}
	case *ast.CallExpression:
		w.call(e)
	default:
		w.unnamed(e)
	}
}

// unnamed visits the expressions that pass no name on.
func (w *walker) unnamed(e ast.Expression) {
	switch e := e.(type) {
	case *ast.NewExpression:
		w.expression(e.Callee)
		w.expressions(e.ArgumentList)
	case *ast.ArrayLiteral:
		w.expressions(e.Value)
	case *ast.AwaitExpression:
		w.ix.awaits = append(w.ix.awaits, span{w.offset(e.Await), w.offset(e.Idx1())})
		w.expression(e.Argument)
	case *ast.YieldExpression:
		w.expression(e.Argument)
	case *ast.UnaryExpression:
		w.expression(e.Operand)
	case *ast.SpreadElement:
		w.expression(e.Expression)
	case *ast.DotExpression:
		w.expression(e.Left)
	case *ast.PrivateDotExpression:
		w.expression(e.Left)
	case *ast.BracketExpression:
		w.expression(e.Left)
		w.expression(e.Member)
	case *ast.OptionalChain:
		w.expression(e.Expression)
	case *ast.Optional:
		w.expression(e.Expression)
	case *ast.TemplateLiteral:
		w.expression(e.Tag)
		w.expressions(e.Expressions)
	case *ast.ObjectPattern, *ast.ArrayPattern:
		w.pattern(e)
	}
}

func (w *walker) assign(e *ast.AssignExpression) {
	switch left := e.Left.(type) {
	case *ast.ObjectPattern, *ast.ArrayPattern:
		w.pattern(left)
	default:
		w.expression(left)
	}
	w.named(e.Right, w.target(e.Left))
}

// call notes where V8 sees a call: at the name that is called, else at the
// parenthesis, as goja does.
func (w *walker) call(e *ast.CallExpression) {
	if at, ok := calleePosition(e.Callee); ok {
		w.ix.calls[w.offset(e.LeftParenthesis)] = w.offset(at)
	}
	w.expression(e.Callee)
	w.expressions(e.ArgumentList)
}

func calleePosition(callee ast.Expression) (file.Idx, bool) {
	switch callee := callee.(type) {
	case *ast.Identifier:
		return callee.Idx, true
	case *ast.SuperExpression:
		return callee.Idx, true
	case *ast.DotExpression:
		return callee.Identifier.Idx, true
	case *ast.PrivateDotExpression:
		return callee.Identifier.Idx, true
	case *ast.OptionalChain:
		return calleePosition(callee.Expression)
	}
	return 0, false
}
