package module

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// install makes Module, its prototype and its static members.
func (l *Loader) install() {
	vm := l.vm
	l.ctor = binding.Constructor(vm, "Module", 0, func(c goja.ConstructorCall) *goja.Object {
		id := vm.ToValue("")
		if len(c.Arguments) > 0 && !goja.IsUndefined(c.Arguments[0]) {
			id = c.Arguments[0]
		}
		l.initialize(c.This, id, c.Argument(1))
		return nil
	})
	l.proto = binding.Prototype(l.ctor)
	for _, name := range []string{"_cache", "_pathCache", "_extensions"} {
		binding.Value(l.ctor, name, l.table())
	}
	binding.Value(l.ctor, "globalPaths", vm.NewArray())
	l.installPrototype()
	l.installResolution()
	l.installExtensions()
	l.installPublic()
	l.initPaths()
}

// table is an object without prototype.
func (l *Loader) table() *goja.Object { return l.vm.CreateObject(nil) }

// tableOf is Module._cache and its like, which scripts may replace.
func (l *Loader) tableOf(name string) *goja.Object { return l.ctor.Get(name).ToObject(l.vm) }

func (l *Loader) installPrototype() {
	vm := l.vm
	binding.Accessors(vm, l.proto, false,
		binding.Accessor{Name: "isPreloading", Get: func(goja.Value) goja.Value { return vm.ToValue(l.preloading) }},
		binding.Accessor{Name: "parent", Get: l.getParent, Set: l.setParent},
	)
	l.function(l.proto, "load", 1, func(c goja.FunctionCall) goja.Value {
		l.loadFile(l.receiver(c.This), c.Argument(0).String())
		return nil
	})
	l.function(l.proto, "require", 1, func(c goja.FunctionCall) goja.Value {
		return l.requireFrom(c.This, c.Argument(0))
	})
	l.function(l.proto, "_compile", 3, func(c goja.FunctionCall) goja.Value {
		m, file := l.receiver(c.This), c.Argument(1).String()
		content := c.Argument(0).String()
		switch format := c.Argument(2); {
		case goja.IsUndefined(format):
			return l.compileAs(m, content, file, false)
		case format.String() == formatModule:
			l.loadModule(m, file, content, true)
			return nil
		}
		return l.compileAs(m, content, file, true)
	})
}

// pendingParent warns of module.parent with --pending-deprecation.
func (l *Loader) pendingParent() {
	if l.cfg.PendingDeprecations {
		l.deprecate(deprecation{"DEP0144", "module.parent is deprecated due to accuracy issues. " +
			"Please use require.main to find program entry point instead."})
	}
}

func (l *Loader) getParent(this goja.Value) goja.Value {
	l.pendingParent()
	if m, ok := this.(*goja.Object); ok {
		if st := l.state(m); st != nil {
			return st.parent
		}
	}
	return goja.Undefined()
}

func (l *Loader) setParent(this, v goja.Value) {
	l.pendingParent()
	m, ok := this.(*goja.Object)
	if !ok {
		return
	}
	if st := l.state(m); st != nil {
		st.parent = v
		return
	}
	binding.HiddenSymbol(m, l.symbol, &moduleState{Native: binding.NewNative(), parent: v})
}

func (l *Loader) receiver(this goja.Value) *goja.Object {
	m, ok := this.(*goja.Object)
	if !ok {
		panic(l.vm.NewTypeError("Module method called on incompatible receiver"))
	}
	return m
}

