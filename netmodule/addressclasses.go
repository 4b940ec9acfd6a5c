package netmodule

import (
	_ "embed"
	"net/netip"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
)

//go:embed addresses.js
var addressesSource string

var addressesFile = jsfile.New("node:internal/blocklist", addressesSource)

// addressClasses are net.BlockList and net.SocketAddress, made when a script
// first touches one of them.
type addressClasses struct {
	blockList, socketAddress *goja.Object
	clone                    engine.Func
}

func (m *Module) addresses() *addressClasses {
	if m.addressSet != nil {
		return m.addressSet
	}
	c := &addressClasses{}
	m.addressSet = c
	host := m.vm.NewObject()
	binding.Methods(m.vm, host,
		binding.Method{Name: "makeRules", Fn: func(goja.FunctionCall) goja.Value { return m.rulesObject() }},
		binding.Method{Name: "canonical", Length: 2, Fn: m.jsCanonical},
		binding.Method{Name: "parse", Length: 1, Fn: m.jsParseAddress},
		binding.Method{Name: "inspect", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			options, _ := c.Argument(1).(*goja.Object)
			return m.vm.ToValue(m.deps.Inspect(c.Argument(0), options))
		}},
		binding.Method{Name: "checkPort", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.checkPort(c.Argument(0), c.Argument(1).String()))
		}},
		binding.Method{Name: "invalidAddress", Fn: func(goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(m.vm, "Error", "ERR_INVALID_ADDRESS", "Invalid socket address")
		}},
	)
	made := addressesFile.Call(m.e, host, jsfile.Errors(m.vm)).(*goja.Object)
	c.blockList = made.Get("BlockList").(*goja.Object)
	c.socketAddress = made.Get("SocketAddress").(*goja.Object)
	c.clone, _ = engine.Callable(made.Get("clone"))
	return c
}

// lazyClass is an exported getter, as BlockList and SocketAddress are.
func (m *Module) lazyClass(name string, get func(*addressClasses) *goja.Object) binding.Accessor {
	return binding.Accessor{Name: name, Get: func(goja.Value) goja.Value { return get(m.addresses()) }}
}

// Clone copies a BlockList or SocketAddress for structuredClone; a copied
// BlockList shares its rules with the original. Other objects are not
// its business.
func (m *Module) Clone(obj *goja.Object) (goja.Value, bool) {
	if m.addressSet == nil {
		return nil, false
	}
	v := m.e.Call(m.addressSet.clone, goja.Undefined(), obj)
	return v, !goja.IsUndefined(v)
}

// jsCanonical is canonical(address, family): the address as it is printed, or
// undefined if it is none of that family. A zone is dropped.
func (m *Module) jsCanonical(c goja.FunctionCall) goja.Value {
	if a, ok := addressOf(c.Argument(0).String(), c.Argument(1).String()); ok {
		return m.vm.ToValue(a.String())
	}
	return nil
}

func addressOf(text, family string) (netip.Addr, bool) {
	a, err := netip.ParseAddr(text)
	if err != nil {
		return netip.Addr{}, false
	}
	return a.WithZone(""), a.Is4() == (family == "ipv4")
}

// jsParseAddress is parse(input) for SocketAddress.parse: what the host of a
// URL may be, as [address, port], or undefined.
func (m *Module) jsParseAddress(c goja.FunctionCall) goja.Value {
	u, err := weburl.Parse("http://"+c.Argument(0).String(), nil)
	if err != nil {
		return nil
	}
	return m.vm.NewArray(u.Hostname(), u.Port())
}

// rulesObject is the handle of a BlockList, with the methods that the class
// calls. Addresses come as texts that jsCanonical has checked.
func (m *Module) rulesObject() *goja.Object {
	r := newBlockRules()
	obj := m.vm.NewObject()
	addr := func(c goja.FunctionCall, i int) netip.Addr { return netip.MustParseAddr(c.Argument(i).String()) }
	do := func(fn func(goja.FunctionCall)) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value { fn(c); return nil }
	}
	bits := func(c goja.FunctionCall) int { return int(c.Argument(1).ToInteger()) }
	binding.HiddenMethods(m.vm, obj,
		binding.Method{Name: "addAddress", Fn: do(func(c goja.FunctionCall) { r.addAddress(addr(c, 0)) })},
		binding.Method{Name: "removeAddress", Fn: do(func(c goja.FunctionCall) { r.removeAddress(addr(c, 0)) })},
		binding.Method{Name: "addRange", Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(r.addRange(addr(c, 0), addr(c, 1)))
		}},
		binding.Method{Name: "removeRange", Fn: do(func(c goja.FunctionCall) { r.removeRange(addr(c, 0), addr(c, 1)) })},
		binding.Method{Name: "addSubnet", Fn: do(func(c goja.FunctionCall) { r.addSubnet(addr(c, 0), bits(c)) })},
		binding.Method{Name: "removeSubnet", Fn: do(func(c goja.FunctionCall) { r.removeSubnet(addr(c, 0), bits(c)) })},
		binding.Method{Name: "check", Fn: func(c goja.FunctionCall) goja.Value { return m.vm.ToValue(r.blocks(addr(c, 0))) }},
		binding.Method{Name: "checkString", Fn: func(c goja.FunctionCall) goja.Value {
			a, ok := addressOf(c.Argument(0).String(), c.Argument(1).String())
			return m.vm.ToValue(ok && r.blocks(a))
		}},
		binding.Method{Name: "clear", Fn: do(func(goja.FunctionCall) { r.clear() })},
		binding.Method{Name: "getRules", Fn: func(goja.FunctionCall) goja.Value {
			texts := r.texts()
			items := make([]any, len(texts))
			for i, t := range texts {
				items[i] = t
			}
			return m.vm.NewArray(items...)
		}},
		binding.Method{Name: "getSize", Fn: func(goja.FunctionCall) goja.Value { return m.vm.ToValue(r.size()) }},
	)
	return obj
}

// blockListOption is the blockList option of servers and sockets, nil without
// one.
func (m *Module) blockListOption(v goja.Value) *goja.Object {
	if !v.ToBoolean() {
		return nil
	}
	obj, ok := v.(*goja.Object)
	if !ok || !m.isBlockList(obj) {
		panic(nodeerr.ArgType(m.vm, "options.blockList", v, "net.BlockList"))
	}
	return obj
}

func (m *Module) isBlockList(obj *goja.Object) bool {
	fn, _ := engine.Callable(m.addresses().blockList.Get("isBlockList"))
	return m.e.Call(fn, m.addresses().blockList, obj).ToBoolean()
}

// blocked asks a script's BlockList, whose check it may have replaced.
func (m *Module) blocked(list *goja.Object, ip string) bool {
	if list == nil {
		return false
	}
	family := "ipv4"
	if ipFamily(ip) == 6 {
		family = "ipv6"
	}
	return m.e.CallMethod(list, "check", m.vm.ToValue(ip), m.vm.ToValue(family)).ToBoolean()
}
