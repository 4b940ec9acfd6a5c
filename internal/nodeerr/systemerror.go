package nodeerr

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/v8stack"
)

// Context is what a SystemError tells in its info property.
type Context struct {
	Code    string // ESRCH
	Errno   int    // negative, as Node has it
	Message string // "no such process"
	Syscall string // libuv's name, such as uv_os_getpriority
	Path    string // "" when there is none
	Dest    string // "" when there is none
}

// SystemError makes Node's SystemError with code ERR_SYSTEM_ERROR, the form
// for failures of the system that are no result of an I/O operation.
func SystemError(vm *goja.Runtime, c Context) *goja.Object {
	return NamedSystemError(vm, "ERR_SYSTEM_ERROR", "A system error occurred", c)
}

// NamedSystemError makes a SystemError with another code and text.
func NamedSystemError(vm *goja.Runtime, code, text string, c Context) *goja.Object {
	msg := text + ": " + c.Syscall + " returned " + c.Code + " (" + c.Message + ")"
	if c.Path != "" {
		msg += " " + c.Path
	}
	if c.Dest != "" {
		msg += " => " + c.Dest
	}
	err := Plain(vm, "Error", msg)
	v8stack.SetCode(err, code)
	set(err, "code", vm.ToValue(code))
	hide(err, "name", vm.ToValue("SystemError"))
	info := vm.NewObject()
	set(info, "errno", vm.ToValue(c.Errno))
	set(info, "code", vm.ToValue(c.Code))
	set(info, "message", vm.ToValue(c.Message))
	set(info, "syscall", vm.ToValue(c.Syscall))
	linked := []string{"errno", "syscall"}
	for _, p := range []struct{ name, text string }{{"path", c.Path}, {"dest", c.Dest}} {
		if p.text != "" {
			set(info, p.name, vm.ToValue(p.text))
			linked = append(linked, p.name)
		}
	}
	must(err.DefineDataProperty("info", info, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_TRUE))
	for _, name := range linked {
		link(vm, err, info, name)
	}
	return err
}

// link makes a property of err that reads and writes the one of info.
func link(vm *goja.Runtime, err, info *goja.Object, name string) {
	get := vm.ToValue(func(goja.FunctionCall) goja.Value { return info.Get(name) })
	put := vm.ToValue(func(c goja.FunctionCall) goja.Value {
		must(info.Set(name, c.Argument(0)))
		return goja.Undefined()
	})
	must(err.DefineAccessorProperty(name, get, put, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

// hide defines a property that is not enumerable.
func hide(obj *goja.Object, name string, v goja.Value) {
	must(obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// must is for definitions on objects that we just made.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