func (l *Loader) installResolution() {
	vm := l.vm
	l.function(l.ctor, "_findPath", 3, func(c goja.FunctionCall) goja.Value {
		if file, ok := l.findOwn(c.Argument(0).String(), l.strings(c.Argument(1)), c.Argument(2).ToBoolean()); ok {
			return vm.ToValue(file)
		}
		return vm.ToValue(false)
	})
	l.function(l.ctor, "_nodeModulePaths", 1, func(c goja.FunctionCall) goja.Value {
		return l.array(nodeModulePaths(resolvePath(l.cwd(), c.Argument(0).String())))
	})
	l.function(l.ctor, "_resolveLookupPaths", 2, func(c goja.FunctionCall) goja.Value {
		return l.lookupOwn(c.Argument(0).String(), c.Argument(1))
	})
	l.function(l.ctor, "_load", 3, func(c goja.FunctionCall) goja.Value {
		return l.loadOwn(l.requestArgument(c.Argument(0)), c.Argument(1), c.Argument(2).ToBoolean())
	})
	l.function(l.ctor, "_resolveFilename", 4, func(c goja.FunctionCall) goja.Value {
		request := l.requestArgument(c.Argument(0))
		return vm.ToValue(l.resolveOwn(request, c.Argument(1), c.Argument(2).ToBoolean(), c.Argument(3)))
	})
	binding.Methods(vm, l.ctor, binding.Method{Name: "_readPackage", Length: 1, Fn: l.readPackage})
	l.function(l.ctor, "_stat", 1, func(c goja.FunctionCall) goja.Value {
		return vm.ToValue(l.statCode(c.Argument(0).String()))
	})
	l.function(l.ctor, "_initPaths", 0, func(goja.FunctionCall) goja.Value {
		l.initPaths()
		return nil
	})
	l.function(l.ctor, "_preloadModules", 1, func(c goja.FunctionCall) goja.Value {
		if list := l.strings(c.Argument(0)); list != nil {
			l.Preload(list)
		}
		return nil
	})
}

// Results of Module._stat; what is not there is negative.
const (
	statFile = iota
	statDirectory
	statMissing = -2 // ENOENT
)

func (l *Loader) statCode(path string) int {
	switch l.resolver.stat(path) {
	case pathFile:
		return statFile
	case pathDirectory:
		return statDirectory
	}
	return statMissing
}

func (l *Loader) installExtensions() {
	extensions := l.tableOf("_extensions")
	l.function(extensions, ".js", 2, func(c goja.FunctionCall) goja.Value {
		l.loadScript(l.receiver(c.Argument(0)), c.Argument(1).String())
		return nil
	})
	l.function(extensions, ".json", 2, func(c goja.FunctionCall) goja.Value {
		l.loadJSON(l.receiver(c.Argument(0)), c.Argument(1).String())
		return nil
	})
	l.function(extensions, ".node", 2, func(c goja.FunctionCall) goja.Value {
		l.loadAddon(c.Argument(1).String())
		return nil
	})
}

// installPublic defines what Node documents.
func (l *Loader) installPublic() {
	vm := l.vm
	l.function(l.ctor, "wrap", 1, func(c goja.FunctionCall) goja.Value {
		head, tail := l.wrapperText()
		return vm.ToValue(head + c.Argument(0).String() + tail)
	})
	binding.Value(l.ctor, "wrapper", vm.NewArray(wrapperHead, wrapperTail))
	binding.Value(l.ctor, "Module", l.ctor)
	binding.Value(l.ctor, "builtinModules", l.array(l.cfg.BuiltinNames))
	l.function(l.ctor, "runMain", 0, l.runMain)
	binding.Methods(vm, l.ctor,
		binding.Method{Name: "isBuiltin", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			id := c.Argument(0)
			return vm.ToValue(goja.IsString(id) && l.isBuiltin(id.String()))
		}},
		binding.Method{Name: "createRequire", Length: 1, Fn: l.createRequire},
		binding.Method{Name: "syncBuiltinESMExports", Fn: func(goja.FunctionCall) goja.Value {
			if l.modules != nil {
				l.modules.syncBuiltins()
			}
			return nil
		}},
		binding.Method{Name: "findSourceMap", Length: 1, Fn: func(goja.FunctionCall) goja.Value { return nil }},
		binding.Method{Name: "findPackageJSON", Length: 1, Fn: l.findPackageJSON},
		binding.Method{Name: "getSourceMapsSupport", Fn: l.getSourceMapsSupport},
		binding.Method{Name: "setSourceMapsSupport", Length: 1, Fn: l.setSourceMapsSupport},
		binding.Method{Name: "getCompileCacheDir", Fn: func(goja.FunctionCall) goja.Value { return nil }},
		binding.Method{Name: "flushCompileCache", Fn: func(goja.FunctionCall) goja.Value { return nil }},
		binding.Method{Name: "enableCompileCache", Length: 1, Fn: l.enableCompileCache},
	)
	l.unimplemented("registerHooks", "register", "stripTypeScriptTypes")
	l.lazyClass("SourceMap", sourceMapFile)
	constants := l.table()
	binding.Value(constants, "compileCacheStatus", l.compileCacheStatus())
	binding.Value(l.ctor, "constants", constants)
}

