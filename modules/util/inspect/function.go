package inspect

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/primordials"
	"github.com/gonode/gonode/modules/util/types"
)

func (p *printer) describeFunction(s *subject) {
	if p.isClass(s) {
		s.base = p.classText(s)
	} else {
		s.base = p.functionText(s)
	}
	if s.bare() {
		s.finish(p.style(s.base, "special"))
	}
}

// isClass tells classes from functions by their source text, as Node does: a
// parenthesis in the heading makes a class a function.
func (p *printer) isClass(s *subject) bool {
	source, ok := strings.CutPrefix(p.p.FunctionToString(s.obj), "class")
	if !ok || !strings.HasSuffix(source, "}") {
		return false
	}
	heading, _, ok := strings.Cut(source, "{")
	if ok && strings.Contains(heading, "(") {
		heading, _, ok = strings.Cut(comments().ReplaceAllLiteralString(source, ""), "{")
		ok = ok && strings.TrimSpace(heading) != heading && !strings.Contains(heading, "(")
	}
	return ok
}

// comments matches the comments of a source text.
var comments = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`//[^\n]*|(?s:/\*.*?\*/)`)
})

func (p *printer) functionText(s *subject) string {
	kind := "Function"
	switch s.kind {
	case types.AsyncFunction:
		kind = "AsyncFunction"
	case types.GeneratorFunction:
		kind = "GeneratorFunction"
	case types.AsyncGeneratorFunction:
		kind = "AsyncGeneratorFunction"
	}
	base := "[" + kind
	if s.class.isNull {
		base += " (null prototype)"
	}
	switch name := s.obj.Get("name"); {
	case name != nil && goja.IsString(name) && name.String() == "":
		base += " (anonymous)"
	case name != nil && goja.IsString(name):
		base += ": " + wtf8.Of(name)
	default:
		base += ": " + p.value(name, s.depth)
	}
	base += "]"
	if !s.class.isNull && s.class.name != kind && !p.isMisplaced(s) {
		base += " " + s.class.name
	}
	if s.tag != "" && s.tag != s.class.name {
		base += " [" + s.tag + "]"
	}
	return base
}

// isMisplaced reports whether the engine has given an async or generator
// method the prototype of plain functions.
func (p *printer) isMisplaced(s *subject) bool {
	return s.kind != types.Function && s.kind != types.Class &&
		s.obj.Prototype() == p.e.Intrinsics.Function.Get("prototype")
}

func (p *printer) classText(s *subject) string {
	base := "[class " + p.ownName(s.obj)
	if !s.class.isNull && s.class.name != "Function" {
		base += " [" + s.class.name + "]"
	}
	if s.tag != "" && s.tag != s.class.name {
		base += " [" + s.tag + "]"
	}
	if s.class.isNull {
		return base + " extends [null prototype]]"
	}
	if super := s.obj.Prototype().Get("name"); super != nil && super.ToBoolean() {
		base += " extends " + super.String()
	}
	return base + "]"
}

// ownName is the name of a class.
func (p *printer) ownName(ctor *goja.Object) string {
	if p.p.HasOwn(ctor, primordials.NameKey("name")) {
		if name := ctor.Get("name"); name.ToBoolean() {
			return wtf8.Of(name.ToString())
		}
	}
	return "(anonymous)"
}

func (p *printer) describeRegExp(s *subject) {
	if s.class.isNull {
		s.base = p.p.RegExpSource(s.obj)
	} else {
		s.base = p.p.RegExpToString(s.obj)
	}
	if before := s.prefix("RegExp", ""); before != "RegExp " {
		s.base = before + s.base
	}
	if s.bare() || p.tooDeep(s.depth) {
		s.finish(p.style(s.base, "regexp"))
	}
}

func (p *printer) describeDate(s *subject) {
	if s.base = p.p.DateToString(s.obj); s.base != "Invalid Date" {
		s.base = p.p.DateToISOString(s.obj)
	}
	if before := s.prefix("Date", ""); before != "Date " {
		s.base = before + s.base
	}
	if s.bare() {
		s.finish(p.style(s.base, "date"))
	}
}
