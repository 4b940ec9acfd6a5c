package stringdecoder

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

// Module is the `string_decoder` module of one VM.
type Module struct {
	vm      *goja.Runtime
	buf     *buffer.Module
	exports *goja.Object
	state   *goja.Symbol // of the Buffer that holds a decoder's state
}

// New builds the module.
func New(vm *goja.Runtime, buf *buffer.Module) *Module {
	m := &Module{vm: vm, buf: buf, exports: vm.NewObject(), state: goja.NewSymbol("kNativeDecoder")}
	ctor := binding.Constructor(vm, "StringDecoder", 1, m.construct)
	proto := binding.Prototype(ctor)
	binding.Methods(vm, proto,
		binding.Method{Name: "write", Length: 1, Fn: m.write},
		binding.Method{Name: "end", Length: 1, Fn: m.end},
		binding.Method{Name: "text", Length: 2, Fn: m.text},
	)
	m.installState(proto)
	binding.Value(m.exports, "StringDecoder", ctor)
	return m
}

// Exports is what require('string_decoder') returns.
func (m *Module) Exports() *goja.Object { return m.exports }

// construct makes the object a decoder: its state is a Buffer of its own, so
// the methods work on whatever object carries one.
func (m *Module) construct(c goja.ConstructorCall) *goja.Object {
	enc := m.encoding(c.Argument(0))
	binding.Value(c.This, "encoding", m.vm.ToValue(enc.String()))
	if err := c.This.SetSymbol(m.state, m.buf.FromBytes(NewDecoder(enc).state)); err != nil {
		panic(err)
	}
	return nil
}

// encoding is the constructor's argument: UTF-8 for undefined, null and "".
func (m *Module) encoding(v goja.Value) buffer.Encoding {
	if goja.IsUndefined(v) || goja.IsNull(v) || goja.IsString(v) && !v.ToBoolean() {
		return buffer.UTF8
	}
	name := v.String()
	if _, ok := v.(*goja.Symbol); ok {
		name = "Symbol(" + name + ")"
	}
	enc, ok := buffer.ParseEncoding(name)
	if !ok || !goja.IsString(v) {
		panic(nodeerr.New(m.vm, "ERR_UNKNOWN_ENCODING", name))
	}
	return enc
}

// decoderOf finds the state of a decoder object.
func (m *Module) decoderOf(this goja.Value) (Decoder, bool) {
	obj, ok := this.(*goja.Object)
	if !ok {
		return Decoder{}, false
	}
	state, ok := m.buf.Bytes(obj.GetSymbol(m.state))
	if !ok || len(state) < stateSize {
		return Decoder{}, false
	}
	for enc, number := range nodeEncodings {
		if number == state[encodingField] {
			return Decoder{enc: buffer.Encoding(enc), state: state}, true
		}
	}
	return Decoder{}, false
}

// stateOf is decoderOf for what on Node reads the state without a check.
func (m *Module) stateOf(this goja.Value) Decoder {
	d, ok := m.decoderOf(this)
	if !ok {
		panic(m.vm.NewTypeError("Cannot read properties of undefined"))
	}
	return d
}

// write is decoder.write(buf); a string passes through.
func (m *Module) write(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if goja.IsString(v) {
		return v
	}
	b, ok := m.buf.Bytes(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "buf", v, "Buffer", "TypedArray", "DataView"))
	}
	d, ok := m.decoderOf(c.This)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "StringDecoder"))
	}
	m.buf.CheckStringLength(d.enc, len(b))
	return d.Write(b)
}

// end is decoder.end([buf]).
func (m *Module) end(c goja.FunctionCall) goja.Value {
	head := m.vm.ToValue("")
	if v := c.Argument(0); !goja.IsUndefined(v) {
		head = m.callMethod(c.This, "write", v)
	}
	d := m.stateOf(c.This)
	return join(head, d.End(nil))
}

// text is decoder.text(buf, offset): what write gives for the rest of buf,
// with pending bytes forgotten.
func (m *Module) text(c goja.FunctionCall) goja.Value {
	d := m.stateOf(c.This)
	d.keep(nil, 0)
	rest := m.callMethod(c.Argument(0), "slice", c.Argument(1))
	return m.callMethod(c.This, "write", rest)
}

// callMethod calls a method that a script may have replaced.
func (m *Module) callMethod(this goja.Value, name string, arg goja.Value) goja.Value {
	obj := this.ToObject(m.vm)
	fn, ok := engine.Callable(obj.Get(name))
	if !ok {
		panic(m.vm.NewTypeError("this.%s is not a function", name))
	}
	return fn(goja.FunctionCall{This: this, Arguments: []goja.Value{arg}})
}

// installState defines the accessors that show the state.
func (m *Module) installState(proto *goja.Object) {
	for _, a := range []struct {
		name string
		get  func(d Decoder) goja.Value
	}{
		{"lastChar", func(d Decoder) goja.Value { return m.buf.FromBytes(d.state[:charSize:charSize]) }},
		{"lastNeed", func(d Decoder) goja.Value { return m.vm.ToValue(d.state[missingBytes]) }},
		{"lastTotal", func(d Decoder) goja.Value {
			return m.vm.ToValue(int(d.state[missingBytes]) + int(d.state[bufferedBytes]))
		}},
	} {
		get := binding.Func(m.vm, "get", 0, func(c goja.FunctionCall) goja.Value {
			return a.get(m.stateOf(c.This))
		})
		if err := proto.DefineAccessorProperty(a.name, get, nil, goja.FLAG_TRUE, goja.FLAG_TRUE); err != nil {
			panic(err)
		}
	}
}
