// Package pattern lists the names that a binding pattern of a parse tree
// declares. The packages that look into trees share it.
package pattern

import "github.com/dop251/goja/ast"

// Names calls add for each name that e declares: an identifier, a pattern, or
// a part of one.
func Names(e ast.Expression, add func(*ast.Identifier)) {
	switch e := e.(type) {
	case *ast.Identifier:
		add(e)
	case *ast.Binding:
		Names(e.Target, add)
	case *ast.AssignExpression:
		Names(e.Left, add)
	case *ast.ArrayPattern:
		for _, item := range e.Elements {
			Names(item, add)
		}
		Names(e.Rest, add)
	case *ast.ObjectPattern:
		for _, p := range e.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				add(&p.Name)
			case *ast.PropertyKeyed:
				Names(p.Value, add)
			}
		}
		Names(e.Rest, add)
	}
}
