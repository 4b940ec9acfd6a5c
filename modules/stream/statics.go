package stream

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

// cold is the JavaScript part of the module: what no byte passes through on
// its usual way. It is compiled when its first function is called.
type cold struct {
	exports *goja.Object
}

//go:embed cold
var coldSources embed.FS

// coldFiles are in the order in which they build on each other: each adds its
// functions to the object that it gets first.
var coldFiles = func() (files []*jsfile.File) {
	for _, name := range []string{
		"status", "finished", "generate", "iterator", "pipeline", "sources", "operators", "duplexfrom", "compose",
		"legacy", "promises", "consumers", "methods",
	} {
		files = append(files, jsfile.FromFS("node:internal/streams/"+name, coldSources, "cold/"+name+".js"))
	}
	return files
}()

func (m *Module) coldExport(name string) goja.Value {
	if m.cold.exports == nil {
		lib, b := m.vm.NewObject(), m.coldBinding()
		for _, name := range []string{"generate", "give"} {
			binding.Value(lib, name, m.deps.Generators.Library().Get(name))
		}
		for _, file := range coldFiles {
			file.Call(m.e, lib, m.Legacy, b)
		}
		m.cold.exports = lib
	}
	return m.cold.exports.Get(name)
}

// lazyFunction is a function of the JavaScript part.
func (m *Module) lazyFunction(export, name string, length int) *goja.Object {
	return m.method(name, length, func(c goja.FunctionCall) goja.Value {
		fn, ok := engine.Callable(m.coldExport(export))
		if !ok {
			nodeerr.Throw(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "stream."+export)
		}
		return m.e.Call(fn, c.This, c.Arguments...)
	})
}

// promisified makes util.promisify of a function give its promise form.
func (m *Module) promisified(fn *goja.Object, name string) {
	custom := m.e.SymbolFor("nodejs.util.promisify.custom")
	get := m.vm.ToValue(func(goja.FunctionCall) goja.Value {
		return m.coldExport("promises").(*goja.Object).Get(name)
	})
	if err := fn.DefineAccessorPropertySymbol(custom, get, nil, goja.FLAG_FALSE, goja.FLAG_TRUE); err != nil {
		panic(err)
	}
}

// coldBinding is what the JavaScript part needs from Go.
func (m *Module) coldBinding() *goja.Object {
	b := jsfile.Errors(m.vm)
	binding.Methods(m.vm, b,
		binding.Method{Name: "argValue", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.ArgValue(m.vm, c.Argument(0).String(), m.describe(c.Argument(1)), c.Argument(2).String())
		}},
		binding.Method{Name: "returnValue", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return nodeerr.New(m.vm, "ERR_INVALID_RETURN_VALUE", c.Argument(0).String(), c.Argument(1).String(), nodeerr.Received(m.vm, c.Argument(2)))
		}},
		binding.Method{Name: "emptyReduce", Fn: func(goja.FunctionCall) goja.Value {
			return nodeerr.WithMessage(m.vm, "TypeError", "ERR_MISSING_ARGS", "Reduce of an empty stream requires an initial value")
		}},
		binding.Method{Name: "errorOrDestroy", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			if s := m.Of(c.Argument(0)); s != nil {
				s.errorOrDestroy(c.Argument(1), c.Argument(2).ToBoolean())
			}
			return nil
		}},
		binding.Method{Name: "nextTick", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			fn, _ := engine.Callable(c.Argument(0))
			m.e.NextTickCall(fn, append([]goja.Value(nil), c.Arguments[1:]...))
			return nil
		}},
		binding.Method{Name: "keepContext", Length: 1, Fn: m.keepContext},
		binding.Method{Name: "isStdio", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			obj, ok := c.Argument(0).(*goja.Object)
			return m.vm.ToValue(ok && m.isStdio(obj))
		}},
		binding.Method{Name: "isNative", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.Of(c.Argument(0)) != nil)
		}},
		binding.Method{Name: "inspect", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.describe(c.Argument(0)))
		}},
	)
	binding.Value(b, "Buffer", m.buf.Constructor())
	binding.Value(b, "EventEmitter", m.ev.Constructor())
	return b
}

