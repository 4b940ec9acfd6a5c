package script

import (
	"errors"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"

	"github.com/gonode/gonode/internal/regex"
	"github.com/gonode/gonode/internal/regex/literal"
	"github.com/gonode/gonode/internal/script/asyncgen"
	"github.com/gonode/gonode/internal/script/hoisted"
)

// badRegExp begins V8's messages about a regular expression.
const badRegExp = "Invalid regular expression: "

// compileTree is goja.CompileAST without goja's mistake about variables, for
// trees with async generators and regular expressions that goja does not
// understand. Such expressions are hidden from it, for modules/regexp to find;
// what V8 refuses too keeps V8's words.
func compileTree(tree *ast.Program) (*goja.Program, error) {
	hoisted.Initialize(tree)
	prg, err := goja.CompileAST(tree, false)
	var refused *goja.CompilerSyntaxError
	if err == nil || !errors.As(err, &refused) {
		return prg, err
	}
	generators := asyncgen.Rewrite(tree)
	found, bad, reason := literal.Rewrite(tree, checkRegExp)
	if reason != nil {
		return nil, &goja.CompilerSyntaxError{CompilerError: goja.CompilerError{
			Message: reason.Error(), File: tree.File, Offset: int(bad.Idx) - tree.File.Base(),
		}}
	}
	if !found && !generators {
		return nil, err
	}
	return goja.CompileAST(tree, false)
}

// errRegExp is what V8 says about a literal.
type errRegExp struct{ text string }

func (e *errRegExp) Error() string { return e.text }

// checkRegExp refuses what is no regular expression.
func checkRegExp(source []uint16, flags string) error {
	opts, ok := regex.ParseFlags(flags)
	if !ok {
		return &errRegExp{"Invalid regular expression flags"}
	}
	if _, err := regex.Compile(source, opts); err != nil {
		return &errRegExp{badRegExp + "/" + string(utf16.Decode(source)) + "/" + flags + ": " + err.Error()}
	}
	return nil
}

// regExpWidth is the width of the literal that a message is about.
func regExpWidth(message string) (int, bool) {
	rest, ok := strings.CutPrefix(message, badRegExp)
	if !ok {
		return 0, false
	}
	if end := strings.LastIndex(rest, ": "); end >= 0 {
		return UTF16Len(rest[:end]), true
	}
	return 0, false
}
