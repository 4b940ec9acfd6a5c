package url

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// inspectedFields are the properties that util.inspect shows of a URL.
var inspectedFields = [...]string{
	"href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "searchParams", "hash",
}

// inspectURL is what util.inspect calls on a URL: (depth, options).
func (m *Module) inspectURL(c goja.FunctionCall) goja.Value {
	if tooDeep(c.Argument(0)) {
		return c.This
	}
	if goja.IsUndefined(c.This) || goja.IsNull(c.This) {
		panic(m.vm.NewTypeError("Cannot read properties of %s (reading 'href')", c.This.String()))
	}
	this := c.This.ToObject(m.vm)
	options, ok := c.Argument(1).(*goja.Object)
	if !ok {
		panic(m.vm.NewTypeError("Cannot read properties of undefined (reading 'showHidden')"))
	}
	fields := m.vm.NewObject()
	for _, name := range inspectedFields {
		v := this.Get(name)
		if v == nil {
			v = goja.Undefined()
		}
		binding.Value(fields, name, v)
	}
	return m.vm.ToValue(constructorName(this, "URL") + " " + m.deps.Inspect(fields, options))
}

// constructorName is the name of the first constructor among the prototypes.
func constructorName(obj *goja.Object, fallback string) string {
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok && engine.IsCallable(ctor) {
		if name := ctor.Get("name"); goja.IsString(name) && name.String() != "" && name.String() != "Object" {
			return name.String()
		}
	}
	return fallback
}

func tooDeep(depth goja.Value) bool { return goja.IsNumber(depth) && depth.ToFloat() < 0 }

// nested prepares printing what is inside an object: print gives the text of
// a value, or ok is false and text says that the object is too deep.
func (m *Module) nested(c goja.FunctionCall) (options *goja.Object, text goja.Value) {
	given := c.Argument(1).ToObject(m.vm)
	depth := c.Argument(0)
	if tooDeep(depth) {
		return nil, m.e.CallMethod(given, "stylize", m.vm.ToValue("[Object]"), m.vm.ToValue("special"))
	}
	options = m.vm.NewObject()
	m.assign(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{options, given}})
	if !goja.IsNull(depth) {
		binding.Value(options, "depth", m.vm.ToValue(depth.ToFloat()-1))
	}
	return options, nil
}

// inspectParams is what util.inspect calls on a URLSearchParams.
func (m *Module) inspectParams(c goja.FunctionCall) goja.Value {
	st := m.thisParams(c.This)
	options, text := m.nested(c)
	if text != nil {
		return text
	}
	const separator = ", "
	output := make([]string, len(st.list))
	width := -len(separator)
	for i, p := range st.list {
		output[i] = m.deps.Inspect(m.vm.ToValue(p.Name), options) + " => " + m.deps.Inspect(m.vm.ToValue(p.Value), options)
		width += utf8.RuneCountInString(withoutColors(output[i])) + len(separator)
	}
	head := constructorName(c.This.(*goja.Object), "URLSearchParams") + " {"
	switch limit := options.Get("breakLength"); {
	case limit != nil && float64(width) > limit.ToFloat():
		return m.vm.ToValue(head + "\n  " + strings.Join(output, ",\n  ") + " }")
	case len(output) > 0:
		return m.vm.ToValue(head + " " + strings.Join(output, separator) + " }")
	}
	return m.vm.ToValue(head + "}")
}

// inspectIterator is what util.inspect calls on an iterator: it shows what is
// still to come.
func (m *Module) inspectIterator(c goja.FunctionCall) goja.Value {
	it := m.thisIterator(c.This)
	options, text := m.nested(c)
	if text != nil {
		return text
	}
	var rest []any
	var output []string
	for _, p := range it.params.list[min(it.index, len(it.params.list)):] {
		v := it.part(m.vm, p)
		rest = append(rest, v)
		output = append(output, m.deps.Inspect(v, options))
	}
	first, separator := " ", ", "
	if strings.Contains(m.deps.Inspect(m.vm.NewArray(rest...), options), "\n") {
		first, separator = "\n  ", ",\n  "
	}
	tag := c.This.(*goja.Object).GetSymbol(goja.SymToStringTag).String()
	return m.vm.ToValue(tag + " {" + first + strings.Join(output, separator) + " }")
}

var colorCodes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\x1b\\[[0-9;]*m") })

func withoutColors(s string) string {
	if !strings.Contains(s, "\x1b") {
		return s
	}
	return colorCodes().ReplaceAllString(s, "")
}

func (m *Module) argType(name string, v goja.Value, expected ...string) *goja.Object {
	return nodeerr.ArgType(m.vm, name, v, expected...)
}
