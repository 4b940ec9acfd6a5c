package v8stack

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// callSite is the Go side of a CallSite object. It is named when a method is
// first called.
type callSite struct {
	binding.Native
	at    place
	frame *Frame
}

func (c *callSite) resolved(s *Stacks) *Frame {
	if c.frame == nil {
		f := s.resolve(c.at)
		c.frame = &f
	}
	return c.frame
}

var callSiteSymbol = goja.NewSymbol("CallSite")

// callSiteArray makes the second argument of Error.prepareStackTrace.
func (s *Stacks) callSiteArray(st *state) goja.Value {
	var list []any
	if st.parsed != nil {
		for i := range st.parsed {
			list = append(list, s.newCallSite(&callSite{frame: &st.parsed[i]}))
		}
		return s.vm.NewArray(list...)
	}
	for _, p := range st.places() {
		list = append(list, s.newCallSite(&callSite{at: p}))
	}
	return s.vm.NewArray(list...)
}

func (s *Stacks) newCallSite(site *callSite) *goja.Object {
	site.Native = binding.NewNative()
	obj := s.vm.CreateObject(s.callSitePrototype())
	must(obj.DefineDataPropertySymbol(callSiteSymbol, site, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return obj
}

// prepareStackTrace is the initial Error.prepareStackTrace: the text that a
// stack has without any.
func (s *Stacks) prepareStackTrace(c goja.FunctionCall) goja.Value {
	obj, ok := c.Argument(0).(*goja.Object)
	if !ok {
		panic(s.vm.NewTypeError("The \"error\" argument must be an object"))
	}
	code := ""
	if st := stateOf(obj); st != nil {
		code = st.code
	}
	out := header(s.vm, obj, code)
	if sites, ok := c.Argument(1).(*goja.Object); ok {
		s.vm.ForOf(sites, func(site goja.Value) bool {
			out += "\n    at " + site.String()
			return true
		})
	}
	return s.vm.ToValue(out)
}

// callSiteMethods are the methods of a CallSite, in V8's order. Those that
// need the receiver or the function answer as they do in strict mode code.
var callSiteMethods = []struct {
	name string
	get  func(s *Stacks, f *Frame) any
}{
	{"getColumnNumber", func(_ *Stacks, f *Frame) any { return positive(f.Column) }},
	{"getEnclosingColumnNumber", func(_ *Stacks, f *Frame) any { return positive(f.EnclosingColumn) }},
	{"getEnclosingLineNumber", func(_ *Stacks, f *Frame) any { return positive(f.EnclosingLine) }},
	{"getEvalOrigin", func(_ *Stacks, f *Frame) any { return textOr(f.Origin, goja.Undefined()) }},
	{"getFileName", func(_ *Stacks, f *Frame) any { return f.scriptName() }},
	{"getFunction", func(*Stacks, *Frame) any { return goja.Undefined() }},
	{"getFunctionName", func(_ *Stacks, f *Frame) any { return textOr(f.Function, goja.Null()) }},
	{"getLineNumber", func(_ *Stacks, f *Frame) any { return positive(f.Line) }},
	{"getMethodName", func(_ *Stacks, f *Frame) any { return textOr(f.Method, goja.Null()) }},
	{"getPosition", func(_ *Stacks, f *Frame) any { return f.Position }},
	{"getPromiseIndex", func(*Stacks, *Frame) any { return goja.Null() }},
	{"getScriptNameOrSourceURL", func(_ *Stacks, f *Frame) any { return f.scriptName() }},
	{"getScriptHash", func(s *Stacks, f *Frame) any { return s.scriptHash(f) }},
	{"getThis", func(*Stacks, *Frame) any { return goja.Undefined() }},
	{"getTypeName", func(_ *Stacks, f *Frame) any { return textOr(f.Type, goja.Null()) }},
	{"isAsync", func(_ *Stacks, f *Frame) any { return f.Async }},
	{"isConstructor", func(_ *Stacks, f *Frame) any { return f.Constructor }},
	{"isEval", func(_ *Stacks, f *Frame) any { return f.Eval }},
	{"isNative", func(*Stacks, *Frame) any { return false }},
	{"isPromiseAll", func(*Stacks, *Frame) any { return false }},
	{"isToplevel", func(_ *Stacks, f *Frame) any { return f.Type == "" && !f.Constructor }},
	{"toString", func(_ *Stacks, f *Frame) any { return f.String() }},
}

func (s *Stacks) callSitePrototype() *goja.Object {
	if s.callSites != nil {
		return s.callSites
	}
	s.callSites = s.vm.NewObject()
	ctor := s.function("CallSite", 0, func(goja.FunctionCall) goja.Value {
		panic(s.vm.NewTypeError("Illegal constructor"))
	})
	must(s.callSites.DefineDataProperty("constructor", ctor, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	for _, m := range callSiteMethods {
		fn := s.function(m.name, 0, func(c goja.FunctionCall) goja.Value {
			if obj, ok := c.This.(*goja.Object); ok {
				if site, ok := obj.GetSymbol(callSiteSymbol).(*callSite); ok {
					return s.vm.ToValue(m.get(s, site.resolved(s)))
				}
			}
			panic(s.vm.NewTypeError("CallSite method %s expects CallSite as receiver", m.name))
		})
		must(s.callSites.DefineDataProperty(m.name, fn, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	}
	return s.callSites
}

func positive(n int) any {
	if n <= 0 {
		return goja.Null()
	}
	return n
}

func textOr(text string, empty goja.Value) any {
	if text == "" {
		return empty
	}
	return text
}

// scriptName is null for built-in functions and undefined in eval.
func (f *Frame) scriptName() any {
	switch {
	case f.Native:
		return goja.Null()
	case f.Eval:
		return goja.Undefined()
	}
	return f.File
}

// scriptHash is the SHA-256 of the script's text.
func (s *Stacks) scriptHash(f *Frame) string {
	if s.Source == nil || f.File == "" {
		return ""
	}
	text, ok := s.Source(f.File)
	if !ok {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
