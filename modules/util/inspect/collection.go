package inspect

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/util/primordials"
	"github.com/gonode/gonode/modules/util/types"
)

// describeIterable is describe for arrays and collections. It reports false
// for any other object.
func (p *printer) describeIterable(s *subject) bool {
	switch s.kind {
	case types.Array:
		p.describeArray(s)
	case types.Set, types.Map:
		p.describeCollection(s)
	case types.TypedArray:
		p.describeTypedArray(s)
	case types.MapIterator:
		p.describeIterator(s, "Map")
	case types.SetIterator:
		p.describeIterator(s, "Set")
	default:
		return false
	}
	return true
}

func (p *printer) describeArray(s *subject) {
	n := arrayLength(s.obj)
	before := ""
	if s.class.isNull || s.class.name != "Array" || s.tag != "" {
		before = s.prefix("Array", "("+itoa(n)+")")
	}
	s.list, s.open, s.close = true, before+"[", "]"
	s.keys = p.namedKeys(s.obj)
	if n == 0 && s.bare() {
		s.finish(s.open + "]")
	}
	s.entries = func() []string { return p.array(s, n) }
}

func arrayLength(obj *goja.Object) int {
	v := obj.Get("length")
	if v == nil {
		return 0
	}
	return int(v.ToInteger())
}

// namedKeys are the properties of an array that are no elements.
func (p *printer) namedKeys(obj *goja.Object) []primordials.Key {
	var keys []primordials.Key
	if !types.HasOnlyElements(obj) || p.ShowHidden {
		keys = p.keys(obj)
		return slices.DeleteFunc(keys, func(key primordials.Key) bool {
			return key.Symbol == nil && isIndex(key.Name)
		})
	}
	return append(keys, p.p.EnumerableSymbols(obj)...)
}

// isIndex reports whether a property name is an array index.
func isIndex(name string) bool {
	if name == "" || len(name) > 10 || name[0] == '0' && len(name) > 1 {
		return false
	}
	n, err := strconv.ParseUint(name, 10, 64)
	return err == nil && n < math.MaxUint32
}

// array prints the elements of an array.
func (p *printer) array(s *subject, n int) []string {
	limit := p.shown(n)
	parts := make([]string, 0, limit+1)
	elements := types.Elements(s.obj, limit)
	for i := range limit {
		if elements != nil && elements[i] != nil {
			text, _ := p.propertyValue(elements[i], arrayElement, s.depth+1)
			parts = append(parts, text)
			continue
		}
		key := primordials.NameKey(itoa(i))
		if !p.p.HasOwn(s.obj, key) {
			return p.sparse(s, n, limit, parts)
		}
		parts = append(parts, p.property(s.obj, key, arrayElement, s.depth+1))
	}
	return p.appendRemaining(parts, float64(n)-p.arrayLimit(n))
}

// arrayLimit is how much of n entries the options allow.
func (p *printer) arrayLimit(n int) float64 {
	return math.Min(math.Max(0, p.MaxArrayLength), float64(n))
}

// sparse goes on with an array from its first hole. A run of holes counts as
// one entry.
func (p *printer) sparse(s *subject, n, limit int, parts []string) []string {
	index := len(parts)
	for _, key := range p.p.EnumerableNames(s.obj)[len(parts):] {
		if len(parts) >= limit || !isIndex(key.Name) {
			break
		}
		at, _ := strconv.Atoi(key.Name)
		if at != index {
			parts = append(parts, p.holes(at-index))
			index = at
			if len(parts) == limit {
				break
			}
		}
		parts = append(parts, p.property(s.obj, key, arrayElement, s.depth+1))
		index++
	}
	remaining := n - index
	switch {
	case len(parts) == limit:
		return p.appendRemaining(parts, float64(remaining))
	case remaining > 0:
		return append(parts, p.holes(remaining))
	}
	return parts
}

func (p *printer) holes(n int) string {
	return p.style("<"+itoa(n)+" empty item"+plural(float64(n))+">", "undefined")
}

func plural(n float64) string {
	if n > 1 {
		return "s"
	}
	return ""
}

// appendRemaining adds the note about entries that are not shown.
func (p *printer) appendRemaining(parts []string, remaining float64) []string {
	if remaining > 0 {
		return append(parts, "... "+decimal(remaining)+" more item"+plural(remaining))
	}
	return parts
}

func (p *printer) describeTypedArray(s *subject) {
	s.keys = p.namedKeys(s.obj)
	fallback := ""
	if s.class.isNull {
		fallback = types.TypedArrayName(s.obj)
	}
	elements := typedElements(s.obj)
	n := elements.length
	s.list, s.open, s.close = true, s.prefix(fallback, "("+itoa(n)+")")+"[", "]"
	if n == 0 && len(s.keys) == 0 && !p.ShowHidden {
		s.finish(s.open + "]")
	}
	s.entries = func() []string { return p.typedArray(s, elements) }
}

