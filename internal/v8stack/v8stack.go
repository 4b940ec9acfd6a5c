// Package v8stack gives JavaScript errors the stacks they have on V8: text of
// the form "Name: message\n    at fn (file:line:col)", Error.stackTraceLimit,
// Error.captureStackTrace, Error.prepareStackTrace with CallSite objects, and
// Node's report of an uncaught exception. The engine installs it in every VM;
// the runtime, util and the module loader ask it about errors.
//
// As on V8 of Node 24, stack is an own accessor property and the text is made
// when it is first read. Errors that goja itself throws keep goja's own stack
// until Normalize sees them.
//
// # Differences from V8
//
// goja tells a frame's function name and position, no receiver and no
// function. Class names, constructors and the names of anonymous functions
// come from the source text, so a method that is called on an instance of a
// subclass is named by the class that defines it, and a plain function that
// is called with new is not marked. Frames of built-in functions written in Go
// are left out; those of JavaScript's own appear as V8 prints them.
//
// # Concurrency
//
// A Stacks belongs to one VM and to the goroutine that runs it.
package v8stack

import (
	"fmt"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/script"
)

// Func is a JavaScript function as Go calls it; exceptions leave it as panics.
type Func = func(goja.FunctionCall) goja.Value

// DefaultLimit is the initial Error.stackTraceLimit.
const DefaultLimit = 10

// stateSymbol is the key under which an error keeps its *state. A symbol may
// be shared by VMs.
var stateSymbol = goja.NewSymbol("v8stack")

// Stacks is the machinery of one VM.
type Stacks struct {
	vm *goja.Runtime

	// Source returns the text of a script by the name in its stack frames.
	// Without it, frames keep the names that goja gives them.
	Source func(file string) (string, bool)

	// Body parses a text that Source gave, to name the functions in it;
	// script.ParseBody by default.
	Body func(file, text string) (*script.Body, error)

	// Call calls a script's function. The engine puts its own here, which
	// watches over the depth of the stack.
	Call func(fn Func, this goja.Value, args ...goja.Value) goja.Value

	construct      goja.Constructor // goja's Error
	sourceText     Func             // Function.prototype.toString
	errorCtor      *goja.Object     // ours
	getter, setter *goja.Object     // of every stack property
	prepare        *goja.Object     // the initial Error.prepareStackTrace
	callSites      *goja.Object     // prototype of CallSite objects, made when needed
	coded          map[*goja.Object]*goja.Object
	indexes        map[string]*index
	internal       map[string]string // the texts of files of ours
	formatting     bool              // inside Error.prepareStackTrace
}

// state is what an error knows about its stack. It hangs on the error under
// stateSymbol; the embedded value lets goja store it.
type state struct {
	binding.Native
	owner    *Stacks
	object   *goja.Object
	raw      []goja.StackFrame
	sync     int // frames before the awaiting functions
	parsed   []Frame
	until    *goja.Object // frames above this function are left out
	subclass *goja.Object // whose constructor is making the error
	limit    int
	captured bool       // false while stackTraceLimit was no number
	code     string     // printed in the header: Name [code]: message
	value    goja.Value // the stack once it was made or assigned
	location *Location  // where the text is wrong, for syntax errors

	normalized bool // made by goja
	rethrown   bool // by built-in code
}

// Install replaces the error constructors of a VM. It is called once, before
// any script runs.
func Install(vm *goja.Runtime) *Stacks {
	s := &Stacks{vm: vm, indexes: make(map[string]*index), internal: make(map[string]string), Body: script.ParseBody}
	s.Call = func(fn Func, this goja.Value, args ...goja.Value) goja.Value {
		return fn(goja.FunctionCall{This: this, Arguments: args})
	}
	proto := vm.Get("Function").(*goja.Object).Get("prototype").(*goja.Object)
	s.sourceText = proto.Get("toString").Export().(Func)
	s.getter = s.function("", 0, func(c goja.FunctionCall) goja.Value {
		if st := stateOf(c.This); st != nil {
			return st.stack()
		}
		return nil
	})
	s.setter = s.function("", 1, func(c goja.FunctionCall) goja.Value {
		if st := stateOf(c.This); st != nil {
			st.value = c.Argument(0)
		}
		return nil
	})
	s.installConstructors()
	return s
}

