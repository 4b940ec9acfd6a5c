package buffer

import (
	"math"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// defaultInspectMax is buffer.INSPECT_MAX_BYTES before a script changes it.
const defaultInspectMax = 50

// extrasLimit is the size up to which a Buffer's properties are looked for:
// the engine lists every element before them.
const extrasLimit = 1 << 20

// nullPrototypePrefix is how util.inspect begins an object without a
// prototype.
const nullPrototypePrefix = "[Object: null prototype] { "

// inspect is what util.inspect prints for a Buffer: its first bytes, and
// properties that a script has put on it. It is called with the depth, the
// options and util.inspect itself.
func (m *Module) inspect(c goja.FunctionCall) goja.Value {
	b := m.anyView(c)
	var out strings.Builder
	out.WriteString("<" + m.constructorName(c.This.(*goja.Object)) + " ")
	shown := int(math.Min(m.inspectMax, float64(len(b))))
	for i, x := range b[:shown] {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteByte(hexDigits[x>>4])
		out.WriteByte(hexDigits[x&15])
	}
	if rest := len(b) - shown; rest > 0 {
		out.WriteString(" ... " + strconv.Itoa(rest) + " more byte")
		if rest > 1 {
			out.WriteByte('s')
		}
	}
	if extras := m.inspectExtras(c, len(b)); extras != "" {
		if len(b) > 0 {
			out.WriteString(", ")
		}
		out.WriteString(extras)
	}
	out.WriteByte('>')
	return m.vm.ToValue(out.String())
}

// constructorName is the name of the object's class; one that cannot be read
// counts as Buffer.
func (m *Module) constructorName(obj *goja.Object) string {
	name := "Buffer"
	m.vm.Try(func() {
		ctor, ok := obj.Get("constructor").(*goja.Object)
		if !ok || !engine.IsCallable(ctor) {
			return
		}
		if v := ctor.Get("name"); v != nil && goja.IsString(v) {
			name = v.String()
		}
	})
	return name
}

// inspectExtras prints the properties that are no elements.
func (m *Module) inspectExtras(c goja.FunctionCall, size int) string {
	options, ok := c.Argument(1).(*goja.Object)
	inspect, callable := c.Argument(2).(*goja.Object)
	if !ok || !callable || !engine.IsCallable(inspect) || size > extrasLimit {
		return ""
	}
	obj := c.This.(*goja.Object)
	showHidden := options.Get("showHidden")
	extras := m.extraProperties(obj, showHidden != nil && showHidden.ToBoolean())
	if extras == nil {
		return ""
	}
	compact := m.vm.NewObject()
	for _, key := range options.Keys() {
		binding.Value(compact, key, options.Get(key))
	}
	binding.Value(compact, "breakLength", goja.PositiveInf())
	binding.Value(compact, "compact", m.vm.ToValue(true))
	text := m.call(inspect, goja.Undefined(), extras, compact).String()
	if len(text) < len(nullPrototypePrefix)+2 {
		return ""
	}
	return text[len(nullPrototypePrefix) : len(text)-2]
}

// extraProperties copies the own properties that are no elements to an
// object without a prototype, or gives nil when there are none.
func (m *Module) extraProperties(obj *goja.Object, hidden bool) *goja.Object {
	var extras *goja.Object
	add := func() *goja.Object {
		if extras == nil {
			extras = m.vm.CreateObject(nil)
		}
		return extras
	}
	names := obj.Keys
	if hidden {
		names = obj.GetOwnPropertyNames
	}
	for _, name := range names() {
		if _, err := strconv.Atoi(name); err != nil {
			binding.Value(add(), name, obj.Get(name))
		}
	}
	for _, sym := range obj.Symbols() {
		must(add().SetSymbol(sym, obj.GetSymbol(sym)))
	}
	return extras
}

// installInspectMax defines exports.INSPECT_MAX_BYTES.
func (m *Module) installInspectMax() {
	get := binding.Func(m.vm, "get", 0, func(goja.FunctionCall) goja.Value { return m.vm.ToValue(m.inspectMax) })
	set := binding.Func(m.vm, "set", 1, func(c goja.FunctionCall) goja.Value {
		v := c.Argument(0)
		m.requireNumber(v, "INSPECT_MAX_BYTES")
		f := v.ToFloat()
		if !(f >= 0) {
			panic(nodeerr.OutOfRange(m.vm, "INSPECT_MAX_BYTES", ">= 0", v))
		}
		m.inspectMax = f
		return goja.Undefined()
	})
	must(m.exports.DefineAccessorProperty("INSPECT_MAX_BYTES", get, set, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

// inspectEmpty prints, for an error, a value that comes to no bytes.
func (m *Module) inspectEmpty(v goja.Value) string {
	if m.deps.Inspect != nil {
		return m.deps.Inspect(v)
	}
	obj, ok := v.(*goja.Object)
	switch {
	case !ok:
		return "'" + v.String() + "'"
	case m.IsBuffer(v):
		return m.inspect(goja.FunctionCall{This: v}).String()
	}
	return m.views.tagOf(obj) + "(0) []"
}
