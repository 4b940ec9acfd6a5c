package inspect

import (
	"math"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/types"
)

// maxNesting bounds the recursion where options.depth does not.
const maxNesting = 1000

// maxOutput is the number of characters after which objects are no longer
// looked into.
const maxOutput = 1 << 27

// nowhere is the depth of what is printed inside a text: no depth ends there,
// and no object goes on one line.
const nowhere = math.MinInt32

// printer is one call of inspect.
type printer struct {
	*Inspector
	Options

	indentation  int
	currentDepth int
	seen         []*goja.Object       // the objects that enclose the current one
	circular     map[*goja.Object]int // those that were met again, with their numbers
	written      map[int]int          // characters by indentation
}

func newPrinter(i *Inspector, opts Options) *printer {
	return &printer{Inspector: i, Options: opts}
}

// value prints any value; depth counts the objects around it.
func (p *printer) value(v goja.Value, depth int) string { return p.valueOf(v, depth, false) }

// valueOf is value; asBuffer is set for the buffer of a typed array, whose
// bytes have been shown already.
func (p *printer) valueOf(v goja.Value, depth int, asBuffer bool) string {
	if v == nil {
		v = goja.Undefined()
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		return p.primitive(v)
	}
	context, proxied := obj, false
	for types.Of(obj) == types.Proxy {
		proxy := obj.Export().(goja.Proxy)
		target := proxy.Target()
		if target == nil {
			return p.style("<Revoked Proxy>", "special")
		}
		if p.ShowProxy {
			return p.proxy(target, proxy.Handler(), depth)
		}
		obj, proxied = target, true
	}
	if p.CustomInspect {
		if text, ok := p.customized(obj, context, proxied, depth); ok {
			return text
		}
	}
	if slices.Contains(p.seen, obj) {
		return p.reference(obj)
	}
	return p.object(obj, depth, asBuffer)
}

// reference prints an object that encloses itself, and remembers to number it
// where it stands.
func (p *printer) reference(obj *goja.Object) string {
	if p.circular == nil {
		p.circular = map[*goja.Object]int{}
	}
	index, ok := p.circular[obj]
	if !ok {
		index = len(p.circular) + 1
		p.circular[obj] = index
	}
	return p.style("[Circular *"+itoa(index)+"]", "special")
}

// customized calls the object's own inspect function.
func (p *printer) customized(obj, context *goja.Object, proxied bool, depth int) (string, bool) {
	custom, ok := obj.GetSymbol(p.custom).(*goja.Object)
	if !ok || custom == p.function || p.isPrototype(obj) {
		return "", false
	}
	fn, ok := engine.Callable(custom)
	if !ok {
		return "", false
	}
	foreign := proxied || !p.isInstance(context, p.e.Intrinsics.Object)
	result := p.e.Call(fn, context, p.remainingDepth(depth), p.userOptions(foreign), p.Function())
	if result == goja.Value(context) {
		return "", false
	}
	return p.replacement(result, depth), true
}

// replacement prints what a custom inspect function gave: an object in its
// turn, a text as it is.
func (p *printer) replacement(v goja.Value, depth int) string {
	switch x := v.(type) {
	case *goja.Object:
		return p.value(x, depth)
	case *goja.Symbol:
		return p.p.SymbolToString(x)
	}
	return strings.ReplaceAll(wtf8.Of(v.ToString()), "\n", "\n"+spaces(p.indentation))
}

// isPrototype reports whether obj is the prototype of its own constructor: a
// class has its inspect function there for its instances.
func (p *printer) isPrototype(obj *goja.Object) bool {
	ctor, ok := obj.Get("constructor").(*goja.Object)
	if !ok {
		return false
	}
	proto, ok := ctor.Get("prototype").(*goja.Object)
	return ok && proto == obj
}

// remainingDepth is the first argument of a custom inspect function.
func (p *printer) remainingDepth(depth int) goja.Value {
	if math.IsInf(p.Depth, 1) {
		return p.unlimitedDepth()
	}
	return p.vm.ToValue(p.Depth - float64(depth))
}

// unlimitedDepth is the option depth, less something, as the script gave it.
func (p *printer) unlimitedDepth() goja.Value {
	for _, option := range p.given {
		switch {
		case option.name != "depth":
		case goja.IsNull(option.value):
			return goja.Null()
		case math.IsNaN(option.value.ToFloat()):
			return goja.NaN()
		}
	}
	return goja.PositiveInf()
}

// tooDeep reports whether objects at this depth are shown by name only.
func (p *printer) tooDeep(depth int) bool { return float64(depth) > p.Depth }

// proxy prints target and handler.
func (p *printer) proxy(target, handler *goja.Object, depth int) string {
	if p.tooDeep(depth) {
		return p.style("Proxy [Array]", "special")
	}
	p.indentation += 2
	parts := []string{p.value(target, depth+1), p.value(handler, depth+1)}
	p.indentation -= 2
	return p.join(&shape{open: "Proxy [", close: "]", list: true}, parts, depth+1, nil)
}

// isInstance is instanceof; an exception counts as no.
func (p *printer) isInstance(obj, ctor *goja.Object) bool {
	is := false
	p.e.Try(func() { is = p.vm.InstanceOf(obj, ctor) })
	return is
}

func spaces(n int) string { return strings.Repeat(" ", n) }
