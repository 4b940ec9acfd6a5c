package dns

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/addrinfo"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

// errorCodes are the constants of the module that name errors, without the E
// that their values begin with.
var errorCodes = strings.Fields(`NODATA FORMERR SERVFAIL NOTFOUND NOTIMP REFUSED BADQUERY BADNAME BADFAMILY BADRESP
	CONNREFUSED TIMEOUT EOF FILE NOMEM DESTRUCTION BADSTR BADFLAGS NONAME BADHINTS NOTINITIALIZED LOADIPHLPAPI
	ADDRGETNETWORKPARAMS CANCELLED`)

// queries are the functions that ask a DNS server, in the order of the
// exports; resolve takes the record type as an argument more.
var queries = strings.Fields(`resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx resolveNaptr
	resolveNs resolvePtr resolveSoa resolveSrv resolveTlsa resolveTxt reverse`)

// install defines the exports of dns, or of dns/promises, in Node's order.
func (m *Module) install(exports, lookup *goja.Object, promises bool) {
	binding.Value(exports, "lookup", lookup)
	m.unbuilt(exports, "lookupService", 3)
	binding.Value(exports, "Resolver", binding.Constructor(m.vm, "Resolver", 0, func(goja.ConstructorCall) *goja.Object {
		panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "dns.Resolver"))
	}))
	binding.Methods(m.vm, exports, m.orderMethods()...)
	m.unbuilt(exports, "setServers", 1)
	if !promises {
		for _, h := range hints {
			binding.Value(exports, h.name, m.vm.ToValue(h.value))
		}
	}
	for _, code := range errorCodes {
		text := "E" + code
		if code == "EOF" {
			text = code
		}
		binding.Value(exports, code, m.vm.ToValue(text))
	}
	m.unbuilt(exports, "getServers", 0)
	for _, name := range queries {
		m.unbuilt(exports, name, 2)
	}
}

// unbuilt defines a function that is not there yet.
func (m *Module) unbuilt(exports *goja.Object, name string, length int) {
	binding.Value(exports, name, jsfile.NotImplemented(m.vm, name, "dns."+name, length))
}

// hints are those of lookup, with the values of the platform's getaddrinfo.
var hints = []struct {
	name  string
	value int
}{{"ADDRCONFIG", addrinfo.AddrConfig}, {"ALL", addrinfo.All}, {"V4MAPPED", addrinfo.V4Mapped}}
