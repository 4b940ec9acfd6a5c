package prelude

import (
	_ "embed"
	"math"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/sharedbuffer"
)

//go:embed js/atomics.js
var atomicsSource string

var atomicsFile = jsfile.New("node:internal/atomics", atomicsSource)

// installShared adds SharedArrayBuffer, of a fixed length, and Atomics. There
// is one thread.
func (p *prelude) installShared() {
	p.lazyGlobal("SharedArrayBuffer", func() goja.Value { return p.sharedArrayBuffer() })
	p.lazyGlobal("Atomics", func() goja.Value {
		define, _, tag, _ := p.definers()
		isShared := p.vm.ToValue(func(c goja.FunctionCall) goja.Value {
			return p.vm.ToValue(sharedbuffer.Is(c.Argument(0)))
		})
		return atomicsFile.Call(p.e, define, tag, isShared, p.vm.ToValue(p.sleep), p.vm.ToValue(p.timer))
	})
}

// sleep blocks the thread, as Atomics.wait does; nothing could wake it early.
func (p *prelude) sleep(c goja.FunctionCall) goja.Value {
	ms := c.Argument(0).ToFloat()
	if ms > math.MaxInt64/float64(time.Millisecond) {
		ms = math.MaxInt64 / float64(time.Millisecond) / 2
	}
	time.Sleep(time.Duration(ms * float64(time.Millisecond)))
	return goja.Undefined()
}

// timer calls back later and returns a function that prevents it. Its second
// argument says whether the program waits for it.
func (p *prelude) timer(c goja.FunctionCall) goja.Value {
	fn := p.callback(c.Argument(2))
	t := p.e.Loop.NewTimer(func() { p.e.Call(fn, goja.Undefined()) })
	if !c.Argument(1).ToBoolean() {
		t.Unref()
	}
	t.Start(eventloop.Delay(c.Argument(0).ToFloat()), false)
	return p.vm.ToValue(func(goja.FunctionCall) goja.Value {
		t.Stop()
		return goja.Undefined()
	})
}

// maxBuffer is the greatest length that we allow a buffer.
const maxBuffer = 1 << 33

// length reads the length of a new buffer.
func (p *prelude) bufferLength(v goja.Value) int {
	f := math.Trunc(v.ToFloat())
	if math.IsNaN(f) {
		f = 0
	}
	if f < 0 || f > 1<<53-1 {
		panic(p.rangeError("Invalid array buffer length"))
	}
	if f > maxBuffer {
		panic(p.rangeError("Array buffer allocation failed"))
	}
	return int(f)
}

func (p *prelude) rangeError(text string) *goja.Object {
	return nodeerr.Plain(p.vm, "RangeError", text)
}

func (p *prelude) sharedArrayBuffer() *goja.Object {
	var class *goja.Object
	class = p.class("SharedArrayBuffer", 1, func(newTarget *goja.Object, args []goja.Value) goja.Value {
		p.requireNew("SharedArrayBuffer", newTarget)
		c := goja.FunctionCall{Arguments: args}
		n := p.bufferLength(c.Argument(0))
		if opts, ok := c.Argument(1).(*goja.Object); ok {
			if most := opts.Get("maxByteLength"); most != nil && !goja.IsUndefined(most) {
				if p.bufferLength(most) < n {
					panic(p.rangeError("Invalid array buffer max length"))
				}
				panic(nodeerr.New(p.vm, "ERR_METHOD_NOT_IMPLEMENTED", "growable SharedArrayBuffer"))
			}
		}
		return sharedbuffer.New(p.vm, p.vm.NewArrayBuffer(make([]byte, n)),
			binding.PrototypeFor(newTarget, binding.Prototype(class)))
	})
	p.describeShared(class)
	return class
}

