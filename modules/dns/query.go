package dns

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/addrinfo"
	"github.com/gonode/gonode/internal/nodeerr"
)

// query is what one lookup asks for.
type query struct {
	host   string
	given  string // the name as a warning shows it
	family int
	all    bool
	order  string
}

// query checks the arguments of lookup as Node does.
func (m *Module) query(host, opts goja.Value) query {
	q := query{order: m.order, given: host.String()}
	m.checkHost(host)
	if host.ToBoolean() {
		q.host = host.String()
	}
	switch {
	case goja.IsUndefined(opts) || goja.IsNull(opts):
	case goja.IsNumber(opts):
		q.family = m.checkFamily(opts, "family")
	default:
		obj, ok := opts.(*goja.Object)
		if !ok {
			panic(nodeerr.ArgType(m.vm, "options", opts, "object", "integer"))
		}
		m.readOptions(&q, obj)
	}
	return q
}

func (m *Module) checkHost(host goja.Value) {
	if host.ToBoolean() && !goja.IsString(host) {
		panic(nodeerr.ArgType(m.vm, "hostname", host, "string"))
	}
}

func (m *Module) readOptions(q *query, obj *goja.Object) {
	get := func(name string) (goja.Value, bool) {
		v := obj.Get(name)
		return v, v != nil && !goja.IsUndefined(v) && !goja.IsNull(v)
	}
	if v, ok := get("hints"); ok {
		m.checkHints(v)
	}
	if v, ok := get("family"); ok {
		q.family = m.checkFamily(v, "options.family")
	}
	if v, ok := get("all"); ok {
		q.all = m.checkBoolean(v, "options.all")
	}
	if v, ok := get("verbatim"); ok {
		if q.order = orders[1]; m.checkBoolean(v, "options.verbatim") {
			q.order = orders[0]
		}
	}
	if v, ok := get("order"); ok {
		q.order = m.checkOrder(v, "options.order")
	}
}

func (m *Module) checkFamily(v goja.Value, name string) int {
	switch v.String() {
	case "IPv4":
		return 4
	case "IPv6":
		return 6
	case "0", "4", "6":
		if goja.IsNumber(v) {
			n, _ := strconv.Atoi(v.String())
			return n
		}
	}
	panic(nodeerr.ArgValue(m.vm, name, m.describe(v), "must be one of: 0, 4, 6"))
}

func (m *Module) checkHints(v goja.Value) {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, "options.hints", v, "number"))
	}
	if n := int(v.ToInteger()); n&^(addrinfo.AddrConfig|addrinfo.All|addrinfo.V4Mapped) != 0 {
		panic(nodeerr.ArgValue(m.vm, "hints", m.describe(v), "is invalid"))
	}
}

func (m *Module) checkBoolean(v goja.Value, name string) bool {
	b, ok := v.Export().(bool)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, "boolean"))
	}
	return b
}
