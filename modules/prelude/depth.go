package prelude

import (
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// maxNativeDepth bounds recursion that happens inside the engine's natives,
// where its own limit on calls does not see it.
const maxNativeDepth = 3000

var generatorPrototype = sync.OnceValue(func() *goja.Program {
	return goja.MustCompile("node:internal/prelude", "Object.getPrototypeOf(function* () {}).prototype", true)
})

// guardGenerators counts how deep generators run inside generators, which
// endless recursion through yield* makes. It returns what the prototype of
// generators inherits from, the one of all iterators.
func (p *prelude) guardGenerators() (iterator *goja.Object) {
	v, err := p.vm.RunProgram(generatorPrototype())
	must(err)
	proto := v.(*goja.Object)
	depth := 0
	for _, name := range []string{"next", "return", "throw"} {
		resume, _ := engine.Callable(proto.Get(name))
		binding.HiddenMethods(p.vm, proto, binding.Method{Name: name, Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			if depth >= maxNativeDepth {
				panic(p.tooDeep())
			}
			depth++
			defer func() { depth-- }()
			return resume(c)
		}})
	}
	return proto.Prototype()
}

// guardFlat makes Array.prototype.flat refuse arrays that are nested without
// end.
func (p *prelude) guardFlat() {
	proto := p.prototype("Array")
	flat, _ := engine.Callable(proto.Get("flat"))
	binding.HiddenMethods(p.vm, proto, binding.Method{Name: "flat", Fn: func(c goja.FunctionCall) goja.Value {
		if depth := c.Argument(0); !goja.IsUndefined(depth) && depth.ToFloat() > maxNativeDepth {
			p.checkNesting(c.This.ToObject(p.vm), 0)
		}
		return flat(c)
	}})
}

func (p *prelude) checkNesting(obj *goja.Object, depth int) {
	if depth > maxNativeDepth {
		panic(p.tooDeep())
	}
	n := int(obj.Get("length").ToInteger())
	for i := range n {
		if item, ok := obj.Get(p.vm.ToValue(i).String()).(*goja.Object); ok && item.ClassName() == "Array" {
			p.checkNesting(item, depth+1)
		}
	}
}
