package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// requireFrom is Module.prototype.require.
func (l *Loader) requireFrom(parent, id goja.Value) goja.Value {
	if id == nil || !goja.IsString(id) {
		panic(nodeerr.ArgType(l.vm, "id", id, "string"))
	}
	request := id.String()
	if request == "" {
		panic(nodeerr.ArgValue(l.vm, "id", "''", "must be a non-empty string"))
	}
	l.resolver.enter()
	defer l.resolver.leave()
	return l.e.Traced("module.require", func() *goja.Object {
		message := l.table()
		binding.Value(message, "parentFilename", property(parent, "filename"))
		binding.Value(message, "id", id)
		return message
	}, func() goja.Value { return l.load(request, parent, false) })
}

// property reads a property of what need not be an object.
func property(v goja.Value, name string) goja.Value {
	if obj, ok := v.(*goja.Object); ok {
		if value := obj.Get(name); value != nil {
			return value
		}
	}
	return goja.Undefined()
}

// load calls Module._load.
func (l *Loader) load(request string, parent goja.Value, isMain bool) goja.Value {
	if fn, ok := l.patched(l.ctor, "_load"); ok {
		return l.e.Call(fn, l.ctor, l.vm.ToValue(request), parent, l.vm.ToValue(isMain))
	}
	return l.loadOwn(request, parent, isMain)
}

// loadOwn is Module._load.
func (l *Loader) loadOwn(request string, parent goja.Value, isMain bool) goja.Value {
	key := l.relativeKey(request, parent)
	if file, ok := l.relative[key]; ok && key != "" {
		if m, ok := l.cached(file); ok {
			return l.reuse(m, parent)
		}
		delete(l.relative, key)
	}
	if v, ok := l.nativeModule(request); ok {
		return v
	}
	if strings.HasPrefix(request, "node:") {
		if v, ok := l.builtin(request[len("node:"):]); ok {
			return v
		}
		panic(nodeerr.New(l.vm, "ERR_UNKNOWN_BUILTIN_MODULE", request))
	}
	file := l.resolveFilename(request, parent, isMain, nil)
	if m, ok := l.cached(file); ok {
		return l.reuse(m, parent)
	}
	if l.isBuiltin(file) {
		if v, ok := l.builtin(strings.TrimPrefix(file, "node:")); ok {
			return v
		}
	}
	m := l.newModule(file, parent)
	if isMain {
		l.setMain(m)
	}
	l.set(l.tableOf("_cache"), file, m)
	if key != "" {
		l.relative[key] = file
	}
	l.loadInto(m, file, parent, key)
	return m.Get("exports")
}

// reuse gives another module the exports of one that is there already.
func (l *Loader) reuse(m *goja.Object, parent goja.Value) goja.Value {
	l.addChild(parent, m, true)
	if l.modules != nil && l.modules.busy[m] {
		panic(l.modules.cycle("Cannot require() ES Module "+text(m, "filename")+" in a cycle.", l.fileOf(l.parentOf(m)), true))
	}
	if loaded := m.Get("loaded"); loaded == nil || !loaded.ToBoolean() {
		return l.circularExports(m)
	}
	return m.Get("exports")
}

// relativeKey is that under which a request's file is remembered: the same
// request from the same directory means the same file as long as that is
// loaded.
func (l *Loader) relativeKey(request string, parent goja.Value) string {
	m, ok := parent.(*goja.Object)
	if !ok || l.replaced("_resolveFilename") {
		return ""
	}
	path := m.Get("path")
	if path == nil || !goja.IsString(path) {
		return ""
	}
	return path.String() + "\x00" + request
}

func (l *Loader) replaced(name string) bool { return l.ctor.Get(name) != l.own[name] }

// cached is the module of a file in Module._cache, which scripts edit.
func (l *Loader) cached(file string) (*goja.Object, bool) {
	m, ok := l.tableOf("_cache").Get(file).(*goja.Object)
	return m, ok
}

