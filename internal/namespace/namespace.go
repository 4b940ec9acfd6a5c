// Package namespace makes module namespace objects, which goja does not have:
// proxies with the traps of ECMAScript's "Module Namespace Exotic Objects".
// Package esm makes them, util tells them from other objects.
//
// The target behind the proxy has a property for each export. As long as an
// export may change, reading goes through a trap; once none can, the target
// holds the values and reading costs no more than from a plain object.
//
// Namespaces belong to the goroutine of their VM.
package namespace

import (
	"slices"
	"sort"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// brand is a property that every namespace seems to have. No script gets hold
// of the symbol.
var brand = goja.NewSymbol("ModuleNamespace")

// mark is the value of that property.
type mark struct {
	binding.Native
	owner *Namespace
}

// Namespace is a module namespace object.
type Namespace struct {
	Object *goja.Object
	target *goja.Object
	traps  *goja.ProxyTrapConfig
	names  map[string]bool
	read   func(name string) goja.Value
}

// New makes the namespace of a module with the given exports. read is the
// value of one; it may throw. freeze is Object.preventExtensions.
func New(vm *goja.Runtime, freeze goja.Callable, exports []string, read func(name string) goja.Value) *Namespace {
	exports = slices.Clone(exports)
	sort.Slice(exports, func(i, j int) bool { return less(exports[i], exports[j]) })
	n := &Namespace{target: vm.CreateObject(nil), names: make(map[string]bool, len(exports)), read: read}
	for _, name := range exports {
		n.names[name] = true
		n.define(name, goja.Undefined())
	}
	must(n.target.DefineDataPropertySymbol(goja.SymToStringTag, vm.ToValue("Module"),
		goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	own := &mark{Native: binding.NewNative(), owner: n}
	n.traps = &goja.ProxyTrapConfig{
		Get:                      n.get,
		GetOwnPropertyDescriptor: n.descriptor,
		GetSym: func(target *goja.Object, name *goja.Symbol, _ goja.Value) goja.Value {
			if name == brand {
				return own
			}
			return target.GetSymbol(name)
		},
		Set:            func(*goja.Object, string, goja.Value, goja.Value) bool { return false },
		SetSym:         func(*goja.Object, *goja.Symbol, goja.Value, goja.Value) bool { return false },
		DefineProperty: n.redefine,
	}
	if _, err := freeze(goja.Undefined(), n.target); err != nil {
		panic(err)
	}
	n.Object = vm.ToValue(vm.NewProxy(n.target, n.traps)).(*goja.Object)
	return n
}

// less orders names by their UTF-16 units.
func less(a, b string) bool {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b))) < 0
}

// define gives a property of the target its value.
func (n *Namespace) define(name string, v goja.Value) {
	must(n.target.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_TRUE))
}

func (n *Namespace) get(_ *goja.Object, name string, _ goja.Value) goja.Value {
	if n.names[name] {
		return n.read(name)
	}
	return nil
}

func (n *Namespace) descriptor(_ *goja.Object, name string) (d goja.PropertyDescriptor) {
	if n.names[name] {
		n.define(name, n.read(name))
		d = goja.PropertyDescriptor{
			Value: n.target.Get(name), Writable: goja.FLAG_TRUE, Enumerable: goja.FLAG_TRUE, Configurable: goja.FLAG_FALSE,
		}
	}
	return d
}

// redefine is [[DefineOwnProperty]]: it succeeds when nothing would change.
func (n *Namespace) redefine(_ *goja.Object, name string, d goja.PropertyDescriptor) bool {
	if !n.names[name] || d.Getter != nil || d.Setter != nil {
		return false
	}
	if d.Configurable == goja.FLAG_TRUE || d.Enumerable == goja.FLAG_FALSE || d.Writable == goja.FLAG_FALSE {
		return false
	}
	return d.Value == nil || d.Value.SameAs(n.read(name))
}

// Settle puts the values of all exports into the target and ends the traps
// that read them. None must change any more, but by Update.
func (n *Namespace) Settle() {
	for name := range n.names {
		n.define(name, n.read(name))
	}
	n.traps.Get, n.traps.GetOwnPropertyDescriptor = nil, nil
}

// Settled reports whether Settle has been called.
func (n *Namespace) Settled() bool { return n.traps.Get == nil }

// Update changes the value of an export.
func (n *Namespace) Update(name string, v goja.Value) { n.define(name, v) }

// Of is the namespace that v is, or nil.
func Of(v goja.Value) *Namespace {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	proxy, ok := obj.Export().(goja.Proxy)
	if !ok || proxy.Handler() == nil {
		return nil
	}
	// The handlers of scripts are not asked: their traps would see the brand.
	traps, ok := proxy.Handler().Export().(*goja.ProxyTrapConfig)
	if !ok || traps.GetSym == nil {
		return nil
	}
	if m, ok := traps.GetSym(proxy.Target(), brand, obj).(*mark); ok {
		return m.owner
	}
	return nil
}

// must is for definitions on objects that we have made.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
