package v8stack

import (
	"strings"
	"unicode"

	"github.com/dop251/goja/ast"
)

// naming is what a function is assigned to.
type naming struct {
	name string // as V8 infers it: "exports.f", "Foo.bar"
	typ  string // of the receiver when the function is called through it
	key  string // the property, when it is one
	// dynamic says that the property is a computed key, whose name only goja
	// knows.
	dynamic bool
	// bare says that V8 prints the name without the type.
	bare bool
	// holder is the type of the functions of an object literal that is
	// assigned here; it is set for Foo.prototype = {...}.
	holder string
}

// target names the left side of an assignment.
func (w *walker) target(left ast.Expression) naming {
	switch left := left.(type) {
	case *ast.Identifier:
		return naming{name: left.Name.String()}
	case *ast.DotExpression:
		key := left.Identifier.Name.String()
		if key == "prototype" {
			return naming{name: w.path(left), holder: w.path(left.Left)}
		}
		return naming{name: w.path(left), key: key, typ: w.receiver(left.Left)}
	case *ast.BracketExpression:
		n := naming{name: w.path(left), typ: w.receiver(left.Left)}
		if str, ok := left.Member.(*ast.StringLiteral); ok {
			n.key = str.Value.String()
		}
		return n
	}
	return naming{}
}