// loadInto loads a new module. One that throws leaves no trace.
func (l *Loader) loadInto(m *goja.Object, file string, parent goja.Value, key string) {
	done := false
	defer func() {
		if !done {
			_ = l.tableOf("_cache").Delete(file)
			delete(l.relative, key)
			l.removeChild(parent, m)
		}
	}()
	if v := m.Get("load"); v != l.own["load"] {
		l.e.CallMethod(m, "load", l.vm.ToValue(file))
	} else {
		l.loadFile(m, file)
	}
	done = true
	l.settleExports(m)
}

// loadFile is Module.prototype.load.
func (l *Loader) loadFile(m *goja.Object, file string) {
	if m.Get("loaded").ToBoolean() {
		panic(nodeerr.WithMessage(l.vm, "Error", "ERR_INTERNAL_ASSERTION", "the module is loaded already: "+file))
	}
	l.set(m, "filename", l.vm.ToValue(file))
	l.set(m, "paths", l.modulePathsOf(dirPath(file)))
	ext := l.extensionOf(file)
	handler := l.tableOf("_extensions").Get(ext)
	if handler == l.own[".js"] {
		l.loadScript(m, file)
	} else {
		fn, ok := engine.Callable(handler)
		if !ok {
			panic(l.vm.NewTypeError("Module._extensions[%s] is not a function", ext))
		}
		l.e.Call(fn, l.tableOf("_extensions"), m, l.vm.ToValue(file))
	}
	l.set(m, "loaded", l.vm.ToValue(true))
	if st := l.state(m); st != nil {
		st.exports = m.Get("exports")
	}
}

// modulePathsOf calls Module._nodeModulePaths.
func (l *Loader) modulePathsOf(dir string) goja.Value {
	if fn, ok := l.patched(l.ctor, "_nodeModulePaths"); ok {
		return l.e.Call(fn, l.ctor, l.vm.ToValue(dir))
	}
	return l.array(nodeModulePaths(resolvePath(l.cwd(), dir)))
}

// extensionOf is the longest extension of a file that is registered, else
// ".js".
func (l *Loader) extensionOf(file string) string {
	name := baseName(file)
	for at := 0; ; {
		dot := strings.IndexByte(name[at:], '.')
		if dot < 0 {
			return ".js"
		}
		at += dot + 1
		if at == 1 {
			continue // a name that begins with a dot
		}
		ext := name[at-1:]
		if v := l.tableOf("_extensions").Get(ext); v != nil && v.ToBoolean() {
			return ext
		}
	}
}

func (l *Loader) setMain(m *goja.Object) {
	l.main = m
	l.set(m, "id", l.vm.ToValue("."))
	if l.cfg.OnMain != nil {
		l.cfg.OnMain(m)
	}
}

// isBuiltin is module.isBuiltin: some names need the prefix.
func (l *Loader) isBuiltin(id string) bool {
	bare, prefixed := strings.CutPrefix(id, "node:")
	needsPrefix, ok := l.builtins[bare]
	return ok && (prefixed || !needsPrefix)
}

func (l *Loader) builtin(name string) (goja.Value, bool) {
	if _, known := l.builtins[name]; !known {
		return nil, false
	}
	if name == "module" {
		return l.ctor, true
	}
	if l.cfg.Builtin == nil {
		return nil, false
	}
	return l.cfg.Builtin(name)
}

// nativeModule is the exports of a module that the embedder gave, which is
// made when it is first required.
func (l *Loader) nativeModule(id string) (goja.Value, bool) {
	loader, ok := l.cfg.Native[id]
	if !ok {
		id = strings.TrimPrefix(id, "node:")
		if loader, ok = l.cfg.Native[id]; !ok {
			return nil, false
		}
	}
	if m, ok := l.native[id]; ok {
		return m.Get("exports"), true
	}
	m := l.newModule(id, goja.Undefined())
	l.native[id] = m
	done := false
	defer func() {
		if !done {
			delete(l.native, id)
		}
	}()
	loader(l.vm, m)
	done = true
	l.set(m, "loaded", l.vm.ToValue(true))
	return m.Get("exports"), true
}