func (p *printer) typedArray(s *subject, elements numbers) []string {
	limit := p.shown(elements.length)
	parts := make([]string, 0, limit+1)
	for i := range limit {
		v := p.vm.ToValue(elements.at(i))
		if elements.big {
			parts = append(parts, p.style(bigint(v, p.NumericSeparator), "bigint"))
		} else {
			parts = append(parts, p.style(number(v, p.NumericSeparator), "number"))
		}
	}
	parts = p.appendRemaining(parts, float64(elements.length)-p.arrayLimit(elements.length))
	if p.ShowHidden {
		parts = append(parts, p.hidden(s, "BYTES_PER_ELEMENT", "length", "byteLength", "byteOffset", "buffer")...)
	}
	return parts
}

func (p *printer) describeCollection(s *subject) {
	name := kindNames[s.kind]
	n := types.Size(s.obj)
	before := s.prefix(name, "("+itoa(n)+")")
	s.keys = p.keys(s.obj)
	s.open, s.close = before+"{", "}"
	if n == 0 && s.bare() {
		s.finish(before + "{}")
	}
	s.entries = func() []string {
		entries := types.Entries(s.obj)
		if s.kind == types.Set {
			return p.setEntries(entries, s.depth+1)
		}
		return p.mapEntries(entries, s.depth+1)
	}
}

func (p *printer) setEntries(entries []types.Entry, depth int) []string {
	return p.entryList(entries, func(e types.Entry) string { return p.value(e.Key, depth) })
}

func (p *printer) mapEntries(entries []types.Entry, depth int) []string {
	return p.entryList(entries, func(e types.Entry) string { return p.pair(e, depth) })
}

func (p *printer) pair(e types.Entry, depth int) string {
	return p.value(e.Key, depth) + " => " + p.value(e.Value, depth)
}

// entryList prints as many entries as the options allow.
func (p *printer) entryList(entries []types.Entry, print func(types.Entry) string) []string {
	return p.appendRemaining(p.entryTexts(entries, print), float64(len(entries))-p.arrayLimit(len(entries)))
}

func (p *printer) entryTexts(entries []types.Entry, print func(types.Entry) string) []string {
	p.indentation += 2
	defer func() { p.indentation -= 2 }()
	parts := make([]string, 0, p.shown(len(entries))+1)
	for _, e := range entries[:p.shown(len(entries))] {
		parts = append(parts, print(e))
	}
	return parts
}

// describeIterator prints what a Map or Set iterator has left to give.
func (p *printer) describeIterator(s *subject, collection string) {
	entries, iteration := types.Remaining(s.obj)
	name := collection + " Iterator"
	tag := name
	if s.tag != name && s.tag != "" {
		tag = s.tag + "] [" + name
	}
	if iteration == types.KeysAndValues {
		tag = strings.TrimSuffix(tag, "Iterator") + "Entries"
	}
	s.keys = p.keys(s.obj)
	s.open, s.close = "["+tag+"] {", "}"
	s.entries = func() []string {
		return p.entryList(entries, func(e types.Entry) string { return p.iterated(e, iteration, s.depth+1) })
	}
}

func (p *printer) iterated(e types.Entry, iteration types.Iteration, depth int) string {
	if e.Value == nil {
		e.Value = e.Key
	}
	switch iteration {
	case types.Keys:
		return p.value(e.Key, depth)
	case types.Values:
		return p.value(e.Value, depth)
	}
	pair := []string{p.value(e.Key, depth), p.value(e.Value, depth)}
	return p.join(&shape{open: "[", close: "]", list: true}, pair, depth, nil)
}

// weakCollection prints the content of a WeakMap or WeakSet, which has no
// order but that of the text, when hidden things are asked for.
func (p *printer) weakCollection(s *subject) []string {
	if !p.ShowHidden {
		return []string{p.style("<items unknown>", "special")}
	}
	entries := types.WeakEntries(s.obj)
	print := func(e types.Entry) string { return p.value(e.Key, s.depth+1) }
	if s.kind == types.WeakMap {
		print = func(e types.Entry) string { return p.pair(e, s.depth+1) }
	}
	parts := p.entryTexts(entries, print)
	if !p.Sorted {
		slices.SortFunc(parts, compareUTF16)
	}
	return p.appendRemaining(parts, float64(len(entries))-p.arrayLimit(len(entries)))
}

func (p *printer) promise(s *subject) []string {
	promise := s.obj.Export().(*goja.Promise)
	if promise.State() == goja.PromiseStatePending {
		return []string{p.style("<pending>", "special")}
	}
	p.indentation += 2
	text := p.value(promise.Result(), s.depth+1)
	p.indentation -= 2
	if promise.State() == goja.PromiseStateRejected {
		text = p.style("<rejected>", "special") + " " + text
	}
	return []string{text}
}
