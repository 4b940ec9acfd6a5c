package url

import (
	"errors"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/legacyurl"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
	"github.com/gonode/gonode/internal/wtf8"
)

// legacy is the API that came before the standard: the class Url and the
// functions around it.
type legacy struct {
	ctor  *goja.Object
	proto *goja.Object

	warnedParse bool // DEP0169
	warnedPort  bool // DEP0170
}

const parseWarning = "`url.parse()` behavior is not standardized and prone to errors that have security implications. " +
	"Use the WHATWG URL API instead. CVEs are not issued for `url.parse()` vulnerabilities."

// legacyFields are the properties of a Url, in Node's order.
var legacyFields = [...]string{
	"protocol", "slashes", "auth", "host", "port", "hostname", "hash", "search", "query", "pathname", "path", "href",
}

func (m *Module) installLegacy() {
	vm := m.vm
	m.legacy.ctor = binding.Constructor(vm, "Url", 0, func(c goja.ConstructorCall) *goja.Object {
		for _, name := range legacyFields {
			must(c.This.Set(name, goja.Null()))
		}
		return nil
	})
	m.legacy.proto = binding.Prototype(m.legacy.ctor)
	binding.Methods(vm, m.legacy.proto,
		binding.Method{Name: "parse", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			m.parseInto(c.This.ToObject(vm), c.Argument(0), c.Argument(1).ToBoolean(), c.Argument(2).ToBoolean())
			return c.This
		}},
		binding.Method{Name: "format", Fn: func(c goja.FunctionCall) goja.Value {
			return wtf8.Value(m.formatLegacy(c.This.ToObject(vm)))
		}},
		binding.Method{Name: "resolve", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			link := m.parseLegacy(c.Argument(0), false, true)
			return wtf8.Value(m.formatLegacy(m.resolveLegacy(c.This.ToObject(vm), link)))
		}},
		binding.Method{Name: "resolveObject", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.resolveLegacy(c.This.ToObject(vm), m.link(c.Argument(0)))
		}},
		binding.Method{Name: "parseHost", Fn: m.parseHost},
	)
	binding.Value(m.exports, "Url", m.legacy.ctor)
	binding.Value(m.exports, "parse", binding.Func(vm, "urlParse", 3, func(c goja.FunctionCall) goja.Value {
		return m.parseLegacy(c.Argument(0), c.Argument(1).ToBoolean(), c.Argument(2).ToBoolean())
	}))
	binding.Value(m.exports, "resolve", binding.Func(vm, "urlResolve", 2, func(c goja.FunctionCall) goja.Value {
		source := m.parseLegacy(c.Argument(0), false, true)
		link := m.parseLegacy(c.Argument(1), false, true)
		return wtf8.Value(m.formatLegacy(m.resolveLegacy(source, link)))
	}))
	binding.Value(m.exports, "resolveObject", binding.Func(vm, "urlResolveObject", 2, func(c goja.FunctionCall) goja.Value {
		if !c.Argument(0).ToBoolean() {
			return c.Argument(1)
		}
		return m.resolveLegacy(m.parseLegacy(c.Argument(0), false, true), m.link(c.Argument(1)))
	}))
	binding.Value(m.exports, "format", binding.Func(vm, "urlFormat", 2, m.format))
}

// newLegacy makes a Url with null fields.
func (m *Module) newLegacy() *goja.Object {
	obj := m.vm.CreateObject(m.legacy.proto)
	for _, name := range legacyFields {
		binding.Value(obj, name, goja.Null())
	}
	return obj
}

// parseLegacy is url.parse; a Url comes back as it is.
func (m *Module) parseLegacy(v goja.Value, parseQuery, slashesDenoteHost bool) *goja.Object {
	if !m.legacy.warnedParse && !m.deps.InsidePackage() {
		m.legacy.warnedParse = true
		m.deps.Warn(parseWarning, "DEP0169")
	}
	if obj, ok := v.(*goja.Object); ok && m.isLegacy(obj) {
		return obj
	}
	obj := m.newLegacy()
	m.parseInto(obj, v, parseQuery, slashesDenoteHost)
	return obj
}

func (m *Module) isLegacy(obj *goja.Object) bool {
	for proto := obj.Prototype(); proto != nil; proto = proto.Prototype() {
		if proto == m.legacy.proto {
			return true
		}
	}
	return false
}

// link is the argument of resolveObject: a text or a Url.
func (m *Module) link(v goja.Value) *goja.Object {
	if goja.IsString(v) {
		obj := m.newLegacy()
		m.parseInto(obj, v, false, true)
		return obj
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		panic(m.vm.NewTypeError("Cannot read properties of %s (reading 'hash')", v.String()))
	}
	return obj
}

// parseInto is Url.prototype.parse.
func (m *Module) parseInto(obj *goja.Object, v goja.Value, parseQuery, slashesDenoteHost bool) {
	if !goja.IsString(v) {
		panic(m.argType("url", v, "string"))
	}
	url := wtf8.Of(v)
	r, err := legacyurl.Parse(url, slashesDenoteHost)
	if r.BadPort && !m.legacy.warnedPort {
		m.legacy.warnedPort = true
		m.deps.Warn("The URL "+wtf8.Repair(url)+" is invalid. Future versions of Node.js will throw an error.", "DEP0170")
	}
	switch {
	case errors.Is(err, legacyurl.ErrMalformed):
		panic(nodeerr.Plain(m.vm, "URIError", "URI malformed"))
	case err != nil:
		panic(m.refusedURL(url))
	}
	if query, ok := r.Query.(string); ok {
		r.Query = wtf8.Value(query)
		if parseQuery {
			r.Query = m.e.CallMethod(m.deps.Querystring(), "parse", r.Query.(goja.Value))
		}
	}
	m.write(obj, r.Record, func(v goja.Value) bool { return v != nil })
	if parseQuery && r.Query == nil {
		must(obj.Set("search", goja.Null()))
		must(obj.Set("query", m.vm.CreateObject(nil)))
	}
	if !r.Simple {
		must(obj.Set("href", m.e.CallMethod(obj, "format")))
	}
}

