package regexp

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// lastIndex is where a global or sticky expression goes on.
func (r *regexps) lastIndex(obj *goja.Object) int {
	v := obj.Get("lastIndex")
	if v == nil {
		return 0
	}
	f := v.ToFloat()
	if math.IsNaN(f) || f <= 0 {
		return 0
	}
	return int(math.Min(f, 1<<53-1))
}

func (r *regexps) setLastIndex(obj *goja.Object, n int) { r.assign(obj, r.vm.ToValue(n)) }

// assign sets lastIndex, which a frozen expression does not allow.
func (r *regexps) assign(obj *goja.Object, v goja.Value) {
	err := obj.Set("lastIndex", v)
	if err != nil && r.own(obj) != nil {
		panic(r.vm.NewTypeError("Cannot assign to read only property 'lastIndex' of object '[object RegExp]'"))
	}
	must(err)
}

// find is RegExpBuiltinExec up to its result: the positions of the captures,
// or nil. They are good until the next match.
func (r *regexps) find(obj *goja.Object, p *pattern, s goja.String) []int32 {
	from := r.lastIndex(obj)
	if !p.global && !p.sticky {
		from = 0
	}
	var caps []int32
	if from <= s.Length() {
		caps = r.match(p, s, from, p.sticky)
	}
	if p.global || p.sticky {
		end := 0
		if caps != nil {
			end = int(caps[1])
		}
		r.setLastIndex(obj, end)
	}
	return caps
}

func (r *regexps) builtinExec(obj *goja.Object, p *pattern, s goja.String) goja.Value {
	caps := r.find(obj, p, s)
	if caps == nil {
		return goja.Null()
	}
	return r.result(p, s, caps)
}

// result is the array that exec returns.
func (r *regexps) result(p *pattern, s goja.String, caps []int32) *goja.Object {
	items := make([]any, p.prog.Groups)
	for i := range items {
		items[i] = capture(s, caps, i)
	}
	arr := r.vm.NewArray(items...)
	binding.Value(arr, "index", r.vm.ToValue(int(caps[0])))
	binding.Value(arr, "input", s)
	binding.Value(arr, "groups", r.groups(p, caps, func(i int) goja.Value { return items[i].(goja.Value) }))
	if p.indices {
		binding.Value(arr, "indices", r.indices(p, caps))
	}
	return arr
}

// capture is the text of one capture.
func capture(s goja.String, caps []int32, i int) goja.Value {
	from, to := caps[2*i], caps[2*i+1]
	if from < 0 || to < 0 {
		return goja.Undefined()
	}
	return s.Substring(int(from), int(to))
}

// groups is the object of named captures. Of two with one name the one that
// took part counts.
func (r *regexps) groups(p *pattern, caps []int32, value func(int) goja.Value) goja.Value {
	if !p.prog.HasNames {
		return goja.Undefined()
	}
	obj := r.vm.CreateObject(nil)
	set := map[string]bool{}
	for i, name := range p.prog.Names {
		if name == "" || set[name] {
			continue
		}
		binding.Value(obj, name, value(i))
		set[name] = caps[2*i] >= 0
	}
	return obj
}

// indices is the property of that name that the flag d asks for.
func (r *regexps) indices(p *pattern, caps []int32) *goja.Object {
	items := make([]any, p.prog.Groups)
	for i := range items {
		items[i] = goja.Undefined()
		if caps[2*i] >= 0 {
			items[i] = r.vm.NewArray(int(caps[2*i]), int(caps[2*i+1]))
		}
	}
	arr := r.vm.NewArray(items...)
	binding.Value(arr, "groups", r.groups(p, caps, func(i int) goja.Value { return items[i].(goja.Value) }))
	return arr
}

// builtin returns the pattern of an object whose exec is the one of the
// language, so that nobody sees whether it is called.
func (r *regexps) builtin(obj *goja.Object) *pattern {
	if p := r.own(obj); p != nil && obj.Get("exec") == goja.Value(r.exec) {
		return p
	}
	return nil
}

// plain is builtin for objects whose flags nobody can have changed either.
func (r *regexps) plain(obj *goja.Object) *pattern {
	if obj.Prototype() != r.proto {
		return nil
	}
	return r.builtin(obj)
}

// call is the operation RegExpExec.
func (r *regexps) call(obj *goja.Object, s goja.String) goja.Value {
	if p := r.builtin(obj); p != nil {
		return r.builtinExec(obj, p, s)
	}
	fn, ok := engine.Callable(obj.Get("exec"))
	if !ok {
		p := r.own(obj)
		if p == nil {
			panic(r.incompatible("exec", obj))
		}
		return r.builtinExec(obj, p, s)
	}
	v := r.e.Call(fn, obj, s)
	if _, ok := v.(*goja.Object); !ok && !goja.IsNull(v) {
		panic(r.vm.NewTypeError("RegExp exec method returned something other than an Object or null"))
	}
	return v
}

func (r *regexps) test(obj *goja.Object, s goja.String) bool {
	if p := r.builtin(obj); p != nil {
		return r.find(obj, p, s) != nil
	}
	return !goja.IsNull(r.call(obj, s))
}

// advance is AdvanceStringIndex.
func advance(s goja.String, at int, points bool) int {
	if points && at+1 < s.Length() && s.CharAt(at)&0xFC00 == 0xD800 && s.CharAt(at+1)&0xFC00 == 0xDC00 {
		return at + 2
	}
	return at + 1
}
