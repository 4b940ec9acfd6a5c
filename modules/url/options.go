package url

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
	"github.com/gonode/gonode/internal/wtf8"
)

func (m *Module) domainArgument(c goja.FunctionCall) string {
	if len(c.Arguments) == 0 {
		panic(nodeerr.New(m.vm, "ERR_MISSING_ARGS", `"domain" argument`))
	}
	return m.text(c.Arguments[0])
}

// domainToASCII is url.domainToASCII(domain).
func (m *Module) domainToASCII(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(weburl.DomainToASCII(m.domainArgument(c)))
}

// domainToUnicode is url.domainToUnicode(domain).
func (m *Module) domainToUnicode(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(weburl.DomainToUnicode(m.domainArgument(c)))
}

// urlToHTTPOptions is url.urlToHttpOptions(url): the properties of a URL as
// http.request wants them.
func (m *Module) urlToHTTPOptions(c goja.FunctionCall) goja.Value {
	obj, ok := c.Argument(0).(*goja.Object)
	if !ok {
		panic(m.argType("url", c.Argument(0), "object"))
	}
	get := func(name string) goja.Value {
		if v := obj.Get(name); v != nil {
			return v
		}
		return goja.Undefined()
	}
	out := m.vm.CreateObject(nil)
	m.assign(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{out, obj}})
	hostname := get("hostname")
	if goja.IsString(hostname) {
		if s := wtf8.Of(hostname); len(s) > 0 && s[0] == '[' {
			hostname = wtf8.Value(s[1:max(1, len(s)-1)])
		}
	}
	search, pathname := get("search"), get("pathname")
	binding.Value(out, "protocol", get("protocol"))
	binding.Value(out, "hostname", hostname)
	binding.Value(out, "hash", get("hash"))
	binding.Value(out, "search", search)
	binding.Value(out, "pathname", pathname)
	binding.Value(out, "path", wtf8.Value(m.orEmpty(pathname)+m.orEmpty(search)))
	binding.Value(out, "href", get("href"))
	if port := get("port"); !goja.IsString(port) || port.String() != "" {
		binding.Value(out, "port", port.ToNumber())
	}
	if user, password := get("username"), get("password"); user.ToBoolean() || password.ToBoolean() {
		auth := m.decodeURIComponent(wtf8.ToString(m.vm, user)) + ":" + m.decodeURIComponent(wtf8.ToString(m.vm, password))
		binding.Value(out, "auth", wtf8.Value(auth))
	}
	return out
}

// orEmpty is `${v || ”}`.
func (m *Module) orEmpty(v goja.Value) string {
	if !v.ToBoolean() {
		return ""
	}
	return wtf8.ToString(m.vm, v)
}
