package fs

import (
	"math"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

// call is one call of a function of the API.
type call struct {
	*Module
	form form
	args []goja.Value
}

// arg is an argument, or undefined.
func (c *call) arg(i int) goja.Value {
	if i < len(c.args) {
		return c.args[i]
	}
	return goja.Undefined()
}

// option is a property of the options in argument i.
func (c *call) option(i int, key string) goja.Value {
	obj, _ := c.arg(i).(*goja.Object)
	return get(obj, key)
}

func isNullish(v goja.Value) bool { return v == nil || goja.IsUndefined(v) || goja.IsNull(v) }

func isObject(v goja.Value) bool {
	_, ok := v.(*goja.Object)
	return ok
}

// path checks the path in argument i, by Node's getValidatedPath, and returns
// its bytes.
func (c *call) path(i int, name string) string { return c.pathOf(c.arg(i), name) }

func (m *Module) pathOf(v goja.Value, name string) string {
	if obj, ok := v.(*goja.Object); ok && isURL(obj) {
		v = m.deps.FileURLToPath(v)
	}
	var path string
	switch {
	case goja.IsString(v):
		path = string(buffer.DecodeString(v, buffer.UTF8))
	case m.buffers.IsUint8Array(v):
		b, _ := m.buffers.Bytes(v)
		path = string(b)
	default:
		panic(nodeerr.ArgType(m.vm, name, v, "string", "Buffer", "URL"))
	}
	if strings.IndexByte(path, 0) >= 0 {
		panic(m.argValue(name, v, "must be a string, Uint8Array, or URL without null bytes"))
	}
	return path
}

// isURL tells what Node takes for a URL.
func isURL(obj *goja.Object) bool {
	truthy := func(name string) bool {
		v := obj.Get(name)
		return v != nil && v.ToBoolean()
	}
	missing := func(name string) bool {
		v := obj.Get(name)
		return v == nil || goja.IsUndefined(v)
	}
	return truthy("href") && truthy("protocol") && missing("auth") && missing("path")
}

func (m *Module) argValue(name string, v goja.Value, reason string) *goja.Object {
	return nodeerr.ArgValue(m.vm, name, m.deps.Describe(v, 2), reason)
}

// fd checks a file descriptor: Node's getValidatedFd.
func (c *call) fd(i int) int { return int(c.int32(c.arg(i), "fd", 0)) }

// number checks that v is a whole number from least to most.
func (m *Module) integer(v goja.Value, name string, least, most float64) float64 {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	f := v.ToFloat()
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if f < least || f > most {
		panic(nodeerr.OutOfRange(m.vm, name, ">= "+decimal(least)+" && <= "+decimal(most), v))
	}
	return f
}

func (m *Module) int32(v goja.Value, name string, least float64) float64 {
	return m.integer(v, name, least, math.MaxInt32)
}

// maxSafe is Number.MAX_SAFE_INTEGER.
const maxSafe = 1<<53 - 1

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// boolean reads an option; missing is its default.
func (m *Module) boolean(obj *goja.Object, key string, missing bool) bool {
	v := get(obj, key)
	if goja.IsUndefined(v) {
		return missing
	}
	return m.isTrue(v, "options."+key)
}

func (m *Module) isTrue(v goja.Value, name string) bool {
	b, ok := v.Export().(bool)
	if !ok || isObject(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "boolean"))
	}
	return b
}

// get is a property of an object that may be nil; a missing one is undefined.
func get(obj *goja.Object, key string) goja.Value {
	if obj == nil {
		return goja.Undefined()
	}
	if v := obj.Get(key); v != nil {
		return v
	}
	return goja.Undefined()
}

// function checks a callback.
func (m *Module) function(v goja.Value) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "cb", v, "Function"))
	}
	return fn
}

// mode is Node's parseFileMode: a 32-bit number, or octal digits.
func (m *Module) mode(v goja.Value, name string, missing uint32) uint32 {
	if isNullish(v) {
		return missing
	}
	return m.requiredMode(v, name)
}

func (m *Module) requiredMode(v goja.Value, name string) uint32 {
	if goja.IsNull(v) {
		v = goja.Undefined() // as Node's errors have it
	}
	if goja.IsString(v) {
		text := v.String()
		if text == "" || strings.Trim(text, "01234567") != "" {
			panic(m.argValue(name, v, "must be a 32-bit unsigned integer or an octal string"))
		}
		n, err := strconv.ParseUint(text, 8, 64)
		if err != nil {
			n = math.MaxUint64
		}
		v = m.vm.ToValue(float64(n))
	}
	return uint32(m.integer(v, name, 0, math.MaxUint32))
}

// accessMode reads the mode of access and copyFile, a few bits.
func (m *Module) accessMode(v goja.Value) int {
	if isNullish(v) {
		return 0
	}
	if !goja.IsNumber(v) {
		panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE", "mode must be int32 or null/undefined"))
	}
	const all = accessRead | accessWrite | accessExecute
	if mode := toInt32(v); mode >= 0 && mode <= all {
		return int(mode)
	}
	panic(nodeerr.WithMessage(m.vm, "RangeError", "ERR_OUT_OF_RANGE", "mode is out of range: >= 0 && <= 7"))
}

// owner is a user or group ID.
func (c *call) owner(i int, name string) int {
	return int(c.integer(c.arg(i), name, -1, math.MaxUint32))
}

// strings of open flags, Node's stringToFlags.
var openFlags = map[string]int{
	"r":  0,
	"rs": openSync, "sr": openSync,
	"r+":  openReadWrite,
	"rs+": openReadWrite | openSync, "sr+": openReadWrite | openSync,
	"w":  openTruncate | openCreate | openWriteOnly,
	"wx": openTruncate | openCreate | openWriteOnly | openExclusive, "xw": openTruncate | openCreate | openWriteOnly | openExclusive,
	"w+":  openTruncate | openCreate | openReadWrite,
	"wx+": openTruncate | openCreate | openReadWrite | openExclusive, "xw+": openTruncate | openCreate | openReadWrite | openExclusive,
	"a":  openAppend | openCreate | openWriteOnly,
	"ax": openAppend | openCreate | openWriteOnly | openExclusive, "xa": openAppend | openCreate | openWriteOnly | openExclusive,
	"as": openAppend | openCreate | openWriteOnly | openSync, "sa": openAppend | openCreate | openWriteOnly | openSync,
	"a+":  openAppend | openCreate | openReadWrite,
	"ax+": openAppend | openCreate | openReadWrite | openExclusive, "xa+": openAppend | openCreate | openReadWrite | openExclusive,
	"as+": openAppend | openCreate | openReadWrite | openSync, "sa+": openAppend | openCreate | openReadWrite | openSync,
}

func (m *Module) flags(v goja.Value, name string) int {
	switch {
	case goja.IsNumber(v):
		return int(m.int32(v, name, math.MinInt32))
	case isNullish(v):
		return 0
	case goja.IsString(v):
		if flags, ok := openFlags[v.String()]; ok {
			return flags
		}
	}
	panic(m.argValue(name, v, "is invalid"))
}
