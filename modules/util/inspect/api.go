package inspect

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/types"
)

// Function is util.inspect with its properties, made on first use.
func (i *Inspector) Function() *goja.Object {
	if i.function != nil {
		return i.function
	}
	i.function = binding.Func(i.vm, "inspect", 2, func(c goja.FunctionCall) goja.Value {
		return wtf8.Value(i.Inspect(c.Argument(0), i.readArguments(c.Arguments)))
	})
	i.styles, i.colors = i.newStyles(), i.newColors()
	i.addPrototype()
	binding.Value(i.function, "custom", i.custom)
	get := binding.Func(i.vm, "get", 0, func(goja.FunctionCall) goja.Value { return i.defaultOptions() })
	set := binding.Func(i.vm, "set", 1, i.assignDefaults)
	must(i.function.DefineAccessorProperty("defaultOptions", get, set, goja.FLAG_FALSE, goja.FLAG_FALSE))
	binding.Value(i.function, "colors", i.colors)
	binding.Value(i.function, "styles", i.styles)
	return i.function
}

// addPrototype gives util.inspect the prototype property of a plain function.
func (i *Inspector) addPrototype() {
	proto := i.vm.NewObject()
	binding.Hidden(proto, "constructor", i.function)
	must(i.function.DefineDataProperty("prototype", proto, goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE))
}

func (i *Inspector) newStyles() *goja.Object {
	obj := i.vm.CreateObject(nil)
	for _, s := range styleColors {
		binding.Value(obj, s.style, i.vm.ToValue(s.color))
	}
	return obj
}

func (i *Inspector) newColors() *goja.Object {
	obj := i.vm.CreateObject(nil)
	for _, c := range colorCodes {
		binding.Value(obj, c.name, i.vm.NewArray(c.on, c.off))
	}
	for _, a := range colorAliases {
		get := binding.Func(i.vm, "get", 0, func(c goja.FunctionCall) goja.Value {
			return c.This.(*goja.Object).Get(a.color)
		})
		set := binding.Func(i.vm, "set", 1, func(c goja.FunctionCall) goja.Value {
			must(c.This.(*goja.Object).Set(a.color, c.Argument(0)))
			return nil
		})
		must(obj.DefineAccessorProperty(a.alias, get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	return obj
}

// defaultOptions is inspect.defaultOptions: the object whose properties count
// from now on.
func (i *Inspector) defaultOptions() *goja.Object {
	if i.defaults == nil {
		defaults := i.vm.NewObject()
		for _, name := range optionNames {
			binding.Value(defaults, name, standard.option(i.vm, name))
		}
		seal, _ := engine.Callable(i.e.Intrinsics.Object.Get("seal"))
		i.e.Call(seal, goja.Undefined(), defaults)
		i.defaults = defaults
	}
	return i.defaults
}

// assignDefaults is the setter of inspect.defaultOptions.
func (i *Inspector) assignDefaults(c goja.FunctionCall) goja.Value {
	given, ok := c.Argument(0).(*goja.Object)
	if !ok || types.Is(given, types.Array) || engine.IsCallable(given) {
		panic(nodeerr.ArgType(i.vm, "options", c.Argument(0), "object"))
	}
	defaults := i.defaultOptions()
	for _, name := range given.Keys() {
		if !isOption(name) {
			panic(i.vm.NewTypeError("Cannot add property " + name + ", object is not extensible"))
		}
		must(defaults.Set(name, given.Get(name)))
	}
	return nil
}

// readArguments reads the arguments of util.inspect after the value: options,
// or the old list (showHidden, depth, colors).
func (i *Inspector) readArguments(args []goja.Value) Options {
	opts := i.Defaults()
	if len(args) > 2 && !goja.IsUndefined(args[2]) {
		opts.give("depth", args[2])
	}
	if len(args) > 3 && !goja.IsUndefined(args[3]) {
		opts.give("colors", args[3])
	}
	if len(args) < 2 {
		return opts
	}
	if obj, ok := args[1].(*goja.Object); ok {
		opts.read(i, obj)
	} else if args[1].ExportType() == boolType {
		opts.give("showHidden", args[1])
	}
	return opts
}

// ReadOptions are the defaults with what a script's options object changes.
func (i *Inspector) ReadOptions(v goja.Value) Options {
	opts := i.Defaults()
	if obj, ok := v.(*goja.Object); ok {
		opts.read(i, obj)
	}
	return opts
}

func (o *Options) read(i *Inspector, obj *goja.Object) {
	for _, name := range obj.Keys() {
		switch {
		case isOption(name):
			o.give(name, obj.Get(name))
		case name == "stylize":
			o.giveStylize(i, obj.Get(name))
		case o.user == nil:
			o.user = obj
		}
	}
	if o.Colors {
		o.stylize = nil
	}
}

// give sets an option and keeps it as it was given.
func (o *Options) give(name string, v goja.Value) {
	o.set(name, v)
	o.given = append(o.given, givenOption{name, v})
}

// giveStylize takes the stylize function of options that went through a
// custom inspect function; our own are known without calling them.
func (o *Options) giveStylize(i *Inspector, v goja.Value) {
	obj, ok := v.(*goja.Object)
	switch {
	case !ok:
	case obj == i.noColor, obj == i.withColor:
		o.stylize = nil
	default:
		o.stylize, _ = engine.Callable(obj)
		o.given = append(o.given, givenOption{"stylize", v})
	}
}

// userOptions is what a custom inspect function gets: the options and a
// function to style text with. An object of foreign origin gets nothing
// through which it could reach this realm's objects.
func (p *printer) userOptions(foreign bool) *goja.Object {
	obj := p.vm.NewObject()
	if foreign {
		obj = p.vm.CreateObject(nil)
	} else {
		binding.Value(obj, "stylize", p.stylizeFunction())
	}
	for _, name := range optionNames {
		binding.Value(obj, name, p.option(p.vm, name))
	}
	if p.user != nil {
		for _, name := range p.user.Keys() {
			if isOption(name) || name == "stylize" {
				continue
			}
			v := p.user.Get(name)
			if _, isObject := v.(*goja.Object); !isObject || !foreign {
				binding.Value(obj, name, v)
			}
		}
	}
	if foreign {
		binding.Value(obj, "stylize", p.foreignStylize())
	}
	return obj
}

// stylizeFunction is options.stylize.
func (p *printer) stylizeFunction() goja.Value {
	for at := len(p.given) - 1; at >= 0 && p.stylize != nil; at-- {
		if p.given[at].name == "stylize" {
			return p.given[at].value
		}
	}
	i := p.Inspector
	if p.Colors {
		if i.withColor == nil {
			i.withColor = binding.Func(i.vm, "stylizeWithColor", 2, func(c goja.FunctionCall) goja.Value {
				text := wtf8.ToString(i.vm, c.Argument(0))
				return wtf8.Value(i.colored(text, c.Argument(1).String()))
			})
		}
		return i.withColor
	}
	if i.noColor == nil {
		i.noColor = binding.Func(i.vm, "stylizeNoColor", 1, func(c goja.FunctionCall) goja.Value {
			return c.Argument(0)
		})
	}
	return i.noColor
}

// foreignStylize is a function that inherits nothing.
func (p *printer) foreignStylize() *goja.Object {
	style := p.style
	fn := binding.Func(p.vm, "", 2, func(c goja.FunctionCall) goja.Value {
		return wtf8.Value(style(wtf8.ToString(p.vm, c.Argument(0)), c.Argument(1).String()))
	})
	must(fn.SetPrototype(nil))
	return fn
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
