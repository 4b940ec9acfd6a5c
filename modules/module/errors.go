package module

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/v8stack"
)

func itoa(n int) string { return strconv.Itoa(n) }

func joinStrings(list []string, sep string) string { return strings.Join(list, sep) }

// noFS is a file system without files.
type noFS struct{}

func (noFS) ReadFile(path string) ([]byte, error)  { return nil, missing("open", path) }
func (noFS) Stat(path string) (fs.FileInfo, error) { return nil, missing("stat", path) }
func (noFS) Realpath(path string) (string, error)  { return "", missing("realpath", path) }

func missing(op, path string) error { return &fs.PathError{Op: op, Path: path, Err: fs.ErrNotExist} }

// check raises a failed resolution as a JavaScript exception.
func (l *Loader) check(err error) {
	if err == nil {
		return
	}
	var failed *resolveError
	if !errors.As(err, &failed) {
		panic(l.fileError(err, ""))
	}
	switch failed.code {
	case "MODULE_NOT_FOUND", codeModuleNotFound:
		obj := nodeerr.Plain(l.vm, failed.class, failed.message)
		binding.Value(obj, "code", l.vm.ToValue("MODULE_NOT_FOUND"))
		for _, p := range []struct{ name, value string }{{"path", failed.path}, {"requestPath", failed.requestPath}} {
			if p.value != "" {
				binding.Value(obj, p.name, l.vm.ToValue(p.value))
			}
		}
		panic(obj)
	case "":
		panic(nodeerr.Plain(l.vm, failed.class, failed.message))
	}
	panic(nodeerr.WithMessage(l.vm, failed.class, failed.code, failed.message))
}

// notFound is the error for a request that is nowhere. It lists the modules
// through which the request came.
func (l *Loader) notFound(request string, parent goja.Value) *goja.Object {
	stack := l.requireStack(parent)
	message := "Cannot find module '" + request + "'"
	if len(stack) > 0 {
		message += "\nRequire stack:\n- " + joinStrings(stack, "\n- ")
	}
	err := nodeerr.Plain(l.vm, "Error", message)
	binding.Value(err, "code", l.vm.ToValue("MODULE_NOT_FOUND"))
	binding.Value(err, "requireStack", l.array(stack))
	return err
}

// requireStack lists the modules through which a request came.
func (l *Loader) requireStack(parent goja.Value) []string {
	stack := []string{}
	for m, ok := parent.(*goja.Object); ok && len(stack) < maxRequireStack; m, ok = l.parentOf(m).(*goja.Object) {
		name := text(m, "filename")
		if name == "" {
			name = text(m, "id")
		}
		stack = append(stack, name)
	}
	return stack
}

// maxRequireStack ends the require stack of modules that are their own
// ancestors, which scripts can make.
const maxRequireStack = 1000

// fileError is the error of reading a file, in the form of fs.
func (l *Loader) fileError(err error, path string) *goja.Object {
	call := "open"
	var at *fs.PathError
	if errors.As(err, &at) && at.Op == "read" {
		call, path = "read", ""
	}
	sys := nodeerr.FromGo(err, call)
	message := sys.Code + ": " + nodeerr.Reason(sys.Code)
	if sys.Code == "UNKNOWN" {
		message = sys.Code + ": " + err.Error()
	}
	message += ", " + call
	if path != "" {
		message += " '" + path + "'"
	}
	obj := nodeerr.Plain(l.vm, "Error", message)
	binding.Value(obj, "errno", l.vm.ToValue(sys.Errno))
	binding.Value(obj, "code", l.vm.ToValue(sys.Code))
	binding.Value(obj, "syscall", l.vm.ToValue(call))
	if path != "" {
		binding.Value(obj, "path", l.vm.ToValue(path))
	}
	return obj
}

// compileError is the exception for a text that does not compile.
func (l *Loader) compileError(err error) goja.Value {
	if errors.Is(err, script.ErrTooDeep) {
		return nodeerr.Plain(l.vm, "RangeError", err.Error())
	}
	var syntax *script.SyntaxError
	if !errors.As(err, &syntax) {
		return l.vm.NewGoError(err)
	}
	obj := nodeerr.Plain(l.vm, "SyntaxError", syntax.Message)
	if syntax.Code != "" {
		obj = nodeerr.WithMessage(l.vm, "SyntaxError", syntax.Code, syntax.Message)
	}
	l.e.Stacks.SetLocation(obj, v8stack.Location{
		File: syntax.File, Line: syntax.Line, Column: syntax.Column, Width: syntax.Width, Text: syntax.Text,
	})
	return obj
}

// inspect prints a value in an error text.
func (l *Loader) inspect(v goja.Value) string {
	if l.cfg.Inspect != nil {
		return l.cfg.Inspect(v)
	}
	if goja.IsString(v) {
		return "'" + v.String() + "'"
	}
	return v.String()
}
