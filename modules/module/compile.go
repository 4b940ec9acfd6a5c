package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
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
	if l.isESModule(file) {
		panic(l.esModule(file, l.parentOf(m)))
	}
	content := l.readFile(file)
	if m.Get("_compile") == l.own["_compile"] {
		l.compile(m, content, file)
		return
	}
	l.e.CallMethod(m, "_compile", l.vm.ToValue(content), l.vm.ToValue(file), goja.Undefined())
}

// isESModule tells files that Node takes for ES modules by their name or
// package.
func (l *Loader) isESModule(file string) bool {
	switch {
	case strings.HasSuffix(file, ".mjs"):
		return true
	case !strings.HasSuffix(file, ".js"):
		return false
	}
	pkg, err := l.resolver.packages.scope(file)
	l.check(err)
	return pkg != nil && pkg.typ == "module"
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
	content := script.StripBOM(l.readFile(file))
	if message, bad := script.JSONError(content); bad {
		panic(nodeerr.Plain(l.vm, "SyntaxError", file+": "+message))
	}
	if script.JSONDepth(content) > script.MaxJSONDepth {
		panic(nodeerr.Plain(l.vm, "RangeError", file+": Maximum call stack size exceeded"))
	}
	exports := l.parseJSON(goja.FunctionCall{This: goja.Undefined(), Arguments: []goja.Value{l.vm.ToValue(content)}})
	l.set(m, "exports", exports)
}

// loadAddon is Module._extensions['.node'].
func (l *Loader) loadAddon(file string) {
	panic(nodeerr.WithMessage(l.vm, "Error", "ERR_DLOPEN_FAILED",
		file+": native addons cannot be loaded by this program"))
}

// compile is Module.prototype._compile: it runs content as the module m.
func (l *Loader) compile(m *goja.Object, content, file string) goja.Value {
	l.sources[file] = content
	fn := l.moduleFunction(content, file)
	exports := m.Get("exports")
	l.resolver.enter()
	defer l.resolver.leave()
	return l.e.Call(fn, exports, exports, l.newRequire(m), m, l.vm.ToValue(file), l.vm.ToValue(dirPath(file)))
}

// moduleFunction compiles a module to its function.
func (l *Loader) moduleFunction(content, file string) engine.Func {
	prg, err := l.program(content, file)
	if err != nil {
		panic(l.compileError(err))
	}
	v, err := l.vm.RunProgram(prg)
	if err != nil {
		panic(err)
	}
	fn, ok := engine.Callable(v)
	if !ok {
		panic(l.vm.NewTypeError("Module.wrap must give the text of a function"))
	}
	return fn
}

func (l *Loader) program(content, file string) (*goja.Program, error) {
	if wrapped, ok := l.wrappedByScript(content); ok {
		l.sources[file] = wrapped
		return script.CompileScript(file, wrapped)
	}
	if l.cfg.Programs == nil {
		return l.cfg.Compile(file, content)
	}
	return l.cfg.Programs.Compile("module", file, content, l.cfg.Compile)
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
