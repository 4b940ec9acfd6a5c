package regexp

import (
	"math"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// installSymbols replaces the methods that those of strings call.
func (r *regexps) installSymbols() {
	methods := []struct {
		symbol *goja.Symbol
		name   string
		length int
		fn     func(obj *goja.Object, s goja.String, c goja.FunctionCall) goja.Value
	}{
		{goja.SymMatch, "match", 1, r.matchMethod},
		{goja.SymSearch, "search", 1, r.searchMethod},
		{goja.SymReplace, "replace", 2, r.replaceMethod},
		{goja.SymSplit, "split", 2, r.splitMethod},
		{goja.SymMatchAll, "matchAll", 1, r.matchAllMethod(r.proto.GetSymbol(goja.SymMatchAll))},
	}
	for _, m := range methods {
		binding.HiddenSymbol(r.proto, m.symbol, binding.Func(r.vm, "[Symbol."+m.name+"]", m.length,
			func(c goja.FunctionCall) goja.Value {
				obj := r.receiver(c.This, "@@"+m.name)
				s := r.str(c.Argument(0))
				c.Arguments = append([]goja.Value{s}, c.Arguments[min(1, len(c.Arguments)):]...)
				return m.fn(obj, s, c)
			}))
	}
}

// matchAllMethod checks the receiver; the rest is goja's, which calls exec as
// any script would.
func (r *regexps) matchAllMethod(original goja.Value) func(*goja.Object, goja.String, goja.FunctionCall) goja.Value {
	fn, _ := engine.Callable(original)
	return func(_ *goja.Object, _ goja.String, c goja.FunctionCall) goja.Value { return fn(c) }
}

// flagsOf are the flags as a script sees them.
func (r *regexps) flagsOf(obj *goja.Object) string {
	if p := r.plain(obj); p != nil {
		return p.flags
	}
	return r.str(orUndefined(obj.Get("flags"))).String()
}

func (r *regexps) matchMethod(obj *goja.Object, s goja.String, _ goja.FunctionCall) goja.Value {
	flags := r.flagsOf(obj)
	if !strings.Contains(flags, "g") {
		return r.call(obj, s)
	}
	r.setLastIndex(obj, 0)
	var found []any
	r.each(obj, s, strings.ContainsAny(flags, "uv"), func(m match) {
		found = append(found, r.matched(m))
	})
	if found == nil {
		return goja.Null()
	}
	return r.vm.NewArray(found...)
}

// match is one result of a global match: positions, or what a script's own
// exec has returned.
type match struct {
	s    goja.String
	caps []int32
	obj  *goja.Object
}

func (r *regexps) matched(m match) goja.String {
	if m.obj != nil {
		return r.str(orUndefined(m.obj.Get("0")))
	}
	return m.s.Substring(int(m.caps[0]), int(m.caps[1]))
}

// each finds all matches from lastIndex on. The positions of a match are good
// until the next one.
func (r *regexps) each(obj *goja.Object, s goja.String, points bool, found func(match)) {
	if p := r.plain(obj); p != nil {
		r.eachPlain(obj, p, s, found)
		return
	}
	for {
		v := r.call(obj, s)
		res, ok := v.(*goja.Object)
		if !ok {
			return
		}
		m := match{s: s, obj: res}
		if r.matched(m).Length() == 0 {
			r.setLastIndex(obj, advance(s, r.lastIndex(obj), points))
		}
		found(m)
	}
}

// eachPlain is each without a look at lastIndex between matches, because
// nothing of the script runs there.
func (r *regexps) eachPlain(obj *goja.Object, p *pattern, s goja.String, found func(match)) {
	for at := r.lastIndex(obj); at <= s.Length(); {
		caps := r.match(p, s, at, p.sticky)
		if caps == nil {
			break
		}
		at = int(caps[1])
		if caps[0] == caps[1] {
			at = advance(s, at, p.points)
		}
		found(match{s: s, caps: caps})
	}
	r.setLastIndex(obj, 0)
}

func (r *regexps) searchMethod(obj *goja.Object, s goja.String, _ goja.FunctionCall) goja.Value {
	previous := orUndefined(obj.Get("lastIndex"))
	if !previous.SameAs(r.vm.ToValue(0)) {
		r.setLastIndex(obj, 0)
	}
	v := r.call(obj, s)
	if now := orUndefined(obj.Get("lastIndex")); !now.SameAs(previous) {
		r.assign(obj, previous)
	}
	if res, ok := v.(*goja.Object); ok {
		return orUndefined(res.Get("index"))
	}
	return r.vm.ToValue(-1)
}

func (r *regexps) splitMethod(obj *goja.Object, s goja.String, c goja.FunctionCall) goja.Value {
	limit := uint32(math.MaxUint32)
	p := r.plain(obj)
	if p == nil || obj.Get("constructor") != goja.Value(r.class()) {
		return r.splitGeneric(obj, s, c.Argument(1))
	}
	if v := c.Argument(1); !goja.IsUndefined(v) {
		limit = toUint32(v)
	}
	if limit == 0 {
		return r.vm.NewArray()
	}
	size := s.Length()
	if size == 0 {
		if r.match(p, s, 0, true) != nil {
			return r.vm.NewArray()
		}
		return r.vm.NewArray(s)
	}
	var parts []any
	from := 0
	for at := 0; at < size; {
		caps := r.match(p, s, at, false)
		if caps == nil || int(caps[0]) >= size {
			break
		}
		end := int(caps[1])
		if end == from {
			at = advance(s, max(at, int(caps[0])), p.points)
			continue
		}
		parts = append(parts, s.Substring(from, int(caps[0])))
		for i := 1; i < p.prog.Groups && uint32(len(parts)) < limit; i++ {
			parts = append(parts, capture(s, caps, i))
		}
		if uint32(len(parts)) >= limit {
			return r.vm.NewArray(parts...)
		}
		from, at = end, end
		if caps[0] == caps[1] {
			at = advance(s, end, p.points)
		}
	}
	return r.vm.NewArray(append(parts, s.Substring(from, size))...)
}

func toUint32(v goja.Value) uint32 {
	f := v.ToFloat()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	m := math.Mod(math.Trunc(f), 1<<32)
	if m < 0 {
		m += 1 << 32
	}
	return uint32(m)
}

// splitGeneric is split by the letter, for subclasses and expressions that a
// script has changed.
func (r *regexps) splitGeneric(obj *goja.Object, s goja.String, limitArg goja.Value) goja.Value {
	flags := r.str(orUndefined(obj.Get("flags"))).String()
	points := strings.ContainsAny(flags, "uv")
	if !strings.Contains(flags, "y") {
		flags += "y"
	}
	splitter, err := r.vm.New(r.species(obj), obj, r.vm.ToValue(flags))
	must(err)
	limit := uint32(math.MaxUint32)
	if !goja.IsUndefined(limitArg) {
		limit = toUint32(limitArg)
	}
	if limit == 0 {
		return r.vm.NewArray()
	}
	size := s.Length()
	if size == 0 {
		if !goja.IsNull(r.call(splitter, s)) {
			return r.vm.NewArray()
		}
		return r.vm.NewArray(s)
	}
	var parts []any
	from := 0
	for at := 0; at < size; {
		r.setLastIndex(splitter, at)
		res, ok := r.call(splitter, s).(*goja.Object)
		end := min(r.lastIndex(splitter), size)
		if !ok || end == from {
			at = advance(s, at, points)
			continue
		}
		parts = append(parts, s.Substring(from, at))
		n := int(orUndefined(res.Get("length")).ToInteger())
		for i := 1; i < n && uint32(len(parts)) < limit; i++ {
			parts = append(parts, orUndefined(res.Get(r.vm.ToValue(i).String())))
		}
		if uint32(len(parts)) >= limit {
			return r.vm.NewArray(parts...)
		}
		from, at = end, end
	}
	return r.vm.NewArray(append(parts, s.Substring(from, size))...)
}

// species is SpeciesConstructor.
func (r *regexps) species(obj *goja.Object) *goja.Object {
	v := obj.Get("constructor")
	if v == nil || goja.IsUndefined(v) {
		return r.class()
	}
	ctor, ok := v.(*goja.Object)
	if !ok {
		panic(r.vm.NewTypeError("The .constructor property is not an object"))
	}
	v = ctor.GetSymbol(goja.SymSpecies)
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return r.class()
	}
	class, ok := v.(*goja.Object)
	if _, constructs := goja.AssertConstructor(v); !ok || !constructs {
		panic(r.vm.NewTypeError("object.constructor[Symbol.species] is not a constructor"))
	}
	return class
}

