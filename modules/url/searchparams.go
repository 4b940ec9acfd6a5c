package url

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/weburl"
)

// paramsState is what a URLSearchParams object has in Go.
type paramsState struct {
	binding.Native
	list  []weburl.Pair
	owner *urlState // whose searchParams it is, or nil
	query string    // of the owner, as of list
}

func (m *Module) installSearchParams() {
	vm := m.vm
	proto := binding.Prototype(m.searchParams)
	m.paramsProto = proto
	m.installIterator()
	binding.Accessors(vm, proto, true, binding.Accessor{Name: "size", Get: func(this goja.Value) goja.Value {
		return vm.ToValue(len(m.thisParams(this).list))
	}})
	entries := binding.Func(vm, "entries", 0, m.iterate(bothOf))
	binding.Methods(vm, proto,
		binding.Method{Name: "append", Length: 2, Fn: m.paramsMethod(2, (*paramsState).add)},
		binding.Method{Name: "delete", Length: 1, Fn: m.paramsMethod(1, (*paramsState).remove)},
		binding.Method{Name: "get", Length: 1, Fn: m.paramsMethod(1, (*paramsState).get)},
		binding.Method{Name: "getAll", Length: 1, Fn: m.paramsMethod(1, (*paramsState).getAll)},
		binding.Method{Name: "has", Length: 1, Fn: m.paramsMethod(1, (*paramsState).has)},
		binding.Method{Name: "set", Length: 2, Fn: m.paramsMethod(2, (*paramsState).set)},
		binding.Method{Name: "sort", Fn: m.paramsMethod(0, (*paramsState).sort)},
	)
	binding.Value(proto, "entries", entries)
	binding.Methods(vm, proto,
		binding.Method{Name: "forEach", Length: 1, Fn: m.forEach},
		binding.Method{Name: "keys", Fn: m.iterate(nameOf)},
		binding.Method{Name: "values", Fn: m.iterate(valueOf)},
		binding.Method{Name: "toString", Fn: m.paramsMethod(0, func(st *paramsState, m *Module, _ []goja.Value) goja.Value {
			return m.vm.ToValue(weburl.FormatForm(st.list))
		})},
	)
	binding.HiddenSymbol(proto, m.inspectCustom, binding.Func(vm, "[nodejs.util.inspect.custom]", 2, m.inspectParams))
	m.setTag(proto, "URLSearchParams")
	binding.HiddenSymbol(proto, goja.SymIterator, entries)
}

// initParams is the constructor of URLSearchParams: (this, init).
func (m *Module) initParams(c goja.FunctionCall) goja.Value {
	setState(c.Argument(0).(*goja.Object), m.paramsState, &paramsState{Native: binding.NewNative(), list: m.initialParams(c.Argument(1))})
	return goja.Undefined()
}

func (m *Module) newParams(st *paramsState) *goja.Object {
	obj := m.vm.CreateObject(m.paramsProto)
	setState(obj, m.paramsState, st)
	return obj
}

// initialParams reads the constructor's argument: a query string, a sequence
// of pairs, or an object.
func (m *Module) initialParams(init goja.Value) []weburl.Pair {
	obj, ok := init.(*goja.Object)
	switch {
	case ok:
		return m.paramsOfObject(obj)
	case goja.IsUndefined(init):
		return nil
	}
	text := m.text(init)
	if text != "" && text[0] == '?' {
		text = text[1:]
	}
	return weburl.ParseForm(text)
}

func (m *Module) paramsOfObject(obj *goja.Object) []weburl.Pair {
	iterator := obj.GetSymbol(goja.SymIterator)
	if iterator == nil || goja.IsUndefined(iterator) || goja.IsNull(iterator) {
		return m.paramsOfRecord(obj)
	}
	if st, ok := stateOf[*paramsState](obj, m.paramsState); ok && iterator == m.paramsProto.GetSymbol(goja.SymIterator) {
		return slices.Clone(st.list)
	}
	if !engine.IsCallable(iterator) {
		panic(nodeerr.New(m.vm, "ERR_ARG_NOT_ITERABLE", "Query pairs"))
	}
	var list []weburl.Pair
	m.vm.ForOf(obj, func(pair goja.Value) bool {
		list = append(list, m.tuple(pair))
		return true
	})
	return list
}

// tuple reads one [name, value] of a sequence.
func (m *Module) tuple(pair goja.Value) weburl.Pair {
	obj, ok := pair.(*goja.Object)
	if !ok || !engine.IsCallable(obj.GetSymbol(goja.SymIterator)) {
		panic(nodeerr.New(m.vm, "ERR_INVALID_TUPLE", "Each query pair", "[name, value]"))
	}
	var texts []string
	m.vm.ForOf(obj, func(v goja.Value) bool {
		texts = append(texts, m.text(v))
		return true
	})
	if len(texts) != 2 {
		panic(nodeerr.New(m.vm, "ERR_INVALID_TUPLE", "Each query pair", "[name, value]"))
	}
	return weburl.Pair{Name: texts[0], Value: texts[1]}
}

