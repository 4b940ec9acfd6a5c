package module

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
)

// wrapperHead and wrapperTail are Module.wrapper. Our own compilation needs no
// wrapper text; it is there for packages that read or replace it.
const (
	wrapperHead = "(function (exports, require, module, __filename, __dirname) { "
	wrapperTail = "\n});"
)

// loadScript is Module._extensions['.js'].
func (l *Loader) loadScript(m *goja.Object, file string) {
	l.refuseTypes(file)
	format, known := l.scriptFormat(file)
	if known && format == formatModule {
		l.loadModule(m, file, "", false)
		return
	}
	content := l.readFile(file)
	if m.Get("_compile") != l.own["_compile"] {
		kind := goja.Undefined()
		if known {
			kind = l.vm.ToValue(format)
		}
		l.e.CallMethod(m, "_compile", l.vm.ToValue(content), l.vm.ToValue(file), kind)
		return
	}
	l.compileAs(m, content, file, known)
}

// scriptFormat tells files that are ES modules or CommonJS modules by their
// name or package; of others only the syntax tells.
func (l *Loader) scriptFormat(file string) (string, bool) {
	switch codeExt(file) {
	case ".mjs":
		return formatModule, true
	case ".cjs":
		return formatCommonJS, true
	case ".js":
		return l.formatByName(file)
	}
	if underNodeModules(file) {
		return formatCommonJS, true
	}
	return "", false
}

// loadModule loads an ES module for require, or runs it when it is the main
// one.
func (l *Loader) loadModule(m *goja.Object, file, text string, read bool) {
	if m == l.main {
		if read {
			l.esm().given[fileURLOf(file)] = script.StripBOM(text)
		}
		l.runModule(file)
		return
	}
	if l.cfg.NoRequireModule {
		panic(l.requireRefused(file, text, read, l.fileOf(l.parentOf(m))))
	}
	l.requireModule(m, file, text, read)
}

func (l *Loader) readFile(file string) string {
	data, err := l.cfg.FS.ReadFile(file)
	if err != nil {
		panic(l.fileError(err, file))
	}
	return string(data)
}

// loadJSON is Module._extensions['.json'].
func (l *Loader) loadJSON(m *goja.Object, file string) {
	l.set(m, "exports", l.parseJSONText(file, script.StripBOM(l.readFile(file))))
}

// parseJSONText is the value of a JSON file.
func (l *Loader) parseJSONText(file, content string) goja.Value {
	if message, bad := script.JSONError(content); bad {
		panic(nodeerr.Plain(l.vm, "SyntaxError", file+": "+message))
	}
	if script.JSONDepth(content) > script.MaxJSONDepth {
		panic(nodeerr.Plain(l.vm, "RangeError", file+": Maximum call stack size exceeded"))
	}
	return l.parseJSON(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{l.vm.ToValue(content)}})
}

// loadAddon is Module._extensions['.node'].
func (l *Loader) loadAddon(file string) {
	panic(nodeerr.WithMessage(l.vm, "Error", "ERR_DLOPEN_FAILED",
		file+": native addons cannot be loaded by this program"))
}

// compileAs is Module.prototype._compile: it runs content as the module m.
// What is not known to be a CommonJS module may turn out to be an ES module.
func (l *Loader) compileAs(m *goja.Object, content, file string, known bool) goja.Value {
	l.sources[file] = content
	fn, err := l.moduleFunction(content, file)
	if err != nil {
		if !known && (m == l.main || !l.cfg.NoRequireModule) && l.isModuleAfter(file, script.StripBOM(content), err) {
			l.loadModule(m, file, content, true)
			return goja.Undefined()
		}
		if known && esm.HasModuleSyntax(file, content) && l.cfg.WarnNow != nil {
			l.cfg.WarnNow("Failed to load the ES module: " + file + ". Make sure to set \"type\": \"module\" in the nearest " +
				"package.json file or use the .mjs extension.")
		}
		panic(l.compileError(err))
	}
	exports := m.Get("exports")
	l.resolver.enter()
	defer l.resolver.leave()
	return l.e.Call(fn, exports, exports, l.newRequire(m), m, l.vm.ToValue(file), l.vm.ToValue(dirPath(file)))
}