// path writes an expression as V8 does in inferred names: without calls,
// brackets and prototype.
func (w *walker) path(e ast.Expression) string {
	switch e := e.(type) {
	case *ast.Identifier:
		return e.Name.String()
	case *ast.ThisExpression:
		return w.self
	case *ast.CallExpression:
		return w.path(e.Callee)
	case *ast.DotExpression:
		if e.Identifier.Name == "prototype" {
			return w.path(e.Left)
		}
		return join(w.path(e.Left), e.Identifier.Name.String())
	case *ast.BracketExpression:
		if str, ok := e.Member.(*ast.StringLiteral); ok {
			return join(w.path(e.Left), str.Value.String())
		}
		return join(w.path(e.Left), "<computed>")
	}
	return ""
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// receiver is the type of the object that an expression stands for, where the
// text lets one guess: the class for Foo, Foo.prototype and this, Object for a
// module's exports.
func (w *walker) receiver(e ast.Expression) string {
	path := w.path(e)
	switch {
	case path == "exports" || path == "module.exports":
		return "Object"
	case path == "" || strings.Contains(path, "."):
		return ""
	}
	if r := []rune(path)[0]; unicode.IsUpper(r) {
		return path
	}
	return ""
}

func (w *walker) functionLiteral(fn *ast.FunctionLiteral, n naming) {
	first := min(w.offset(fn.Function), w.offset(fn.ParameterList.Opening))
	f := function{
		start: w.offset(fn.ParameterList.Opening), end: w.offset(fn.Body.Idx1()),
		first: first, sourceStart: first,
	}
	n.fill(&f)
	self := w.self
	if fn.Name != nil {
		f.name = fn.Name.Name.String()
		if n.typ != "" {
			f.typ, f.as = n.typ, n.key
		}
		self = upperCase(f.name)
	}
	w.body(f, self, fn.ParameterList, fn.Body.List)
}

// arrow shares its this with what is around it.
func (w *walker) arrow(fn *ast.ArrowFunctionLiteral, n naming) {
	f := function{start: w.offset(fn.Start), end: w.offset(fn.Idx1()), first: w.offset(fn.Start)}
	f.sourceStart = f.first
	n.fill(&f)
	switch body := fn.Body.(type) {
	case *ast.BlockStatement:
		w.body(f, w.self, fn.ParameterList, body.List)
	case *ast.ExpressionBody:
		w.body(f, w.self, fn.ParameterList, []ast.Statement{&ast.ExpressionStatement{Expression: body.Expression}})
	}
}

// fill names an anonymous function. An inferred path says all by itself; a
// bare key needs its receiver.
func (n naming) fill(f *function) {
	f.name, f.dynamic = n.name, n.dynamic
	if n.typ == "" {
		return
	}
	f.kind, f.bare = methodFunction, n.bare
	if n.bare {
		f.typ, f.as = n.typ, n.key
	} else if n.name == n.key || n.dynamic || strings.HasPrefix(n.name, n.typ+".") {
		f.typ = n.typ
	}
}

// body adds a function and visits what is inside it.
func (w *walker) body(f function, self string, params *ast.ParameterList, list []ast.Statement) {
	if f.sourceEnd == 0 {
		f.sourceEnd = f.end
	}
	w.ix.functions = append(w.ix.functions, f)
	outer := w.self
	w.self = self
	if params != nil {
		w.bindings(params.List)
		w.pattern(params.Rest)
	}
	w.statements(list)
	w.self = outer
}

func (w *walker) object(e *ast.ObjectLiteral, n naming) {
	typ := n.holder
	if typ == "" {
		typ = "Object"
	}
	for _, prop := range e.Value {
		switch prop := prop.(type) {
		case *ast.PropertyKeyed:
			w.property(prop, typ)
		case *ast.PropertyShort:
			w.expression(prop.Initializer)
		case *ast.SpreadElement:
			w.expression(prop.Expression)
		}
	}
}

func (w *walker) property(prop *ast.PropertyKeyed, typ string) {
	if prop.Computed {
		w.expression(prop.Key)
	}
	n := memberNaming(prop.Key, prop.Computed, prop.Kind, typ)
	if _, nested := prop.Value.(*ast.ObjectLiteral); nested {
		n = naming{}
	}
	outer := w.self
	if typ != "Object" {
		w.self = typ
	}
	w.named(prop.Value, n)
	w.self = outer
}

// memberNaming names a member of a class or an object literal. V8 prints the
// type only before names that are identifiers.
func memberNaming(key ast.Expression, computed bool, kind ast.PropertyKind, typ string) naming {
	name, identifier := memberName(key)
	switch {
	case computed && name == "":
		return naming{dynamic: true, typ: typ}
	case kind == ast.PropertyKindGet:
		return naming{name: "get " + name, key: name, typ: typ, bare: true}
	case kind == ast.PropertyKindSet:
		return naming{name: "set " + name, key: name, typ: typ, bare: true}
	case !identifier:
		return naming{name: name, key: name, typ: typ, bare: true}
	}
	return naming{name: name, key: name, typ: typ}
}

func memberName(key ast.Expression) (name string, identifier bool) {
	switch key := key.(type) {
	case *ast.StringLiteral:
		name = key.Value.String()
	case *ast.NumberLiteral:
		return key.Literal, false
	case *ast.Identifier:
		name = key.Name.String()
	case *ast.PrivateIdentifier:
		return "#" + key.Name.String(), false
	case *ast.DotExpression:
		if left, ok := key.Left.(*ast.Identifier); ok && left.Name == "Symbol" {
			return "[Symbol." + key.Identifier.Name.String() + "]", false
		}
	}
	return name, isIdentifier(name)
}

func isIdentifier(name string) bool {
	for i, r := range name {
		if r != '_' && r != '$' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

func upperCase(name string) string {
	if name != "" && unicode.IsUpper([]rune(name)[0]) {
		return name
	}
	return ""
}

// class names the members of a class. One without a name of its own takes
// that of the variable.
func (w *walker) class(c *ast.ClassLiteral, name string) {
	if c.Name != nil {
		name = c.Name.Name.String()
	}
	w.expression(c.SuperClass)
	outer := w.self
	defer func() { w.self = outer }()
	w.self = name
	typ := name
	if typ == "" {
		typ = "Object"
	}
	for _, element := range c.Body {
		switch m := element.(type) {
		case *ast.MethodDefinition:
			w.method(c, m, name, typ)
		case *ast.FieldDefinition:
			w.field(m, typ)
		case *ast.ClassStaticBlock:
			start := w.offset(m.Static)
			w.body(function{
				start: start, end: w.offset(m.Block.Idx1()), first: start, sourceStart: start,
				name: "<static_initializer>", kind: initializerFunction,
			}, name, nil, m.Block.List)
		}
	}
}

func (w *walker) method(c *ast.ClassLiteral, m *ast.MethodDefinition, class, typ string) {
	if m.Computed {
		w.expression(m.Key)
	}
	fn := m.Body
	f := function{
		start: w.offset(fn.ParameterList.Opening), end: w.offset(fn.Body.Idx1()),
		first: w.offset(m.Idx), sourceStart: w.offset(m.Idx),
	}
	if m.Static {
		f.first = w.offset(m.Key.Idx0())
	}
	if key, _ := memberName(m.Key); key == "constructor" && !m.Computed && !m.Static {
		f.kind, f.name = constructorFunction, class
		f.sourceStart, f.sourceEnd = w.offset(c.Class), w.offset(c.Idx1())
	} else {
		memberNaming(m.Key, m.Computed, m.Kind, typ).fill(&f)
	}
	w.body(f, class, fn.ParameterList, fn.Body.List)
}

func (w *walker) field(m *ast.FieldDefinition, typ string) {
	if m.Computed {
		w.expression(m.Key)
	}
	if m.Initializer == nil {
		return
	}
	name := "<instance_members_initializer>"
	if m.Static {
		name = "<static_initializer>"
	}
	start := w.offset(m.Initializer.Idx0())
	w.ix.functions = append(w.ix.functions, function{
		start: start, end: w.offset(m.Initializer.Idx1()), first: start, sourceStart: start, sourceEnd: start,
		name: name, kind: initializerFunction,
	})
	w.named(m.Initializer, memberNaming(m.Key, m.Computed, ast.PropertyKindValue, typ))
}
