package esm

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/script/pattern"
)

// walker goes through a parse tree, keeps track of which names mean something
// else in inner scopes, and lets its visitor replace expressions.
type walker struct {
	visit  visitor
	known  map[unistring.String]bool // the names that the visitor cares for
	scopes []map[unistring.String]bool
	depth  int // functions of any kind around this place
	plain  int // those that have arguments of their own
}

// visitor is told of what matters in a module.
type visitor interface {
	// name is a use of a known name that no inner scope declares.
	name(w *walker, id *ast.Identifier) ast.Expression
	// assigned is such a name in the place where something is assigned.
	assigned(w *walker, id *ast.Identifier) ast.Expression
	await(w *walker, e *ast.AwaitExpression) ast.Expression
	returns(w *walker, st *ast.ReturnStatement)
	function(source *string, start int)
	eval()
}

func (w *walker) declared(name unistring.String) bool {
	for i := len(w.scopes) - 1; i >= 0; i-- {
		if w.scopes[i][name] {
			return true
		}
	}
	return false
}

// scope runs fn with the names that declare lists.
func (w *walker) scope(declare func(add func(*ast.Identifier)), fn func()) {
	var names map[unistring.String]bool
	declare(func(id *ast.Identifier) {
		if id != nil && w.known[id.Name] {
			if names == nil {
				names = map[unistring.String]bool{}
			}
			names[id.Name] = true
		}
	})
	w.scopes = append(w.scopes, names)
	fn()
	w.scopes = w.scopes[:len(w.scopes)-1]
}

func listNames(list []*ast.Binding, add func(*ast.Identifier)) {
	for _, b := range list {
		pattern.Names(b.Target, add)
	}
}

// lexicalNames lists what the statements of a block declare in it.
func lexicalNames(list []ast.Statement, add func(*ast.Identifier)) {
	for _, st := range list {
		switch st := st.(type) {
		case *ast.LexicalDeclaration:
			listNames(st.List, add)
		case *ast.ClassDeclaration:
			add(st.Class.Name)
		case *ast.FunctionDeclaration:
			add(st.Function.Name)
		}
	}
}

func varNames(list []*ast.VariableDeclaration, add func(*ast.Identifier)) {
	for _, d := range list {
		listNames(d.List, add)
	}
}

func (w *walker) parameters(p *ast.ParameterList) {
	for _, b := range p.List {
		w.binding(b)
	}
	w.pattern(p.Rest)
}

func parameterNames(p *ast.ParameterList, add func(*ast.Identifier)) {
	listNames(p.List, add)
	pattern.Names(p.Rest, add)
}

var argumentsName = &ast.Identifier{Name: "arguments"}

// literal walks over a function that is not an arrow. The name of one that is
// an expression is a variable inside it.
func (w *walker) literal(fn *ast.FunctionLiteral, own *ast.Identifier) {
	w.visit.function(&fn.Source, int(fn.Function))
	w.depth, w.plain = w.depth+1, w.plain+1
	w.scope(func(add func(*ast.Identifier)) {
		add(own)
		add(argumentsName)
		parameterNames(fn.ParameterList, add)
		varNames(fn.DeclarationList, add)
		lexicalNames(fn.Body.List, add)
	}, func() {
		w.parameters(fn.ParameterList)
		w.statements(fn.Body.List)
	})
	w.depth, w.plain = w.depth-1, w.plain-1
}

func (w *walker) arrow(fn *ast.ArrowFunctionLiteral) {
	w.visit.function(&fn.Source, int(fn.Start))
	w.depth++
	w.scope(func(add func(*ast.Identifier)) {
		parameterNames(fn.ParameterList, add)
		varNames(fn.DeclarationList, add)
		if body, ok := fn.Body.(*ast.BlockStatement); ok {
			lexicalNames(body.List, add)
		}
	}, func() {
		w.parameters(fn.ParameterList)
		switch body := fn.Body.(type) {
		case *ast.BlockStatement:
			w.statements(body.List)
		case *ast.ExpressionBody:
			body.Expression = w.expression(body.Expression)
		}
	})
	w.depth--
}

func (w *walker) class(c *ast.ClassLiteral) {
	w.visit.function(&c.Source, int(c.Class))
	w.scope(func(add func(*ast.Identifier)) { add(c.Name) }, func() {
		c.SuperClass = w.expression(c.SuperClass)
		for _, element := range c.Body {
			w.element(element)
		}
	})
}

func (w *walker) element(element ast.ClassElement) {
	switch el := element.(type) {
	case *ast.FieldDefinition:
		el.Key = w.key(el.Key, el.Computed)
		w.depth, w.plain = w.depth+1, w.plain+1
		el.Initializer = w.expression(el.Initializer)
		w.depth, w.plain = w.depth-1, w.plain-1
	case *ast.MethodDefinition:
		el.Key = w.key(el.Key, el.Computed)
		w.literal(el.Body, nil)
	case *ast.ClassStaticBlock:
		w.depth, w.plain = w.depth+1, w.plain+1
		w.scope(func(add func(*ast.Identifier)) {
			varNames(el.DeclarationList, add)
			lexicalNames(el.Block.List, add)
		}, func() { w.statements(el.Block.List) })
		w.depth, w.plain = w.depth-1, w.plain-1
	}
}

