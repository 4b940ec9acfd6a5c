package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// installGroupBy adds Object.groupBy and Map.groupBy.
func (p *prelude) installGroupBy() {
	p.add(p.global("Object"), binding.Method{Name: "groupBy", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
		out := p.vm.CreateObject(nil)
		p.group("Object", c, func(key, item goja.Value) {
			var list goja.Value
			sym, isSymbol := key.(*goja.Symbol)
			if isSymbol {
				list = out.GetSymbol(sym)
			} else {
				list = out.Get(key.String())
			}
			if arr, ok := list.(*goja.Object); ok {
				p.push(arr, item)
				return
			}
			arr := p.vm.NewArray(item)
			if isSymbol {
				must(out.SetSymbol(sym, arr))
			} else {
				binding.Value(out, key.String(), arr)
			}
		})
		return out
	}})
	p.add(p.global("Map"), binding.Method{Name: "groupBy", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
		out, err := p.vm.New(p.e.Intrinsics.Map)
		must(err)
		p.group("Map", c, func(key, item goja.Value) {
			if arr, ok := p.e.CallMethod(out, "get", key).(*goja.Object); ok {
				p.push(arr, item)
				return
			}
			p.e.CallMethod(out, "set", key, p.vm.NewArray(item))
		})
		return out
	}})
}

// group calls the callback for each item and passes on its answer.
func (p *prelude) group(class string, c goja.FunctionCall, add func(key, item goja.Value)) {
	list := c.Argument(0)
	if goja.IsUndefined(list) || goja.IsNull(list) {
		panic(p.vm.NewTypeError("%s.groupBy called on null or undefined", class))
	}
	fn := p.callback(c.Argument(1))
	if _, isString := list.(goja.String); !isString {
		if !engine.IsCallable(p.object(list).GetSymbol(goja.SymIterator)) {
			panic(p.vm.NewTypeError("%s is not iterable (cannot read property Symbol(Symbol.iterator))", shown(list)))
		}
	}
	i := 0
	p.vm.ForOf(list, func(item goja.Value) bool {
		add(p.e.Call(fn, goja.Undefined(), item, p.vm.ToValue(i)), item)
		i++
		return true
	})
}

func (p *prelude) push(arr *goja.Object, item goja.Value) {
	must(arr.Set(arr.Get("length").String(), item))
}
