package regexp

import (
	"errors"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/regex"
	"github.com/gonode/gonode/internal/regex/literal"
	"github.com/gonode/gonode/internal/wtf8"
)

// pattern is what a RegExp object stands for. Objects with the same source
// and flags share it.
type pattern struct {
	source goja.String
	flags  string
	prog   *regex.Program
	err    error

	global, sticky, indices, points bool
}

// maxKnown is how many objects we remember the patterns of; maxPatterns bounds
// the other caches, which begin anew when they are full.
const (
	maxKnown    = 16
	maxPatterns = 1024
)

// knownObject is an object whose pattern we have looked up.
type knownObject struct {
	obj *goja.Object
	p   *pattern
}

// rawKey is what goja tells of a literal: its source, if that is ASCII, and
// a bit for each flag.
type rawKey struct {
	source string
	flags  uint8
}

// own returns the pattern of a RegExp object, or nil for anything else.
func (r *regexps) own(v goja.Value) *pattern {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	for i := range r.known {
		if r.known[i].obj == obj {
			return r.known[i].p
		}
	}
	if obj.ClassName() != className {
		return nil
	}
	return r.read(obj)
}

// read finds the pattern of an object that we have not met: a literal, or one
// whose pattern we have hidden in it. V8 refuses what is wrong with a literal
// before it runs, so that cannot be told any more but when it is used.
func (r *regexps) read(obj *goja.Object) *pattern {
	text := r.source(goja.FunctionCall{This: obj}).(goja.String)
	key, ascii := rawKey{flags: r.flagBits(obj)}, false
	if narrow, _ := r.units.of(text); narrow != nil {
		key.source, ascii = text.String(), true
		if p := r.raw[key]; p != nil {
			r.remember(obj, p)
			return p
		}
	}
	p := r.decode(text, key.flags)
	if ascii {
		if len(r.raw) >= maxPatterns {
			clear(r.raw)
		}
		r.raw[key] = p
	}
	r.remember(obj, p)
	return p
}

// decode finds the pattern behind goja's source text.
func (r *regexps) decode(text goja.String, bits uint8) *pattern {
	if source, flags, ok := literal.Decode(text.String()); ok {
		return r.pattern(goja.StringFromUTF16(source), flags)
	}
	return r.pattern(unescaped(text), r.letters(bits))
}

// unescaped gives back the source that goja's getter has made presentable:
// only the empty one differs in its meaning.
func unescaped(text goja.String) goja.String {
	if text.Length() == len("(?:)") && text.String() == "(?:)" {
		return emptyString
	}
	return text
}

// flagBits asks goja for the flags of an object, in the order of r.flags.
func (r *regexps) flagBits(obj *goja.Object) (bits uint8) {
	for i, f := range r.flags {
		if f.get(goja.FunctionCall{This: obj}).ToBoolean() {
			bits |= 1 << i
		}
	}
	return bits
}

func (r *regexps) letters(bits uint8) string {
	var flags []byte
	for i, f := range r.flags {
		if bits&(1<<i) != 0 {
			flags = append(flags, f.letter)
		}
	}
	return string(flags)
}

func (r *regexps) remember(obj *goja.Object, p *pattern) {
	at := r.next
	for i := range r.known {
		if r.known[i].obj == obj {
			at = i
		}
	}
	r.known[at] = knownObject{obj, p}
	r.next = (r.next + 1) % maxKnown
}

// pattern compiles a source text, or finds it compiled. A mistake in it is
// in its err.
func (r *regexps) pattern(source goja.String, flags string) *pattern {
	key := flags + "/" + wtf8.Of(source)
	if p := r.prg[key]; p != nil {
		return p
	}
	p := &pattern{source: source, flags: flags}
	opts, ok := regex.ParseFlags(flags)
	if ok {
		p.prog, p.err = regex.Compile(r.wide(source), opts)
	} else {
		p.err = errFlags
	}
	p.global, p.sticky = strings.Contains(flags, "g"), strings.Contains(flags, "y")
	p.indices, p.points = strings.Contains(flags, "d"), opts.Unicode || opts.UnicodeSets
	if len(r.prg) >= maxPatterns {
		clear(r.prg)
	}
	r.prg[key] = p
	return p
}

var errFlags = errors.New("invalid flags")

// syntaxError is the exception for a pattern that is wrong.
func (r *regexps) syntaxError(p *pattern) *goja.Object {
	if errors.Is(p.err, errFlags) {
		return nodeerr.Plain(r.vm, "SyntaxError", "Invalid flags supplied to RegExp constructor '"+p.flags+"'")
	}
	return nodeerr.Plain(r.vm, "SyntaxError",
		"Invalid regular expression: /"+p.source.String()+"/"+p.flags+": "+p.err.Error())
}

// match runs a pattern on a subject. The positions are good until the next
// match.
func (r *regexps) match(p *pattern, s goja.String, from int, sticky bool) []int32 {
	if p.err != nil {
		panic(r.syntaxError(p))
	}
	narrow, wide := r.units.of(s)
	var caps []int32
	var err error
	if wide != nil {
		caps, err = r.m.MatchUTF16(p.prog, wide, from, sticky)
	} else {
		caps, err = r.m.MatchASCII(p.prog, narrow, from, sticky)
	}
	if err != nil {
		panic(nodeerr.Plain(r.vm, "RangeError", "Maximum call stack size exceeded"))
	}
	if caps != nil {
		r.last.set(s, caps)
	}
	return caps
}
