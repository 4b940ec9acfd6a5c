package script

import (
	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
)

// ParseScript parses text as a script. Its errors are those of ParseBody.
func ParseScript(name, text string) (*ast.Program, error) {
	if tooDeep(text) {
		return nil, ErrTooDeep
	}
	text = Clean(text)
	tree, _, err := withLowering(name, text, func(text string) (*ast.Program, error) { return parse(name, text) })
	if err != nil {
		return nil, syntaxError(name, text, err)
	}
	return tree, nil
}

// CompileTree compiles a tree that was made from text, whose first line is
// shift bytes further to the right in the tree.
func CompileTree(tree *ast.Program, name, text string, shift int) (*goja.Program, error) {
	prg, err := compileTree(tree)
	if err != nil {
		return nil, shiftedSyntaxError(name, Clean(text), err, shift)
	}
	return prg, nil
}

// Function is the parse tree of a function around the body; source is what
// its toString returns.
func (b *Body) Function(params []string, source string) *ast.FunctionLiteral {
	end := file.Idx(len(b.File.Source()) + 1)
	list := &ast.ParameterList{Opening: 1, Closing: 1}
	for _, name := range params {
		list.List = append(list.List, &ast.Binding{Target: &ast.Identifier{Name: unistring.NewFromString(name), Idx: 1}})
	}
	return &ast.FunctionLiteral{
		Function:        1,
		ParameterList:   list,
		Body:            &ast.BlockStatement{LeftBrace: 1, List: b.List, RightBrace: end},
		Source:          source,
		DeclarationList: b.Declarations,
	}
}
