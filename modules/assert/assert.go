// Package assert is Node's `assert` and `assert/strict` (Node documentation,
// "Assert"). It is test code's module and no part of any hot path, so it is
// JavaScript, compiled when it is first required: assert.js has the functions
// and the messages, equality.js the comparisons, diff.js the line diff.
//
// It runs on the loop goroutine.
package assert

import (
	_ "embed"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

var (
	//go:embed assert.js
	assertSource string
	//go:embed equality.js
	equalitySource string
	//go:embed diff.js
	diffSource string
)

var (
	assertFile   = jsfile.New("node:assert", assertSource)
	equalityFile = jsfile.New("node:internal/util/comparisons", equalitySource)
	diffFile     = jsfile.New("node:internal/assert/myers_diff", diffSource)
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Inspect is util.inspect(v, options).
	Inspect func(v goja.Value, options *goja.Object) string
}

// Module is assert of one runtime.
type Module struct {
	e       *engine.Engine
	deps    Deps
	exports *goja.Object
	equal   *goja.Object
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, deps: deps} }

// Exports is what require('assert') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		b := m.binding()
		m.exports = assertFile.Call(m.e, b, m.Equality(), diffFile.Call(m.e)).(*goja.Object)
	}
	return m.exports
}

// Equality has isDeepEqual, isDeepStrictEqual and isPartialStrictEqual, which
// util.isDeepStrictEqual shares.
func (m *Module) Equality() *goja.Object {
	if m.equal == nil {
		m.equal = equalityFile.Call(m.e, m.equalityBinding()).(*goja.Object)
	}
	return m.equal
}

func (m *Module) equalityBinding() *goja.Object {
	b := m.e.VM.NewObject()
	binding.Methods(m.e.VM, b, binding.Method{Name: "className", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		obj, ok := c.Argument(0).(*goja.Object)
		if !ok {
			return m.e.VM.ToValue("")
		}
		return m.e.VM.ToValue(obj.ClassName())
	}})
	return b
}

// binding is what assert.js needs from Go.
func (m *Module) binding() *goja.Object {
	vm := m.e.VM
	b := vm.NewObject()
	binding.Methods(vm, b,
		binding.Method{Name: "inspect", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			options, _ := c.Argument(1).(*goja.Object)
			return vm.ToValue(m.deps.Inspect(c.Argument(0), options))
		}},
		binding.Method{Name: "argType", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			var expected []string
			for _, x := range c.Arguments[2:] {
				expected = append(expected, x.String())
			}
			return nodeerr.ArgType(vm, c.Argument(0).String(), c.Argument(1), expected...)
		}},
		binding.Method{Name: "argValue", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.ArgValue(vm, c.Argument(0).String(), m.deps.Inspect(c.Argument(1), nil), c.Argument(2).String())
		}},
		binding.Method{Name: "coded", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(vm, c.Argument(0).String(), c.Argument(1).String(), c.Argument(2).String())
		}},
		binding.Method{Name: "received", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(nodeerr.Received(vm, c.Argument(0)))
		}},
		binding.Method{Name: "callText", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return vm.ToValue(m.callText())
		}},
	)
	return b
}

// callText is the source text of the assert call that is running, "" where
// the source is not at hand.
func (m *Module) callText() string {
	stacks := m.e.Stacks
	if stacks == nil || stacks.Source == nil {
		return ""
	}
	for _, f := range stacks.Capture(10) {
		if f.File == "" || strings.HasPrefix(f.File, "node:") {
			continue
		}
		src, ok := stacks.Source(f.File)
		if !ok {
			return ""
		}
		return callAt(src, f.Line, f.Column)
	}
	return ""
}

// callAt cuts the call expression out of the source that begins at, or before,
// a position: from the start of its name to its closing parenthesis.
func callAt(src string, line, column int) string {
	for ; line > 1; line-- {
		_, rest, ok := strings.Cut(src, "\n")
		if !ok {
			return ""
		}
		src = rest
	}
	text, _, _ := strings.Cut(src, "\n")
	start := min(max(column-1, 0), len(text))
	for start > 0 && isNameByte(text[start-1]) {
		start--
	}
	end := closingParen(src[start:])
	if end < 0 {
		return ""
	}
	return src[start : start+end]
}

func isNameByte(c byte) bool {
	return c == '.' || c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// closingParen is the offset behind the parenthesis that closes the first one.
func closingParen(s string) int {
	depth := 0
	var quote byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"' || c == '`':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}
