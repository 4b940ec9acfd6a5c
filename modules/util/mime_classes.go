package util

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/wtf8"
)

// mimeClasses are MIMEType and MIMEParams.
type mimeClasses struct {
	kind, params *goja.Object
	iterate      *goja.Object // makes the generators of MIMEParams
}

// paramsState is the Go side of a MIMEParams.
type paramsState struct {
	binding.Native
	list *mimeList
}

// mimeType is the class MIMEType.
func (m *Module) mimeType() *goja.Object {
	if m.mime.kind != nil {
		return m.mime.kind
	}
	ctor := m.class("MIMEType", 1, func(this *goja.Object, c goja.FunctionCall) {
		t := m.parseMIME(m.text(c.Argument(0)))
		t.Native = binding.NewNative()
		m.attach(this, t)
	})
	proto := binding.Prototype(ctor)
	text := binding.Func(m.vm, "toString", 0, func(c goja.FunctionCall) goja.Value {
		return wtf8.Value(m.mimeOf(c.This, "read").String())
	})
	binding.Accessors(m.vm, proto, false,
		binding.Accessor{Name: "type",
			Get: func(this goja.Value) goja.Value { return wtf8.Value(m.mimeOf(this, "read").kind) },
			Set: func(this, v goja.Value) {
				text := m.text(v)
				m.mimeOf(this, "write").kind = m.token("type", text, text)
			}},
		binding.Accessor{Name: "subtype",
			Get: func(this goja.Value) goja.Value { return wtf8.Value(m.mimeOf(this, "read").subtype) },
			Set: func(this, v goja.Value) {
				text := m.text(v)
				m.mimeOf(this, "write").subtype = m.token("subtype", text, text)
			}},
		binding.Accessor{Name: "essence",
			Get: func(this goja.Value) goja.Value { return wtf8.Value(m.mimeOf(this, "read").essence()) }},
		binding.Accessor{Name: "params", Get: func(this goja.Value) goja.Value {
			return m.paramsOf(m.mimeOf(this, "read"))
		}},
	)
	binding.Hidden(proto, "toString", text)
	binding.Hidden(proto, "toJSON", text)
	binding.HiddenMethods(m.vm, ctor, binding.Method{Name: "parse", Length: 1, Fn: m.tryMIME})
	m.mime.kind = ctor
	return ctor
}

// tryMIME is MIMEType.parse: null for what is no MIME type.
func (m *Module) tryMIME(c goja.FunctionCall) goja.Value {
	text := wtf8.Value(m.text(c.Argument(0)))
	result := goja.Null()
	ex := m.e.Try(func() {
		obj, err := m.vm.New(m.mimeType(), text)
		must(err)
		result = obj
	})
	if ex != nil {
		return goja.Null()
	}
	return result
}

func (m *Module) text(v goja.Value) string { return wtf8.ToString(m.vm, v) }

// mimeOf is the Go side of a MIMEType; verb is what the caller wants with it.
func (m *Module) mimeOf(this goja.Value, verb string) *mimeState {
	if obj, ok := this.(*goja.Object); ok {
		if t, ok := obj.GetSymbol(m.state).(*mimeState); ok {
			return t
		}
	}
	from := "from"
	if verb == "write" {
		from = "to"
	}
	panic(m.vm.NewTypeError("Cannot " + verb + " private member #type " + from + " an object whose class did not declare it"))
}

// paramsOf is the MIMEParams of a MIMEType.
func (m *Module) paramsOf(t *mimeState) *goja.Object {
	if t.object == nil {
		t.object = m.vm.CreateObject(binding.Prototype(m.mimeParams()))
		m.attach(t.object, &paramsState{binding.NewNative(), t.params})
	}
	return t.object
}

// mimeParams is the class MIMEParams.
func (m *Module) mimeParams() *goja.Object {
	if m.mime.params != nil {
		return m.mime.params
	}
	ctor := m.class("MIMEParams", 0, func(this *goja.Object, _ goja.FunctionCall) {
		m.attach(this, &paramsState{binding.NewNative(), &mimeList{}})
	})
	proto := binding.Prototype(ctor)
	list := func(c goja.FunctionCall) *mimeList { return m.listOf(c.This) }
	binding.HiddenMethods(m.vm, proto,
		binding.Method{Name: "delete", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			list(c).remove(lowerASCII(m.text(c.Argument(0))))
			return nil
		}},
		binding.Method{Name: "get", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			l := list(c)
			if i := l.index(lowerASCII(m.text(c.Argument(0)))); i >= 0 {
				return wtf8.Value(l.pairs[i].value)
			}
			return goja.Null()
		}},
		binding.Method{Name: "has", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(list(c).index(lowerASCII(m.text(c.Argument(0)))) >= 0)
		}},
		binding.Method{Name: "set", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			l, name, value := list(c), m.text(c.Argument(0)), m.text(c.Argument(1))
			lower := m.token("parameter name", name, name)
			if at := notQuotable(value); at >= 0 {
				panic(m.mimeError("parameter value", value, at))
			}
			l.set(lower, value)
			return nil
		}},
		m.iterator("entries", func(p mimeParam) goja.Value {
			return m.vm.NewArray(wtf8.Value(p.name), wtf8.Value(p.value))
		}),
		m.iterator("keys", func(p mimeParam) goja.Value { return wtf8.Value(p.name) }),
		m.iterator("values", func(p mimeParam) goja.Value { return wtf8.Value(p.value) }),
		binding.Method{Name: "toString", Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
			return wtf8.Value(list(c).String())
		}},
	)
	binding.Hidden(proto, "toJSON", proto.Get("toString"))
	binding.HiddenSymbol(proto, goja.SymIterator, proto.Get("entries"))
	m.mime.params = ctor
	return ctor
}

func (m *Module) listOf(this goja.Value) *mimeList {
	if obj, ok := this.(*goja.Object); ok {
		if p, ok := obj.GetSymbol(m.state).(*paramsState); ok {
			return p.list
		}
	}
	panic(m.vm.NewTypeError("Receiver must be an instance of class MIMEParams"))
}

// iterateSource makes a generator of what next gives until that is undefined.
const iterateSource = `(function* (next) {
  for (let i = 0, value; (value = next(i)) !== undefined; i++) yield value;
})`

var iterateProgram = compile("node:internal/mime", new(iterateSource))

// iterator is a method that returns a generator, which sees parameters that
// are added while it runs.
func (m *Module) iterator(name string, value func(mimeParam) goja.Value) binding.Method {
	return binding.Method{Name: name, Length: 0, Fn: func(c goja.FunctionCall) goja.Value {
		list := m.listOf(c.This)
		if m.mime.iterate == nil {
			v, err := m.vm.RunProgram(iterateProgram())
			must(err)
			m.mime.iterate = v.(*goja.Object)
		}
		next := m.vm.ToValue(func(c goja.FunctionCall) goja.Value {
			if i := int(c.Argument(0).ToInteger()); i < len(list.pairs) {
				return value(list.pairs[i])
			}
			return goja.Undefined()
		})
		return m.e.Call(callable(m.mime.iterate), goja.Undefined(), next)
	}}
}
