package v8stack

import "github.com/dop251/goja"

// codedPrototype stands between errors with a code and the prototype of their
// class. Its toString tells the code.
func (s *Stacks) codedPrototype(class *goja.Object) *goja.Object {
	if p := s.coded[class]; p != nil {
		return p
	}
	p := s.vm.CreateObject(class)
	hide := func(name string, v goja.Value) {
		must(p.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	hide("constructor", class.Get("constructor"))
	hide("toString", s.function("toString", 0, func(c goja.FunctionCall) goja.Value {
		err := c.This.ToObject(s.vm)
		text := err.Get("name").String() + " [" + codeOf(err) + "]: " + err.Get("message").String()
		return s.vm.ToValue(text)
	}))
	if s.coded == nil {
		s.coded = map[*goja.Object]*goja.Object{}
	}
	s.coded[class] = p
	return p
}

// codeOf is the code that an error was made with.
func codeOf(err *goja.Object) string {
	if st := stateOf(err); st != nil {
		return st.code
	}
	return ""
}
