package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// installGroupBy adds Object.groupBy and Map.groupBy.
func (p *prelude) installGroupBy() {
	p.add(p.global("Object"), binding.Method{Name: "groupBy", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
		out := p.vm.CreateObject(nil)
		p.group(c, func(key, item goja.Value) {
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
		p.group(c, func(key, item goja.Value) {
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
func (p *prelude) group(c goja.FunctionCall, add func(key, item goja.Value)) {
	fn := p.callback(c.Argument(1))
	i := 0
	p.vm.ForOf(c.Argument(0), func(item goja.Value) bool {
		add(p.e.Call(fn, goja.Undefined(), item, p.vm.ToValue(i)), item)
		i++
		return true
	})
}

func (p *prelude) push(arr *goja.Object, item goja.Value) {
	must(arr.Set(arr.Get("length").String(), item))
}
