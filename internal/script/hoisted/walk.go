package hoisted

import "github.com/dop251/goja/ast"

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
		w.literal(st.Function)
	case *ast.ClassDeclaration:
		w.class(st.Class)
	case *ast.ReturnStatement:
		w.expression(st.Argument)
	case *ast.ThrowStatement:
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
		w.use("eval") // a name inside may be anything
		w.statement(st.Body)
	default:
		w.loop(st)
	}
}

func (w *walker) try(st *ast.TryStatement) {
	w.statements(st.Body.List)
	if st.Catch != nil {
		w.expression(st.Catch.Parameter)
		w.statements(st.Catch.Body.List)
	}
	if st.Finally != nil {
		w.statements(st.Finally.List)
	}
}

func (w *walker) loop(st ast.Statement) {
	switch st := st.(type) {
	case *ast.ForStatement:
		switch init := st.Initializer.(type) {
		case *ast.ForLoopInitializerExpression:
			w.expression(init.Expression)
		case *ast.ForLoopInitializerVarDeclList:
			w.bindings(init.List)
		case *ast.ForLoopInitializerLexicalDecl:
			w.bindings(init.LexicalDeclaration.List)
		}
		w.expression(st.Test)
		w.expression(st.Update)
		w.statement(st.Body)
	case *ast.ForInStatement:
		w.into(st.Into)
		w.expression(st.Source)
		w.statement(st.Body)
	case *ast.ForOfStatement:
		w.into(st.Into)
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

func (w *walker) into(into ast.ForInto) {
	switch into := into.(type) {
	case *ast.ForIntoVar:
		w.expression(into.Binding)
	case *ast.ForDeclaration:
		w.expression(into.Target)
	case *ast.ForIntoExpression:
		w.expression(into.Expression)
	}
}

func (w *walker) bindings(list []*ast.Binding) {
	for _, b := range list {
		w.expression(b)
	}
}

func (w *walker) expressions(list []ast.Expression) {
	for _, e := range list {
		w.expression(e)
	}
}

func (w *walker) expression(e ast.Expression) {
	switch e := e.(type) {
	case *ast.Identifier:
		w.use(e.Name)
	case *ast.FunctionLiteral:
		w.literal(e)
	case *ast.ArrowFunctionLiteral:
		w.arrow(e)
	case *ast.ClassLiteral:
		w.class(e)
	case *ast.CallExpression:
		w.expression(e.Callee)
		w.expressions(e.ArgumentList)
	case *ast.NewExpression:
		w.expression(e.Callee)
		w.expressions(e.ArgumentList)
	case *ast.DotExpression:
		w.expression(e.Left)
	case *ast.PrivateDotExpression:
		w.expression(e.Left)
	case *ast.BracketExpression:
		w.expression(e.Left)
		w.expression(e.Member)
	case *ast.AssignExpression:
		w.expression(e.Left)
		w.expression(e.Right)
	case *ast.BinaryExpression:
		w.expression(e.Left)
		w.expression(e.Right)
	case *ast.ConditionalExpression:
		w.expression(e.Test)
		w.expression(e.Consequent)
		w.expression(e.Alternate)
	case *ast.UnaryExpression:
		w.expression(e.Operand)
	case *ast.SequenceExpression:
		w.expressions(e.Sequence)
	case *ast.TemplateLiteral:
		w.expression(e.Tag)
		w.expressions(e.Expressions)
	default:
		w.operand(e)
	}
}

// operand is for the kinds of expression that hold one other, and for
// literals and patterns of several.
func (w *walker) operand(e ast.Expression) {
	switch e := e.(type) {
	case *ast.OptionalChain:
		w.expression(e.Expression)
	case *ast.Optional:
		w.expression(e.Expression)
	case *ast.SpreadElement:
		w.expression(e.Expression)
	case *ast.AwaitExpression:
		w.expression(e.Argument)
	case *ast.YieldExpression:
		w.expression(e.Argument)
	case *ast.Binding:
		w.expression(e.Target)
		w.expression(e.Initializer)
	case *ast.ArrayLiteral:
		w.expressions(e.Value)
	case *ast.ArrayPattern:
		w.expressions(e.Elements)
		w.expression(e.Rest)
	case *ast.ObjectLiteral:
		w.properties(e.Value)
	case *ast.ObjectPattern:
		w.properties(e.Properties)
		w.expression(e.Rest)
	}
}

func (w *walker) properties(list []ast.Property) {
	for _, p := range list {
		switch p := p.(type) {
		case *ast.PropertyShort:
			w.use(p.Name.Name)
			w.expression(p.Initializer)
		case *ast.PropertyKeyed:
			if p.Computed {
				w.expression(p.Key)
			}
			w.expression(p.Value)
		case *ast.SpreadElement:
			w.expression(p.Expression)
		}
	}
}
