package netmodule

import (
	"net/netip"
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/addrinfo"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/types"
	"github.com/gonode/gonode/netmodule/transport"
)

// found is one address that a lookup gave.
type found struct {
	ip     goja.Value
	family goja.Value
}

func (f found) text() string { return f.ip.String() }

// isIP reports whether the address is one, and a string: a script's own lookup
// may answer with anything.
func (f found) isIP() bool { return goja.IsString(f.ip) && ipFamily(f.text()) != 0 }

// usable reports whether the address is an IP address of a known family.
func (f found) usable() bool {
	n := f.family.ToInteger()
	return f.isIP() && (n == 4 || n == 6)
}

// lookupAndConnect is Node's function of that name.
func (s *Socket) lookupAndConnect(a callArgs) {
	m := s.m
	t, auto := m.checkConnect(a)
	switch family := ipFamily(t.host); {
	case family != 0 && s.boundSource:
		s.internalConnect(t) // its local address is known at once
		return
	case family != 0:
		m.e.NextTick(func() {
			if s.connecting {
				s.internalConnect(t)
			}
		})
		return
	}
	var lookup engine.Func
	if v := a.get("lookup"); !isNil(v) {
		lookup = m.checkFunction(v, "options.lookup")
	}
	s.host = m.vm.ToValue(t.host)
	if lookup == nil {
		m.checkLookup(a)
	}
	family := dnsFamily(a.get("family"))
	multiple := family == 0 && t.localAddr == "" && auto && !s.boundSource
	s.lookup(lookup, t.host, family, a, multiple, func(err goja.Value, list []found) {
		if multiple {
			s.lookedUpAll(err, list, t)
		} else {
			s.lookedUp(err, list, t)
		}
	})
}

// checkLookup throws for options that dns.lookup would refuse.
func (m *Module) checkLookup(a callArgs) {
	if v := a.get("hints"); v.ToBoolean() {
		addrinfo.CheckHints(m.vm, v, m.deps.Describe)
	}
	if v := a.get("family"); !isNil(v) {
		addrinfo.CheckFamily(m.vm, v, "options.family", m.deps.Describe)
	}
}

// checkConnect throws for bad options and returns the target.
func (m *Module) checkConnect(a callArgs) (target, bool) {
	t := target{host: "localhost"}
	if v := a.get("host"); v.ToBoolean() {
		t.host = m.checkString(v, "options.host")
	}
	if t.localAddr = a.str("localAddress"); t.localAddr != "" && ipFamily(t.localAddr) == 0 {
		nodeerr.Throw(m.vm, "ERR_INVALID_IP_ADDRESS", t.localAddr)
	}
	if v := a.get("localPort"); v.ToBoolean() {
		t.localPort = int(m.checkNumber(v, "options.localPort"))
	}
	if port := a.get("port"); !goja.IsUndefined(port) {
		if !goja.IsNumber(port) && !goja.IsString(port) {
			panic(nodeerr.ArgType(m.vm, "options.port", port, "number", "string"))
		}
		t.port = m.checkPort(port, "Port")
	}
	auto := m.autoSelectFamily
	if v := a.get("autoSelectFamily"); !isNil(v) {
		auto = m.checkBoolean(v, "options.autoSelectFamily")
	}
	t.attemptTimeout = m.attemptTimeout
	if v := a.get("autoSelectFamilyAttemptTimeout"); !isNil(v) {
		n := m.checkInt32(v, "options.autoSelectFamilyAttemptTimeout", 1, maxInt32)
		t.attemptTimeout = max(minAttemptTimeout, n)
	}
	return t, auto
}

func dnsFamily(v goja.Value) int {
	switch v.String() {
	case "4", "IPv4":
		return 4
	case "6", "IPv6":
		return 6
	}
	return 0
}

// lookup asks the script's lookup function, or the resolver.
func (s *Socket) lookup(fn engine.Func, host string, family int, a callArgs, all bool, done func(goja.Value, []found)) {
	m := s.m
	if fn == nil {
		fn = m.deps.PatchedLookup()
	}
	if fn == nil {
		ctx := m.e.CaptureRequest(s.ctx, "GETADDRINFOREQWRAP")
		m.deps.Network.Lookup(transport.LookupOptions{Host: host, Family: family}, func(addrs []netip.Addr, err error) {
			m.e.RunCallbackIn(ctx, func() { done(m.resolved(host, addrs, err)) })
		})
		return
	}
	opts := m.vm.NewObject()
	binding.Value(opts, "family", m.familyValue(a, family))
	hints := a.get("hints")
	if !hints.ToBoolean() {
		hints = m.vm.ToValue(defaultHints(family))
	}
	binding.Value(opts, "hints", hints)
	if all {
		binding.Value(opts, "all", m.vm.ToValue(true))
	}
	cb := binding.Func(m.vm, "emitLookup", 3, func(c goja.FunctionCall) goja.Value {
		done(m.lookupAnswer(c, all))
		return nil
	})
	m.e.Call(fn, goja.Undefined(), m.vm.ToValue(host), opts, cb)
}

func defaultHints(family int) int {
	if family == 4 || family == 6 {
		return 0
	}
	return addrinfo.AddrConfig
}