func (p *prelude) describeShared(class *goja.Object) {
	proto := binding.Prototype(class)
	memory := func(this goja.Value, method string) []byte {
		if !sharedbuffer.Is(this) {
			panic(p.incompatible(method, this))
		}
		return this.(*goja.Object).Export().(goja.ArrayBuffer).Bytes()
	}
	getter := func(name string, value func(b []byte) any) binding.Accessor {
		return binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			return p.vm.ToValue(value(memory(this, "get SharedArrayBuffer.prototype."+name)))
		}}
	}
	size := func(b []byte) any { return len(b) }
	binding.Accessors(p.vm, proto, false, getter("byteLength", size), getter("maxByteLength", size),
		getter("growable", func([]byte) any { return false }))
	binding.HiddenMethods(p.vm, proto,
		binding.Method{Name: "grow", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			panic(p.incompatible("SharedArrayBuffer.prototype.grow", c.This))
		}},
		binding.Method{Name: "slice", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			b := memory(c.This, "SharedArrayBuffer.prototype.slice")
			from := relative(c.Argument(0), len(b), 0)
			to := max(relative(c.Argument(1), len(b), len(b)), from)
			return sharedbuffer.New(p.vm, p.vm.NewArrayBuffer(append([]byte(nil), b[from:to]...)), proto)
		}},
	)
	p.tag(proto, "SharedArrayBuffer")
	species := binding.Func(p.vm, "get [Symbol.species]", 0, func(c goja.FunctionCall) goja.Value { return c.This })
	must(class.DefineAccessorPropertySymbol(goja.SymSpecies, species, nil, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// relative is an index that counts from the end when it is negative.
func relative(v goja.Value, n, missing int) int {
	if goja.IsUndefined(v) {
		return missing
	}
	f := v.ToFloat()
	switch {
	case math.IsNaN(f):
		return 0
	case f < 0:
		return int(math.Max(math.Trunc(f)+float64(n), 0))
	}
	return int(math.Min(math.Trunc(f), float64(n)))
}

// installBuffers adds what ArrayBuffer lacks. Buffers that change their length
// are not possible in the engine, so none is resizable; shared ones are kept
// out of the methods of the others.
func (p *prelude) installBuffers() {
	proto := p.prototype("ArrayBuffer")
	buffer := func(this goja.Value, method string) goja.ArrayBuffer {
		if obj, ok := this.(*goja.Object); ok && !sharedbuffer.Is(obj) {
			if b, ok := obj.Export().(goja.ArrayBuffer); ok {
				return b
			}
		}
		panic(p.incompatible(method, this))
	}
	getter := func(name string, value func(b goja.ArrayBuffer) any) binding.Accessor {
		return binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			return p.vm.ToValue(value(buffer(this, "get ArrayBuffer.prototype."+name)))
		}}
	}
	size := func(b goja.ArrayBuffer) any { return len(b.Bytes()) }
	binding.Accessors(p.vm, proto, false,
		getter("byteLength", size), getter("maxByteLength", size),
		getter("resizable", func(goja.ArrayBuffer) any { return false }),
		getter("detached", func(b goja.ArrayBuffer) any { return b.Detached() }),
	)
	transfer := func(name string) binding.Method {
		return binding.Method{Name: name, Fn: func(c goja.FunctionCall) goja.Value {
			b := buffer(c.This, "ArrayBuffer.prototype."+name)
			n := -1
			if !goja.IsUndefined(c.Argument(0)) {
				n = p.bufferLength(c.Argument(0))
			}
			if b.Detached() {
				panic(p.vm.NewTypeError("Cannot perform ArrayBuffer.prototype.%s on a detached ArrayBuffer", name))
			}
			bytes := b.Bytes()
			if n >= 0 && n != len(bytes) {
				moved := make([]byte, n)
				copy(moved, bytes)
				bytes = moved
			}
			b.Detach()
			return p.vm.ToValue(p.vm.NewArrayBuffer(bytes))
		}}
	}
	slice, _ := engine.Callable(proto.Get("slice"))
	binding.HiddenMethods(p.vm, proto,
		binding.Method{Name: "resize", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			panic(p.incompatible("ArrayBuffer.prototype.resize", c.This))
		}},
		binding.Method{Name: "slice", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			if buffer(c.This, "ArrayBuffer.prototype.slice").Detached() {
				panic(p.vm.NewTypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer"))
			}
			return slice(c)
		}},
		transfer("transfer"), transfer("transferToFixedLength"),
	)
}
