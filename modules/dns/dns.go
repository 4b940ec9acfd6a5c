// Package dns is the part of Node's `dns` module that resolves names the way
// net does (Node documentation, "DNS", "dns.lookup"): lookup in its callback
// and promise forms, the result order, and the constants. The functions that
// speak the DNS protocol themselves (resolve4, Resolver, ...) are not built.
//
// It runs on the loop goroutine; the resolver behind Deps.Lookup does not
// block it.
package dns

import (
	"net/netip"
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/promisify"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Lookup resolves a name; family is 0, 4 or 6. done runs on the loop
	// goroutine, never inside the call.
	Lookup func(host string, family int, done func([]netip.Addr, error))
	// Warn emits a deprecation warning with a code.
	Warn func(text, code string)
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
}

// Module is the `dns` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	exports *goja.Object
	lookup  *goja.Object
	order   string
	warned  bool // about a lookup without a name
}

var orders = []string{"verbatim", "ipv4first", "ipv6first"}

// New makes the module.
func New(e *engine.Engine, deps Deps) *Module {
	m := &Module{e: e, vm: e.VM, deps: deps, exports: e.VM.NewObject(), order: orders[0]}
	m.lookup = binding.Func(m.vm, "lookup", 3, m.jsLookup)
	promisify.SetArgNames(m.lookup, "address", "family")
	promises := m.vm.NewObject()
	m.install(promises, binding.Func(m.vm, "lookup", 2, m.jsLookupPromise), true)
	m.install(m.exports, m.lookup, false)
	binding.Value(m.exports, "promises", promises)
	return m
}

// Exports is what require('dns') returns.
func (m *Module) Exports() *goja.Object { return m.exports }

// Patched is the lookup function that a script put in the place of ours, or
// nil; net uses it then.
func (m *Module) Patched() engine.Func {
	v := m.exports.Get("lookup")
	if v == goja.Value(m.lookup) {
		return nil
	}
	fn, _ := engine.Callable(v)
	return fn
}

func (m *Module) orderMethods() []binding.Method {
	return []binding.Method{
		{Name: "getDefaultResultOrder", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.order)
		}},
		{Name: "setDefaultResultOrder", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.order = m.checkOrder(c.Argument(0), "dnsOrder")
			return nil
		}},
	}
}

func (m *Module) checkOrder(v goja.Value, name string) string {
	if goja.IsString(v) && slices.Contains(orders, v.String()) {
		return v.String()
	}
	panic(nodeerr.ArgValue(m.vm, name, m.describe(v), "must be one of: 'verbatim', 'ipv4first', 'ipv6first'"))
}

func (m *Module) describe(v goja.Value) string {
	return m.deps.Describe(v, 2)
}

// jsLookup is dns.lookup(hostname[, options], callback).
func (m *Module) jsLookup(c goja.FunctionCall) goja.Value {
	opts, cb := c.Argument(1), c.Argument(2)
	if len(c.Arguments) < 3 && engine.IsCallable(opts) {
		opts, cb = goja.Undefined(), c.Argument(1)
	}
	m.checkHost(c.Argument(0))
	fn, callable := engine.Callable(cb)
	if !callable && !goja.IsUndefined(opts) && !isOptions(opts) {
		if len(c.Arguments) == 2 {
			cb = opts
		}
		panic(nodeerr.ArgType(m.vm, "callback", cb, "Function"))
	}
	q := m.query(c.Argument(0), opts)
	if !callable {
		panic(nodeerr.ArgType(m.vm, "callback", cb, "Function"))
	}
	m.resolve(q, func(err goja.Value, addrs []netip.Addr) {
		if err != nil {
			m.e.Call(fn, goja.Undefined(), err)
			return
		}
		if q.all {
			m.e.Call(fn, goja.Undefined(), goja.Null(), m.list(addrs))
			return
		}
		address, family := m.first(q, addrs)
		m.e.Call(fn, goja.Undefined(), goja.Null(), address, family)
	})
	return m.vm.NewObject()
}

// isOptions reports whether a value is the options of lookup: an object, or
// the number of a family.
func isOptions(v goja.Value) bool {
	_, ok := v.(*goja.Object)
	return ok || goja.IsNull(v) || goja.IsNumber(v)
}

// jsLookupPromise is dns.promises.lookup(hostname[, options]).
func (m *Module) jsLookupPromise(c goja.FunctionCall) goja.Value {
	q := m.query(c.Argument(0), c.Argument(1))
	promise, resolve, reject := m.vm.NewPromise()
	settle := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	m.resolve(q, func(err goja.Value, addrs []netip.Addr) {
		switch {
		case err != nil:
			settle(reject(err))
		case q.all:
			settle(resolve(m.list(addrs)))
		default:
			address, family := m.first(q, addrs)
			settle(resolve(m.entry(address, family)))
		}
	})
	return m.vm.ToValue(promise)
}

// resolve answers on the loop, later, inside a callback of its own.
func (m *Module) resolve(q query, done func(err goja.Value, addrs []netip.Addr)) {
	if q.host == "" {
		m.warnOfNoHost(q)
		m.e.NextTick(func() { done(nil, nil) })
		return
	}
	if addr, err := netip.ParseAddr(q.host); err == nil {
		m.e.NextTick(func() { done(nil, []netip.Addr{addr}) })
		return
	}
	ctx := m.e.CaptureOnce("GETADDRINFOREQWRAP", nil)
	m.deps.Lookup(q.host, q.family, func(addrs []netip.Addr, err error) {
		m.e.RunCallbackIn(ctx, func() {
			if err != nil {
				done(nodeerr.Lookup(m.vm, q.host, err), nil)
				return
			}
			done(nil, sortAddrs(addrs, q.order))
		})
	})
}

// warnOfNoHost tells once that a lookup without a name is no good idea.
func (m *Module) warnOfNoHost(q query) {
	if m.warned {
		return
	}
	m.warned = true
	m.deps.Warn("The provided hostname \""+q.given+"\" is not a valid hostname, and is supported in the dns module solely for compatibility.", "DEP0118")
}

// sortAddrs brings one family to the front, as the order asks.
func sortAddrs(addrs []netip.Addr, order string) []netip.Addr {
	if order == orders[0] {
		return addrs
	}
	sorted := slices.Clone(addrs)
	slices.SortStableFunc(sorted, func(a, b netip.Addr) int {
		switch {
		case a.Is4() == b.Is4():
			return 0
		case a.Is4() == (order == "ipv4first"):
			return -1
		}
		return 1
	})
	return sorted
}

func (m *Module) first(q query, addrs []netip.Addr) (address, family goja.Value) {
	if len(addrs) == 0 {
		n := 4
		if q.family == 6 {
			n = 6
		}
		return goja.Null(), m.vm.ToValue(n)
	}
	return m.vm.ToValue(addrs[0].String()), m.vm.ToValue(familyOf(addrs[0]))
}

func familyOf(addr netip.Addr) int {
	if addr.Is4() {
		return 4
	}
	return 6
}

func (m *Module) list(addrs []netip.Addr) *goja.Object {
	items := make([]any, len(addrs))
	for i, addr := range addrs {
		items[i] = m.entry(m.vm.ToValue(addr.String()), m.vm.ToValue(familyOf(addr)))
	}
	return m.vm.NewArray(items...)
}

func (m *Module) entry(address, family goja.Value) *goja.Object {
	obj := m.vm.NewObject()
	binding.Value(obj, "address", address)
	binding.Value(obj, "family", family)
	return obj
}
