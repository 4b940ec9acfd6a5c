package buffer

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Deps is what Buffer uses of the rest of the platform. All of it is
// optional, because Buffer is there before anything else.
type Deps struct {
	// Warn is process.emitWarning(message, 'DeprecationWarning', code).
	Warn func(message, code string)
	// PendingDeprecation is the option --pending-deprecation.
	PendingDeprecation bool
	// Inspect prints a value as util.inspect does.
	Inspect func(v goja.Value) string
	// DOMException makes one; without it an Error takes its place.
	DOMException func(message, name string) *goja.Object
}

// Attach gives the module what it uses of the rest of the platform.
func (m *Module) Attach(d Deps) { m.deps = d }

const constructorWarning = "Buffer() is deprecated due to security and usability issues. Please use the " +
	"Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead."

// warnConstructor warns once of Buffer() and new Buffer(), but as Node does
// not of calls that packages make, unless asked to.
func (m *Module) warnConstructor() {
	if m.deps.Warn == nil || m.warned || !m.deps.PendingDeprecation && m.insideNodeModules() {
		return
	}
	m.warned = true
	m.deps.Warn(constructorWarning, "DEP0005")
}

// insideNodeModules reports whether the script that called is part of a
// package.
func (m *Module) insideNodeModules() bool {
	var frames [8]goja.StackFrame
	for _, frame := range m.vm.CaptureCallStack(len(frames), frames[:0]) {
		if name := frame.SrcName(); !strings.HasPrefix(name, "<native>") && !strings.HasPrefix(name, "node:") {
			return strings.Contains(strings.ReplaceAll(name, "\\", "/"), "/node_modules/")
		}
	}
	return false
}

// call calls JavaScript. Running out of stack becomes a RangeError that the
// script can catch.
func (m *Module) call(fn *goja.Object, this goja.Value, args ...goja.Value) goja.Value {
	call, ok := engine.Callable(fn)
	if !ok {
		panic(m.vm.NewTypeError("%s is not a function", fn.String()))
	}
	defer func() {
		switch x := recover().(type) {
		case nil:
		case *goja.StackOverflowError:
			panic(nodeerr.Plain(m.vm, "RangeError", "Maximum call stack size exceeded"))
		default:
			panic(x)
		}
	}()
	if v := call(goja.FunctionCall{This: this, Arguments: args}); v != nil {
		return v
	}
	return goja.Undefined()
}

// domException is a DOMException, which atob and btoa throw.
func (m *Module) domException(message, name string, code int) *goja.Object {
	if m.deps.DOMException != nil {
		return m.deps.DOMException(message, name)
	}
	err := nodeerr.Plain(m.vm, "Error", message)
	for key, v := range map[string]any{"name": name, "code": code} {
		must(err.Set(key, v))
	}
	return err
}
