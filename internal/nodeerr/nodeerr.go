// Package nodeerr makes the errors that Node makes: those with an ERR_* code
// (Node documentation, "Errors", "Node.js error codes") and system errors with
// errno, code and syscall. Every built-in module throws through it.
package nodeerr

import (
	"fmt"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/v8stack"
)

// New makes the error for code; args fill the text of the table. A code
// missing from the table is a mistake of the caller and panics.
func New(vm *goja.Runtime, code string, args ...any) *goja.Object {
	def, ok := codes[code]
	if !ok {
		panic(fmt.Sprintf("nodeerr: unknown code %s", code))
	}
	msg := def.text
	if len(args) > 0 {
		msg = fmt.Sprintf(def.text, args...)
	}
	return WithMessage(vm, def.class, code, msg)
}

// Throw raises the error for code as a JavaScript exception.
func Throw(vm *goja.Runtime, code string, args ...any) {
	panic(New(vm, code, args...))
}

// WithMessage makes an error of the given class ("Error", "TypeError", ...)
// with a code and a text of its own.
func WithMessage(vm *goja.Runtime, class, code, msg string) *goja.Object {
	err := Plain(vm, class, msg)
	v8stack.SetCode(err, code)
	set(err, "code", vm.ToValue(code))
	return err
}

// Plain makes an error without a code.
func Plain(vm *goja.Runtime, class, msg string) *goja.Object {
	err, e := vm.New(vm.Get(class), vm.ToValue(msg))
	if e != nil {
		panic(e)
	}
	return err
}

func set(obj *goja.Object, name string, v goja.Value) {
	if err := obj.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE); err != nil {
		panic(err)
	}
}
