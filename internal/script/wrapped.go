package script

import (
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
