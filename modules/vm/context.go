package vm

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/vm/rewrite"
)

// scriptContext is a contextified object with all that code in it sees.
type scriptContext struct {
	binding.Native
	m       *Module
	sandbox *goja.Object
	global  *goja.Object // what `this` and globalThis are
	scope   *goja.Object // what free names are looked up in
	names   rewrite.Names

	builtins map[string]goja.Value
	lexical  map[string]*lexicalBinding
	// declared has the names of var and function declarations. A variable
	// becomes a property when it gets its first value, as on Node.
	declared map[string]bool
	store    *goja.Object // sets lexical names, for patterns
	init     goja.Value   // sets declared names
}

// lexicalBinding is a let, const or class of a script's top level.
type lexicalBinding struct {
	value    goja.Value // nil before its declaration has run
	constant bool
}

// contextify makes a context of an object. strings says whether its code may
// make code of strings.
func (m *Module) contextify(sandbox *goja.Object, strings bool) *scriptContext {
	c := &scriptContext{
		Native: binding.NewNative(), m: m, sandbox: sandbox,
		builtins: map[string]goja.Value{},
		lexical:  map[string]*lexicalBinding{},
		declared: map[string]bool{},
		names:    rewrite.Names{Read: map[string]bool{}, Typeof: map[string]bool{}, Assign: map[string]bool{}},
	}
	c.global = c.newGlobal()
	c.scope = c.newScope()
	c.store = m.proxy(m.vm.NewObject(), &goja.ProxyTrapConfig{
		Set: func(_ *goja.Object, name string, v, _ goja.Value) bool {
			c.initialize(name, v)
			return true
		},
	})
	c.init = m.vm.ToValue(func(call goja.FunctionCall) goja.Value {
		record := call.Argument(0).(*goja.Object)
		for _, name := range record.Keys() {
			c.initialize(name, record.Get(name))
		}
		return nil
	})
	c.defineBuiltins(strings)
	return c
}

func (m *Module) proxy(target *goja.Object, traps *goja.ProxyTrapConfig) *goja.Object {
	return m.vm.ToValue(m.vm.NewProxy(target, traps)).(*goja.Object)
}

// initialize runs a declaration: of a function, or of a lexical name.
func (c *scriptContext) initialize(name string, v goja.Value) {
	if b := c.lexical[name]; b != nil {
		b.value = v
		return
	}
	c.set(name, v)
}

// declare makes the names of a script known before it runs, as
// GlobalDeclarationInstantiation of ECMA-262 does.
func (c *scriptContext) declare(s *rewrite.Script) {
	lexical := append(slices.Clone(s.Lets), s.Consts...)
	for _, name := range append(append(slices.Clone(s.Vars), s.Functions...), lexical...) {
		if c.lexical[name] != nil {
			c.m.throwSyntax("Identifier '" + name + "' has already been declared")
		}
	}
	for _, name := range append(slices.Clone(s.Vars), s.Functions...) {
		c.declared[name] = true
	}
	for i, name := range lexical {
		c.lexical[name] = &lexicalBinding{constant: i >= len(s.Lets)}
	}
	for set, more := range map[*map[string]bool]map[string]bool{
		&c.names.Read: s.Read, &c.names.Typeof: s.Typeof, &c.names.Assign: s.Assign,
	} {
		for name := range more {
			(*set)[name] = true
		}
	}
}

// set stores a property of the global object, which is one of the sandbox.
func (c *scriptContext) set(name string, v goja.Value) bool {
	return c.m.reflectSet(c.sandbox, c.m.vm.ToValue(name), v)
}

// inward is a value as the context sees it: the contextified object is its
// global object.
func (c *scriptContext) inward(v goja.Value) goja.Value {
	if v == goja.Value(c.sandbox) {
		return c.global
	}
	return v
}

// get reads a property of the global object.
func (c *scriptContext) get(name string) goja.Value {
	if v := c.sandbox.Get(name); v != nil {
		return c.inward(v)
	}
	if v, ok := c.builtins[name]; ok {
		return v
	}
	return nil
}

// newGlobal makes the global object: the sandbox with the engine's own
// globals behind its properties. Its handler is an object, because descriptors
// of accessors do not survive goja's native traps.
func (c *scriptContext) newGlobal() *goja.Object {
	m := c.m
	handler := m.vm.NewObject()
	trap := func(name string, fn func(key goja.Value, c goja.FunctionCall) goja.Value) {
		binding.Value(handler, name, binding.Func(m.vm, name, 0, func(call goja.FunctionCall) goja.Value {
			return fn(call.Argument(1), call)
		}))
	}
	trap("has", func(key goja.Value, _ goja.FunctionCall) goja.Value {
		return m.vm.ToValue(m.reflectHas(c.sandbox, key) || c.builtin(key) != nil)
	})
	trap("get", func(key goja.Value, _ goja.FunctionCall) goja.Value {
		if name, ok := key.(goja.String); ok {
			return orUndefined(c.get(name.String()))
		}
		return orUndefined(c.sandbox.GetSymbol(key.(*goja.Symbol)))
	})
	trap("set", func(key goja.Value, call goja.FunctionCall) goja.Value {
		return m.vm.ToValue(m.reflectSet(c.sandbox, key, call.Argument(2)))
	})
	trap("getOwnPropertyDescriptor", func(key goja.Value, _ goja.FunctionCall) goja.Value {
		desc := m.describeFn(goja.FunctionCall{Arguments: []goja.Value{c.sandbox, key}})
		if v := c.builtin(key); v != nil && goja.IsUndefined(desc) {
			return m.builtinDescriptor(v)
		}
		return desc
	})
	trap("deleteProperty", func(key goja.Value, _ goja.FunctionCall) goja.Value {
		if name, ok := key.(goja.String); ok {
			return m.vm.ToValue(c.delete(name.String()))
		}
		return m.vm.ToValue(m.reflectDelete(c.sandbox, key))
	})
	trap("ownKeys", func(goja.Value, goja.FunctionCall) goja.Value {
		keys := m.ownKeys(c.sandbox)
		for _, name := range c.builtinNames() {
			if !m.hasOwn(c.sandbox, name) {
				keys = append(keys, m.vm.ToValue(name))
			}
		}
		return m.vm.NewArray(keys...)
	})
	global, err := m.vm.New(m.proxyClass, c.sandbox, handler)
	if err != nil {
		panic(err)
	}
	return global
}

