package v8stack

import "github.com/dop251/goja"

// installConstructors puts our error constructors in the place of goja's. They
// share the prototypes, so errors that goja makes stay instances of them.
func (s *Stacks) installConstructors() {
	original := s.vm.Get("Error").(*goja.Object)
	s.construct, _ = goja.AssertConstructor(original)
	s.errorCtor = s.replace("Error", 1, nil, s.newError)
	s.installStatics(original.Get("isError"))
	for _, name := range []string{
		"TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError",
	} {
		s.replace(name, 1, s.errorCtor, s.newError)
	}
	s.replace("AggregateError", 2, s.errorCtor, s.newAggregate)
}

func (s *Stacks) installStatics(isError goja.Value) {
	hidden := func(name string, v goja.Value) {
		must(s.errorCtor.DefineDataProperty(name, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	s.prepare = s.function("prepareStackTrace", 2, s.prepareStackTrace)
	hidden("captureStackTrace", s.function("captureStackTrace", 2, s.captureStackTrace))
	hidden("prepareStackTrace", s.prepare)
	hidden("isError", isError)
	must(s.errorCtor.DefineDataProperty("stackTraceLimit", s.vm.ToValue(DefaultLimit),
		goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

type errorMaker = func(call goja.ConstructorCall, proto *goja.Object) *goja.Object

// replace defines one global constructor.
func (s *Stacks) replace(name string, length int, parent *goja.Object, makeError errorMaker) *goja.Object {
	proto := s.vm.Get(name).(*goja.Object).Get("prototype").(*goja.Object)
	ctor := s.vm.ToValue(func(call goja.ConstructorCall) *goja.Object {
		instance := proto
		if call.NewTarget != nil {
			if p, ok := call.NewTarget.Get("prototype").(*goja.Object); ok {
				instance = p
			}
		}
		return makeError(call, instance)
	}).(*goja.Object)
	s.describe(ctor, name, length)
	must(ctor.DefineDataProperty("prototype", proto, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	must(proto.DefineDataProperty("constructor", ctor, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	if parent != nil {
		must(ctor.SetPrototype(parent))
	}
	must(s.vm.GlobalObject().DefineDataProperty(name, ctor, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return ctor
}

// newError is every constructor but AggregateError: (message, options).
func (s *Stacks) newError(call goja.ConstructorCall, proto *goja.Object) *goja.Object {
	return s.build(proto, call.NewTarget, call.Arguments)
}

// newAggregate is AggregateError: (errors, message, options).
func (s *Stacks) newAggregate(call goja.ConstructorCall, proto *goja.Object) *goja.Object {
	var args []goja.Value
	if len(call.Arguments) > 1 {
		args = call.Arguments[1:]
	}
	obj := s.build(proto, call.NewTarget, args)
	list := []any{}
	s.vm.ForOf(call.Argument(0), func(v goja.Value) bool {
		list = append(list, v)
		return true
	})
	must(obj.DefineDataProperty("errors", s.vm.NewArray(list...), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return obj
}

// build makes the error object. The prototype is set after the stack property
// is there, because goja reads name and message when that is defined, and a
// subclass may have getters for them that are not ready yet. The stack begins
// at the caller of the subclass's constructor.
func (s *Stacks) build(proto, newTarget *goja.Object, args []goja.Value) *goja.Object {
	obj, err := s.construct(nil, args...)
	if err != nil {
		panic(err)
	}
	st := &state{}
	st.limit, st.captured = s.limit()
	s.capture(st)
	st.subclass = newTarget
	s.attach(obj, st)
	if proto != obj.Prototype() {
		must(obj.SetPrototype(proto))
	}
	return obj
}
