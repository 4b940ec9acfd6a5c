package inspect

import (
	"strings"

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

func (p *printer) isClass(s *subject) bool {
	if s.kind == types.Class {
		return true
	}
	source := p.p.FunctionToString(s.obj)
	return strings.HasPrefix(source, "class") && strings.HasSuffix(source, "}")
}

func (p *printer) functionText(s *subject) string {
	kind := "Function"
	switch s.kind {
	case types.AsyncFunction:
		kind = "AsyncFunction"
	case types.GeneratorFunction:
		kind = "GeneratorFunction"
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
	if !s.class.isNull && s.class.name != kind {
		base += " " + s.class.name
	}
	if s.tag != "" && s.tag != s.class.name {
		base += " [" + s.tag + "]"
	}
	return base
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
	s.base = p.p.RegExpToString(p.regExpWithClass(s))
	if before := s.prefix("RegExp", ""); before != "RegExp " {
		s.base = before + s.base
	}
	if s.bare() || p.tooDeep(s.depth) {
		s.finish(p.style(s.base, "regexp"))
	}
}

// regExpWithClass is the object, or a copy when it inherits nothing that
// could tell its source.
func (p *printer) regExpWithClass(s *subject) *goja.Object {
	if !s.class.isNull {
		return s.obj
	}
	re, err := p.vm.New(p.e.Intrinsics.RegExp, s.obj)
	if err != nil {
		panic(err)
	}
	return re
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
