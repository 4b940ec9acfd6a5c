package prelude

import (
	"math"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// htmlMethods are the methods of strings that put a tag around them.
var htmlMethods = []struct{ name, tag, attribute string }{
	{"anchor", "a", "name"}, {"big", "big", ""}, {"blink", "blink", ""}, {"bold", "b", ""}, {"fixed", "tt", ""},
	{"fontcolor", "font", "color"}, {"fontsize", "font", "size"}, {"italics", "i", ""}, {"link", "a", "href"},
	{"small", "small", ""}, {"strike", "strike", ""}, {"sub", "sub", ""}, {"sup", "sup", ""},
}

func (p *prelude) installHTML() {
	proto := p.prototype("String")
	for _, m := range htmlMethods {
		length := 0
		if m.attribute != "" {
			length = 1
		}
		p.add(proto, binding.Method{Name: m.name, Length: length, Fn: func(c goja.FunctionCall) goja.Value {
			var b goja.StringBuilder
			text := p.stringThis(c.This, m.name)
			b.WriteUTF8String("<" + m.tag)
			if m.attribute != "" {
				b.WriteUTF8String(" " + m.attribute + `="`)
				b.WriteString(p.text(p.quoted(c.Argument(0))))
				b.WriteUTF8String(`"`)
			}
			b.WriteUTF8String(">")
			b.WriteString(text)
			b.WriteUTF8String("</" + m.tag + ">")
			return b.String()
		}})
	}
}

// quoted is an attribute's value.
func (p *prelude) quoted(v goja.Value) goja.Value {
	s := p.text(v)
	if !strings.Contains(s.String(), `"`) {
		return s
	}
	return p.vm.ToValue(strings.ReplaceAll(s.String(), `"`, "&quot;"))
}

// stringThis is the receiver of a method of strings.
func (p *prelude) stringThis(this goja.Value, method string) goja.String {
	if goja.IsUndefined(this) || goja.IsNull(this) {
		panic(p.vm.NewTypeError("String.prototype.%s called on null or undefined", method))
	}
	return p.text(this)
}

// text is the operation ToString; goja's own leaves primitives as they are.
func (p *prelude) text(v goja.Value) goja.String {
	if s, ok := v.(goja.String); ok {
		return s
	}
	switch prim := v.ToString().(type) {
	case goja.String:
		return prim
	case *goja.Symbol:
		panic(p.vm.NewTypeError("Cannot convert a Symbol value to a string"))
	default:
		return p.vm.ToValue(prim.String()).(goja.String)
	}
}

// installYears adds getYear, setYear and toGMTString.
func (p *prelude) installYears() {
	proto := p.prototype("Date")
	method := func(name string) engine.Func {
		fn, _ := engine.Callable(proto.Get(name))
		return fn
	}
	full, setFull, setTime := method("getFullYear"), method("setFullYear"), method("setTime")
	time := method("getTime")
	date := func(this goja.Value, name string) *goja.Object {
		if obj, ok := this.(*goja.Object); ok && obj.ClassName() == "Date" {
			return obj
		}
		panic(p.incompatible("Date.prototype."+name, this))
	}
	call := func(fn engine.Func, this *goja.Object, args ...goja.Value) goja.Value {
		return fn(goja.FunctionCall{This: this, Arguments: args})
	}
	p.add(proto,
		binding.Method{Name: "getYear", Fn: func(c goja.FunctionCall) goja.Value {
			return p.vm.ToValue(call(full, date(c.This, "getYear")).ToFloat() - 1900)
		}},
		binding.Method{Name: "setYear", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			obj := date(c.This, "setYear")
			year := c.Argument(0).ToFloat()
			if math.IsNaN(year) {
				return call(setTime, obj, p.vm.ToValue(math.NaN()))
			}
			if y := math.Trunc(year); y >= 0 && y <= 99 {
				year = y + 1900
			}
			if math.IsNaN(call(time, obj).ToFloat()) {
				call(setTime, obj, p.vm.ToValue(0))
				return call(setFull, obj, p.vm.ToValue(year), p.vm.ToValue(0), p.vm.ToValue(1))
			}
			return call(setFull, obj, p.vm.ToValue(year))
		}},
	)
	binding.Hidden(proto, "toGMTString", proto.Get("toUTCString"))
}
