package url

import (
	_ "embed"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
	"github.com/gonode/gonode/internal/wtf8"
)

// urlState is what a URL object has in Go.
type urlState struct {
	binding.Native
	url    *weburl.URL
	params *paramsState // made with searchParams
	object *goja.Object // searchParams
}

// The texts of V8 for a method that is called on something else.
const (
	noReceiver = "Receiver must be an instance of class URL"
	noContext  = "Cannot read private member #context from an object whose class did not declare it"
	noParams   = "Cannot read private member #searchParams from an object whose class did not declare it"
)

//go:embed class.js
var classSource string

// classProgram is compiled once for all runtimes, on first use.
var classProgram = sync.OnceValue(func() *goja.Program {
	return goja.MustCompile("node:internal/url", classSource, true)
})

// makeClasses makes both classes without their methods.
func (m *Module) makeClasses() {
	script, err := m.vm.RunProgram(classProgram())
	must(err)
	run, _ := engine.Callable(script)
	classes := m.e.Call(run, goja.Undefined(), m.vm.ToValue(m.initURL), m.vm.ToValue(m.initParams)).(*goja.Object)
	m.url = classes.Get("URL").(*goja.Object)
	must(m.url.DefineDataProperty("length", m.vm.ToValue(1), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	m.searchParams = classes.Get("URLSearchParams").(*goja.Object)
}

func (m *Module) installURL() {
	proto := binding.Prototype(m.url)
	m.urlProto = proto
	binding.Methods(m.vm, proto, binding.Method{Name: "toString", Fn: m.urlText})
	m.installAccessors(proto)
	binding.Methods(m.vm, proto, binding.Method{Name: "toJSON", Fn: m.urlText})
	binding.HiddenSymbol(proto, m.inspectCustom, binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, m.inspectURL))
	m.setTag(proto, "URL")
	binding.Methods(m.vm, m.url,
		binding.Method{Name: "parse", Length: 1, Fn: m.parseURL},
		binding.Method{Name: "canParse", Length: 1, Fn: m.canParse},
		binding.Method{Name: "createObjectURL", Length: 1, Fn: m.createObjectURL},
		binding.Method{Name: "revokeObjectURL", Length: 1, Fn: m.revokeObjectURL},
	)
}

// initURL is the constructor of URL: (this, arguments).
func (m *Module) initURL(c goja.FunctionCall) goja.Value {
	list := c.Argument(1).(*goja.Object)
	args := make([]goja.Value, 0, 2)
	for i := range min(2, int(list.Get("length").ToInteger())) {
		args = append(args, list.Get(argumentNames[i]))
	}
	u, fail := m.parseArguments(args)
	if fail != nil {
		panic(fail())
	}
	setState(c.Argument(0).(*goja.Object), m.urlState, &urlState{Native: binding.NewNative(), url: u})
	return goja.Undefined()
}

// argumentNames are the indexes of the arguments that count.
var argumentNames = [...]string{"0", "1"}

// parseArguments parses (input, base); fail makes the error that says why not.
func (m *Module) parseArguments(args []goja.Value) (u *weburl.URL, fail func() *goja.Object) {
	if len(args) == 0 {
		panic(nodeerr.New(m.vm, "ERR_MISSING_ARGS", `"url" argument`))
	}
	input := wtf8.ToString(m.vm, args[0])
	if len(args) == 1 || goja.IsUndefined(args[1]) {
		u, err := weburl.Parse(wtf8.Repair(input), nil)
		if err != nil {
			return nil, func() *goja.Object { return m.invalidURL(input) }
		}
		return u, nil
	}
	baseText := wtf8.ToString(m.vm, args[1])
	base, err := weburl.Parse(wtf8.Repair(baseText), nil)
	if err == nil {
		u, err = weburl.Parse(wtf8.Repair(input), base)
	}
	if err != nil {
		return nil, func() *goja.Object { return m.invalidURL(input, baseText) }
	}
	return u, nil
}

// invalidURL is the error of the parser: ERR_INVALID_URL with the texts that
// were no URL. It is made outside JavaScript on Node, so its stack does not
// begin with the code.
func (m *Module) invalidURL(input string, base ...string) *goja.Object {
	err := nodeerr.Plain(m.vm, "TypeError", "Invalid URL")
	binding.Value(err, "code", m.vm.ToValue("ERR_INVALID_URL"))
	binding.Value(err, "input", wtf8.Value(input))
	if len(base) > 0 {
		binding.Value(err, "base", wtf8.Value(base[0]))
	}
	return err
}

// refusedURL is ERR_INVALID_URL of the href setter and the legacy API.
func (m *Module) refusedURL(input string) *goja.Object {
	err := nodeerr.New(m.vm, "ERR_INVALID_URL")
	binding.Value(err, "input", wtf8.Value(input))
	return err
}

// newURL makes a URL object.
func (m *Module) newURL(u *weburl.URL) *goja.Object {
	obj := m.vm.CreateObject(m.urlProto)
	setState(obj, m.urlState, &urlState{Native: binding.NewNative(), url: u})
	return obj
}

// parseURL is URL.parse(input[, base]).
func (m *Module) parseURL(c goja.FunctionCall) goja.Value {
	u, fail := m.parseArguments(c.Arguments)
	if fail != nil {
		return goja.Null()
	}
	return m.newURL(u)
}

// canParse is URL.canParse(input[, base]).
func (m *Module) canParse(c goja.FunctionCall) goja.Value {
	_, fail := m.parseArguments(c.Arguments)
	return m.vm.ToValue(fail == nil)
}

// createObjectURL is URL.createObjectURL(blob).
func (m *Module) createObjectURL(c goja.FunctionCall) goja.Value {
	id, err := m.deps.Buffers().CreateObjectURL(c.Argument(0))
	if err != nil {
		panic(nodeerr.ArgType(m.vm, "obj", c.Argument(0), "Blob"))
	}
	return m.vm.ToValue(id)
}

// revokeObjectURL is URL.revokeObjectURL(id).
func (m *Module) revokeObjectURL(c goja.FunctionCall) goja.Value {
	if len(c.Arguments) == 0 {
		panic(nodeerr.New(m.vm, "ERR_MISSING_ARGS", `"url" argument`))
	}
	m.deps.Buffers().RevokeObjectURL(m.text(c.Argument(0)))
	return goja.Undefined()
}

func (m *Module) thisURL(this goja.Value, otherwise string) *urlState {
	st, ok := stateOf[*urlState](this, m.urlState)
	if !ok {
		panic(m.vm.NewTypeError(otherwise))
	}
	return st
}

// urlText is toString and toJSON.
func (m *Module) urlText(c goja.FunctionCall) goja.Value {
	return m.vm.ToValue(m.thisURL(c.This, noReceiver).url.Href())
}

// installAccessors defines the properties of a URL, in Node's order.
func (m *Module) installAccessors(proto *goja.Object) {
	type URL = weburl.URL
	m.accessor(proto, "href", noReceiver, (*URL).Href, m.setHref)
	m.accessor(proto, "origin", noContext, (*URL).Origin, nil)
	m.accessor(proto, "protocol", noContext, (*URL).Protocol, m.setter((*URL).SetProtocol))
	m.accessor(proto, "username", noContext, (*URL).Username, m.setter((*URL).SetUsername))
	m.accessor(proto, "password", noContext, (*URL).Password, m.setter((*URL).SetPassword))
	m.accessor(proto, "host", noContext, (*URL).Host, m.setter((*URL).SetHost))
	m.accessor(proto, "hostname", noContext, (*URL).Hostname, m.setter((*URL).SetHostname))
	m.accessor(proto, "port", noContext, (*URL).Port, m.setter((*URL).SetPort))
	m.accessor(proto, "pathname", noContext, (*URL).Pathname, m.setter((*URL).SetPathname))
	m.accessor(proto, "search", noReceiver, (*URL).Search, m.setter((*URL).SetSearch))
	binding.Accessors(m.vm, proto, true, binding.Accessor{Name: "searchParams", Get: m.getSearchParams})
	m.accessor(proto, "hash", noContext, (*URL).Hash, m.setter((*URL).SetHash))
}

// accessor defines one property; otherwise is the text of the error for a
// receiver that is no URL. Without set it is read-only.
func (m *Module) accessor(proto *goja.Object, name, otherwise string, get func(*weburl.URL) string, set func(*urlState, goja.Value)) {
	a := binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
		return m.vm.ToValue(get(m.thisURL(this, otherwise).url))
	}}
	if set != nil {
		a.Set = func(this, v goja.Value) {
			st := m.thisURL(this, noContext)
			set(st, v)
			st.refreshParams()
		}
	}
	binding.Accessors(m.vm, proto, true, a)
}

// setter is a setter of weburl for JavaScript, to which it does not matter
// whether the value was taken.
func (m *Module) setter(set func(*weburl.URL, string) bool) func(*urlState, goja.Value) {
	return func(st *urlState, v goja.Value) { set(st.url, m.text(v)) }
}

func (m *Module) setHref(st *urlState, v goja.Value) {
	input := wtf8.ToString(m.vm, v)
	u, err := weburl.Parse(wtf8.Repair(input), nil)
	if err != nil {
		panic(m.refusedURL(input))
	}
	st.url = u
}

func (m *Module) getSearchParams(this goja.Value) goja.Value {
	st := m.thisURL(this, noParams)
	if st.object == nil {
		st.params = &paramsState{Native: binding.NewNative(), owner: st}
		st.refreshParams()
		st.object = m.newParams(st.params)
	}
	return st.object
}

// refreshParams makes searchParams follow the query.
func (st *urlState) refreshParams() {
	if st.params == nil || st.params.query == st.url.Query() {
		return
	}
	st.params.query = st.url.Query()
	st.params.list = weburl.ParseForm(st.params.query)
}
