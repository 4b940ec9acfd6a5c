package process

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// timeZoneVariable is the variable that also changes what Date shows.
const timeZoneVariable = "TZ"

// installEnvironment defines process.env: an object whose accesses go to the
// Environment, behind a proxy for what goja's dynamic objects cannot refuse
// in Node's words.
func (m *Module) installEnvironment() {
	o := &envObject{m: m, vm: m.vm, env: m.cfg.Env}
	target := m.vm.NewDynamicObject(o)
	proto := m.vm.NewObject()
	binding.Hidden(proto, "constructor", binding.Constructor(m.vm, "", 0, func(goja.ConstructorCall) *goja.Object { return nil }))
	must(target.SetPrototype(proto))
	proxy := m.vm.NewProxy(target, &goja.ProxyTrapConfig{
		Set:            o.assign,
		SetSym:         func(*goja.Object, *goja.Symbol, goja.Value, goja.Value) bool { panic(o.symbolError()) },
		DefineProperty: o.define,
		DefinePropertySym: func(*goja.Object, *goja.Symbol, goja.PropertyDescriptor) bool {
			panic(o.symbolError())
		},
	})
	o.self = m.vm.ToValue(proxy).(*goja.Object)
	binding.Value(m.obj, "env", o.self)
}

// envObject is process.env: each access goes to the Environment, and what is
// assigned becomes a string.
type envObject struct {
	m      *Module
	vm     *goja.Runtime
	env    Environment
	self   *goja.Object // what scripts see
	warned bool         // of a value that is no string
}

var _ goja.DynamicObject = (*envObject)(nil)

func (o *envObject) Get(key string) goja.Value {
	if v, ok := o.env.Get(key); ok {
		return o.vm.ToValue(v)
	}
	return nil
}

func (o *envObject) Set(key string, v goja.Value) bool {
	if _, ok := v.(*goja.Symbol); ok {
		panic(o.symbolError())
	}
	o.warnOfType(v)
	text := v.String()
	o.env.Set(key, text)
	o.changed(key, text)
	return true
}

func (o *envObject) Has(key string) bool {
	_, ok := o.env.Get(key)
	return ok
}

func (o *envObject) Delete(key string) bool {
	o.env.Unset(key)
	o.changed(key, "")
	return true
}

func (o *envObject) Keys() []string { return o.env.Keys() }

// changed tells the embedder of a new time zone.
func (o *envObject) changed(key, value string) {
	if key == timeZoneVariable && o.m.cfg.SetTimeZone != nil {
		o.m.cfg.SetTimeZone(value)
	}
}

func (o *envObject) symbolError() *goja.Object {
	return o.vm.NewTypeError("Cannot convert a Symbol value to a string")
}

// warnOfType reports, with --pending-deprecation, the first value that is
// neither a string nor a number nor a boolean.
func (o *envObject) warnOfType(v goja.Value) {
	if !o.m.cfg.Flags.PendingDeprecation || o.warned {
		return
	}
	switch {
	case goja.IsString(v), goja.IsNumber(v):
		return
	}
	if _, ok := v.Export().(bool); ok {
		return
	}
	o.warned = true
	o.m.WarnCode("Assigning any value other than a string, number, or boolean to a process.env property is "+
		"deprecated. Please make sure to convert the value to a string before setting process.env with it.",
		deprecationName, "DEP0104")
}

// assign is an assignment to process.env, or to an object that inherits from
// it and so gets a property of its own.
func (o *envObject) assign(_ *goja.Object, key string, v, receiver goja.Value) bool {
	obj, ok := receiver.(*goja.Object)
	if !ok || obj == o.self {
		return o.Set(key, v)
	}
	return obj.DefineDataProperty(key, v, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE) == nil
}

// define is Object.defineProperty: variables can only be plain properties.
func (o *envObject) define(_ *goja.Object, key string, d goja.PropertyDescriptor) bool {
	if d.Getter != nil || d.Setter != nil {
		nodeerr.Throw(o.vm, "ERR_INVALID_OBJECT_DEFINE_PROPERTY",
			"'process.env' does not accept an accessor(getter/setter) descriptor")
	}
	if d.Configurable != goja.FLAG_TRUE || d.Writable != goja.FLAG_TRUE || d.Enumerable != goja.FLAG_TRUE {
		nodeerr.Throw(o.vm, "ERR_INVALID_OBJECT_DEFINE_PROPERTY",
			"'process.env' only accepts a configurable, writable, and enumerable data descriptor")
	}
	v := d.Value
	if v == nil {
		v = goja.Undefined()
	}
	return o.Set(key, v)
}
