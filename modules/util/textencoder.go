package util

import (
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/types"
)

// encoderState marks a TextEncoder.
type encoderState struct{ goja.Value }

// TextEncoder is the class.
func (m *Module) TextEncoder() *goja.Object {
	if m.encoder != nil {
		return m.encoder
	}
	m.encoder = m.class("TextEncoder", 0, func(this *goja.Object, _ goja.FunctionCall) {
		m.attach(this, encoderState{goja.Undefined()})
	})
	proto := binding.Prototype(m.encoder)
	binding.Accessors(m.vm, proto, true, binding.Accessor{Name: "encoding", Get: func(this goja.Value) goja.Value {
		m.requireEncoder(this)
		return m.vm.ToValue(nameUTF8)
	}})
	binding.Methods(m.vm, proto,
		binding.Method{Name: "encode", Length: 0, Fn: m.encode},
		binding.Method{Name: "encodeInto", Length: 2, Fn: m.encodeInto},
	)
	m.finishCoder(proto, "TextEncoder", m.inspectEncoder)
	return m.encoder
}

func (m *Module) requireEncoder(this goja.Value) {
	if obj, ok := this.(*goja.Object); ok {
		if _, ok := obj.GetSymbol(m.state).(encoderState); ok {
			return
		}
	}
	panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "TextEncoder"))
}

// encode is TextEncoder.prototype.encode(input).
func (m *Module) encode(c goja.FunctionCall) goja.Value {
	m.requireEncoder(c.This)
	text := ""
	if v := c.Argument(0); !goja.IsUndefined(v) {
		text = wtf8.Repair(m.text(v))
	}
	array, err := m.vm.New(m.e.Intrinsics.Uint8Array, m.vm.ToValue(m.vm.NewArrayBuffer([]byte(text))))
	must(err)
	return array
}

// encodeInto is TextEncoder.prototype.encodeInto(src, dest): as many whole
// characters as fit.
func (m *Module) encodeInto(c goja.FunctionCall) goja.Value {
	m.requireEncoder(c.This)
	m.requireString("src", c.Argument(0))
	dest, ok := c.Argument(1).(*goja.Object)
	if !ok || types.TypedArrayName(dest) != "Uint8Array" {
		panic(nodeerr.ArgType(m.vm, "dest", c.Argument(1), "Uint8Array"))
	}
	room, _ := m.deps.Bytes(dest)
	text := wtf8.Repair(wtf8.Of(c.Argument(0)))
	if len(text) > len(room) {
		end := len(room)
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	copy(room, text)
	result := m.vm.NewObject()
	binding.Value(result, "read", m.vm.ToValue(wtf8.Length(text)))
	binding.Value(result, "written", m.vm.ToValue(len(text)))
	return result
}

// inspectEncoder is what util.inspect shows of a TextEncoder: a plain object.
func (m *Module) inspectEncoder(c goja.FunctionCall) goja.Value {
	m.requireEncoder(c.This)
	if c.Argument(0).ToFloat() < 0 {
		return m.nameOnly(m.classNameOf(c.This, "TextEncoder"), c.Argument(1))
	}
	shown := m.vm.NewObject()
	binding.Value(shown, "encoding", m.vm.ToValue(nameUTF8))
	return shown
}
