// Package querystring is Node's `querystring` module (Node documentation,
// "Query string"). split.go and codec.go are the text side and know no VM;
// Module is the binding. Texts are in WTF-8, as internal/wtf8 makes them, so
// that lone surrogates survive where Node keeps them.
//
// A Module belongs to one VM and the goroutine that runs it.
//
// # Differences from Node
//
// Separators are matched by bytes, not by UTF-16 units, which shows only for
// separators that begin with a part of a character.
package querystring

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/buffer"
)

// Module is the `querystring` module of one VM.
type Module struct {
	e       *engine.Engine
	vm      *goja.Runtime
	buffers *buffer.Module
	exports *goja.Object

	escapeFn, unescapeFn *goja.Object // before a script replaces them

	// Functions of the language, before a script replaces them.
	isArray, objectKeys, reflectGet, reflectSet engine.Func
}

// New builds the module.
func New(e *engine.Engine, buffers *buffer.Module) *Module {
	m := &Module{e: e, vm: e.VM, buffers: buffers, exports: e.VM.NewObject()}
	reflect := e.VM.Get("Reflect").(*goja.Object)
	m.reflectGet, _ = engine.Callable(reflect.Get("get"))
	m.reflectSet, _ = engine.Callable(reflect.Get("set"))
	m.objectKeys, _ = engine.Callable(e.Intrinsics.Object.Get("keys"))
	m.isArray, _ = engine.Callable(e.Intrinsics.Array.Get("isArray"))
	m.escapeFn = binding.Func(m.vm, "qsEscape", 1, m.escape)
	m.unescapeFn = binding.Func(m.vm, "qsUnescape", 2, m.unescape)
	stringify := binding.Func(m.vm, "stringify", 4, m.stringify)
	parse := binding.Func(m.vm, "parse", 4, m.parse)
	binding.Value(m.exports, "unescapeBuffer", binding.Func(m.vm, "unescapeBuffer", 2, m.unescapeBuffer))
	binding.Value(m.exports, "unescape", m.unescapeFn)
	binding.Value(m.exports, "escape", m.escapeFn)
	binding.Value(m.exports, "stringify", stringify)
	binding.Value(m.exports, "encode", stringify)
	binding.Value(m.exports, "parse", parse)
	binding.Value(m.exports, "decode", parse)
	return m
}

// Exports is what require('querystring') returns.
func (m *Module) Exports() *goja.Object { return m.exports }

// encoded is Escape with Node's error for half a character.
func (m *Module) encoded(s string) string {
	out, ok := Escape(s)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_INVALID_URI"))
	}
	return out
}

// escape is querystring.escape(str).
func (m *Module) escape(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(m.encoded(wtf8.ToString(m.vm, c.Argument(0))))
}

// unescape is querystring.unescape(str[, decodeSpaces]).
func (m *Module) unescape(c goja.FunctionCall) goja.Value {
	return wtf8.Value(Unescape(wtf8.ToString(m.vm, c.Argument(0)), c.Argument(1).ToBoolean()))
}

// unescapeBuffer is querystring.unescapeBuffer(str[, decodeSpaces]).
func (m *Module) unescapeBuffer(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if goja.IsUndefined(v) || goja.IsNull(v) {
		panic(m.vm.NewTypeError("Cannot read properties of %s (reading 'length')", v.String()))
	}
	length := v.ToObject(m.vm).Get("length")
	if length == nil || !goja.IsNumber(length) {
		panic(nodeerr.ArgType(m.vm, "size", length, "number"))
	}
	units := wtf8.ToUTF16(wtf8.ToString(m.vm, v))
	return m.buffers.FromBytes(unescapeUnits(units[:min(len(units), int(length.ToInteger()))], c.Argument(1).ToBoolean()))
}

// option reads a function among the options; without one it is that of the
// exports, which a script may have replaced.
func (m *Module) option(options goja.Value, name, export string) *goja.Object {
	if options.ToBoolean() {
		if fn, ok := options.ToObject(m.vm).Get(name).(*goja.Object); ok && engine.IsCallable(fn) {
			return fn
		}
	}
	fn, ok := m.exports.Get(export).(*goja.Object)
	if !ok || !engine.IsCallable(fn) {
		panic(m.vm.NewTypeError("querystring.%s is not a function", export))
	}
	return fn
}

// separator reads sep or eq: any false value stands for the usual one.
func (m *Module) separator(v goja.Value, usual string) string {
	if !v.ToBoolean() {
		return usual
	}
	if sym, ok := v.(*goja.Symbol); ok {
		return "Symbol(" + sym.String() + ")"
	}
	return wtf8.ToString(m.vm, v)
}

// maxKeys is how many pairs parse looks at; negative for all. A number that
// is no integer is never reached, as on Node.
func (m *Module) maxKeys(options goja.Value) int {
	const usual, unlimited = 1000, -1
	if !options.ToBoolean() {
		return usual
	}
	v := options.ToObject(m.vm).Get("maxKeys")
	if v == nil || !goja.IsNumber(v) {
		return usual
	}
	limit := v.ToFloat()
	if limit > 0 && limit <= math.MaxInt32 && limit == math.Trunc(limit) {
		return int(limit)
	}
	return unlimited
}