// key walks over the name of a property, which is an expression when it is
// computed.
func (w *walker) key(key ast.Expression, computed bool) ast.Expression {
	if computed {
		return w.expression(key)
	}
	return key
}

func (w *walker) statements(list []ast.Statement) {
	for _, st := range list {
		w.statement(st)
	}
}

func (w *walker) block(list []ast.Statement) {
	w.scope(func(add func(*ast.Identifier)) { lexicalNames(list, add) }, func() { w.statements(list) })
}

func (w *walker) statement(st ast.Statement) {
	switch st := st.(type) {
	case *ast.BlockStatement:
		w.block(st.List)
	case *ast.ExpressionStatement:
		st.Expression = w.expression(st.Expression)
	case *ast.VariableStatement:
		w.bindings(st.List)
	case *ast.LexicalDeclaration:
		w.bindings(st.List)
	case *ast.FunctionDeclaration:
		w.literal(st.Function, nil)
	case *ast.ClassDeclaration:
		w.class(st.Class)
	case *ast.ReturnStatement:
		w.visit.returns(w, st)
		st.Argument = w.expression(st.Argument)
	case *ast.ThrowStatement:
		st.Argument = w.expression(st.Argument)
	case *ast.IfStatement:
		st.Test = w.expression(st.Test)
		w.statement(st.Consequent)
		w.statement(st.Alternate)
	case *ast.LabelledStatement:
		w.statement(st.Statement)
	case *ast.TryStatement:
		w.try(st)
	case *ast.SwitchStatement:
		w.switches(st)
	case *ast.WithStatement:
		st.Object = w.expression(st.Object)
		w.statement(st.Body)
	default:
		w.loop(st)
	}
}

func (w *walker) try(st *ast.TryStatement) {
	w.block(st.Body.List)
	if st.Catch != nil {
		w.scope(func(add func(*ast.Identifier)) { pattern.Names(st.Catch.Parameter, add) }, func() {
			w.pattern(st.Catch.Parameter)
			w.block(st.Catch.Body.List)
		})
	}
	if st.Finally != nil {
		w.block(st.Finally.List)
	}
}

func (w *walker) switches(st *ast.SwitchStatement) {
	st.Discriminant = w.expression(st.Discriminant)
	w.scope(func(add func(*ast.Identifier)) {
		for _, c := range st.Body {
			lexicalNames(c.Consequent, add)
		}
	}, func() {
		for _, c := range st.Body {
			c.Test = w.expression(c.Test)
			w.statements(c.Consequent)
		}
	})
}

func (w *walker) loop(st ast.Statement) {
	switch st := st.(type) {
	case *ast.ForStatement:
		w.forLoop(st)
	case *ast.ForInStatement:
		st.Source = w.expression(st.Source)
		w.forInto(st.Into, st.Body)
	case *ast.ForOfStatement:
		st.Source = w.expression(st.Source)
		w.forInto(st.Into, st.Body)
	case *ast.WhileStatement:
		st.Test = w.expression(st.Test)
		w.statement(st.Body)
	case *ast.DoWhileStatement:
		w.statement(st.Body)
		st.Test = w.expression(st.Test)
	}
}

func (w *walker) forLoop(st *ast.ForStatement) {
	lexical, _ := st.Initializer.(*ast.ForLoopInitializerLexicalDecl)
	w.scope(func(add func(*ast.Identifier)) {
		if lexical != nil {
			listNames(lexical.LexicalDeclaration.List, add)
		}
	}, func() {
		switch init := st.Initializer.(type) {
		case *ast.ForLoopInitializerExpression:
			init.Expression = w.expression(init.Expression)
		case *ast.ForLoopInitializerVarDeclList:
			w.bindings(init.List)
		case *ast.ForLoopInitializerLexicalDecl:
			w.bindings(init.LexicalDeclaration.List)
		}
		st.Test = w.expression(st.Test)
		st.Update = w.expression(st.Update)
		w.statement(st.Body)
	})
}

func (w *walker) forInto(into ast.ForInto, body ast.Statement) {
	declaration, _ := into.(*ast.ForDeclaration)
	w.scope(func(add func(*ast.Identifier)) {
		if declaration != nil {
			pattern.Names(declaration.Target, add)
		}
	}, func() {
		switch into := into.(type) {
		case *ast.ForIntoVar:
			w.assignNames(into.Binding.Target)
			w.binding(into.Binding)
		case *ast.ForDeclaration:
			w.pattern(into.Target)
		case *ast.ForIntoExpression:
			into.Expression = w.target(into.Expression)
		}
		w.statement(body)
	})
}
