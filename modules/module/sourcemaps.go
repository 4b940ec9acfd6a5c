package module

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed sourcemap.js
var sourceMapSource string

var sourceMapFile = jsfile.New("node:internal/source_map/source_map", sourceMapSource)

// sourceMaps are the switches of module.setSourceMapsSupport. They are only
// remembered: stacks are always those of the text that runs.
type sourceMaps struct{ enabled, nodeModules, generatedCode bool }

// SourceMapsEnabled is process.sourceMapsEnabled.
func (l *Loader) SourceMapsEnabled() bool { return l.sourceMaps.enabled }

// SetSourceMapsEnabled is process.setSourceMapsEnabled.
func (l *Loader) SetSourceMapsEnabled(on bool) { l.sourceMaps = sourceMaps{on, on, on} }

func (l *Loader) getSourceMapsSupport(goja.FunctionCall) goja.Value {
	support := l.table()
	for _, s := range []struct {
		name string
		on   bool
	}{
		{"enabled", l.sourceMaps.enabled},
		{"nodeModules", l.sourceMaps.nodeModules},
		{"generatedCode", l.sourceMaps.generatedCode},
	} {
		binding.Value(support, s.name, l.vm.ToValue(s.on))
	}
	return support
}

func (l *Loader) setSourceMapsSupport(c goja.FunctionCall) goja.Value {
	next := sourceMaps{enabled: l.boolean("enabled", c.Argument(0))}
	if options := c.Argument(1); !goja.IsUndefined(options) {
		obj, ok := options.(*goja.Object)
		if !ok || obj.ClassName() == "Array" {
			panic(nodeerr.ArgType(l.vm, "options", options, "object"))
		}
		next.nodeModules = l.booleanOption(obj, "nodeModules")
		next.generatedCode = l.booleanOption(obj, "generatedCode")
	}
	l.sourceMaps = next
	return nil
}

func (l *Loader) booleanOption(options *goja.Object, name string) bool {
	v := options.Get(name)
	if v == nil || goja.IsUndefined(v) {
		return false
	}
	return l.boolean("options."+name, v)
}

func (l *Loader) boolean(name string, v goja.Value) bool {
	if _, isObject := v.(*goja.Object); !isObject {
		if b, ok := v.Export().(bool); ok {
			return b
		}
	}
	panic(nodeerr.ArgType(l.vm, name, v, "boolean"))
}

// lazyClass defines a class of a cold file, which is run on first use.
func (l *Loader) lazyClass(name string, file *jsfile.File) {
	var class goja.Value
	get := func(goja.FunctionCall) goja.Value {
		if class == nil {
			class = file.Call(l.e, jsfile.Errors(l.vm))
		}
		return class
	}
	set := func(c goja.FunctionCall) goja.Value {
		binding.Value(l.ctor, name, c.Argument(0))
		return nil
	}
	err := l.ctor.DefineAccessorProperty(name, binding.Func(l.vm, "get", 0, get), binding.Func(l.vm, "set", 1, set),
		goja.FLAG_TRUE, goja.FLAG_TRUE)
	if err != nil {
		panic(err)
	}
}
