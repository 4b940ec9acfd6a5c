package esm

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/script"
)

// analysis walks over a module once. It changes what is the same however the
// imports are read: awaits become yields, assignments to imports fail, default
// exports get their name.
type analysis struct {
	source *Source
	tree   *tree
	text   string // with import and export statements

	top   map[unistring.String]file.Idx // declared at the top level
	local map[unistring.String][]int    // variable -> its exports
	names map[unistring.String]bool     // of imports
	evals bool
	err   *script.SyntaxError
}

func (a *analysis) run() error {
	body := a.tree.body
	add := func(id *ast.Identifier) {
		if id != nil {
			a.top[id.Name] = id.Idx
		}
	}
	varNames(body.DeclarationList, add)
	lexicalNames(body.Body.List, add)
	a.source.Exports = a.source.scan.exports[:len(a.source.scan.exports):len(a.source.scan.exports)]
	a.declarations()
	a.settleExports()
	a.defaultExport()
	a.walk()
	if a.err != nil {
		return a.err
	}
	a.publish()
	return nil
}

func (a *analysis) fail(offset int, word, message string) {
	if a.err == nil {
		a.err = syntaxError(a.source.Name, a.text, offset, offset+len(word), message)
	}
}

// declarations adds what `export const a = 1` and its like export.
func (a *analysis) declarations() {
	seen := map[string]bool{}
	for _, e := range a.source.Exports {
		seen[e.Name] = true
	}
	next := 0
	for _, st := range a.tree.body.Body.List {
		if next == len(a.source.scan.declared) {
			return
		}
		if !declaresAt(st, a.tree.position(a.source.scan.declared[next])) {
			continue
		}
		next++
		declaredNames(st, func(id *ast.Identifier) {
			name, at := id.Name.String(), a.tree.offset(id.Idx)
			if seen[name] {
				a.fail(at, name, "Duplicate export of '"+name+"'")
			}
			seen[name] = true
			a.source.Exports = append(a.source.Exports, Export{Name: name, Local: name, Request: -1, Offset: at})
		})
	}
}

// declaresAt tells the declaration at a place. The place of an async function
// is not that of its keyword.
func declaresAt(st ast.Statement, at file.Idx) bool {
	if fn, ok := st.(*ast.FunctionDeclaration); ok {
		return fn.Function.Function == at
	}
	switch st.(type) {
	case *ast.VariableStatement, *ast.LexicalDeclaration, *ast.ClassDeclaration:
		return st.Idx0() == at
	}
	return false
}

func declaredNames(st ast.Statement, add func(*ast.Identifier)) {
	if v, ok := st.(*ast.VariableStatement); ok {
		listNames(v.List, add)
		return
	}
	lexicalNames([]ast.Statement{st}, add)
}

// settleExports passes on the exports whose variables are imports, and finds
// those that have no variable.
func (a *analysis) settleExports() {
	imports := map[string]int{}
	a.names = map[unistring.String]bool{}
	for i, im := range a.source.Imports {
		imports[im.Local] = i
		name := unistring.NewFromString(im.Local)
		a.names[name] = true
		if at, twice := a.top[name]; twice {
			a.fail(a.tree.offset(at), im.Local, "Identifier '"+im.Local+"' has already been declared")
		}
	}
	for i := range a.source.Exports {
		e := &a.source.Exports[i]
		if e.Request >= 0 {
			continue
		}
		if at, ok := imports[e.Local]; ok {
			im := a.source.Imports[at]
			e.Request, e.Import, e.Local = im.Request, im.Name, ""
			continue
		}
		name := unistring.NewFromString(e.Local)
		if _, ok := a.top[name]; !ok {
			a.fail(e.Offset, e.Local, "Export '"+e.Local+"' is not defined in module")
		}
		a.local[name] = append(a.local[name], i)
	}
	a.source.mutable = make([]bool, len(a.source.Exports))
}

// defaultExport names what `export default` exports without a name.
func (a *analysis) defaultExport() {
	sc := a.source.scan
	if sc.fallback < 0 || sc.named {
		return
	}
	at := a.tree.position(sc.fallback)
	for i, st := range a.tree.body.Body.List {
		switch st := st.(type) {
		case *ast.LexicalDeclaration:
			if st.Idx == at && len(st.List) > 0 && anonymous(st.List[0].Initializer) {
				st.List[0].Initializer = namedDefault(st.List[0].Initializer)
			}
		case *ast.ClassDeclaration:
			if st.Class.Class == at {
				name := st.Class.Name
				st.Class.Name = nil
				st.Class.Source = a.text[sc.origin:a.tree.offset(st.Class.Idx1())]
				a.tree.body.Body.List[i] = &ast.LexicalDeclaration{Idx: at, Token: token.LET, List: []*ast.Binding{
					{Target: name, Initializer: namedDefault(st.Class)},
				}}
			}
		case *ast.FunctionDeclaration:
			if st.Function.Function == at {
				st.Function.Source = a.text[sc.origin:a.tree.offset(st.Function.Idx1())]
				for i := range a.source.Exports {
					if a.source.Exports[i].Name == Default {
						a.source.unnamed = i
					}
				}
			}
		}
	}
}

// anonymous tells functions and classes that take the name of what they are
// assigned to.
func anonymous(e ast.Expression) bool {
	switch e := e.(type) {
	case *ast.FunctionLiteral:
		return e.Name == nil
	case *ast.ClassLiteral:
		return e.Name == nil
	case *ast.ArrowFunctionLiteral:
		return true
	}
	return false
}

