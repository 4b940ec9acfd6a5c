package inspect

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/display"
	"github.com/gonode/gonode/modules/util/primordials"
)

// askOwner adds what the native state of an object shows to its keys.
func (p *printer) askOwner(s *subject) {
	if p.deps.Native == nil {
		return
	}
	state := p.deps.Native(s.obj)
	if state == nil {
		return
	}
	own := make([]display.Property, len(s.keys))
	for i, key := range s.keys {
		own[i].Key = key
	}
	s.keys, s.native = nil, map[primordials.Key]goja.Value{}
	for _, prop := range state.Display(own) {
		s.keys = append(s.keys, prop.Key)
		if prop.Value != nil {
			s.native[prop.Key] = prop.Value
		}
	}
}

// propertyOf prints one of the subject's keys.
func (p *printer) propertyOf(s *subject, key primordials.Key, kind propertyKind, depth int) string {
	if v, ok := s.native[key]; ok {
		return p.described(primordials.Descriptor{Value: v, Enumerable: true}, key, kind, s.obj, depth)
	}
	return p.property(s.obj, key, kind, depth)
}