// moduleFunction compiles a module to its function.
func (l *Loader) moduleFunction(content, file string) (engine.Func, error) {
	prg, dynamic, err := l.program(content, file)
	if err != nil {
		return nil, err
	}
	v, err := l.vm.RunProgram(prg)
	if err != nil {
		panic(err)
	}
	fn, ok := engine.Callable(v)
	if !ok {
		panic(l.vm.NewTypeError("Module.wrap must give the text of a function"))
	}
	if dynamic {
		parent := func() string { return fileURLOf(resolvePath(l.cwd(), file)) }
		fn, _ = engine.Callable(l.e.Call(fn, goja.Undefined(), l.importFunction(parent)))
	}
	return fn, nil
}

// program compiles a module. A dynamic one gives a function that takes
// import() and returns the module's.
func (l *Loader) program(content, file string) (prg *goja.Program, dynamic bool, err error) {
	if wrapped, ok := l.wrappedByScript(content); ok {
		l.sources[file] = wrapped
		prg, err = script.CompileScript(file, wrapped)
		return prg, false, err
	}
	kind, compile := "module", l.cfg.Compile
	if d, ok := esm.ReplaceImport(file, content); ok {
		dynamic, kind = true, "module with import()"
		compile = d.Compile
	}
	if l.cfg.Programs == nil {
		prg, err = compile(file, content)
	} else {
		prg, err = l.cfg.Programs.Compile(kind, file, content, compile)
	}
	return prg, dynamic, err
}

// wrappedByScript is the text of a module in the wrapper of a script that has
// replaced Module.wrap or edited Module.wrapper.
func (l *Loader) wrappedByScript(content string) (string, bool) {
	if fn, ok := l.patched(l.ctor, "wrap"); ok {
		return l.e.Call(fn, l.ctor, l.vm.ToValue(content)).String(), true
	}
	if head, tail := l.wrapperText(); head != wrapperHead || tail != wrapperTail {
		return head + content + tail, true
	}
	return "", false
}

func (l *Loader) wrapperText() (head, tail string) {
	wrapper := l.ctor.Get("wrapper").ToObject(l.vm)
	return wrapper.Get("0").String(), wrapper.Get("1").String()
}

// newRequire makes the require function of a module.
func (l *Loader) newRequire(m *goja.Object) *goja.Object {
	vm := l.vm
	require := binding.Func(vm, "require", 1, func(c goja.FunctionCall) goja.Value {
		if v := m.Get("require"); v != l.own["require"] {
			return l.e.CallMethod(m, "require", c.Argument(0))
		}
		return l.requireFrom(m, c.Argument(0))
	})
	resolve := binding.Func(vm, "resolve", 2, func(c goja.FunctionCall) goja.Value {
		request := l.requestArgument(c.Argument(0))
		l.resolver.enter()
		defer l.resolver.leave()
		return vm.ToValue(l.resolveFilename(request, m, false, c.Argument(1)))
	})
	binding.Value(resolve, "paths", binding.Func(vm, "paths", 1, func(c goja.FunctionCall) goja.Value {
		return l.lookupPaths(l.requestArgument(c.Argument(0)), m)
	}))
	binding.Value(require, "resolve", resolve)
	main := goja.Undefined()
	if l.main != nil {
		main = l.main
	}
	binding.Value(require, "main", main)
	binding.Value(require, "extensions", l.tableOf("_extensions"))
	binding.Value(require, "cache", l.tableOf("_cache"))
	return require
}

func (l *Loader) requestArgument(v goja.Value) string {
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(l.vm, "request", v, "string"))
	}
	return v.String()
}
