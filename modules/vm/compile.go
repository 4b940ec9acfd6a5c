package vm

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/v8stack"
	"github.com/gonode/gonode/modules/vm/rewrite"
)

// compiledScript is the native side of a Script. It is compiled once for the
// global scope and once for contexts, each when first needed.
type compiledScript struct {
	binding.Native
	name, text string
	global     *goja.Program
	inContext  *goja.Program
	rewritten  *rewrite.Script
}

// placed is text moved to where its file has it: the engine counts lines and
// columns from the beginning of what it compiles. Places before the beginning
// cannot be had, nor those beyond maxOffset, which would only fill the memory.
func placed(text string, line, column int) string {
	fill := func(unit string, n int) string { return strings.Repeat(unit, min(max(n, 0), maxOffset)) }
	return fill("\n", line) + fill(" ", column) + text
}

const maxOffset = 1 << 20

// compile checks and compiles a script for the global scope.
func (m *Module) compile(name, text string) *compiledScript {
	code := text
	if d, ok := esm.ReplaceImport(name, text); ok {
		d = d.Renamed(importName)
		code = d.Text
		m.refuseImport(d.Name)
	}
	prg, err := script.CompileScript(name, code)
	if err != nil {
		panic(m.compileError(err))
	}
	return &compiledScript{Native: binding.NewNative(), name: name, text: text, global: prg}
}

// importName is the name of import() in scripts of the global scope. The main
// script, if it is a text, has another one there.
const importName = "$vm_im"

// refuseImport makes the function that is import() in scripts of the global
// scope, under a name that their texts do not have otherwise. There is no
// support for importModuleDynamically.
func (m *Module) refuseImport(name string) {
	binding.Hidden(m.vm.GlobalObject(), name, binding.Func(m.vm, "import", 1, func(goja.FunctionCall) goja.Value {
		promise, _, reject := m.vm.NewPromise()
		err := nodeerr.WithMessage(m.vm, "TypeError", "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING",
			"A dynamic import callback was not specified.")
		if failed := reject(err); failed != nil {
			panic(failed)
		}
		return m.vm.ToValue(promise)
	}))
}

// runInThisContext runs the script in the global scope.
func (s *compiledScript) runInThisContext(m *Module) goja.Value {
	v, err := m.vm.RunProgram(s.global)
	if err != nil {
		panic(err)
	}
	return v
}

// runIn runs the script in a context.
func (s *compiledScript) runIn(c *scriptContext) goja.Value {
	if s.inContext == nil {
		tree, err := script.ParseScript(s.name, s.text)
		if err != nil {
			panic(c.m.compileError(err))
		}
		s.rewritten = rewrite.Rewrite(tree)
		if s.inContext, err = script.CompileTree(s.rewritten.Program, s.name, s.text, 0); err != nil {
			panic(c.m.compileError(err))
		}
	}
	c.declare(s.rewritten)
	return c.call(s.inContext)
}

// compileError is the exception for a text that does not compile.
func (m *Module) compileError(err error) goja.Value {
	if errors.Is(err, script.ErrTooDeep) {
		return nodeerr.Plain(m.vm, "RangeError", err.Error())
	}
	var syntax *script.SyntaxError
	if !errors.As(err, &syntax) {
		return m.vm.NewGoError(err)
	}
	obj := nodeerr.Plain(m.vm, "SyntaxError", syntax.Message)
	m.e.Stacks.SetLocation(obj, v8stack.Location{
		File: syntax.File, Line: syntax.Line, Column: syntax.Column, Width: syntax.Width, Text: syntax.Text,
	})
	return obj
}

// functionSource is what compileFunction compiles.
type functionSource struct {
	name, body string
	params     []string
	extensions []goja.Value // objects whose properties are in scope
	as         string       // the function's name
	line       int
	column     int
}

// text is what toString returns.
func (s functionSource) text() string {
	space := ""
	if s.as != "" {
		space = " "
	}
	return "function" + space + s.as + " (" + strings.Join(s.params, ",") + ") {\n" + s.body + "\n}"
}

var identifier = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\p{L}_$][\p{L}\p{Nd}_$]*$`)
})

// splitParams splits the parameters that Function takes as one text.
func splitParams(list string) []string {
	var params []string
	for _, p := range strings.Split(list, ",") {
		if p = strings.TrimSpace(p); p != "" {
			params = append(params, p)
		}
	}
	return params
}

// compileIn compiles a function with the names of a context; nil is the
// global scope.
func (m *Module) compileIn(c *scriptContext, s functionSource) *goja.Object {
	for _, name := range s.params {
		if !identifier().MatchString(name) {
			m.throwSyntax("Arg string terminates parameters early")
		}
	}
	text := placed(s.body, s.line, s.column)
	body, err := script.ParseBody(s.name, text)
	if err != nil {
		panic(m.compileError(err))
	}
	rewritten := rewrite.Function(body.Function(s.params, s.text()), body.File, len(s.extensions), c != nil)
	prg, err := script.CompileTree(rewritten.Program, s.name, text, body.Shift)
	if err != nil {
		panic(m.compileError(err))
	}
	if c == nil {
		return m.callPlain(prg, s.extensions)
	}
	c.declare(rewritten)
	return c.call(prg, s.extensions...).(*goja.Object)
}
