package netmodule

import (
	"math"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// callArgs are the arguments of connect and listen in Node's normalized form:
// an options object and a callback.
type callArgs struct {
	m       *Module
	options *goja.Object
	cb      *goja.Object
	fresh   bool // options was made here, not by the script
}

// normalizeArgs is Node's: (options[, cb]), (path[, cb]) or
// (port[, host][, cb]).
func (m *Module) normalizeArgs(args []goja.Value) callArgs {
	a := callArgs{m: m}
	if len(args) == 0 {
		a.options, a.fresh = m.vm.NewObject(), true
		return a
	}
	if obj, ok := args[0].(*goja.Object); ok {
		a.options = obj
		if done, ok := m.normalized(obj); ok {
			return done
		}
	} else {
		a.options, a.fresh = m.positional(args), true
	}
	if last := args[len(args)-1]; engine.IsCallable(last) {
		a.cb = last.(*goja.Object)
	}
	return a
}

func (m *Module) positional(args []goja.Value) *goja.Object {
	obj := m.vm.NewObject()
	if isPipeName(args[0]) {
		binding.Value(obj, "path", args[0])
		return obj
	}
	binding.Value(obj, "port", args[0])
	if len(args) > 1 && goja.IsString(args[1]) {
		binding.Value(obj, "host", args[1])
	}
	return obj
}

// normalized recognises the array that net._normalizeArgs returns.
func (m *Module) normalized(obj *goja.Object) (callArgs, bool) {
	if v := obj.GetSymbol(m.normalizedSym); v == nil || !v.ToBoolean() {
		return callArgs{}, false
	}
	a := callArgs{m: m}
	a.options, _ = obj.Get("0").(*goja.Object)
	a.cb, _ = obj.Get("1").(*goja.Object)
	return a, true
}

// isPipeName: a string that is no port number.
func isPipeName(v goja.Value) bool {
	if !goja.IsString(v) {
		return false
	}
	_, isPort := toNumber(v)
	return !isPort
}

// toNumber is Node's: the number, when it is one that is not negative.
func toNumber(v goja.Value) (float64, bool) {
	if v == nil {
		return 0, false
	}
	if _, ok := v.(*goja.Symbol); ok {
		return 0, false
	}
	n := v.ToFloat()
	return n, n >= 0
}

func (a callArgs) get(name string) goja.Value {
	if v := a.options.Get(name); v != nil {
		return v
	}
	return goja.Undefined()
}

func (a callArgs) truthy(name string) bool { return a.get(name).ToBoolean() }

func (a callArgs) str(name string) string {
	if v := a.get(name); v.ToBoolean() {
		return v.String()
	}
	return ""
}

// has is `name in options`.
func (a callArgs) has(name string) bool {
	for o := a.options; o != nil; o = o.Prototype() {
		if o.Get(name) != nil {
			return true
		}
	}
	return false
}

func isNil(v goja.Value) bool { return v == nil || goja.IsUndefined(v) || goja.IsNull(v) }

// checkPort is Node's validatePort with its name in the error.
func (m *Module) checkPort(v goja.Value, name string) int {
	if n, ok := portNumber(v); ok {
		return n
	}
	panic(nodeerr.WithMessage(m.vm, "RangeError", "ERR_SOCKET_BAD_PORT",
		name+" should be >= 0 and < 65536. Received "+nodeerr.Received(m.vm, v)+"."))
}

func portNumber(v goja.Value) (int, bool) {
	switch {
	case goja.IsNumber(v):
	case goja.IsString(v):
		if strings.TrimSpace(v.String()) == "" {
			return 0, false
		}
	default:
		return 0, false
	}
	n := v.ToFloat()
	if n != math.Trunc(n) || n < 0 || n > 65535 {
		return 0, false
	}
	return int(n), true
}

// checkFunction is Node's validateFunction.
func (m *Module) checkFunction(v goja.Value, name string) engine.Func {
	if fn, ok := engine.Callable(v); ok {
		return fn
	}
	panic(nodeerr.ArgType(m.vm, name, v, "Function"))
}

// checkNumber is Node's validateNumber.
func (m *Module) checkNumber(v goja.Value, name string) float64 {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	return v.ToFloat()
}

// checkString is Node's validateString.
func (m *Module) checkString(v goja.Value, name string) string {
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "string"))
	}
	return v.String()
}

// checkBoolean is Node's validateBoolean.
func (m *Module) checkBoolean(v goja.Value, name string) bool {
	b, ok := v.Export().(bool)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, "boolean"))
	}
	return b
}

// checkInt32 is Node's validateInt32.
func (m *Module) checkInt32(v goja.Value, name string, lo, hi int) int {
	n := m.checkNumber(v, name)
	if n != math.Trunc(n) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if n < float64(lo) || n > float64(hi) {
		panic(nodeerr.OutOfRange(m.vm, name, ">= "+strconv.Itoa(lo)+" && <= "+strconv.Itoa(hi), v))
	}
	return int(n)
}
