package readline

import (
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// makeNative is the object through which the JavaScript files reach Go and
// other modules.
func (m *Module) makeNative() *goja.Object {
	vm := m.vm
	obj := vm.NewObject()
	m.onLineFn = binding.Func(vm, "[_onLine]", 1, m.onLine)
	binding.Value(obj, "errors", jsfile.Errors(vm))
	binding.Value(obj, "EventEmitter", m.ev.Constructor())
	binding.Value(obj, "cursor", m.deps.Cursor())
	binding.Value(obj, "onLine", m.onLineFn)
	binding.Value(obj, "normalWrite", binding.Func(vm, "[_normalWrite]", 1, m.normalWrite))
	binding.Methods(vm, obj,
		m.function("pending", m.pending),
		m.function("setPending", m.setPending),
		m.function("reversed", m.reversed),
		m.function("split", m.split),
		m.function("displayPosition", m.displayPosition),
		m.function("keyParser", m.keyParser),
		m.function("abortError", m.abortError),
		m.function("hook", m.hook),
		m.function("editor", func(goja.FunctionCall) goja.Value { return m.editor }),
		m.function("now", func(goja.FunctionCall) goja.Value { return vm.ToValue(m.now()) }),
		m.function("inspect", func(c goja.FunctionCall) goja.Value {
			return wtf8.Value(m.deps.Inspect(c.Argument(0)))
		}),
		m.function("width", func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(m.deps.Width(wtf8.Of(c.Argument(0).ToString())))
		}),
		m.function("decoder", m.newDecoder),
		m.function("isWritable", func(c goja.FunctionCall) goja.Value {
			return m.e.CallMethod(m.deps.Builtin("stream"), "isWritable", c.Argument(0))
		}),
		m.function("emitKeypressEvents", func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.call(m.emitKeypressEvents(), c.Arguments...))
		}),
	)
	return obj
}

func (m *Module) function(name string, fn binding.NativeFunc) binding.Method {
	return binding.Method{Name: name, Fn: fn}
}

// newDecoder is new StringDecoder('utf8').
func (m *Module) newDecoder(goja.FunctionCall) goja.Value {
	obj, err := m.vm.New(m.deps.Builtin("string_decoder").Get("StringDecoder"), m.vm.ToValue("utf8"))
	if err != nil {
		panic(err)
	}
	return obj
}

// reversed splits a text and joins the parts in the opposite order:
// reversed(text, from, to).
func (m *Module) reversed(c goja.FunctionCall) goja.Value {
	text, from, to := wtf8.Of(c.Argument(0)), c.Argument(1).String(), c.Argument(2).String()
	if !strings.Contains(text, from) {
		return c.Argument(0)
	}
	parts := strings.Split(text, from)
	slices.Reverse(parts)
	return wtf8.Value(strings.Join(parts, to))
}

// hook is a getter that reads a method under its name with an underscore, so
// that the interface calls what scripts have put there.
func (m *Module) hook(c goja.FunctionCall) goja.Value {
	name := c.Argument(0).String()
	return binding.Func(m.vm, "get", 0, func(c goja.FunctionCall) goja.Value {
		return c.This.ToObject(m.vm).Get(name)
	})
}

// abortError is an AbortError: abortError(text), or abortError(undefined,
// signal) with the signal's reason as its cause.
func (m *Module) abortError(c goja.FunctionCall) goja.Value {
	text := "The operation was aborted"
	if v := c.Argument(0); !goja.IsUndefined(v) {
		text = v.String()
	}
	err := nodeerr.WithMessage(m.vm, "Error", "ABORT_ERR", text)
	binding.Value(err, "name", m.vm.ToValue("AbortError"))
	if signal, ok := c.Argument(1).(*goja.Object); ok {
		binding.Hidden(err, "cause", signal.Get("reason"))
	}
	return err
}