// compileCacheDisabled is module.constants.compileCacheStatus.DISABLED.
const compileCacheDisabled = 3

func (l *Loader) compileCacheStatus() *goja.Object {
	status := l.table()
	for i, name := range []string{"FAILED", "ENABLED", "ALREADY_ENABLED", "DISABLED"} {
		binding.Value(status, name, l.vm.ToValue(i))
	}
	return status
}

// enableCompileCache answers that there is no cache on disk.
func (l *Loader) enableCompileCache(goja.FunctionCall) goja.Value {
	result := l.vm.NewObject()
	binding.Value(result, "status", l.vm.ToValue(compileCacheDisabled))
	return result
}

func (l *Loader) unimplemented(names ...string) {
	for _, name := range names {
		binding.Value(l.ctor, name, binding.Func(l.vm, name, 1, func(goja.FunctionCall) goja.Value {
			panic(nodeerr.New(l.vm, "ERR_METHOD_NOT_IMPLEMENTED", "module."+name))
		}))
	}
}

// initPaths is Module._initPaths: NODE_PATH and the old global directories.
func (l *Loader) initPaths() {
	var paths []string
	for _, dir := range strings.Split(l.env("NODE_PATH"), string(filepath.ListSeparator)) {
		if dir != "" {
			paths = append(paths, dir)
		}
	}
	home := "HOME"
	if runtime.GOOS == "windows" {
		home = "USERPROFILE"
	}
	if dir := l.env(home); dir != "" {
		paths = append(paths, joinPath(dir, ".node_modules"), joinPath(dir, ".node_libraries"))
	}
	if l.cfg.ExecPath != "" {
		prefix := dirPath(dirPath(l.cfg.ExecPath))
		if runtime.GOOS == "windows" {
			prefix = dirPath(l.cfg.ExecPath)
		}
		paths = append(paths, joinPath(prefix, "lib", "node"))
	}
	if l.cfg.NoGlobalPaths {
		paths = nil
	}
	l.globalPaths = paths
	l.set(l.ctor, "globalPaths", l.array(paths))
}

const createRequireArgument = "must be a file URL object, file URL string, or absolute path string"

// createRequire is module.createRequire(filename).
func (l *Loader) createRequire(c goja.FunctionCall) goja.Value {
	arg := c.Argument(0)
	file, ok := l.requirePath(arg)
	if !ok {
		panic(nodeerr.ArgValue(l.vm, "filename", l.inspect(arg), createRequireArgument))
	}
	// A path that ends with a slash means a file inside that directory.
	if file != "" && isSeparator(file[len(file)-1]) {
		file = joinPath(file, "noop.js")
	}
	return l.requireFor(file)
}

// requireFor is a require function that works as in the given file.
func (l *Loader) requireFor(file string) *goja.Object {
	m := l.newModule(file, goja.Undefined())
	l.set(m, "filename", l.vm.ToValue(file))
	l.set(m, "paths", l.modulePathsOf(dirPath(file)))
	return l.newRequire(m)
}

// requirePath is the path that the argument of createRequire stands for.
func (l *Loader) requirePath(v goja.Value) (string, bool) {
	if obj, ok := v.(*goja.Object); ok {
		href := obj.Get("href")
		if href == nil || !goja.IsString(href) || obj.Get("protocol") == nil {
			return "", false
		}
		return fileURL(href.String())
	}
	if !goja.IsString(v) {
		return "", false
	}
	if isAbsolute(v.String()) {
		return v.String(), true
	}
	return fileURL(v.String())
}

// fileURL is the path of a file: URL.
func fileURL(href string) (string, bool) {
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || u.Path == "" {
		return "", false
	}
	return fromURLPath(u.Path), true
}