// write sets the properties of a Url of which wanted says so; nil is null.
func (m *Module) write(obj *goja.Object, r legacyurl.Record, wanted func(goja.Value) bool) {
	set := func(name string, v goja.Value) {
		if !wanted(v) {
			return
		}
		if v == nil {
			v = goja.Null()
		}
		must(obj.Set(name, v))
	}
	field := func(name string, text *string) {
		if text == nil {
			set(name, nil)
		} else {
			set(name, wtf8.Value(*text))
		}
	}
	field("protocol", r.Protocol)
	var slashes goja.Value
	if r.Slashes {
		slashes = m.vm.ToValue(true)
	}
	set("slashes", slashes)
	field("auth", r.Auth)
	field("host", r.Host)
	field("port", r.Port)
	field("hostname", r.Hostname)
	field("hash", r.Hash)
	field("search", r.Search)
	query, _ := r.Query.(goja.Value)
	set("query", query)
	field("pathname", r.Pathname)
	field("path", r.Path)
	field("href", r.Href)
}

// read takes the fields of a Url; undefined is like null.
func (m *Module) read(obj *goja.Object) legacyurl.Record {
	field := func(name string) *string {
		v := obj.Get(name)
		if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
			return nil
		}
		s := wtf8.ToString(m.vm, v)
		return &s
	}
	r := legacyurl.Record{
		Protocol: field("protocol"), Auth: field("auth"), Host: field("host"), Port: field("port"), Hostname: field("hostname"),
		Hash: field("hash"), Search: field("search"), Pathname: field("pathname"), Path: field("path"), Href: field("href"),
		Slashes: truthy(obj, "slashes"),
	}
	if v := obj.Get("query"); v != nil {
		r.Query = v
	}
	return r
}

func truthy(obj *goja.Object, name string) bool {
	v := obj.Get(name)
	return v != nil && v.ToBoolean()
}

// resolveLegacy is Url.prototype.resolveObject.
func (m *Module) resolveLegacy(source, link *goja.Object) *goja.Object {
	result := m.newLegacy()
	m.assign(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{result, source}})
	r := legacyurl.Resolve(m.read(source), m.read(link))
	if r.Auth != nil {
		m.joined(*r.Auth)
	}
	m.write(result, r, func(goja.Value) bool { return true })
	return result
}

// parseHost is Url.prototype.parseHost, which splits host.
func (m *Module) parseHost(c goja.FunctionCall) goja.Value {
	obj := c.This.ToObject(m.vm)
	host := stringField(obj, "host")
	name, port := legacyurl.SplitPort(host)
	if port != "" {
		must(obj.Set("port", wtf8.Value(port)))
	}
	if name != "" {
		must(obj.Set("hostname", wtf8.Value(name)))
	}
	return goja.Undefined()
}

// format is url.format(urlObject[, options]).
func (m *Module) format(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if goja.IsString(v) {
		v = m.parseLegacy(v, false, false)
	}
	obj, ok := v.(*goja.Object)
	switch {
	case !ok, isFunction(obj):
		panic(m.argType("urlObject", c.Argument(0), "Object", "string"))
	case isURL(obj):
		return m.formatURL(obj, c.Argument(1))
	}
	return wtf8.Value(m.formatLegacy(obj))
}

// formatURL prints a URL of the standard as its options say.
func (m *Module) formatURL(obj *goja.Object, options goja.Value) goja.Value {
	href := m.text(obj.Get("href"))
	u, err := weburl.Parse(href, nil)
	if err != nil {
		panic(m.invalidURL(href))
	}
	parts := weburl.Parts{Auth: true, Search: true, Fragment: true, Host: u.Hostname()}
	if options.ToBoolean() {
		given, ok := options.(*goja.Object)
		if !ok || isFunction(given) || given.ClassName() == "Array" {
			panic(m.argType("options", options, "object"))
		}
		for name, flag := range map[string]*bool{"auth": &parts.Auth, "search": &parts.Search, "fragment": &parts.Fragment} {
			if own := given.Get(name); own != nil {
				*flag = own.ToBoolean()
			}
		}
		if truthy(given, "unicode") {
			parts.Host = weburl.HostToUnicode(parts.Host)
		}
	}
	return m.vm.ToValue(u.Format(parts))
}

// formatLegacy is Url.prototype.format, for any object with such fields.
func (m *Module) formatLegacy(obj *goja.Object) string {
	field := func(name string) string {
		if !truthy(obj, name) {
			return ""
		}
		return wtf8.ToString(m.vm, obj.Get(name))
	}
	p := legacyurl.Parts{
		Protocol: field("protocol"), Auth: field("auth"), Host: field("host"), Hostname: field("hostname"), Port: field("port"),
		Pathname: field("pathname"), Search: field("search"), Hash: field("hash"), Slashes: truthy(obj, "slashes"),
	}
	p.Auth = m.joined(p.Auth)
	if query, ok := obj.Get("query").(*goja.Object); ok && !isFunction(query) {
		text := wtf8.Of(m.e.CallMethod(m.deps.Querystring(), "stringify", query))
		if p.Search == "" && text != "" {
			p.Search = "?" + text
		}
	}
	return legacyurl.Format(p)
}

// joined refuses a text that cannot be percent-encoded.
func (m *Module) joined(auth string) string {
	valid, ok := wtf8.JoinHalves(auth)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_INVALID_URI"))
	}
	return valid
}