// parse is querystring.parse(str[, sep[, eq[, options]]]).
func (m *Module) parse(c goja.FunctionCall) goja.Value {
	out := m.vm.CreateObject(nil)
	v := c.Argument(0)
	if !goja.IsString(v) {
		return out
	}
	options := c.Argument(3)
	sep, eq := m.separator(c.Argument(1), "&"), m.separator(c.Argument(2), "=")
	limit := m.maxKeys(options)
	decode := m.option(options, "decodeURIComponent", "unescape")
	collect := m.collector(out)
	if decode == m.unescapeFn {
		split(wtf8.Of(v), sep, eq, limit, func(key, value string) {
			key, value = decodePair(key, value)
			collect(key, wtf8.Value(value))
		})
		return out
	}
	call, _ := engine.Callable(decode)
	split(wtf8.Of(v), sep, eq, limit, func(key, value string) {
		name := wtf8.ToString(m.vm, m.decodeBy(call, key))
		collect(name, m.decodeBy(call, value))
	})
	return out
}

// collector adds values to an object; a name that comes again gets an array.
func (m *Module) collector(out *goja.Object) func(name string, value goja.Value) {
	seen := map[string]goja.Value{}
	return func(name string, value goja.Value) {
		current, ok := seen[name]
		switch list, isObject := current.(*goja.Object); {
		case !ok || goja.IsUndefined(current):
			seen[name] = value
			m.define(out, name, value)
		case isObject && list.Get("pop") != nil && list.Get("pop").ToBoolean():
			m.e.CallMethod(list, "push", value)
		default:
			pair := m.vm.NewArray(current, value)
			seen[name] = pair
			m.define(out, name, pair)
		}
	}
}

func (m *Module) define(out *goja.Object, name string, value goja.Value) {
	if wtf8.Repair(name) == name {
		binding.Value(out, name, value)
		return
	}
	m.reflectSet(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{out, wtf8.Value(name), value}})
}

// decodeBy decodes by a function of the script; where it throws, the module's
// own decoding takes its place.
func (m *Module) decodeBy(call engine.Func, s string) (v goja.Value) {
	if s == "" {
		return m.vm.ToValue("")
	}
	s = plusAsCode(s)
	if ex := m.e.Try(func() { v = m.e.Call(call, goja.Undefined(), wtf8.Value(s)) }); ex == nil {
		return v
	}
	unescape, ok := engine.Callable(m.exports.Get("unescape"))
	if !ok {
		panic(m.vm.NewTypeError("querystring.unescape is not a function"))
	}
	return m.e.Call(unescape, goja.Undefined(), wtf8.Value(s), m.vm.ToValue(true))
}

// stringify is querystring.stringify(obj[, sep[, eq[, options]]]).
func (m *Module) stringify(c goja.FunctionCall) goja.Value {
	sep, eq := m.separator(c.Argument(1), "&"), m.separator(c.Argument(2), "=")
	encode := m.encoder(m.option(c.Argument(3), "encodeURIComponent", "escape"))
	obj, ok := c.Argument(0).(*goja.Object)
	if !ok || engine.IsCallable(obj) {
		return m.vm.ToValue("")
	}
	var out []byte
	add := func(key string, v goja.Value) {
		if len(out) > 0 {
			out = append(out, sep...)
		}
		out = append(append(append(out, key...), eq...), encode(v)...)
	}
	for _, name := range m.keys(obj) {
		v := m.get(obj, name)
		key := encode(name)
		list, isObject := v.(*goja.Object)
		if !isObject || !m.isArray(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{v}}).ToBoolean() {
			add(key, v)
			continue
		}
		for i := range int(list.Get("length").ToInteger()) {
			add(key, list.Get(m.vm.ToValue(i).String()))
		}
	}
	return wtf8.Value(string(out))
}

// keys are the names of an object's enumerable properties.
func (m *Module) keys(obj *goja.Object) []goja.Value {
	var names []goja.Value
	m.vm.ForOf(m.objectKeys(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{obj}}), func(name goja.Value) bool {
		names = append(names, name)
		return true
	})
	return names
}

func (m *Module) get(obj *goja.Object, name goja.Value) goja.Value {
	return m.reflectGet(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{obj, name}})
}

// encoder turns values into encoded texts; what is no primitive that has a
// text is "".
func (m *Module) encoder(fn *goja.Object) func(goja.Value) string {
	if fn == m.escapeFn {
		return func(v goja.Value) string { return m.encoded(m.primitiveText(v)) }
	}
	call, _ := engine.Callable(fn)
	return func(v goja.Value) string {
		return wtf8.ToString(m.vm, m.e.Call(call, goja.Undefined(), wtf8.Value(m.primitiveText(v))))
	}
}

// primitiveText is the text of a primitive value, "" for the others.
func (m *Module) primitiveText(v goja.Value) string {
	switch {
	case v == nil:
		return ""
	case goja.IsString(v):
		return wtf8.Of(v)
	case goja.IsNumber(v):
		if f := v.ToFloat(); math.IsNaN(f) || math.IsInf(f, 0) {
			return ""
		}
		return v.String()
	case goja.IsBigInt(v), v.StrictEquals(m.vm.ToValue(true)), v.StrictEquals(m.vm.ToValue(false)):
		return v.String()
	}
	return ""
}
