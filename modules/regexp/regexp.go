// Package regexp puts the engine of internal/regex under goja's RegExp
// objects: the constructor, the methods of the prototype and the older statics
// of RegExp ($1 and its like) are replaced, so that every regular expression,
// also a literal, means what it means on V8. The runtime calls Install before
// any script runs; a pattern is compiled when it is first used.
//
// Differences from V8: a literal that only goja's compiler accepts throws its
// SyntaxError when it is first used, not when the file is compiled.
//
// Everything here runs on the loop goroutine.
package regexp

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/regex"
	"github.com/gonode/gonode/internal/regex/literal"
)

// regexps is the state of one VM.
type regexps struct {
	e  *engine.Engine
	vm *goja.Runtime

	original *goja.Object // goja's constructor
	ctor     *goja.Object // see class
	proto    *goja.Object
	exec     *goja.Object // RegExp.prototype.exec

	source          engine.Func // goja's getter of source
	originalCompile engine.Func
	flags           []flagGetter // goja's getters of single flags
	prg             map[string]*pattern
	raw             map[rawKey]*pattern
	known           [maxKnown]knownObject
	next            int // the entry of known that is taken over next
	units           units
	m               regex.Matcher
	last            lastMatch
}

type flagGetter struct {
	letter byte
	get    engine.Func
}

// flagNames are the flags in the order of the property flags.
var flagNames = []struct {
	letter byte
	name   string
}{
	{'d', "hasIndices"}, {'g', "global"}, {'i', "ignoreCase"}, {'m', "multiline"}, {'s', "dotAll"},
	{'u', "unicode"}, {'v', "unicodeSets"}, {'y', "sticky"},
}

// Install replaces the VM's regular expressions.
func Install(e *engine.Engine) {
	vm := e.VM
	original := vm.Get("RegExp").(*goja.Object)
	r := &regexps{
		e: e, vm: vm, original: original, proto: binding.Prototype(original),
		prg: map[string]*pattern{}, raw: map[rawKey]*pattern{},
	}
	r.last.init()
	r.source = r.getter("source")
	r.originalCompile, _ = engine.Callable(r.proto.Get("compile"))
	for _, f := range flagNames {
		if get := r.getter(f.name); get != nil {
			r.flags = append(r.flags, flagGetter{f.letter, get})
		}
	}
	r.installConstructor()
	r.installPrototype()
	r.installSymbols()
	r.installStrings()
}

// getter is the getter of a property that goja's prototype has.
func (r *regexps) getter(name string) engine.Func {
	desc, ok := r.e.CallMethod(r.e.Intrinsics.Object, "getOwnPropertyDescriptor", r.proto, r.vm.ToValue(name)).(*goja.Object)
	if !ok {
		return nil
	}
	get, _ := engine.Callable(desc.Get("get"))
	return get
}

// installConstructor defines the global RegExp and the property constructor as
// accessors that make the class when one of them is first read.
func (r *regexps) installConstructor() {
	g := r.vm.GlobalObject()
	lazy := func(obj *goja.Object, name string) {
		get := r.vm.ToValue(func(goja.FunctionCall) goja.Value { return r.class() })
		set := r.vm.ToValue(func(c goja.FunctionCall) goja.Value {
			r.class()
			if this, ok := c.This.(*goja.Object); ok && this != obj {
				binding.Value(this, name, c.Argument(0))
			} else {
				binding.Hidden(obj, name, c.Argument(0))
			}
			return goja.Undefined()
		})
		must(obj.DefineAccessorProperty(name, get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	lazy(g, className)
	lazy(r.proto, "constructor")
}

// class is the constructor.
func (r *regexps) class() *goja.Object {
	if r.ctor == nil {
		r.makeClass()
	}
	return r.ctor
}

func (r *regexps) makeClass() {
	r.ctor = binding.Class(r.vm, className, 2, r.construct)
	binding.FixPrototype(r.ctor, r.proto)
	binding.Hidden(r.proto, "constructor", r.ctor)
	species := binding.Func(r.vm, "get [Symbol.species]", 0, func(c goja.FunctionCall) goja.Value { return c.This })
	must(r.ctor.DefineAccessorPropertySymbol(goja.SymSpecies, species, nil, goja.FLAG_TRUE, goja.FLAG_FALSE))
	binding.Hidden(r.vm.GlobalObject(), "RegExp", r.ctor)
	r.installStatics()
}

// construct is the constructor, with and without new.
func (r *regexps) construct(newTarget *goja.Object, args []goja.Value) goja.Value {
	call := goja.FunctionCall{Arguments: args}
	arg, flags := call.Argument(0), call.Argument(1)
	isRegExp := r.isRegExp(arg)
	if newTarget == nil && isRegExp && goja.IsUndefined(flags) {
		if obj := arg.(*goja.Object); r.ctor.SameAs(obj.Get("constructor")) {
			return obj
		}
	}
	source := arg
	if p := r.own(arg); p != nil {
		source = p.source
		if goja.IsUndefined(flags) {
			flags = r.vm.ToValue(p.flags)
		}
	} else if isRegExp {
		obj := arg.(*goja.Object)
		source = orUndefined(obj.Get("source"))
		if goja.IsUndefined(flags) {
			flags = orUndefined(obj.Get("flags"))
		}
	}
	obj := r.create(r.text(source), r.flagText(flags))
	if newTarget != nil && newTarget != r.ctor {
		must(obj.SetPrototype(binding.PrototypeFor(newTarget, r.proto)))
	}
	return obj
}

// create makes a regular expression of a valid source text.
func (r *regexps) create(source goja.String, flags string) *goja.Object {
	p := r.pattern(source, flags)
	if p.err != nil {
		panic(r.syntaxError(p))
	}
	obj, err := r.vm.New(r.original, r.vm.ToValue(literal.Encode(r.wide(source), flags)))
	must(err)
	r.remember(obj, p)
	return obj
}

// text is a pattern argument as a string.
func (r *regexps) text(v goja.Value) goja.String {
	if goja.IsUndefined(v) {
		return emptyString
	}
	return r.str(v)
}

func (r *regexps) flagText(v goja.Value) string {
	if goja.IsUndefined(v) {
		return ""
	}
	return r.str(v).String()
}

// str is the operation ToString. goja's own leaves primitives as they are.
func (r *regexps) str(v goja.Value) goja.String {
	if s, ok := v.(goja.String); ok {
		return s
	}
	switch p := v.ToString().(type) {
	case goja.String:
		return p
	case *goja.Symbol:
		panic(r.vm.NewTypeError("Cannot convert a Symbol value to a string"))
	default:
		return r.vm.ToValue(p.String()).(goja.String)
	}
}

var emptyString = goja.StringFromUTF16(nil)

// isRegExp is the operation IsRegExp.
func (r *regexps) isRegExp(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	if m := obj.GetSymbol(goja.SymMatch); m != nil && !goja.IsUndefined(m) {
		return m.ToBoolean()
	}
	return obj.ClassName() == className
}

const className = "RegExp"

func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
