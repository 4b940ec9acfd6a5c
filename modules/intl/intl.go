// Package intl is a small Intl, for American English: DateTimeFormat,
// NumberFormat, Collator and PluralRules, and toLocaleString of numbers and
// dates through them. What is not there, above all every other language, is
// refused with ERR_METHOD_NOT_IMPLEMENTED and never replaced by a guess. The
// runtime calls Install before any script runs; everything is made when it is
// first used.
//
// Differences from Node: ranges, units, compact notation, eras, day periods,
// long names of time zones, calendars and the classes besides those four are
// refused. Time zones come from the system's database, collation from
// golang.org/x/text.
//
// Everything here runs on the loop goroutine.
package intl

import (
	_ "embed"

	"github.com/dop251/goja"
	"golang.org/x/text/collate"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsclass"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed js/common.js
var commonSource string

//go:embed js/number.js
var numberSource string

//go:embed js/date.js
var dateSource string

//go:embed js/intl.js
var intlSource string

var (
	commonFile = jsfile.New("node:internal/intl/common", commonSource)
	numberFile = jsfile.New("node:internal/intl/number", numberSource)
	dateFile   = jsfile.New("node:internal/intl/date", dateSource)
	intlFile   = jsfile.New("node:internal/intl", intlSource)
)

// Deps is what Intl needs from the runtime.
type Deps struct {
	// ZoneName is the name of the local time zone, or "".
	ZoneName func() string
}

// module is the Intl of one VM; its parts are nil until somebody needs them.
type module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	kit, number, date, intl *goja.Object

	collators map[collation]*collate.Collator
}

// Install defines the methods toLocaleString and returns what makes the
// object Intl.
func Install(e *engine.Engine, deps Deps) func() goja.Value {
	m := &module{e: e, vm: e.VM, deps: deps, collators: map[collation]*collate.Collator{}}
	m.installMethods()
	return func() goja.Value { return m.object() }
}

func (m *module) object() *goja.Object {
	if m.intl == nil {
		m.intl = intlFile.Call(m.e, m.common(), m.numbers(), m.dates(), m.vm.ToValue(m.compare)).(*goja.Object)
		must(m.intl.DefineDataPropertySymbol(goja.SymToStringTag, m.vm.ToValue("Intl"),
			goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	return m.intl
}

func (m *module) numbers() *goja.Object {
	if m.number == nil {
		m.number = numberFile.Call(m.e, m.common()).(*goja.Object)
	}
	return m.number
}

func (m *module) dates() *goja.Object {
	if m.date == nil {
		m.date = dateFile.Call(m.e, m.common(), m.vm.ToValue(m.zoneOf), m.vm.ToValue(m.fields)).(*goja.Object)
	}
	return m.date
}

func (m *module) common() *goja.Object {
	if m.kit == nil {
		define, getter, tag, klass := jsclass.Definers(m.e)
		m.kit = commonFile.Call(m.e, klass, define, getter, tag, m.vm.ToValue(m.refuse)).(*goja.Object)
	}
	return m.kit
}

// refuse is the error for what is not there.
func (m *module) refuse(c goja.FunctionCall) goja.Value {
	panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", c.Argument(0).String()))
}

// installMethods replaces toLocaleString and its like.
func (m *module) installMethods() {
	proto := func(class string) *goja.Object { return binding.Prototype(m.vm.Get(class).(*goja.Object)) }
	for _, class := range []string{"Number", "BigInt"} {
		value, _ := engine.Callable(proto(class).Get("valueOf"))
		binding.HiddenMethods(m.vm, proto(class), binding.Method{Name: "toLocaleString", Fn: func(c goja.FunctionCall) goja.Value {
			v := value(goja.FunctionCall{This: c.This})
			return m.e.CallMethod(m.numbers(), "format", v, c.Argument(0), c.Argument(1))
		}})
	}
	m.installCompare(proto("String"))
	date := proto("Date")
	time, _ := engine.Callable(date.Get("getTime"))
	for _, f := range []struct{ name, any, defaults string }{
		{"toLocaleString", "any", "all"}, {"toLocaleDateString", "date", "date"}, {"toLocaleTimeString", "time", "time"},
	} {
		binding.HiddenMethods(m.vm, date, binding.Method{Name: f.name, Fn: func(c goja.FunctionCall) goja.Value {
			ms := time(goja.FunctionCall{This: c.This})
			if f := ms.ToFloat(); f != f {
				return m.vm.ToValue("Invalid Date")
			}
			return m.e.CallMethod(m.dates(), "format", ms, c.Argument(0), c.Argument(1), m.vm.ToValue(f.any), m.vm.ToValue(f.defaults))
		}})
	}
}

// installCompare makes localeCompare heed its locale and options. Without them
// it is goja's.
func (m *module) installCompare(proto *goja.Object) {
	plain, _ := engine.Callable(proto.Get("localeCompare"))
	binding.HiddenMethods(m.vm, proto, binding.Method{Name: "localeCompare", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		if goja.IsUndefined(c.Argument(1)) && goja.IsUndefined(c.Argument(2)) || goja.IsUndefined(c.This) || goja.IsNull(c.This) {
			return plain(c)
		}
		collator, err := m.vm.New(m.object().Get("Collator"), c.Argument(1), c.Argument(2))
		must(err)
		return m.e.CallMethod(collator, "compare", c.This, c.Argument(0))
	}})
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
