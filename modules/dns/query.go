package dns

import (
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
		q.family = addrinfo.CheckFamily(m.vm, opts, "family", m.deps.Describe)
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
		addrinfo.CheckHints(m.vm, v, m.deps.Describe)
	}
	if v, ok := get("family"); ok {
		q.family = addrinfo.CheckFamily(m.vm, v, "options.family", m.deps.Describe)
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

func (m *Module) checkBoolean(v goja.Value, name string) bool {
	b, ok := v.Export().(bool)
	if !ok {
		panic(nodeerr.ArgType(m.vm, name, v, "boolean"))
	}
	return b
}