// paramsOfRecord reads the enumerable properties of an object. Of two names
// that become the same text, the later value counts.
func (m *Module) paramsOfRecord(obj *goja.Object) []weburl.Pair {
	var list []weburl.Pair
	seen := map[string]int{}
	keys := m.ownKeys(goja.FunctionCall{Arguments: []goja.Value{obj}}).(*goja.Object)
	m.vm.ForOf(keys, func(key goja.Value) bool {
		d, ok := m.descriptor(goja.FunctionCall{Arguments: []goja.Value{obj, key}}).(*goja.Object)
		if !ok || !d.Get("enumerable").ToBoolean() {
			return true
		}
		name := m.text(key)
		value := m.text(m.property(obj, key))
		if i, ok := seen[name]; ok {
			list[i].Value = value
			return true
		}
		seen[name] = len(list)
		list = append(list, weburl.Pair{Name: name, Value: value})
		return true
	})
	return list
}

// property reads obj[key], also where the name is no valid text.
func (m *Module) property(obj *goja.Object, key goja.Value) goja.Value {
	return m.get(goja.FunctionCall{Arguments: []goja.Value{obj, key}})
}

func (m *Module) thisParams(this goja.Value) *paramsState {
	st, ok := stateOf[*paramsState](this, m.paramsState)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "URLSearchParams"))
	}
	return st
}

// paramsMethod makes a native of a method that wants some arguments.
func (m *Module) paramsMethod(required int, method func(*paramsState, *Module, []goja.Value) goja.Value) binding.NativeFunc {
	missing := `"name" argument`
	if required == 2 {
		missing = `"name" and "value" arguments`
	}
	return func(c goja.FunctionCall) goja.Value {
		st := m.thisParams(c.This)
		if len(c.Arguments) < required {
			panic(nodeerr.New(m.vm, "ERR_MISSING_ARGS", missing))
		}
		return method(st, m, c.Arguments)
	}
}

// changed writes the list into the URL that it belongs to.
func (st *paramsState) changed() {
	if st.owner != nil {
		st.owner.url.SetSearch(weburl.FormatForm(st.list))
		st.query = st.owner.url.Query()
	}
}

func (st *paramsState) add(m *Module, args []goja.Value) goja.Value {
	name := m.text(args[0])
	st.list = append(st.list, weburl.Pair{Name: name, Value: m.text(args[1])})
	st.changed()
	return goja.Undefined()
}

// matcher selects pairs by a name and, if there is one, a value.
func (m *Module) matcher(args []goja.Value) func(weburl.Pair) bool {
	name := m.text(args[0])
	if len(args) == 1 || goja.IsUndefined(args[1]) {
		return func(p weburl.Pair) bool { return p.Name == name }
	}
	value := m.text(args[1])
	return func(p weburl.Pair) bool { return p.Name == name && p.Value == value }
}

func (st *paramsState) remove(m *Module, args []goja.Value) goja.Value {
	matches := m.matcher(args)
	st.list = slices.DeleteFunc(st.list, matches)
	st.changed()
	return goja.Undefined()
}

func (st *paramsState) get(m *Module, args []goja.Value) goja.Value {
	if i := slices.IndexFunc(st.list, m.matcher(args[:1])); i >= 0 {
		return m.vm.ToValue(st.list[i].Value)
	}
	return goja.Null()
}

func (st *paramsState) getAll(m *Module, args []goja.Value) goja.Value {
	matches := m.matcher(args[:1])
	var values []any
	for _, p := range st.list {
		if matches(p) {
			values = append(values, m.vm.ToValue(p.Value))
		}
	}
	return m.vm.NewArray(values...)
}

func (st *paramsState) has(m *Module, args []goja.Value) goja.Value {
	return m.vm.ToValue(slices.ContainsFunc(st.list, m.matcher(args)))
}

// set changes the first pair of a name and removes the others.
func (st *paramsState) set(m *Module, args []goja.Value) goja.Value {
	matches, value := m.matcher(args[:1]), m.text(args[1])
	i := slices.IndexFunc(st.list, matches)
	if i < 0 {
		return st.add(m, args)
	}
	st.list[i].Value = value
	st.list = append(st.list[:i+1], slices.DeleteFunc(st.list[i+1:], matches)...)
	st.changed()
	return goja.Undefined()
}

func (st *paramsState) sort(*Module, []goja.Value) goja.Value {
	slices.SortStableFunc(st.list, func(a, b weburl.Pair) int { return weburl.CompareUTF16(a.Name, b.Name) })
	st.changed()
	return goja.Undefined()
}

// forEach is params.forEach(callback[, thisArg]).
func (m *Module) forEach(c goja.FunctionCall) goja.Value {
	st := m.thisParams(c.This)
	callback, ok := engine.Callable(c.Argument(0))
	if !ok {
		panic(nodeerr.ArgType(m.vm, "callback", c.Argument(0), "function"))
	}
	for i := 0; i < len(st.list); i++ { // the callback may change the list
		p := st.list[i]
		m.e.Call(callback, c.Argument(1), m.vm.ToValue(p.Value), m.vm.ToValue(p.Name), c.This)
	}
	return goja.Undefined()
}