// builtin is one of the engine's own globals, by a property key.
func (c *scriptContext) builtin(key goja.Value) goja.Value {
	if name, ok := key.(goja.String); ok {
		return c.builtins[name.String()]
	}
	return nil
}

// builtinDescriptor describes one as getOwnPropertyDescriptor does.
func (m *Module) builtinDescriptor(v goja.Value) goja.Value {
	obj := m.vm.NewObject()
	binding.Value(obj, "value", v)
	binding.Value(obj, "writable", m.vm.ToValue(true))
	binding.Value(obj, "enumerable", m.vm.ToValue(false))
	binding.Value(obj, "configurable", m.vm.ToValue(true))
	return obj
}

func (c *scriptContext) delete(name string) bool {
	if m := c.m; m.hasOwn(c.sandbox, name) {
		return m.reflectDelete(c.sandbox, m.vm.ToValue(name))
	}
	delete(c.builtins, name)
	return true
}

// newScope makes the object in which free names are looked up. It has more
// names than the global object: lexical ones, those that code assigns to, and
// those of the outer global object, which must not be found there.
func (c *scriptContext) newScope() *goja.Object {
	return c.m.proxy(c.m.vm.NewObject(), &goja.ProxyTrapConfig{
		Has:    func(_ *goja.Object, name string) bool { return c.holds(name) },
		Get:    func(_ *goja.Object, name string, _ goja.Value) goja.Value { return c.lookup(name) },
		GetSym: func(*goja.Object, *goja.Symbol, goja.Value) goja.Value { return goja.Undefined() },
		Set:    func(_ *goja.Object, name string, v, _ goja.Value) bool { return c.assign(name, v) },
		// Strict code asks whether there is something to assign to.
		GetOwnPropertyDescriptor: func(_ *goja.Object, name string) goja.PropertyDescriptor {
			if !c.holds(name) {
				return goja.PropertyDescriptor{}
			}
			return dataDescriptor(goja.Undefined())
		},
		DeleteProperty: func(_ *goja.Object, name string) bool {
			return c.lexical[name] == nil && !c.declared[name] && c.delete(name)
		},
	})
}

func (c *scriptContext) holds(name string) bool {
	return c.lexical[name] != nil || c.m.has(c.sandbox, name) || c.builtins[name] != nil ||
		c.declared[name] || c.names.Assign[name] || c.m.has(c.m.vm.GlobalObject(), name)
}

func (c *scriptContext) lookup(name string) goja.Value {
	if b := c.lexical[name]; b != nil {
		if b.value == nil {
			c.m.throwReference("Cannot access '" + name + "' before initialization")
		}
		return b.value
	}
	if v := c.get(name); v != nil {
		return v
	}
	if c.names.Read[name] && !c.declared[name] && !c.names.Typeof[name] && !c.m.has(c.sandbox, name) {
		c.m.throwReference(name + " is not defined")
	}
	return goja.Undefined()
}

func (c *scriptContext) assign(name string, v goja.Value) bool {
	b := c.lexical[name]
	switch {
	case b == nil:
		return c.set(name, v)
	case b.value == nil:
		c.m.throwReference("Cannot access '" + name + "' before initialization")
	case b.constant:
		panic(c.m.vm.NewTypeError("Assignment to constant variable."))
	}
	b.value = v
	return true
}

func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

func dataDescriptor(v goja.Value) goja.PropertyDescriptor {
	return goja.PropertyDescriptor{Value: v, Writable: goja.FLAG_TRUE, Configurable: goja.FLAG_TRUE, Enumerable: goja.FLAG_FALSE}
}

// call runs rewritten code in the context.
func (c *scriptContext) call(prg *goja.Program, extensions ...goja.Value) goja.Value {
	inner := c.m.enter(prg, append([]goja.Value{c.scope}, extensions...))
	return c.m.e.Call(inner, c.global, c.global, c.m.vm.GlobalObject(), c.init, c.store)
}

// callPlain makes a function of the global scope.
func (m *Module) callPlain(prg *goja.Program, extensions []goja.Value) *goja.Object {
	return m.e.Call(m.enter(prg, extensions), goja.Undefined()).(*goja.Object)
}

// enter puts rewritten code into its scopes.
func (m *Module) enter(prg *goja.Program, scopes []goja.Value) engine.Func {
	v, err := m.vm.RunProgram(prg)
	if err != nil {
		panic(err)
	}
	outer, _ := engine.Callable(v)
	inner, _ := engine.Callable(m.e.Call(outer, goja.Undefined(), scopes...))
	return inner
}