// stateOf finds the state of an error, or of the error that v inherits from.
func stateOf(v goja.Value) *state {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	st, _ := obj.GetSymbol(stateSymbol).(*state)
	return st
}

// SetCode makes the header of an error's stack, and what its toString returns,
// read "Name [code]: message", as on Node's own errors.
func SetCode(err *goja.Object, code string) {
	if st := stateOf(err); st != nil && st.object == err {
		st.code = code
		must(err.SetPrototype(st.owner.codedPrototype(err.Prototype())))
	}
}

// attach gives an object a stack property. It panics with a TypeError when
// that cannot be.
func (s *Stacks) attach(obj *goja.Object, st *state) {
	st.Native, st.owner, st.object = binding.NewNative(), s, obj
	err := obj.DefineAccessorProperty("stack", s.getter, s.setter, goja.FLAG_TRUE, goja.FLAG_FALSE)
	if err == nil {
		err = obj.DefineDataPropertySymbol(stateSymbol, st, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE)
	}
	if err != nil {
		panic(s.vm.NewTypeError("Cannot define property stack, object is not extensible"))
	}
}

// stack is the value of the stack property.
func (st *state) stack() goja.Value {
	if st.value == nil {
		st.value = st.owner.format(st)
	}
	return st.value
}

// format makes the value of a stack that is read for the first time.
func (s *Stacks) format(st *state) goja.Value {
	if !st.captured {
		return goja.Undefined()
	}
	if fn := s.preparer(); fn != nil {
		s.formatting = true
		defer func() { s.formatting = false }()
		return s.Call(fn, s.errorCtor, st.object, s.callSiteArray(st))
	}
	return s.vm.ToValue(s.text(st.object, st.code, st.frames()))
}

// preparer is the script's Error.prepareStackTrace, when there is one and it
// is not running.
func (s *Stacks) preparer() Func {
	if s.formatting {
		return nil
	}
	obj, ok := s.errorCtor.Get("prepareStackTrace").(*goja.Object)
	if !ok || obj == s.prepare {
		return nil
	}
	call, ok := goja.AssertFunction(obj)
	if !ok {
		return nil
	}
	if raw, ok := obj.Export().(Func); ok {
		return raw
	}
	return func(c goja.FunctionCall) goja.Value {
		v, err := call(c.This, c.Arguments...)
		if err != nil {
			panic(err)
		}
		return v
	}
}

// text is a stack as V8 prints it.
func (s *Stacks) text(err *goja.Object, code string, frames []Frame) string {
	out := []byte(header(s.vm, err, code))
	for i := range frames {
		out = append(out, "\n    at "...)
		out = append(out, frames[i].String()...)
	}
	return string(out)
}

// header is Error.prototype.toString for any object, with the code of Node's
// own errors.
func header(vm *goja.Runtime, obj *goja.Object, code string) string {
	name := property(vm, obj, "name", "Error")
	if code != "" {
		name += " [" + code + "]"
	}
	message := property(vm, obj, "message", "")
	switch {
	case name == "":
		return message
	case message == "":
		return name
	}
	return name + ": " + message
}

func property(vm *goja.Runtime, obj *goja.Object, key, missing string) string {
	v := obj.Get(key)
	if v == nil || goja.IsUndefined(v) {
		return missing
	}
	if _, ok := v.(*goja.Symbol); ok {
		panic(vm.NewTypeError("Cannot convert a Symbol value to a string"))
	}
	return v.String()
}

// function makes a native function.
func (s *Stacks) function(name string, length int, fn Func) *goja.Object {
	obj := s.vm.ToValue(fn).(*goja.Object)
	s.describe(obj, name, length)
	return obj
}

func (s *Stacks) describe(obj *goja.Object, name string, length int) {
	must(obj.DefineDataProperty("name", s.vm.ToValue(name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	must(obj.DefineDataProperty("length", s.vm.ToValue(length), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

// must is for definitions on objects that we just made.
func must(err error) {
	if err != nil {
		panic(fmt.Errorf("v8stack: %w", err))
	}
}
