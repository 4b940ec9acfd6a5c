// Package unbuilt stands in for Node's built-in modules that gonode does not
// have yet. They can be required, and their functions and classes are there by
// name, so that a package which only mentions one goes on working; whoever
// calls a function or constructs a class gets ERR_METHOD_NOT_IMPLEMENTED.
// Constants have Node's values.
//
// What each module exports is recorded from Node by record.js, in exports/.
// runtime asks this package last, for names that no other package serves.
package unbuilt

import (
	"embed"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed exports/*.json
var exports embed.FS

const suffix = ".json"

// Names lists the modules.
func Names() []string {
	entries, err := exports.ReadDir("exports")
	must(err)
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.ReplaceAll(strings.TrimSuffix(e.Name(), suffix), ".", "/")
	}
	return names
}

// New makes the exports of a module of Names.
func New(vm *goja.Runtime, name string) goja.Value {
	text, err := exports.ReadFile("exports/" + strings.ReplaceAll(name, "/", ".") + suffix)
	must(err)
	parse, _ := goja.AssertFunction(vm.GlobalObject().Get("JSON").(*goja.Object).Get("parse"))
	record, err := parse(goja.Undefined(), vm.ToValue(string(text)))
	must(err)
	m := maker{vm}
	return m.value(record.(*goja.Object), name, name)
}

// maker makes values from their records.
type maker struct{ vm *goja.Runtime }

// value makes one value; where is its name in errors.
func (m maker) value(record *goja.Object, name, where string) goja.Value {
	if v := record.Get("v"); v != nil {
		return v
	}
	if v := record.Get("s"); v != nil {
		return goja.NewSymbol(v.String())
	}
	if v := record.Get("o"); v != nil {
		return m.fill(m.vm.NewObject(), v, where)
	}
	var fn *goja.Object
	if v := record.Get("f"); v != nil {
		fn = binding.Func(m.vm, name, int(v.ToInteger()), func(goja.FunctionCall) goja.Value {
			panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", where))
		})
	} else {
		fn = binding.Constructor(m.vm, name, int(record.Get("c").ToInteger()), func(goja.ConstructorCall) *goja.Object {
			panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", where))
		})
		m.fill(binding.Prototype(fn), record.Get("m"), where+".prototype")
	}
	return m.fill(fn, record.Get("p"), where)
}

// fill defines the recorded properties, if there are any.
func (m maker) fill(obj *goja.Object, properties goja.Value, where string) *goja.Object {
	if properties == nil {
		return obj
	}
	records := properties.(*goja.Object)
	for _, name := range records.Keys() {
		binding.Value(obj, name, m.value(records.Get(name).(*goja.Object), name, where+"."+name))
	}
	return obj
}

// must is for what can only fail by a mistake in this package.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
