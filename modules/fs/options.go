package fs

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

// encoding is an option: none, a text encoding, or "buffer".
type encoding struct {
	given  bool // a text encoding
	buffer bool
	text   buffer.Encoding
}

// options reads the options of a function, by Node's getOptions: a string
// names the encoding, an object is returned.
func (m *Module) options(v goja.Value) (*goja.Object, encoding) {
	if isNullish(v) || engine.IsCallable(v) {
		return nil, encoding{}
	}
	if goja.IsString(v) {
		return nil, m.encoding(v)
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "options", v, "string", "Object"))
	}
	enc := m.encoding(get(obj, "encoding"))
	if signal := get(obj, "signal"); !goja.IsUndefined(signal) {
		m.checkSignal(signal, "options.signal")
	}
	return obj, enc
}

func (m *Module) encoding(v goja.Value) encoding {
	if isNullish(v) || !v.ToBoolean() {
		return encoding{}
	}
	if goja.IsString(v) {
		if v.String() == "buffer" {
			return encoding{buffer: true}
		}
		if text, ok := buffer.ParseEncoding(v.String()); ok {
			return encoding{given: true, text: text}
		}
	}
	panic(m.argValue("encoding", v, "is invalid encoding"))
}

func (m *Module) checkSignal(v goja.Value, name string) {
	if obj, ok := v.(*goja.Object); !ok || obj.Get("aborted") == nil {
		panic(nodeerr.ArgType(m.vm, name, v, "AbortSignal"))
	}
}

// object checks options that may only be an object or missing.
func (m *Module) object(v goja.Value, name string) *goja.Object {
	if goja.IsUndefined(v) {
		return nil
	}
	obj, ok := v.(*goja.Object)
	if !ok || engine.IsCallable(v) || m.isArray(obj) {
		panic(nodeerr.ArgType(m.vm, name, v, "Object"))
	}
	return obj
}

// isArray is Array.isArray, which sees through proxies.
func (m *Module) isArray(v goja.Value) bool {
	return m.e.CallMethod(m.e.Intrinsics.Array, "isArray", v).ToBoolean()
}

// plainOptions is options for the JavaScript files: an object in any case.
func (m *Module) plainOptions(v goja.Value) goja.Value {
	if obj, _ := m.options(v); obj != nil {
		return obj
	}
	obj := m.vm.NewObject()
	if goja.IsString(v) {
		must(obj.Set("encoding", v))
	}
	return obj
}

// text is a name of the file system as a JavaScript string.
func (m *Module) text(name string) goja.Value {
	return buffer.EncodeToString(m.vm, buffer.UTF8, []byte(name))
}

// encoded is a name in the encoding that a script has asked for.
func (m *Module) encoded(name string, enc encoding) goja.Value {
	if enc.buffer {
		return m.buffers.FromBytes([]byte(name))
	}
	return buffer.EncodeToString(m.vm, enc.text, []byte(name))
}
