package inspect

import (
	"github.com/gonode/gonode/modules/util/primordials"
)

// describeNamespace is for module namespace objects. Exports that have no
// value yet are printed all the same.
func (p *printer) describeNamespace(s *subject) {
	s.open, s.close = s.prefix("Module", "")+"{", "}"
	names := p.p.OwnNames(s.obj)
	if len(names) == 0 {
		s.finish(s.open + "}")
		return
	}
	s.entries = func() []string {
		parts := make([]string, len(names))
		for i, name := range names {
			parts[i] = p.export(s, name)
		}
		return parts
	}
}

// export prints one export.
func (p *printer) export(s *subject, name primordials.Key) (text string) {
	ex := p.e.Try(func() { text = p.property(s.obj, name, objectProperty, s.depth+1) })
	if ex != nil {
		return p.propertyName(name, true) + ": " + p.style("<uninitialized>", "special")
	}
	return text
}
