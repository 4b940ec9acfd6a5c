package util

import (
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// requireErrno reads the number of a system error: a negative integer.
func (m *Module) requireErrno(v goja.Value) int {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, "err", v, "number"))
	}
	n := v.ToFloat()
	if n >= 0 || n != math.Trunc(n) || math.Abs(n) > 1<<53-1 {
		panic(nodeerr.OutOfRange(m.vm, "err", "a negative integer", v))
	}
	return int(n)
}

func (m *Module) getSystemErrorName(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(nodeerr.ErrnoName(m.requireErrno(c.Argument(0))))
}

func (m *Module) getSystemErrorMessage(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(nodeerr.Reason(nodeerr.ErrnoName(m.requireErrno(c.Argument(0)))))
}

// getSystemErrorMap makes a Map from numbers to [name, message].
func (m *Module) getSystemErrorMap(goja.FunctionCall) goja.Value {
	errors, err := m.vm.New(m.e.Intrinsics.Map)
	must(err)
	set, _ := engine.Callable(errors.Get("set"))
	for _, code := range nodeerr.SystemCodes() {
		set(goja.FunctionCall{This: errors, Arguments: []goja.Value{
			m.vm.ToValue(code.Errno), m.vm.NewArray(code.Name, code.Reason),
		}})
	}
	return errors
}

// errnoException is util._errnoException(err, syscall, original).
func (m *Module) errnoException(c goja.FunctionCall) goja.Value {
	errno := m.requireErrno(c.Argument(0))
	code := nodeerr.ErrnoName(errno)
	text := wtf8.ToString(m.vm, c.Argument(1)) + " " + code
	if original := c.Argument(2); original.ToBoolean() {
		text += " " + wtf8.ToString(m.vm, original)
	}
	return m.systemError(text, errno, code, c.Argument(1))
}

func (m *Module) systemError(text string, errno int, code string, syscall goja.Value) *goja.Object {
	err := nodeerr.Plain(m.vm, "Error", text)
	binding.Value(err, "errno", m.vm.ToValue(errno))
	binding.Value(err, "code", m.vm.ToValue(code))
	binding.Value(err, "syscall", syscall)
	return err
}

// exceptionWithHostPort is util._exceptionWithHostPort(err, syscall, address,
// port, additional).
func (m *Module) exceptionWithHostPort(c goja.FunctionCall) goja.Value {
	errno := m.requireErrno(c.Argument(0))
	code := nodeerr.ErrnoName(errno)
	address, port := c.Argument(2), c.Argument(3)
	text := wtf8.ToString(m.vm, c.Argument(1)) + " " + code
	if goja.IsNumber(port) && port.ToInteger() > 0 {
		text += " " + wtf8.ToString(m.vm, address) + ":" + strconv.FormatInt(port.ToInteger(), 10)
	} else if address.ToBoolean() {
		text += " " + wtf8.ToString(m.vm, address)
	}
	if additional := c.Argument(4); additional.ToBoolean() {
		text += " - Local (" + wtf8.ToString(m.vm, additional) + ")"
	}
	err := m.systemError(text, errno, code, c.Argument(1))
	binding.Value(err, "address", address)
	if port.ToBoolean() {
		binding.Value(err, "port", port)
	}
	return err
}
