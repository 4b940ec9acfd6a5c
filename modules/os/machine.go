package os

import (
	"encoding/binary"
	"net"
	"net/netip"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

func endianness() string {
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return "LE"
	}
	return "BE"
}

func (m *Module) hostname(goja.FunctionCall) goja.Value {
	name, err := m.deps.System.Hostname()
	m.check(err, "uv_os_gethostname")
	return m.vm.ToValue(name)
}

func (m *Module) version(field func(Version) string) binding.NativeFunc {
	return func(goja.FunctionCall) goja.Value {
		v, err := m.deps.System.Version()
		m.check(err, "uv_os_uname")
		return m.vm.ToValue(field(v))
	}
}

func (m *Module) memory(total bool) binding.NativeFunc {
	return func(goja.FunctionCall) goja.Value {
		all, free, err := m.deps.System.Memory()
		m.check(err, "uv_get_total_memory")
		if total {
			return m.vm.ToValue(all)
		}
		return m.vm.ToValue(free)
	}
}

func (m *Module) uptime(goja.FunctionCall) goja.Value {
	seconds, err := m.deps.System.Uptime()
	m.check(err, "uv_uptime")
	return m.vm.ToValue(seconds)
}

func (m *Module) loadavg(goja.FunctionCall) goja.Value {
	avg, err := m.deps.System.LoadAverage()
	m.check(err, "uv_loadavg")
	return m.vm.NewArray(avg[0], avg[1], avg[2])
}

func (m *Module) cpus(goja.FunctionCall) goja.Value {
	list, err := m.deps.System.CPUs()
	m.check(err, "uv_cpu_info")
	all := make([]any, len(list))
	for i, c := range list {
		times := m.object("user", c.User, "nice", c.Nice, "sys", c.System, "idle", c.Idle, "irq", c.IRQ)
		all[i] = m.object("model", c.Model, "speed", c.MHz, "times", times)
	}
	return m.vm.NewArray(all...)
}

// object makes a plain object of names and values.
func (m *Module) object(pairs ...any) *goja.Object {
	obj := m.vm.NewObject()
	for i := 0; i < len(pairs); i += 2 {
		binding.Value(obj, pairs[i].(string), m.vm.ToValue(pairs[i+1]))
	}
	return obj
}

func (m *Module) networkInterfaces(goja.FunctionCall) goja.Value {
	list, err := m.deps.System.Interfaces()
	m.check(err, "uv_interface_addresses")
	byName := map[string][]any{}
	var names []string
	for _, i := range list {
		if byName[i.Name] == nil {
			names = append(names, i.Name)
		}
		byName[i.Name] = append(byName[i.Name], m.address(i))
	}
	result := m.vm.NewObject()
	for _, name := range names {
		binding.Value(result, name, m.vm.NewArray(byName[name]...))
	}
	return result
}

func (m *Module) address(i Interface) *goja.Object {
	addr := i.Prefix.Addr()
	family := "IPv4"
	if addr.Is6() {
		family = "IPv6"
	}
	mac := i.MAC
	if len(mac) == 0 {
		mac = make(net.HardwareAddr, 6)
	}
	obj := m.object("address", addr.String(), "netmask", netmask(i.Prefix), "family", family,
		"mac", mac.String(), "internal", i.Internal, "cidr", i.Prefix.String())
	if addr.Is6() {
		binding.Value(obj, "scopeid", m.vm.ToValue(i.ScopeID))
	}
	return obj
}

func netmask(p netip.Prefix) string {
	mask := net.CIDRMask(p.Bits(), p.Addr().BitLen())
	addr, _ := netip.AddrFromSlice(mask)
	return addr.String()
}
