package inspect

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/util/primordials"
)

// propertyKind says where a property stands.
type propertyKind uint8

const (
	objectProperty propertyKind = iota
	arrayElement                // printed without its name
	listProperty                // a named property of an array
)

// property prints a property of obj with its name.
func (p *printer) property(obj *goja.Object, key primordials.Key, kind propertyKind, depth int) string {
	d, ok := p.p.Descriptor(obj, key)
	if !ok {
		d = primordials.Descriptor{Value: p.p.Get(obj, key), Enumerable: true}
	}
	return p.described(d, key, kind, obj, depth)
}

// described is property with the descriptor at hand; getters are run on this.
func (p *printer) described(d primordials.Descriptor, key primordials.Key, kind propertyKind, this *goja.Object, depth int) string {
	text, gap := "", " "
	switch {
	case d.Value != nil:
		text, gap = p.propertyValue(d.Value, kind, depth)
	case d.Get != nil:
		text = p.getter(d, this, depth)
	case d.Set != nil:
		text = p.style("[Setter]", "special")
	default:
		text = p.style("undefined", "undefined")
	}
	if kind == arrayElement {
		return text
	}
	return p.propertyName(key, d.Enumerable) + ":" + gap + text
}

// propertyValue prints a value and says what separates it from the name.
func (p *printer) propertyValue(v goja.Value, kind propertyKind, depth int) (text, gap string) {
	if p.Compact != Tight || kind != objectProperty {
		p.indentation += 2
		text = p.value(v, depth)
		p.indentation -= 2
		return text, " "
	}
	p.indentation += 3
	text, gap = p.value(v, depth), " "
	shown := text
	if p.Colors {
		shown = StripControl(text)
	}
	if p.BreakLength < float64(width(shown)) {
		gap = "\n" + spaces(p.indentation)
	}
	p.indentation -= 3
	return text, gap
}

// propertyName prints a name: bare when it could be an identifier, in brackets
// when the property is hidden.
func (p *printer) propertyName(key primordials.Key, enumerable bool) string {
	name := ""
	switch {
	case key.Symbol != nil:
		name = p.style(escape(p.p.SymbolToString(key.Symbol), 0), "symbol")
	case key.Name == "__proto__":
		name = "['__proto__']"
	case isIdentifier(key.Name):
		name = p.style(key.Name, "name")
	default:
		name = p.style(Quote(key.Name), "string")
	}
	if !enumerable {
		return "[" + name + "]"
	}
	return name
}

func isIdentifier(name string) bool {
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '_', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		case i > 0 && c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return name != ""
}

// getter prints an accessor, and what its getter gives when the option asks
// for it.
func (p *printer) getter(d primordials.Descriptor, this *goja.Object, depth int) string {
	label := "Getter"
	if d.Set != nil {
		label = "Getter/Setter"
	}
	if !p.runsGetter(d.Set != nil) {
		return p.style("["+label+"]", "special")
	}
	get, _ := engine.Callable(d.Get)
	var v goja.Value
	if ex := p.e.Try(func() { v = p.e.Call(get, this) }); ex != nil {
		return p.failedGetter(label, ex.Value(), depth)
	}
	p.indentation += 2
	defer func() { p.indentation -= 2 }()
	if _, ok := v.(*goja.Object); ok {
		return p.style("["+label+"]", "special") + " " + p.value(v, depth)
	}
	return p.style("["+label+":", "special") + " " + p.value(v, depth) + p.style("]", "special")
}

func (p *printer) runsGetter(hasSetter bool) bool {
	switch p.Getters {
	case AllGetters:
		return true
	case GettersWithoutSetter:
		return !hasSetter
	case GettersWithSetter:
		return hasSetter
	}
	return false
}

// failedGetter prints what a getter threw.
func (p *printer) failedGetter(label string, thrown goja.Value, depth int) string {
	p.indentation += 2
	text := p.value(thrown, depth)
	p.indentation -= 2
	return p.style("["+label+":", "special") + " <Inspection threw (" + text + ")>" + p.style("]", "special")
}

// count is a length option as a number of entries out of n.
func (p *printer) shown(n int) int {
	limit := math.Min(math.Max(0, p.MaxArrayLength), float64(n))
	if math.IsNaN(limit) {
		return 0
	}
	return int(math.Ceil(limit))
}
