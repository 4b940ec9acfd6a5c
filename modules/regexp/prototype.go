package regexp

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/regex/literal"
)

func (r *regexps) installPrototype() {
	r.exec = binding.Func(r.vm, "exec", 1, func(c goja.FunctionCall) goja.Value {
		p := r.own(c.This)
		if p == nil {
			panic(r.incompatible("exec", c.This))
		}
		return r.builtinExec(c.This.(*goja.Object), p, r.str(c.Argument(0)))
	})
	binding.Hidden(r.proto, "exec", r.exec)
	binding.HiddenMethods(r.vm, r.proto,
		binding.Method{Name: "compile", Length: 2, Fn: r.compile},
		binding.Method{Name: "test", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			obj := r.receiver(c.This, "test")
			return r.vm.ToValue(r.test(obj, r.str(c.Argument(0))))
		}},
		binding.Method{Name: "toString", Fn: func(c goja.FunctionCall) goja.Value {
			obj := r.receiver(c.This, "toString")
			var b goja.StringBuilder
			b.WriteRune('/')
			b.WriteString(r.str(orUndefined(obj.Get("source"))))
			b.WriteRune('/')
			b.WriteString(r.str(orUndefined(obj.Get("flags"))))
			return b.String()
		}},
	)
	r.installAccessors()
}

func (r *regexps) installAccessors() {
	list := []binding.Accessor{
		{Name: "source", Get: func(this goja.Value) goja.Value {
			if p := r.own(this); p != nil {
				return presentable(p.source)
			}
			if r.proto.SameAs(this) {
				return r.vm.ToValue("(?:)")
			}
			panic(r.vm.NewTypeError("RegExp.prototype.source getter called on non-RegExp object"))
		}},
		{Name: "flags", Get: r.getFlags},
	}
	for _, f := range flagNames {
		list = append(list, binding.Accessor{Name: f.name, Get: func(this goja.Value) goja.Value {
			if p := r.own(this); p != nil {
				return r.vm.ToValue(strings.IndexByte(p.flags, f.letter) >= 0)
			}
			if r.proto.SameAs(this) {
				return goja.Undefined()
			}
			panic(r.vm.NewTypeError("RegExp.prototype." + f.name + " getter called on non-RegExp object"))
		}})
	}
	binding.Accessors(r.vm, r.proto, false, list...)
}

// getFlags asks for each flag by its property, as a subclass may have its own.
func (r *regexps) getFlags(this goja.Value) goja.Value {
	obj, ok := this.(*goja.Object)
	if !ok {
		panic(r.vm.NewTypeError("RegExp.prototype.flags getter called on non-object %s", this.String()))
	}
	if p := r.own(obj); p != nil && obj.Prototype() == r.proto {
		return r.vm.ToValue(canonicalFlags(p.flags))
	}
	var b []byte
	for _, f := range flagNames {
		if orUndefined(obj.Get(f.name)).ToBoolean() {
			b = append(b, f.letter)
		}
	}
	return r.vm.ToValue(string(b))
}

// canonicalFlags puts flags into their order.
func canonicalFlags(flags string) string {
	if len(flags) < 2 {
		return flags
	}
	var b []byte
	for _, f := range flagNames {
		if strings.IndexByte(flags, f.letter) >= 0 {
			b = append(b, f.letter)
		}
	}
	return string(b)
}

// presentable is a source text as it would be between slashes.
func presentable(source goja.String) goja.Value {
	n := source.Length()
	if n == 0 {
		return goja.StringFromUTF16([]uint16{'(', '?', ':', ')'})
	}
	var out []uint16
	inClass, changed := false, false
	for i := 0; i < n; i++ {
		u := source.CharAt(i)
		escape := ""
		switch {
		case u == '\\' && i+1 < n:
			next := source.CharAt(i + 1)
			if newlineEscape(next) == "" {
				out = append(out, u, next)
				i++
				continue
			}
			// The newline that follows gets a backslash with its name.
			changed = true
			continue
		case u == '/' && !inClass:
			escape = `\/`
		case u == '[':
			inClass = true
		case u == ']':
			inClass = false
		default:
			escape = newlineEscape(u)
		}
		if escape == "" {
			out = append(out, u)
			continue
		}
		changed = true
		for _, c := range escape {
			out = append(out, uint16(c))
		}
	}
	if !changed {
		return source
	}
	return goja.StringFromUTF16(out)
}

func newlineEscape(u uint16) string {
	switch u {
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case 0x2028:
		return `\u2028`
	case 0x2029:
		return `\u2029`
	}
	return ""
}

// compile is RegExp.prototype.compile: the object becomes another one.
func (r *regexps) compile(c goja.FunctionCall) goja.Value {
	if r.own(c.This) == nil {
		panic(r.incompatible("compile", c.This))
	}
	obj := c.This.(*goja.Object)
	source, flags := c.Argument(0), c.Argument(1)
	if p := r.own(source); p != nil {
		if !goja.IsUndefined(flags) {
			panic(r.vm.NewTypeError("Cannot supply flags when constructing one RegExp from another"))
		}
		source, flags = p.source, r.vm.ToValue(p.flags)
	}
	text, flagText := r.text(source), r.flagText(flags)
	p := r.pattern(text, flagText)
	if p.err != nil {
		panic(r.syntaxError(p))
	}
	r.recompile(obj, literal.Encode(r.wide(text), flagText))
	r.remember(obj, p)
	return obj
}

// recompile puts another hidden pattern into an object.
func (r *regexps) recompile(obj *goja.Object, hidden string) {
	r.originalCompile(goja.FunctionCall{This: obj, Arguments: []goja.Value{r.vm.ToValue(hidden)}})
}

// receiver is a this value that must be an object.
func (r *regexps) receiver(this goja.Value, method string) *goja.Object {
	obj, ok := this.(*goja.Object)
	if !ok {
		panic(r.incompatible(method, this))
	}
	return obj
}

func (r *regexps) incompatible(method string, this goja.Value) *goja.Object {
	text := this.String()
	if obj, ok := this.(*goja.Object); ok {
		text = "#<" + constructorName(obj) + ">"
	}
	return r.vm.NewTypeError("Method RegExp.prototype.%s called on incompatible receiver %s", method, text)
}

// constructorName is the name that V8 gives an object in messages.
func constructorName(obj *goja.Object) string {
	if ctor, ok := obj.Get("constructor").(*goja.Object); ok && engine.IsCallable(ctor) {
		if name := ctor.Get("name"); name != nil && name.String() != "" {
			return name.String()
		}
	}
	return "Object"
}
