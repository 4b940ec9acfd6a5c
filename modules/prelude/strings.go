package prelude

import (
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// installStrings adds String.prototype.isWellFormed and toWellFormed.
func (p *prelude) installStrings() {
	p.add(p.prototype("String"),
		binding.Method{Name: "isWellFormed", Fn: func(c goja.FunctionCall) goja.Value {
			_, ok := wellFormed(p.units(c.This, "isWellFormed"))
			return p.vm.ToValue(ok)
		}},
		binding.Method{Name: "toWellFormed", Fn: func(c goja.FunctionCall) goja.Value {
			units, ok := wellFormed(p.units(c.This, "toWellFormed"))
			if ok {
				return p.text(c.This)
			}
			return goja.StringFromUTF16(units)
		}},
	)
}

// units are the UTF-16 units of a string.
func (p *prelude) units(this goja.Value, method string) []uint16 {
	s := p.stringThis(this, method)
	units := make([]uint16, s.Length())
	for i := range units {
		units[i] = uint16(s.CharAt(i))
	}
	return units
}

// wellFormed replaces lone surrogates by U+FFFD and reports whether there were
// none.
func wellFormed(units []uint16) ([]uint16, bool) {
	const replacement = 0xFFFD
	ok := true
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		switch {
		case !utf16.IsSurrogate(r):
		case i+1 < len(units) && utf16.DecodeRune(r, rune(units[i+1])) != replacement:
			i++
		default:
			units[i], ok = replacement, false
		}
	}
	return units, ok
}
