package inspect

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/util/primordials"
	"github.com/gonode/gonode/modules/util/types"
)

// subject is the object that is being printed, with what is known of it.
type subject struct {
	shape
	obj      *goja.Object
	kind     types.Kind
	class    className
	tag      string
	depth    int
	asBuffer bool

	keys    []primordials.Key
	native  map[primordials.Key]goja.Value // values of keys that are no properties
	entries func() []string                // prints what is no property: elements, entries, a state
	done    string                         // the text, when nothing is left to print
	hasDone bool

	inherited []string // properties of prototypes, for showHidden
}

// finish makes text the whole text of the object.
func (s *subject) finish(text string) { s.done, s.hasDone = text, true }

// bare reports whether there is no property to print.
func (s *subject) bare() bool { return len(s.keys) == 0 && s.inherited == nil }

// object prints an object (Node's formatRaw).
func (p *printer) object(obj *goja.Object, depth int, asBuffer bool) string {
	s := &subject{obj: obj, kind: types.Of(obj), depth: depth, asBuffer: asBuffer}
	s.class = p.className(s, obj, depth)
	s.tag = p.tag(obj)
	p.describe(s)
	switch {
	case s.hasDone:
		return s.done
	case p.tooDeep(depth):
		return p.style(s.nameOnly(), "special")
	case len(p.seen) >= maxNesting:
		return p.interrupted(s)
	}
	return p.content(s)
}

// fallback is the name of an object without a class.
func (s *subject) fallback() string {
	switch s.kind {
	case types.Array:
		return "Array"
	case types.Arguments:
		return "Arguments"
	}
	return "Object"
}

// nameOnly is what stands for an object that lies too deep.
func (s *subject) nameOnly() string {
	if s.class.isNull {
		return strings.TrimSuffix(s.prefix(internalName(s.obj), ""), " ")
	}
	return "[" + strings.TrimSuffix(s.prefix("Object", ""), " ") + "]"
}

// interrupted is what Node prints where its stack ends.
func (p *printer) interrupted(s *subject) string {
	name := strings.TrimSuffix(prefix(s.class, s.tag, "Object", ""), " ")
	return p.style("["+name+": Inspection interrupted prematurely. Maximum call stack size exceeded.]", "special")
}

// tag is the object's Symbol.toStringTag, unless it is a property that is
// printed anyway. A getter that throws counts as none.
func (p *printer) tag(obj *goja.Object) string {
	var v goja.Value
	p.e.Try(func() { v = obj.GetSymbol(goja.SymToStringTag) })
	if v == nil || !goja.IsString(v) || v.String() == "" {
		return ""
	}
	key := primordials.SymbolKey(goja.SymToStringTag)
	printed := p.p.IsEnumerable
	if p.ShowHidden {
		printed = p.p.HasOwn
	}
	if printed(obj, key) {
		return ""
	}
	return v.String()
}

// content prints entries and properties between the brackets.
func (p *printer) content(s *subject) string {
	depth := s.depth + 1
	p.seen = append(p.seen, s.obj)
	p.currentDepth = depth
	var parts []string
	if s.entries != nil {
		parts = s.entries()
	}
	kind := objectProperty
	if s.list {
		kind = listProperty
	}
	for _, key := range s.keys {
		parts = append(parts, p.propertyOf(s, key, kind, depth))
	}
	parts = append(parts, s.inherited...)
	p.markReferenced(s)
	p.seen = p.seen[:len(p.seen)-1]
	if s.list {
		if len(s.keys) > 1 {
			p.sort(parts[len(parts)-len(s.keys):])
		}
	} else {
		p.sort(parts)
	}
	var elements *goja.Object
	if s.kind == types.Array || s.kind == types.TypedArray {
		elements = s.obj
	}
	text := p.join(&s.shape, parts, depth, elements)
	p.count(text)
	return text
}

