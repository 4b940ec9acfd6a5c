package script

import (
	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// ParseWrapped parses text between before, which is one line, and after. The
// positions of its errors are those in text.
func ParseWrapped(name, before, text, after string) (*ast.Program, error) {
	if tooDeep(text) {
		return nil, ErrTooDeep
	}
	text = Clean(text)
	tree, err := parser.ParseFile(nil, name, before+text+after, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, shiftedSyntaxError(name, text, err, len(before))
	}
	return tree, nil
}

// CompileModuleWith compiles text as a CommonJS module that uses a variable of
// the loader's. Running the program gives a function that takes the value of
// that and returns the module's function. edit may change the tree before.
func CompileModuleWith(name, text, variable string, edit func(*Body)) (*goja.Program, error) {
	body, err := ParseBody(name, text)
	if err != nil {
		return nil, err
	}
	edit(body)
	inner := &Body{List: []ast.Statement{&ast.ReturnStatement{Return: 1, Argument: body.function()}}, File: body.File}
	outer := inner.Function([]string{variable}, "function () { [native code] }")
	prg, err := compileTree(&ast.Program{
		Body: []ast.Statement{&ast.ExpressionStatement{Expression: outer}}, File: body.File,
	})
	if err != nil {
		return nil, shiftedSyntaxError(name, Clean(text), err, body.Shift)
	}
	return prg, nil
}
