package prelude

import (
	"strconv"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// shown is a value as V8 words it where something else was wanted.
func shown(v goja.Value) string {
	switch v := v.(type) {
	case *goja.Object:
		if engine.IsCallable(v) {
			return "function"
		}
		return "object"
	case goja.String:
		return "string " + strconv.Quote(v.String())
	case *goja.Symbol:
		return "symbol " + v.String()
	}
	switch {
	case goja.IsUndefined(v), goja.IsNull(v):
		return v.String()
	case goja.IsNumber(v):
		return "number " + v.String()
	case goja.IsBigInt(v):
		return "bigint " + v.String()
	}
	return "boolean " + v.String()
}

// namedCallback is callback for the methods whose message tells the type.
func (p *prelude) namedCallback(v goja.Value) engine.Func {
	fn, ok := engine.Callable(v)
	if !ok {
		panic(p.vm.NewTypeError("%s is not a function", shown(v)))
	}
	return fn
}

// functionKinds evaluates to the constructors behind the function literals
// that have no global of their own.
var functionKinds = sync.OnceValue(func() *goja.Program {
	return goja.MustCompile("node:internal/prelude", "[(function* () {}).constructor, (async function () {}).constructor]", true)
})

// tidyFunctions makes those constructors inherit from Function, and takes off
// BigInt.prototype what the engine puts there by mistake.
func (p *prelude) tidyFunctions() {
	v, err := p.vm.RunProgram(functionKinds())
	must(err)
	kinds := v.(*goja.Object)
	for _, i := range []string{"0", "1"} {
		ctor := kinds.Get(i).(*goja.Object)
		must(ctor.SetPrototype(p.e.Intrinsics.Function))
		must(binding.Prototype(ctor).DefineDataProperty("constructor", ctor,
			goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	proto := p.prototype("BigInt")
	for _, name := range []string{"name", "length"} {
		must(proto.Delete(name))
	}
}
