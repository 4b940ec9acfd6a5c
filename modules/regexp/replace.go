package regexp

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// found is one match that replace is going to put something else for.
type found struct {
	at, end  int
	captures []goja.Value // the match itself first
	groups   goja.Value
}

func (r *regexps) replaceMethod(obj *goja.Object, s goja.String, c goja.FunctionCall) goja.Value {
	replacement := c.Argument(1)
	fn, functional := engine.Callable(replacement)
	var template goja.String
	if !functional {
		template = r.str(replacement)
	}
	flags := r.flagsOf(obj)
	list := r.collect(obj, s, strings.Contains(flags, "g"), strings.ContainsAny(flags, "uv"))
	if len(list) == 0 {
		return s
	}
	literal := template != nil && !hasDollar(template)
	var b goja.StringBuilder
	at := 0
	for _, f := range list {
		var with goja.String
		switch {
		case functional:
			with = r.callReplacer(fn, f, s)
		case literal:
			with = template
		default:
			with = r.expand(template, f, s)
		}
		if f.at < at {
			continue // only a script's own exec can go back
		}
		b.WriteSubstring(s, at, f.at)
		b.WriteString(with)
		at = f.end
	}
	if at < s.Length() {
		b.WriteSubstring(s, at, s.Length())
	}
	return b.String()
}

// collect finds all that is to be replaced before any of it is.
func (r *regexps) collect(obj *goja.Object, s goja.String, global, points bool) []found {
	var list []found
	if !global {
		if p := r.plain(obj); p != nil {
			if caps := r.find(obj, p, s); caps != nil {
				list = append(list, r.foundAt(p, s, caps))
			}
			return list
		}
		if res, ok := r.call(obj, s).(*goja.Object); ok {
			list = append(list, r.foundIn(res, s))
		}
		return list
	}
	r.setLastIndex(obj, 0)
	p := r.plain(obj)
	var results []*goja.Object
	r.each(obj, s, points, func(m match) {
		if m.obj != nil {
			results = append(results, m.obj)
			return
		}
		list = append(list, r.foundAt(p, s, m.caps))
	})
	for _, res := range results {
		list = append(list, r.foundIn(res, s))
	}
	return list
}

func (r *regexps) foundAt(p *pattern, s goja.String, caps []int32) found {
	f := found{at: int(caps[0]), end: int(caps[1]), captures: make([]goja.Value, p.prog.Groups)}
	for i := range f.captures {
		f.captures[i] = capture(s, caps, i)
	}
	f.groups = r.groups(p, caps, func(i int) goja.Value { return f.captures[i] })
	return f
}

// foundIn reads what a script's own exec has returned.
func (r *regexps) foundIn(res *goja.Object, s goja.String) found {
	n := int(orUndefined(res.Get("length")).ToInteger())
	text := r.str(orUndefined(res.Get("0")))
	at := min(max(int(orUndefined(res.Get("index")).ToInteger()), 0), s.Length())
	f := found{at: at, end: min(at+text.Length(), s.Length()), captures: []goja.Value{text}}
	for i := 1; i < n; i++ {
		v := orUndefined(res.Get(r.vm.ToValue(i).String()))
		if !goja.IsUndefined(v) {
			v = r.str(v)
		}
		f.captures = append(f.captures, v)
	}
	f.groups = orUndefined(res.Get("groups"))
	return f
}

func (r *regexps) callReplacer(fn engine.Func, f found, s goja.String) goja.String {
	args := append(f.captures[:len(f.captures):len(f.captures)], r.vm.ToValue(f.at), s)
	if !goja.IsUndefined(f.groups) {
		args = append(args, f.groups)
	}
	return r.str(r.e.Call(fn, goja.Undefined(), args...))
}

func hasDollar(s goja.String) bool {
	for i := range s.Length() {
		if s.CharAt(i) == '$' {
			return true
		}
	}
	return false
}

// expand is GetSubstitution.
func (r *regexps) expand(template goja.String, f found, s goja.String) goja.String {
	var b goja.StringBuilder
	n, last := template.Length(), 0
	for i := 0; i+1 < n; {
		if template.CharAt(i) != '$' {
			i++
			continue
		}
		with, width := r.reference(template, i, f, s)
		if width == 0 {
			i++
			continue
		}
		b.WriteSubstring(template, last, i)
		if with != nil && !goja.IsUndefined(with) {
			b.WriteString(r.str(with))
		}
		i += width
		last = i
	}
	b.WriteSubstring(template, last, n)
	return b.String()
}

// reference reads one $ of a template: what stands for it, and how many units
// it takes, 0 if the dollar is just that.
func (r *regexps) reference(template goja.String, i int, f found, s goja.String) (goja.Value, int) {
	switch c := template.CharAt(i + 1); {
	case c == '$':
		return template.Substring(i, i+1), 2
	case c == '&':
		return f.captures[0], 2
	case c == '`':
		return s.Substring(0, f.at), 2
	case c == '\'':
		return s.Substring(f.end, s.Length()), 2
	case c >= '0' && c <= '9':
		return f.numbered(template, i)
	case c == '<' && !goja.IsUndefined(f.groups):
		for end := i + 2; end < template.Length(); end++ {
			if template.CharAt(end) == '>' {
				name := template.Substring(i+2, end)
				return orUndefined(f.groups.ToObject(r.vm).Get(name.String())), end + 1 - i
			}
		}
	}
	return nil, 0
}

// numbered reads $n or $nn.
func (f found) numbered(template goja.String, i int) (goja.Value, int) {
	one := int(template.CharAt(i+1) - '0')
	if i+2 < template.Length() {
		if c := template.CharAt(i + 2); c >= '0' && c <= '9' {
			if two := one*10 + int(c-'0'); two >= 1 && two < len(f.captures) {
				return f.captures[two], 3
			}
		}
	}
	if one >= 1 && one < len(f.captures) {
		return f.captures[one], 2
	}
	return nil, 0
}
