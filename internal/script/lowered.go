package script

import (
	"errors"
	"strings"

	"github.com/gonode/gonode/internal/lower"
	"github.com/gonode/gonode/internal/script/asyncgen"
)

// IsTypeScript tells TypeScript by the name of a file, as Node does.
func IsTypeScript(name string) bool {
	return strings.HasSuffix(name, ".ts") || strings.HasSuffix(name, ".cts") || strings.HasSuffix(name, ".mts")
}

// withLowering parses a text by way of parse, and once more in lowered form
// when goja cannot run it as it is. The errors are those of the text as it was
// written; TypeScript has those of esbuild.
func withLowering[T any](name, text string, parse func(text string) (T, error)) (T, *lower.Result, error) {
	if IsTypeScript(name) {
		return typeScript(name, text, parse)
	}
	tree, err := parse(text)
	if err == nil {
		return tree, nil, nil
	}
	lowered, failed := lower.Lower(text, lower.Options{Name: name})
	if failed != nil {
		return tree, nil, err
	}
	other, failed := parse(lowered.Code)
	if failed != nil {
		return tree, nil, err
	}
	asyncgen.RewriteLowered(other)
	return other, lowered, nil
}

// typeScript parses what is left of a TypeScript text without its types.
func typeScript[T any](name, text string, parse func(text string) (T, error)) (tree T, lowered *lower.Result, err error) {
	if lowered, err = LowerTypeScript(name, text, false); err != nil {
		return tree, nil, err
	}
	if tree, err = parse(lowered.Code); err == nil {
		asyncgen.RewriteLowered(tree)
	}
	return tree, lowered, err
}

// LowerTypeScript removes the types of a TypeScript text. What esbuild refuses
// is a *SyntaxError.
func LowerTypeScript(name, text string, module bool) (*lower.Result, error) {
	lowered, err := lower.Lower(text, lower.Options{Name: name, Language: lower.TypeScript, Module: module})
	var refused *lower.SyntaxError
	if errors.As(err, &refused) {
		return nil, placedError(name, text, refused)
	}
	return lowered, err
}

// placedError is the error of a text that esbuild refuses.
func placedError(name, text string, refused *lower.SyntaxError) *SyntaxError {
	e := &SyntaxError{Message: refused.Message, File: name, Line: refused.Line, Code: "ERR_INVALID_TYPESCRIPT_SYNTAX"}
	e.place(text, refused.Column)
	return e
}
