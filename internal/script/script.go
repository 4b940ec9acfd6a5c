// Package script turns JavaScript source text into goja programs: CommonJS
// modules, whose top level is a function body, and plain scripts. The module
// loader, vm and the command line's -e and -c use it; v8stack reads the same
// parse tree to name stack frames.
//
// Positions in the programs are those of the user's own text: the CommonJS
// wrapper is put around the parse tree, not around the text. Source maps named
// in comments are not followed.
//
// Nothing here touches a VM, so everything may be called from any goroutine.
package script

import (
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
	"github.com/dop251/goja/unistring"

	"github.com/gonode/gonode/internal/lower"
)

// ModuleFrame is the name of a module's top-level function in stacks, as V8
// words it. It is no identifier, so no script can refer to it.
const ModuleFrame = "Object.<anonymous>"

// wrapperParams are the parameters of a module's function.
var wrapperParams = []unistring.String{"exports", "require", "module", "__filename", "__dirname"}

// functionOpening is put before a text that only parses inside a function,
// because of a return statement at its top level.
const functionOpening = "(function(){"

// Body is a parsed text. Shift is the number of bytes by which positions on
// the first line are too far to the right. Lowered is set when the tree is that
// of a lowered text, to which all positions refer then.
type Body struct {
	List         []ast.Statement
	Declarations []*ast.VariableDeclaration
	File         *file.File
	Shift        int
	Lowered      *lower.Result
}

// Clean makes text fit for the parser without moving anything in it: a
// hashbang line becomes a comment, bytes that are no UTF-8 become U+FFFD.
func Clean(text string) string {
	if strings.HasPrefix(text, "#!") {
		text = "//" + text[2:]
	}
	if !utf8.ValidString(text) {
		text = string([]rune(text))
	}
	return text
}

// StripBOM removes a byte order mark.
func StripBOM(text string) string { return strings.TrimPrefix(text, "\uFEFF") }

// ParseBody parses text as the body of a function. Its error is a
// *SyntaxError or ErrTooDeep.
func ParseBody(name, text string) (*Body, error) {
	if tooDeep(text) {
		return nil, ErrTooDeep
	}
	body, lowered, err := withLowering(name, Clean(text), func(text string) (*Body, error) { return parseBody(name, text) })
	if err != nil {
		return nil, err
	}
	body.Lowered = lowered
	return body, nil
}

func parseBody(name, text string) (*Body, error) {
	prg, err := parse(name, text)
	if err == nil {
		return &Body{List: prg.Body, Declarations: prg.DeclarationList, File: prg.File}, nil
	}
	if returnsAtTopLevel(err) {
		if body := parseInFunction(name, text); body != nil {
			return body, nil
		}
		if inner := errorInFunction(name, text); inner != nil {
			return nil, inner
		}
	}
	return nil, syntaxError(name, text, err)
}

func parse(name, text string) (*ast.Program, error) {
	return parser.ParseFile(nil, name, text, 0, parser.WithDisableSourceMaps)
}

func returnsAtTopLevel(err error) bool {
	list, ok := err.(parser.ErrorList)
	if !ok {
		return false
	}
	for _, e := range list {
		if e.Message == "Illegal return statement" {
			return true
		}
	}
	return false
}

func parseInFunction(name, text string) *Body {
	prg, err := parse(name, functionOpening+text+"\n})")
	if err != nil || len(prg.Body) != 1 {
		return nil
	}
	st, ok := prg.Body[0].(*ast.ExpressionStatement)
	if !ok {
		return nil
	}
	fn, ok := st.Expression.(*ast.FunctionLiteral)
	if !ok {
		return nil
	}
	return &Body{List: fn.Body.List, Declarations: fn.DeclarationList, File: prg.File, Shift: len(functionOpening)}
}

// errorInFunction finds the error that a text with a top-level return has
// besides that.
func errorInFunction(name, text string) error {
	_, err := parse(name, functionOpening+text+"\n})")
	if err == nil {
		return nil
	}
	return shiftedSyntaxError(name, text, err, len(functionOpening))
}

// CompileModule compiles text as a CommonJS module. Running the program gives
// the module's function, which takes exports, require, module, __filename and
// __dirname. Its errors are those of ParseBody.
func CompileModule(name, text string) (*goja.Program, error) {
	body, err := ParseBody(name, text)
	if err != nil {
		return nil, err
	}
	prg, err := compileTree(&ast.Program{
		Body: []ast.Statement{&ast.ExpressionStatement{Expression: body.function()}},
		File: body.File,
	})
	if err != nil {
		return nil, shiftedSyntaxError(name, Clean(text), err, body.Shift)
	}
	return prg, nil
}

// function is the parse tree of the wrapper around the body.
func (b *Body) function() *ast.FunctionLiteral {
	end := file.Idx(len(b.File.Source()) + 1)
	params := &ast.ParameterList{Opening: 1, Closing: 1}
	for _, name := range wrapperParams {
		params.List = append(params.List, &ast.Binding{Target: &ast.Identifier{Name: name, Idx: 1}})
	}
	return &ast.FunctionLiteral{
		Function:        1,
		Name:            &ast.Identifier{Name: ModuleFrame, Idx: 1},
		ParameterList:   params,
		Body:            &ast.BlockStatement{LeftBrace: 1, List: b.List, RightBrace: end},
		Source:          "function (exports, require, module, __filename, __dirname) { [module code] }",
		DeclarationList: b.Declarations,
	}
}

// CompileScript compiles text as a script in the global scope. Its errors are
// those of ParseBody.
func CompileScript(name, text string) (*goja.Program, error) {
	if tooDeep(text) {
		return nil, ErrTooDeep
	}
	text = Clean(text)
	tree, _, err := withLowering(name, text, func(text string) (*ast.Program, error) { return parse(name, text) })
	if err != nil {
		return nil, syntaxError(name, text, err)
	}
	prg, err := compileTree(tree)
	if err != nil {
		return nil, syntaxError(name, text, err)
	}
	return prg, nil
}