// namedDefault gives a function the name "default", as the value of a property
// of that name.
func namedDefault(e ast.Expression) ast.Expression {
	id := ast.Identifier{Name: Default, Idx: e.Idx0()}
	return &ast.DotExpression{
		Left:       &ast.ObjectLiteral{LeftBrace: e.Idx0(), RightBrace: e.Idx0(), Value: []ast.Property{keyed(&id, e)}},
		Identifier: id,
	}
}

func (a *analysis) walk() {
	known := map[unistring.String]bool{argumentsName.Name: true}
	for name := range a.names {
		known[name] = true
	}
	for name := range a.local {
		known[name] = true
	}
	w := &walker{visit: a, known: known}
	w.statements(a.tree.body.Body.List)
	if a.evals {
		for i := range a.source.mutable {
			a.source.mutable[i] = true
		}
	}
}

var _ visitor = (*analysis)(nil)

func (a *analysis) name(w *walker, id *ast.Identifier) ast.Expression {
	if id.Name == argumentsName.Name && w.plain == 0 {
		return &ast.CallExpression{
			Callee:          &ast.Identifier{Name: unistring.NewFromString(a.source.scan.names.missing), Idx: id.Idx},
			LeftParenthesis: id.Idx, RightParenthesis: id.Idx,
		}
	}
	return id
}

func (a *analysis) assigned(w *walker, id *ast.Identifier) ast.Expression {
	if a.names[id.Name] {
		return &ast.Identifier{Name: unistring.NewFromString(a.source.scan.names.constant), Idx: id.Idx}
	}
	if w.depth > 0 {
		for _, i := range a.local[id.Name] {
			a.source.mutable[i] = true
		}
	}
	return id
}

// await makes an await of the top level a yield, which also tells where it is.
func (a *analysis) await(w *walker, e *ast.AwaitExpression) ast.Expression {
	if w.depth > 0 {
		return e
	}
	a.source.Async = true
	return &ast.YieldExpression{Yield: e.Await, Argument: &ast.ArrayLiteral{
		LeftBracket: e.Await, RightBracket: e.Await,
		Value: []ast.Expression{e.Argument, number(a.tree.offset(e.Await), e.Await)},
	}}
}

func (a *analysis) returns(w *walker, st *ast.ReturnStatement) {
	if w.depth == 0 {
		a.fail(a.tree.offset(st.Return), "return", "Illegal return statement")
	}
}

// function gives a function its own text back.
func (a *analysis) function(source *string, start int) {
	if !a.source.scan.edited {
		return
	}
	at := a.tree.offset(file.Idx(start))
	if at >= 0 && at+len(*source) <= len(a.text) && a.source.scan.text[at:at+len(*source)] == *source {
		*source = a.text[at : at+len(*source)]
	}
}

func (a *analysis) eval() { a.evals = true }

// publish puts the step before the body that hands out the getters.
func (a *analysis) publish() {
	at := a.tree.position(0)
	list := &ast.ArrayLiteral{LeftBracket: at, RightBracket: at}
	for _, e := range a.source.Exports {
		if e.Request >= 0 {
			continue
		}
		list.Value = append(list.Value, &ast.ArrowFunctionLiteral{
			Start: at, ParameterList: &ast.ParameterList{Opening: at, Closing: at},
			Body: &ast.ExpressionBody{Expression: &ast.Identifier{Name: unistring.NewFromString(e.Local), Idx: at}},
		})
	}
	first := &ast.ExpressionStatement{Expression: &ast.YieldExpression{Yield: at, Argument: list}}
	body := a.tree.body.Body
	body.List = append([]ast.Statement{first}, body.List...)
}

// live replaces the uses of imports that are not read by value.
type live struct {
	source *Source
	modes  map[unistring.String]byte
	index  map[unistring.String]int
}

var _ visitor = (*live)(nil)

// readThrough makes the tree read its imports by the given modes.
func (s *Source) readThrough(t *tree, modes string) {
	v := &live{source: s, modes: map[unistring.String]byte{}, index: map[unistring.String]int{}}
	known := map[unistring.String]bool{}
	for i := range modes {
		if modes[i] != byValue {
			name := unistring.NewFromString(s.Imports[i].Local)
			known[name], v.modes[name], v.index[name] = true, modes[i], i
		}
	}
	if len(known) > 0 {
		w := &walker{visit: v, known: known}
		w.statements(t.body.Body.List)
	}
}

func (v *live) name(_ *walker, id *ast.Identifier) ast.Expression {
	get := &ast.CallExpression{
		Callee: &ast.BracketExpression{
			Left:        &ast.Identifier{Name: unistring.NewFromString(v.source.scan.names.getters), Idx: id.Idx},
			Member:      number(v.index[id.Name], id.Idx),
			LeftBracket: id.Idx, RightBracket: id.Idx,
		},
		LeftParenthesis: id.Idx, RightParenthesis: id.Idx,
	}
	if v.modes[id.Name] == byGetter {
		return get
	}
	return &ast.ConditionalExpression{
		Test:       &ast.Identifier{Name: unistring.NewFromString(v.source.scan.names.ready), Idx: id.Idx},
		Consequent: id, Alternate: get,
	}
}

func (v *live) assigned(_ *walker, id *ast.Identifier) ast.Expression { return id }

func (v *live) await(_ *walker, e *ast.AwaitExpression) ast.Expression { return e }

func (v *live) returns(*walker, *ast.ReturnStatement) {}

func (v *live) function(*string, int) {}

func (v *live) eval() {}