// installStrings makes the methods of strings that turn text into a regular
// expression use this package's.
func (r *regexps) installStrings() {
	proto := binding.Prototype(r.vm.Get("String").(*goja.Object))
	for _, m := range []struct {
		name   string
		symbol *goja.Symbol
		flags  string
	}{{"match", goja.SymMatch, ""}, {"search", goja.SymSearch, ""}, {"matchAll", goja.SymMatchAll, "g"}} {
		original, _ := engine.Callable(proto.Get(m.name))
		binding.HiddenMethods(r.vm, proto, binding.Method{Name: m.name, Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			arg := c.Argument(0)
			if _, isObject := arg.(*goja.Object); isObject {
				if m.flags == "" || !r.isRegExp(arg) || strings.Contains(r.flagsOf(arg.(*goja.Object)), "g") {
					return original(c)
				}
				panic(r.vm.NewTypeError("String.prototype.matchAll called with a non-global RegExp argument"))
			}
			if goja.IsUndefined(c.This) || goja.IsNull(c.This) {
				panic(r.vm.NewTypeError("String.prototype." + m.name + " called on null or undefined"))
			}
			s := r.str(c.This)
			obj := r.create(r.text(arg), m.flags)
			fn, ok := engine.Callable(obj.GetSymbol(m.symbol))
			if !ok {
				panic(r.vm.NewTypeError("RegExp method is not a function"))
			}
			return r.e.Call(fn, obj, s)
		}})
	}
}
