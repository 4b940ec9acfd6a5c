package module

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/script"
)

// The functions here are what the runtime calls. They run inside a turn of the
// engine; exceptions leave them as panics.

// RunMain loads the main module, by the function that a module loaded before
// has put in the place of Module.runMain if there is one. A relative path is
// one to the current directory; extensions may be left out.
func (l *Loader) RunMain(path string) goja.Value {
	if fn, ok := l.patched(l.ctor, "runMain"); ok {
		return l.e.Call(fn, l.ctor, l.vm.ToValue(path))
	}
	return l.loadMain(path)
}

func (l *Loader) loadMain(path string) goja.Value {
	l.resolver.enter()
	defer l.resolver.leave()
	l.forgetMain()
	file := resolvePath(l.cwd(), path)
	if found, ok := l.findPath(file, goja.Null(), true); ok {
		file = found
		if l.runsAsModule(file) {
			l.runModule(file)
			return goja.Undefined()
		}
	}
	return l.load(file, goja.Null(), true)
}

// forgetMain takes the main module of the run before out of the cache, so that
// the same file runs again.
func (l *Loader) forgetMain() {
	if l.main == nil {
		return
	}
	if file, ok := l.main.Get("filename").(goja.String); ok && l.main.SameAs(l.tableOf("_cache").Get(file.String())) {
		_ = l.tableOf("_cache").Delete(file.String())
	}
}

// Require loads a module as a file in the current directory would.
func (l *Loader) Require(id string) goja.Value {
	m := l.scriptModule("[embedded]")
	return l.requireFrom(m, l.vm.ToValue(id))
}

// RunString runs text as a script in the global scope, as node -e does, and
// returns the value of its last statement. The script finds require, module,
// exports, __filename and __dirname among the globals.
func (l *Loader) RunString(name, src string) goja.Value {
	m := l.scriptModule(name)
	global := l.vm.GlobalObject()
	for _, g := range []struct {
		name  string
		value goja.Value
	}{
		{"module", m},
		{"exports", m.Get("exports")},
		{"require", l.newRequire(m)},
		{"__filename", l.vm.ToValue(name)},
		{"__dirname", l.vm.ToValue(".")},
	} {
		binding.Value(global, g.name, g.value)
	}
	l.sources[name] = src
	text := src
	if d, ok := esm.ReplaceImport(name, src); ok {
		text = d.Text
		binding.Hidden(global, d.Name, l.importFunction(func() string { return fileURLOf(joinPath(l.cwd(), name)) }))
	}
	prg, err := script.CompileScript(name, text)
	if err != nil {
		panic(l.compileError(err))
	}
	l.resolver.enter()
	defer l.resolver.leave()
	v, err := l.vm.RunProgram(prg)
	if err != nil {
		panic(err)
	}
	return v
}

// scriptModule is the module of a text that is no file.
func (l *Loader) scriptModule(name string) *goja.Object {
	cwd := l.cwd()
	m := l.newModule(name, goja.Undefined())
	l.set(m, "filename", l.vm.ToValue(joinPath(cwd, name)))
	l.set(m, "paths", l.modulePathsOf(cwd))
	return m
}

// Preload loads modules before the main one (the -r option).
func (l *Loader) Preload(ids []string) {
	if len(ids) == 0 {
		return
	}
	l.preloading = true
	defer func() { l.preloading = false }()
	m := l.newModule("internal/preload", goja.Null())
	l.set(m, "paths", l.modulePathsOf(l.cwd()))
	for _, id := range ids {
		l.requireFrom(m, l.vm.ToValue(id))
	}
}

// runMain is module.runMain: it loads the program named by process.argv[1].
func (l *Loader) runMain(c goja.FunctionCall) goja.Value {
	path := c.Argument(0)
	if goja.IsUndefined(path) {
		process, _ := l.vm.Get("process").(*goja.Object)
		if process != nil {
			if argv, ok := process.Get("argv").(*goja.Object); ok {
				path = argv.Get("1")
			}
		}
	}
	if path == nil || !goja.IsString(path) {
		panic(l.notFound("undefined", goja.Null()))
	}
	l.loadMain(path.String())
	return nil
}
