package util

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

const byteOrderMark = "\ufeff"

// decoderState is the Go side of a TextDecoder.
type decoderState struct {
	binding.Native
	encoding         string
	fatal, ignoreBOM bool
	singleByte       bool
	decoder          chunkDecoder
	started          bool // the text's first character has been seen
}

// TextDecoder is the class.
func (m *Module) TextDecoder() *goja.Object {
	if m.decoder != nil {
		return m.decoder
	}
	m.decoder = m.class("TextDecoder", 0, m.newDecoder)
	proto := binding.Prototype(m.decoder)
	property := func(name string, get func(d *decoderState) any) binding.Accessor {
		return binding.Accessor{Name: name, Get: func(this goja.Value) goja.Value {
			return m.vm.ToValue(get(m.decoderOf(this)))
		}}
	}
	binding.Methods(m.vm, proto, binding.Method{Name: "decode", Length: 0, Fn: m.decode})
	binding.Accessors(m.vm, proto, true,
		property("encoding", func(d *decoderState) any { return d.encoding }),
		property("fatal", func(d *decoderState) any { return d.fatal }),
		property("ignoreBOM", func(d *decoderState) any { return d.ignoreBOM }),
	)
	m.finishCoder(proto, "TextDecoder", m.inspectDecoder)
	return m.decoder
}

// finishCoder adds what TextEncoder and TextDecoder have under symbols.
func (m *Module) finishCoder(proto *goja.Object, name string, inspect binding.NativeFunc) {
	fn := binding.Func(m.vm, "[nodejs.util.inspect.custom]", 2, inspect)
	binding.HiddenSymbol(proto, m.inspectSymbol, fn)
	must(proto.DefineDataPropertySymbol(goja.SymToStringTag, m.vm.ToValue(name),
		goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

func (m *Module) newDecoder(this *goja.Object, c goja.FunctionCall) {
	label := nameUTF8
	if v := c.Argument(0); !goja.IsUndefined(v) {
		label = m.text(v)
	}
	name, enc, ok := lookUpEncoding(label)
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_ENCODING_NOT_SUPPORTED", label))
	}
	options := m.decoderOptions(c.Argument(1))
	d := &decoderState{
		Native: binding.NewNative(), encoding: name, singleByte: isSingleByte(enc),
		fatal: truthy(options, "fatal"), ignoreBOM: truthy(options, "ignoreBOM"),
	}
	d.decoder = newChunkDecoder(name, enc, d.fatal)
	m.attach(this, d)
}

// decoderOptions checks an options argument; nil stands for none.
func (m *Module) decoderOptions(v goja.Value) *goja.Object {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	options, ok := v.(*goja.Object)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "options", v, "object"))
	}
	return options
}

func truthy(options *goja.Object, name string) bool {
	if options == nil {
		return false
	}
	v := options.Get(name)
	return v != nil && v.ToBoolean()
}

func (m *Module) decoderOf(this goja.Value) *decoderState {
	if obj, ok := this.(*goja.Object); ok {
		if d, ok := obj.GetSymbol(m.state).(*decoderState); ok {
			return d
		}
	}
	panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "TextDecoder"))
}

// decode is TextDecoder.prototype.decode(input, options).
func (m *Module) decode(c goja.FunctionCall) goja.Value {
	d := m.decoderOf(c.This)
	last := !truthy(m.decoderOptions(c.Argument(1)), "stream")
	text, err := d.decoder.decode(m.decoderInput(d, c.Argument(0), last), last)
	if err != nil {
		d.started = false
		panic(nodeerr.New(m.vm, "ERR_ENCODING_INVALID_ENCODED_DATA", d.encoding))
	}
	if !d.started && !d.ignoreBOM && strings.HasPrefix(d.encoding, "utf-") {
		text = strings.TrimPrefix(text, byteOrderMark)
	}
	d.started = !last && (d.started || text != "")
	return m.vm.ToValue(text)
}

// decoderInput is the bytes of an argument. Node's texts about others differ
// from decoder to decoder.
func (m *Module) decoderInput(d *decoderState, v goja.Value, last bool) []byte {
	if goja.IsUndefined(v) {
		return nil
	}
	if obj, ok := v.(*goja.Object); ok {
		if b, ok := m.deps.Bytes(obj); ok {
			return b
		}
		if buffer, ok := obj.Export().(goja.ArrayBuffer); ok {
			return buffer.Bytes()
		}
	}
	if d.singleByte || d.encoding == nameUTF8 && !last {
		panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE",
			`The "input" argument must be an instance of ArrayBuffer or ArrayBufferView. Received `+nodeerr.Received(m.vm, v)))
	}
	name := "input"
	if d.encoding == nameUTF8 {
		name = "list"
	}
	panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE",
		`The "`+name+`" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.`))
}

// inspectDecoder is what util.inspect shows of a TextDecoder: the name of its
// class and its properties, printed with the default options.
func (m *Module) inspectDecoder(c goja.FunctionCall) goja.Value {
	d := m.decoderOf(c.This)
	name := m.classNameOf(c.This, "TextDecoder")
	if c.Argument(0).ToFloat() < 0 {
		return m.nameOnly(name, c.Argument(1))
	}
	shown := m.vm.NewObject()
	binding.Value(shown, "encoding", m.vm.ToValue(d.encoding))
	binding.Value(shown, "fatal", m.vm.ToValue(d.fatal))
	binding.Value(shown, "ignoreBOM", m.vm.ToValue(d.ignoreBOM))
	return m.vm.ToValue(name + " " + m.plain(shown))
}

// classNameOf is the name of the class that an instance is of.
func (m *Module) classNameOf(this goja.Value, missing string) string {
	if ctor, ok := this.(*goja.Object).Get("constructor").(*goja.Object); ok {
		return valueOr(ctor.Get("name")).String()
	}
	return missing
}

// nameOnly is what util.inspect shows of an object that lies too deep.
func (m *Module) nameOnly(name string, options goja.Value) goja.Value {
	text := m.vm.ToValue("[" + name + "]")
	if obj, ok := options.(*goja.Object); ok && engine.IsCallable(obj.Get("stylize")) {
		return m.e.CallMethod(obj, "stylize", text, m.vm.ToValue("special"))
	}
	return text
}
