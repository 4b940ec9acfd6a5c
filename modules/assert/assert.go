// Package assert is Node's `assert` and `assert/strict` (Node documentation,
// "Assert"). It is test code's module and no part of any hot path, so it is
// JavaScript, compiled when it is first required: assert.js has the functions,
// throws.js those about exceptions, message.js AssertionError, diff.js the line
// diff in its messages, equality.js the comparisons and calltracker.js the old
// class CallTracker.
//
// It runs on the loop goroutine.
package assert

import (
	"bytes"
	_ "embed"
	"math"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/crypto/keys"
	"github.com/gonode/gonode/modules/util/types"
)

var (
	//go:embed assert.js
	assertSource string
	//go:embed message.js
	messageSource string
	//go:embed throws.js
	throwsSource string
	//go:embed calltracker.js
	trackerSource string
	//go:embed equality.js
	equalitySource string
	//go:embed diff.js
	diffSource string
)

var (
	assertFile   = jsfile.New("node:assert", assertSource)
	messageFile  = jsfile.New("node:internal/assert/assertion_error", messageSource)
	throwsFile   = jsfile.New("node:assert", throwsSource)
	trackerFile  = jsfile.New("node:internal/assert/calltracker", trackerSource)
	equalityFile = jsfile.New("node:internal/util/comparisons", equalitySource)
	diffFile     = jsfile.New("node:internal/assert/myers_diff", diffSource)
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Inspect is util.inspect(v, options).
	Inspect func(v goja.Value, options *goja.Object) string
	// Warn emits a deprecation warning with a code.
	Warn func(text, code string)
}

// Module is assert of one runtime.
type Module struct {
	e       *engine.Engine
	deps    Deps
	exports *goja.Object
	equal   *goja.Object
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, deps: deps} }

// Exports is what require('assert') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		b := m.binding()
		class := messageFile.Call(m.e, b, diffFile.Call(m.e))
		throws := throwsFile.Call(m.e, b, m.Equality(), class)
		tracker := trackerFile.Call(m.e, b, class)
		m.exports = assertFile.Call(m.e, b, m.Equality(), class, throws, tracker).(*goja.Object)
	}
	return m.exports
}

// Equality has isDeepEqual, isDeepStrictEqual and isPartialStrictEqual, which
// util.isDeepStrictEqual shares.
func (m *Module) Equality() *goja.Object {
	if m.equal == nil {
		m.equal = equalityFile.Call(m.e, m.equalityBinding()).(*goja.Object)
	}
	return m.equal
}

func (m *Module) equalityBinding() *goja.Object {
	vm := m.e.VM
	b := vm.NewObject()
	binding.Methods(vm, b,
		binding.Method{Name: "kind", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(kindNames[types.Of(c.Argument(0).(*goja.Object))])
		}},
		binding.Method{Name: "primitive", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return types.Primitive(c.Argument(0).(*goja.Object))
		}},
		binding.Method{Name: "elements", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(types.TypedArrayName(c.Argument(0).(*goja.Object)))
		}},
		binding.Method{Name: "onlyElements", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(types.HasOnlyElements(c.Argument(0).(*goja.Object)))
		}},
		binding.Method{Name: "sameBytes", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			a, _ := c.Argument(0).Export().([]byte)
			b, _ := c.Argument(1).Export().([]byte)
			return vm.ToValue(bytes.Equal(a, b))
		}},
		binding.Method{Name: "sameKeys", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			same, none := keys.Same(c.Argument(0), c.Argument(1))
			if none {
				return nil
			}
			return vm.ToValue(same)
		}},
	)
	return b
}

// kindNames are the kinds that equality.js tells apart; all others are empty.
var kindNames = map[types.Kind]string{
	types.Array:       "Array",
	types.TypedArray:  "TypedArray",
	types.DataView:    "DataView",
	types.ArrayBuffer: "ArrayBuffer",
	types.Set:         "Set",
	types.Map:         "Map",
	types.Date:        "Date",
	types.RegExp:      "RegExp",
	types.Error:       "Error",
	types.Proxy:       "Proxy",
	types.WeakMap:     "WeakMap",
	types.WeakSet:     "WeakSet",
	types.Promise:     "Promise",
	types.NumberBox:   "Number",
	types.StringBox:   "String",
	types.BooleanBox:  "Boolean",
	types.SymbolBox:   "Symbol",
	types.BigIntBox:   "BigInt",
}

// binding is what assert.js needs from Go.
func (m *Module) binding() *goja.Object {
	vm := m.e.VM
	b := vm.NewObject()
	binding.Methods(vm, b,
		binding.Method{Name: "inspect", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			options, _ := c.Argument(1).(*goja.Object)
			return vm.ToValue(m.deps.Inspect(c.Argument(0), options))
		}},
		binding.Method{Name: "argType", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			var expected []string
			for _, x := range c.Arguments[2:] {
				expected = append(expected, x.String())
			}
			return nodeerr.ArgType(vm, c.Argument(0).String(), c.Argument(1), expected...)
		}},
		binding.Method{Name: "argValue", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.ArgValue(vm, c.Argument(0).String(), m.deps.Inspect(c.Argument(1), nil), c.Argument(2).String())
		}},
		binding.Method{Name: "coded", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(vm, c.Argument(0).String(), c.Argument(1).String(), c.Argument(2).String())
		}},
		binding.Method{Name: "received", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(nodeerr.Received(vm, c.Argument(0)))
		}},
		binding.Method{Name: "returned", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(returned(vm, c.Argument(0)))
		}},
		binding.Method{Name: "validateCount", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			validateCount(vm, c.Argument(1).String(), c.Argument(0))
			return nil
		}},
		binding.Method{Name: "warn", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			m.deps.Warn(c.Argument(0).String(), c.Argument(1).String())
			return nil
		}},
		binding.Method{Name: "callText", Length: 0, Fn: func(goja.FunctionCall) goja.Value {
			return vm.ToValue(m.callText())
		}},
	)
	return b
}

// returned words a function's result for ERR_INVALID_RETURN_VALUE.
func returned(vm *goja.Runtime, v goja.Value) string {
	if obj, ok := v.(*goja.Object); ok {
		if ctor, ok := obj.Get("constructor").(*goja.Object); ok && ctor.Get("name").ToBoolean() {
			return "an instance of " + ctor.Get("name").String()
		}
	}
	return strings.TrimPrefix(nodeerr.Received(vm, v), "Received ")
}

// validateCount checks for a positive 32-bit number.
func validateCount(vm *goja.Runtime, name string, v goja.Value) {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(vm, name, v, "number"))
	}
	switch f := v.ToFloat(); {
	case f != math.Trunc(f):
		panic(nodeerr.OutOfRange(vm, name, "an integer", v))
	case f < 1 || f > math.MaxUint32:
		panic(nodeerr.OutOfRange(vm, name, ">= 1 && <= 4294967295", v))
	}
}