// bindStatics defines what hangs on Stream and on the classes.
func (m *Module) bindStatics() {
	s := m.Legacy
	for _, f := range []struct {
		name   string
		length int
	}{
		{"isDestroyed", 1}, {"isDisturbed", 1}, {"isErrored", 1}, {"isReadable", 1}, {"isWritable", 1},
	} {
		binding.Value(s, f.name, m.lazyFunction(f.name, f.name, f.length))
	}
	binding.Value(s, "Readable", m.Readable)
	binding.Value(s, "Writable", m.Writable)
	binding.Value(s, "Duplex", m.Duplex)
	binding.Value(s, "Transform", m.Transform)
	binding.Value(s, "PassThrough", m.PassThrough)
	for _, f := range []struct {
		name   string
		length int
	}{
		{"duplexPair", 1}, {"pipeline", 0}, {"addAbortSignal", 2}, {"compose", 0},
	} {
		binding.Value(s, f.name, m.lazyFunction(f.name, f.name, f.length))
	}
	binding.Value(s, "finished", m.lazyFunction("finished", "eos", 3))
	binding.Value(s, "destroy", m.lazyFunction("destroy", "destroyer", 2))
	for _, name := range []string{"pipeline", "finished"} {
		m.promisified(s.Get(name).(*goja.Object), name)
	}
	m.highWaterMarkStatics(s)
	binding.Accessors(m.vm, s, true, binding.Accessor{Name: "promises", Get: func(goja.Value) goja.Value {
		return m.coldExport("promises")
	}})
	binding.Value(s, "Stream", s)
	m.viewStatics(s)
	for _, c := range []*goja.Object{m.Readable, m.Writable, m.Duplex} {
		binding.Value(c, "fromWeb", m.lazyFunction("fromWeb", "fromWeb", 2))
		binding.Value(c, "toWeb", m.lazyFunction("toWeb", "toWeb", 1))
	}
	binding.Value(m.Readable, "from", m.lazyFunction("readableFrom", "from", 2))
	binding.Value(m.Readable, "wrap", m.lazyFunction("readableWrap", "wrap", 2))
	binding.Value(m.Duplex, "from", m.lazyFunction("duplexFrom", "", 1))
}

func (m *Module) highWaterMarkStatics(s *goja.Object) {
	binding.Methods(m.vm, s,
		binding.Method{Name: "setDefaultHighWaterMark", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			v := c.Argument(1)
			if !goja.IsNumber(v) {
				panic(nodeerr.ArgType(m.vm, "value", v, "number"))
			}
			if n := v.ToFloat(); n < 0 || n != float64(int(n)) {
				panic(nodeerr.OutOfRange(m.vm, "value", ">= 0 && <= 9007199254740991", v))
			}
			if c.Argument(0).ToBoolean() {
				m.defaultObjectHWM = int(v.ToInteger())
			} else {
				m.defaultHWM = int(v.ToInteger())
			}
			return nil
		}},
		binding.Method{Name: "getDefaultHighWaterMark", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			if c.Argument(0).ToBoolean() {
				return m.vm.ToValue(m.defaultObjectHWM)
			}
			return m.vm.ToValue(m.defaultHWM)
		}},
	)
}

// DefaultHWM is stream.getDefaultHighWaterMark(false).
func (m *Module) DefaultHWM() int { return m.defaultHWM }

func (m *Module) viewStatics(s *goja.Object) {
	binding.Methods(m.vm, s,
		binding.Method{Name: "_isArrayBufferView", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			_, ok := m.buf.Bytes(c.Argument(0))
			return m.vm.ToValue(ok)
		}},
		binding.Method{Name: "_isUint8Array", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.buf.IsUint8Array(c.Argument(0)))
		}},
		binding.Method{Name: "_uint8ArrayToBuffer", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			b, ok := m.buf.Bytes(c.Argument(0))
			if !ok {
				panic(nodeerr.ArgType(m.vm, "chunk", c.Argument(0), "Uint8Array"))
			}
			return m.buf.FromBytes(b)
		}},
	)
}

// bindColdWritable defines the method of Writable that is JavaScript.
func (m *Module) bindColdWritable() {
	if sym, ok := m.vm.Get("Symbol").(*goja.Object).Get("asyncDispose").(*goja.Symbol); ok {
		binding.HiddenSymbol(m.writableProto, sym, m.lazyFunction("proto_writableDispose", "", 0))
	}
}

// bindColdReadable defines the methods of Readable that are JavaScript.
func (m *Module) bindColdReadable() {
	p := m.readableProto
	for _, f := range []struct {
		name   string
		length int
	}{{"wrap", 1}, {"iterator", 1}, {"compose", 2}} {
		binding.Value(p, f.name, m.lazyFunction("proto_"+f.name, f.name, f.length))
	}
	for _, f := range []struct {
		name   string
		length int
	}{
		{"drop", 1}, {"filter", 2}, {"flatMap", 2}, {"map", 2}, {"take", 1}, {"every", 1},
		{"forEach", 2}, {"reduce", 3}, {"toArray", 1}, {"some", 1}, {"find", 2},
	} {
		binding.Hidden(p, f.name, m.lazyFunction("proto_"+f.name, f.name, f.length))
	}
	symbol := m.vm.Get("Symbol").(*goja.Object)
	if sym, ok := symbol.Get("asyncIterator").(*goja.Symbol); ok {
		binding.HiddenSymbol(p, sym, m.lazyFunction("proto_asyncIterator", "[Symbol.asyncIterator]", 0))
	}
	if sym, ok := symbol.Get("asyncDispose").(*goja.Symbol); ok {
		binding.HiddenSymbol(p, sym, m.lazyFunction("proto_asyncDispose", "", 0))
	}
}
