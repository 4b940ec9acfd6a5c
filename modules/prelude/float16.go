package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/half"
	"github.com/gonode/gonode/modules/util/types"
)

// installFloat16 adds Math.f16round and the half precision methods of
// DataView, and Float16Array.
func (p *prelude) installFloat16() {
	p.add(p.global("Math"), binding.Method{Name: "f16round", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		return p.vm.ToValue(half.ToFloat(half.FromFloat(c.Argument(0).ToFloat())))
	}})
	proto := p.prototype("DataView")
	get, _ := engine.Callable(proto.Get("getUint16"))
	set, _ := engine.Callable(proto.Get("setUint16"))
	view := func(this goja.Value, method string) {
		if obj, ok := this.(*goja.Object); !ok || types.Of(obj) != types.DataView {
			panic(p.incompatible("DataView.prototype."+method, this))
		}
	}
	p.add(proto,
		binding.Method{Name: "getFloat16", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			view(c.This, "getFloat16")
			return p.vm.ToValue(half.ToFloat(uint16(p.inView(get, c).ToInteger())))
		}},
		binding.Method{Name: "setFloat16", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			view(c.This, "setFloat16")
			bits := p.vm.ToValue(int(half.FromFloat(c.Argument(1).ToFloat())))
			return p.inView(set, goja.FunctionCall{This: c.This, Arguments: []goja.Value{c.Argument(0), bits, c.Argument(2)}})
		}},
	)
	p.lazyGlobal("Float16Array", func() goja.Value { return p.float16Array() })
}

// inView calls a method of DataView and puts its RangeError into V8's words.
func (p *prelude) inView(fn engine.Func, c goja.FunctionCall) (v goja.Value) {
	ex := p.e.Try(func() { v = fn(c) })
	if ex == nil {
		return v
	}
	if err, ok := ex.Value().(*goja.Object); ok && err.Get("name").String() == "RangeError" {
		panic(p.rangeError("Offset is outside the bounds of the DataView"))
	}
	panic(ex)
}