func (m *Module) familyValue(a callArgs, family int) goja.Value {
	if v := a.get("family"); family == 0 && goja.IsUndefined(v) {
		return goja.Undefined()
	}
	return m.vm.ToValue(family)
}

// lookupAnswer takes (err, address, family), or (err, [{address, family}]).
func (m *Module) lookupAnswer(c goja.FunctionCall, all bool) (goja.Value, []found) {
	if err := c.Argument(0); !isNil(err) && err.ToBoolean() {
		return err, nil
	}
	if !all {
		return nil, []found{{c.Argument(1), c.Argument(2)}}
	}
	if isNil(c.Argument(1)) {
		panic(m.vm.NewTypeError("Cannot read properties of %s (reading 'length')", c.Argument(1).String()))
	}
	arr := c.Argument(1).ToObject(m.vm)
	n := int(orUndefined(arr.Get("length")).ToInteger())
	if n == 0 {
		panic(m.vm.NewTypeError("Cannot destructure property 'address' of 'addresses[0]' as it is undefined."))
	}
	var list []found
	for i := range n {
		if item, ok := arr.Get(m.vm.ToValue(i).String()).(*goja.Object); ok {
			list = append(list, found{orUndefined(item.Get("address")), orUndefined(item.Get("family"))})
		}
	}
	return nil, list
}

func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// resolved turns the resolver's answer into values.
func (m *Module) resolved(host string, addrs []netip.Addr, err error) (goja.Value, []found) {
	if err != nil {
		return nodeerr.Lookup(m.vm, host, err), nil
	}
	list := make([]found, len(addrs))
	for i, addr := range addrs {
		family := 6
		if addr.Is4() {
			family = 4
		}
		list[i] = found{m.vm.ToValue(addr.String()), m.vm.ToValue(family)}
	}
	return nil, list
}

// lookedUp connects to the one address of a plain lookup.
func (s *Socket) lookedUp(err goja.Value, list []found, t target) {
	f := found{goja.Undefined(), goja.Undefined()}
	if len(list) > 0 {
		f = list[0]
	}
	s.emitLookup(err, f, t.host)
	if !s.connecting {
		return
	}
	if !isNil(err) {
		s.failLater(err)
		return
	}
	if bad := s.m.badAddress(f, t); bad != nil {
		s.failLater(bad)
		return
	}
	s.refreshTimer()
	t.host = f.text()
	s.internalConnect(t)
}

func (s *Socket) emitLookup(err goja.Value, f found, host string) {
	var e goja.Value = goja.Null()
	if err != nil {
		e = err
	}
	s.Emit(s.m.keys.lookup, e, f.ip, f.family, s.m.vm.ToValue(host))
}

// failLater destroys the socket on the next tick, so that a script can still
// add its listeners.
func (s *Socket) failLater(err goja.Value) {
	s.m.e.NextTick(func() { s.Destroy(err) })
}

// badAddress is the error for an answer that is no address.
func (m *Module) badAddress(f found, t target) goja.Value {
	if !f.isIP() {
		return nodeerr.New(m.vm, "ERR_INVALID_IP_ADDRESS", m.shownAddress(f))
	}
	if !f.usable() {
		err := nodeerr.New(m.vm, "ERR_INVALID_ADDRESS_FAMILY", f.family.String(), t.host, t.port)
		binding.Value(err, "host", m.vm.ToValue(t.host))
		binding.Value(err, "port", m.vm.ToValue(t.port))
		return err
	}
	return nil
}

// shownAddress is an answer in the words of an error.
func (m *Module) shownAddress(f found) string {
	if obj, ok := f.ip.(*goja.Object); ok && types.Of(obj) != types.Ordinary {
		return m.deps.Describe(obj, 0)
	}
	return f.text()
}

// lookedUpAll is Node's lookupAndConnectMultiple: one address connects
// plainly, several are tried in turn, the families alternating.
func (s *Socket) lookedUpAll(err goja.Value, list []found, t target) {
	if !s.connecting {
		return
	}
	if !isNil(err) {
		s.emitLookup(err, found{goja.Undefined(), goja.Undefined()}, t.host)
		s.failLater(err)
		return
	}
	byFamily := map[int64][]string{}
	first := int64(0)
	for _, f := range list {
		s.emitLookup(nil, f, t.host)
		if !s.connecting {
			return
		}
		if !f.usable() {
			continue
		}
		n := f.family.ToInteger()
		if first == 0 {
			first = n
		}
		if !slices.Contains(byFamily[n], f.text()) {
			byFamily[n] = append(byFamily[n], f.text())
		}
	}
	if first == 0 {
		s.noUsableAddress(list, t)
		return
	}
	s.connectMultiple(alternate(byFamily[first], byFamily[10-first]), t)
}

func (s *Socket) noUsableAddress(list []found, t target) {
	f := found{goja.Undefined(), goja.Undefined()}
	if len(list) > 0 {
		f = list[0]
	}
	if bad := s.m.badAddress(f, t); bad != nil {
		s.failLater(bad)
	}
}

// alternate mixes two lists, beginning with the first one.
func alternate(a, b []string) []string {
	var out []string
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			out = append(out, a[i])
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}
