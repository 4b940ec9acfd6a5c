// Package asyncgenerator runs async generators, which the engine lacks: the
// functions that the trees of internal/script/asyncgen call, the classes behind
// them, and the driver that modules use for async generators of their own.
//
// Everything runs on the loop goroutine.
package asyncgenerator

import (
	_ "embed"
	"errors"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsclass"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/script/asyncgen"
)

//go:embed generator.js
var source string

var file = jsfile.New("node:internal/asyncgenerator", source)

// Support is what one runtime has for async generators. It is made on first
// use.
type Support struct {
	e   *engine.Engine
	lib *goja.Object

	function *goja.Object // AsyncGeneratorFunction.prototype
}

// New makes the support of a runtime.
func New(e *engine.Engine) *Support { return &Support{e: e} }

// Install defines the global functions that rewritten programs call.
func (s *Support) Install() {
	for name, fn := range map[string]func(goja.FunctionCall) goja.Value{
		asyncgen.Start:    s.caller("start"),
		asyncgen.Give:     s.caller("give"),
		asyncgen.Delegate: s.caller("delegate"),
		asyncgen.Mark:     s.mark,
	} {
		binding.Hidden(s.e.VM.GlobalObject(), name, s.e.VM.ToValue(fn))
	}
}

// Library has generate(body), which makes an async generator of a generator
// function that awaits by yield, and give(value), which such a body yields in
// order to yield.
func (s *Support) Library() *goja.Object {
	if s.lib == nil {
		define, _, tag, _ := jsclass.Definers(s.e)
		s.lib = file.Call(s.e, define, tag, s.iteratorPrototype()).(*goja.Object)
	}
	return s.lib
}

// iteratorPrototype makes %AsyncIteratorPrototype%.
func (s *Support) iteratorPrototype() *goja.Object {
	vm := s.e.VM
	proto := vm.NewObject()
	symbol := vm.Get("Symbol").(*goja.Object).Get("asyncIterator").(*goja.Symbol)
	binding.HiddenSymbol(proto, symbol, binding.Func(vm, "[Symbol.asyncIterator]", 0,
		func(c goja.FunctionCall) goja.Value { return c.This }))
	return proto
}

// caller calls a function of the library.
func (s *Support) caller(name string) func(goja.FunctionCall) goja.Value {
	var fn engine.Func
	return func(c goja.FunctionCall) goja.Value {
		if fn == nil {
			fn, _ = engine.Callable(s.Library().Get(name))
		}
		return fn(c)
	}
}

// mark makes a function an instance of AsyncGeneratorFunction, and names one
// that got no name because it stood in the call.
func (s *Support) mark(c goja.FunctionCall) goja.Value {
	fn, vm := c.Argument(0).(*goja.Object), s.e.VM
	if err := fn.SetPrototype(s.functionPrototype()); err != nil {
		panic(err)
	}
	proto := vm.CreateObject(s.Library().Get("prototype").(*goja.Object))
	must(fn.DefineDataProperty("prototype", proto, goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	if name := c.Argument(1); !goja.IsUndefined(name) {
		must(fn.DefineDataProperty("name", name, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	return fn
}

// functionPrototype makes AsyncGeneratorFunction and its prototype.
func (s *Support) functionPrototype() *goja.Object {
	if s.function != nil {
		return s.function
	}
	vm := s.e.VM
	function := s.e.Intrinsics.Function
	proto := vm.CreateObject(binding.Prototype(function))
	class := binding.Class(vm, "AsyncGeneratorFunction", 1, func(_ *goja.Object, args []goja.Value) goja.Value {
		return s.compile(args)
	})
	must(class.SetPrototype(function))
	must(class.DefineDataProperty("prototype", proto, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	readOnly := func(obj *goja.Object, name string, v goja.Value) {
		must(obj.DefineDataProperty(name, v, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	generator := s.Library().Get("prototype").(*goja.Object)
	readOnly(proto, "constructor", class)
	readOnly(proto, "prototype", generator)
	readOnly(generator, "constructor", proto)
	must(proto.DefineDataPropertySymbol(goja.SymToStringTag, vm.ToValue("AsyncGeneratorFunction"),
		goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	s.function = proto
	return proto
}

// compile is AsyncGeneratorFunction(...parameters, body).
func (s *Support) compile(args []goja.Value) goja.Value {
	var parameters []string
	body := ""
	if n := len(args); n > 0 {
		for _, p := range args[:n-1] {
			parameters = append(parameters, p.String())
		}
		body = args[n-1].String()
	}
	prg, err := script.CompileScript("", "(async function* anonymous("+strings.Join(parameters, ",")+"\n) {\n"+body+"\n})")
	if err != nil {
		panic(s.refused(err))
	}
	fn, err := s.e.VM.RunProgram(prg)
	must(err)
	return fn
}

// refused is the exception for a text that does not compile.
func (s *Support) refused(err error) goja.Value {
	var syntax *script.SyntaxError
	if errors.As(err, &syntax) {
		return nodeerr.Plain(s.e.VM, "SyntaxError", syntax.Message)
	}
	return nodeerr.Plain(s.e.VM, "RangeError", err.Error())
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
