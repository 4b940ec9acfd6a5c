package runtime

import (
	"errors"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/v8stack"
)

// syntaxError makes the JavaScript error of a text that does not parse.
func (rt *Runtime) syntaxError(err error) goja.Value {
	var syntax *script.SyntaxError
	if !errors.As(err, &syntax) {
		return rt.e.VM.NewGoError(err)
	}
	obj := nodeerr.Plain(rt.e.VM, "SyntaxError", syntax.Message)
	rt.e.Stacks.SetLocation(obj, v8stack.Location{
		File: syntax.File, Line: syntax.Line, Column: syntax.Column, Width: syntax.Width, Text: syntax.Text,
	})
	return obj
}

// evaluate runs text as a script in the global scope and returns the value of
// its last statement. It runs inside the main script's macrotask.
func (rt *Runtime) evaluate(name, src string) goja.Value {
	prg, err := script.CompileScript(name, src)
	if err != nil {
		panic(rt.syntaxError(err))
	}
	v, err := rt.e.VM.RunProgram(prg)
	if err != nil {
		panic(err)
	}
	return v
}