// markReferenced puts the number before an object that was met again inside
// itself.
func (p *printer) markReferenced(s *subject) {
	index, ok := p.circular[s.obj]
	if !ok {
		return
	}
	reference := p.style("<ref *"+itoa(index)+">", "special")
	switch {
	case p.Compact == Tight:
		s.open = reference + " " + s.open
	case s.base == "":
		s.base = reference
	default:
		s.base = reference + " " + s.base
	}
}

// count stops looking into objects when the text becomes enormous.
func (p *printer) count(text string) {
	if p.written == nil {
		p.written = map[int]int{}
	}
	p.written[p.indentation] += len(text)
	if p.written[p.indentation] > maxOutput {
		p.Depth = -1
	}
}

// describe finds out how an object is written. Arrays and collections are
// printed as such when they can be iterated, or have no prototype.
func (p *printer) describe(s *subject) {
	if s.kind == types.Namespace {
		p.describeNamespace(s)
		return
	}
	if s.class.isNull || p.p.Has(s.obj, primordials.SymbolKey(goja.SymIterator)) {
		if p.describeIterable(s) {
			return
		}
	}
	s.open, s.close = "{", "}"
	s.keys = p.keys(s.obj)
	p.askOwner(s)
	switch {
	case s.kind.IsFunction():
		p.describeFunction(s)
	case s.class.name == "Object" && !s.class.isNull:
		p.describePlain(s)
	case s.kind == types.RegExp:
		p.describeRegExp(s)
	case s.kind == types.Date:
		p.describeDate(s)
	case p.isError(s):
		p.describeError(s)
	case s.kind == types.ArrayBuffer:
		p.describeArrayBuffer(s)
	case s.kind == types.DataView:
		p.describeDataView(s)
	case s.kind == types.Promise:
		s.open = s.prefix("Promise", "") + "{"
		s.entries = func() []string { return p.promise(s) }
	case s.kind == types.WeakSet:
		s.open = s.prefix("WeakSet", "") + "{"
		s.entries = func() []string { return p.weakCollection(s) }
	case s.kind == types.WeakMap:
		s.open = s.prefix("WeakMap", "") + "{"
		s.entries = func() []string { return p.weakCollection(s) }
	case s.kind.IsBox():
		p.describeBox(s)
	default:
		p.describeOther(s)
	}
}

// describePlain is for instances of Object.
func (p *printer) describePlain(s *subject) {
	switch {
	case s.kind == types.Arguments:
		s.open = "[Arguments] {"
	case s.tag != "":
		s.open = s.prefix("Object", "") + "{"
	}
	if s.bare() {
		s.finish(s.open + "}")
	}
}

func (p *printer) describeOther(s *subject) {
	if href, ok := urlText(s.obj); ok && !p.tooDeep(s.depth) {
		if s.open, s.base = "{", href; s.bare() {
			s.finish(href)
		}
		return
	}
	s.open = s.prefix(s.fallback(), "") + "{"
	if s.bare() {
		s.finish(s.open + "}")
	}
}

// urlText is the href of what Node takes for a URL, when its own inspection
// is switched off.
func urlText(obj *goja.Object) (string, bool) {
	for _, name := range []string{"href", "protocol"} {
		if v := obj.Get(name); v == nil || !v.ToBoolean() {
			return "", false
		}
	}
	for _, name := range []string{"auth", "path"} {
		if v := obj.Get(name); v != nil && !goja.IsUndefined(v) {
			return "", false
		}
	}
	return obj.Get("href").String(), true
}

// prefix is what stands before the bracket of this object.
func (s *subject) prefix(fallback, size string) string { return prefix(s.class, s.tag, fallback, size) }

// keys are the properties to print.
func (p *printer) keys(obj *goja.Object) []primordials.Key {
	if p.ShowHidden {
		return append(p.p.OwnNames(obj), p.p.OwnSymbols(obj)...)
	}
	return append(p.p.EnumerableNames(obj), p.p.EnumerableSymbols(obj)...)
}
