package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/namespace"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
)

// moduleExports is the name under which a namespace has the exports of a
// CommonJS module, and an ES module what require of it returns.
const moduleExports = "module.exports"

// builtinModule is the record of a built-in module, or of one of the embedder.
func (x *esmLoader) builtinModule(url, id string) *esm.Module {
	exports, ok := x.l.nativeModule(id)
	if !ok && x.l.isBuiltin(url) {
		exports, ok = x.l.builtin(id)
	}
	if !ok {
		panic(nodeerr.New(x.l.vm, "ERR_UNKNOWN_BUILTIN_MODULE", url))
	}
	obj, _ := exports.(*goja.Object)
	names := []string{}
	if obj != nil {
		names = obj.Keys()
	}
	m := x.linker.NewSynthetic(url, append(names, esm.Default), func(m *esm.Module) {
		x.exportBuiltin(m, obj, names)
		m.SetExport(esm.Default, exports)
	})
	m.Loaded = func() { x.exportBuiltin(m, obj, names) }
	return m
}

// exportBuiltin sets the named exports of a built-in module to the properties
// that it has now.
func (x *esmLoader) exportBuiltin(m *esm.Module, obj *goja.Object, names []string) {
	for _, name := range names {
		if name != esm.Default {
			m.SetExport(name, x.ownProperty(obj, name))
		}
	}
}

// ownProperty reads an own property; one that throws is undefined.
func (x *esmLoader) ownProperty(obj *goja.Object, name string) goja.Value {
	v := goja.Undefined()
	_ = x.l.e.Try(func() { // what throws has no value
		if x.l.hasOwn(obj, name) {
			v = obj.Get(name)
		}
	})
	return v
}

// hasOwn is Object.prototype.hasOwnProperty.
func (l *Loader) hasOwn(obj *goja.Object, name string) bool {
	if l.hasOwnProperty == nil {
		proto := l.e.Intrinsics.Object.Get("prototype").(*goja.Object)
		l.hasOwnProperty, _ = engine.Callable(proto.Get("hasOwnProperty"))
	}
	return l.e.Call(l.hasOwnProperty, obj, l.vm.ToValue(name)).ToBoolean()
}

// syncBuiltins is module.syncBuiltinESMExports.
func (x *esmLoader) syncBuiltins() {
	for _, rec := range x.modules {
		if rec.format != formatBuiltin {
			continue
		}
		if update, ok := rec.module.Loaded.(func()); ok {
			update()
		}
	}
}

// commonJSModule is the record of a CommonJS module. Its names are found
// without running it.
func (x *esmLoader) commonJSModule(rec *esmRecord) *esm.Module {
	file := pathOfURL(rec.url)
	found := newNames()
	x.exportNames(file, found)
	names := append(found.list, esm.Default, moduleExports)
	return x.linker.NewSynthetic(rec.url, names, func(m *esm.Module) {
		exports := x.l.load(file, goja.Undefined(), rec.url == x.main)
		if cached, ok := x.l.cached(file); ok {
			if st := x.l.state(cached); st != nil && st.exports != nil {
				exports = st.exports
			}
		}
		x.exportCommonJS(m, exports, found.list)
	})
}

// exportCommonJS sets the exports of a CommonJS module that has run.
func (x *esmLoader) exportCommonJS(m *esm.Module, exports goja.Value, names []string) {
	obj, _ := exports.(*goja.Object)
	for _, name := range names {
		if name == esm.Default || name == moduleExports {
			continue
		}
		v := goja.Undefined()
		if obj != nil {
			v = x.ownProperty(obj, name)
		}
		m.SetExport(name, v)
	}
	m.SetExport(esm.Default, exports)
	m.SetExport(moduleExports, exports)
}

// names is a list of names without repetitions, and the files they came from.
type names struct {
	list  []string
	have  map[string]bool
	files map[string]bool
}

func newNames() *names { return &names{have: map[string]bool{}, files: map[string]bool{}} }

func (n *names) add(name string) {
	if !n.have[name] {
		n.have[name] = true
		n.list = append(n.list, name)
	}
}

// exportNames finds the names that a CommonJS file is going to export, by its
// text and those of the files that it passes on.
func (x *esmLoader) exportNames(file string, found *names) {
	if found.files[file] {
		return
	}
	found.files[file] = true
	if m, ok := x.l.cached(file); ok && m.Get("loaded").ToBoolean() {
		if obj, ok := m.Get("exports").(*goja.Object); ok {
			for _, name := range obj.GetOwnPropertyNames() {
				found.add(name)
			}
		}
		return
	}
	if strings.HasSuffix(file, ".json") || strings.HasSuffix(file, ".node") {
		return
	}
	data, err := x.l.cfg.FS.ReadFile(file)
	if err != nil {
		return // loading it is going to say so
	}
	exports := esm.ExportNames(script.StripBOM(string(data)))
	for _, name := range exports.Names {
		found.add(name)
	}
	for _, request := range exports.Reexports {
		x.reexported(file, request, found)
	}
}

// reexported adds the names of a module whose exports a file passes on.
func (x *esmLoader) reexported(file, request string, found *names) {
	if x.l.isBuiltin(request) || x.l.isNative(request) {
		if v, ok := x.l.builtin(strings.TrimPrefix(request, "node:")); ok {
			if obj, ok := v.(*goja.Object); ok {
				for _, name := range obj.Keys() {
					found.add(name)
				}
			}
		}
		return
	}
	_ = x.l.e.Try(func() { // what is missing has no names
		m := x.l.newModule(file, goja.Undefined())
		x.l.set(m, "filename", x.l.vm.ToValue(file))
		x.l.set(m, "paths", x.l.modulePathsOf(dirPath(file)))
		x.exportNames(x.l.resolveFilename(request, m, false, nil), found)
	})
}

// jsonModule is the record of a JSON file. One that require has loaded is the
// same object.
func (x *esmLoader) jsonModule(url, text string) *esm.Module {
	file := pathOfURL(url)
	name := file
	if name == "" {
		name = url
	}
	value := x.l.parseJSONText(name, text)
	return x.linker.NewSynthetic(url, []string{esm.Default}, func(m *esm.Module) {
		if required, ok := x.l.cached(file); ok && required.Get("loaded").ToBoolean() {
			value = required.Get("exports")
		}
		m.SetExport(esm.Default, value)
	})
}

// facade is the namespace that require returns for an ES module with a default
// export: that of a module which exports the same and __esModule.
func (x *esmLoader) facade(m *esm.Module) *goja.Object {
	original := m.Namespace()
	names := append(original.GetOwnPropertyNames(), "__esModule")
	ns := namespace.New(x.l.vm, x.l.freeze(), names, func(name string) goja.Value {
		if name == "__esModule" {
			return x.l.vm.ToValue(true)
		}
		return original.Get(name)
	})
	return ns.Object
}

// freeze is Object.preventExtensions.
func (l *Loader) freeze() goja.Callable {
	fn, _ := goja.AssertFunction(l.e.Intrinsics.Object.Get("preventExtensions"))
	return fn
}
