package module

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// resolveFilename calls Module._resolveFilename.
func (l *Loader) resolveFilename(request string, parent goja.Value, isMain bool, options goja.Value) string {
	if options == nil {
		options = goja.Undefined()
	}
	if fn, ok := l.patched(l.ctor, "_resolveFilename"); ok {
		return l.e.Call(fn, l.ctor, l.vm.ToValue(request), parent, l.vm.ToValue(isMain), options).String()
	}
	return l.resolveOwn(request, parent, isMain, options)
}

// resolveOwn is Module._resolveFilename.
func (l *Loader) resolveOwn(request string, parent goja.Value, isMain bool, options goja.Value) string {
	if l.isBuiltin(request) || l.isNative(request) {
		return request
	}
	paths := l.pathsFor(request, parent, options)
	from := l.fileOf(parent)
	if from != "" && request != "" && request[0] == '#' {
		file, err := l.resolver.resolveImports(from, request)
		l.check(err)
		if file != "" {
			return file
		}
	}
	file, err := l.resolver.resolveSelf(from, request)
	l.check(err)
	if file != "" {
		return file
	}
	if file, ok := l.findPath(request, paths, isMain); ok {
		return file
	}
	panic(l.notFound(request, parent))
}

func (l *Loader) isNative(id string) bool {
	_, ok := l.cfg.Native[id]
	return ok
}

// fileOf is the file of a parent module, or empty.
func (l *Loader) fileOf(parent goja.Value) string {
	m, ok := parent.(*goja.Object)
	if !ok {
		return ""
	}
	return text(m, "filename")
}

// pathsFor are the directories to look in, by options.paths or the parent.
func (l *Loader) pathsFor(request string, parent, options goja.Value) goja.Value {
	opts, ok := options.(*goja.Object)
	if !ok {
		return l.lookupPaths(request, parent)
	}
	given := opts.Get("paths")
	if given == nil || goja.IsUndefined(given) {
		return l.lookupPaths(request, parent)
	}
	list, ok := given.(*goja.Object)
	if !ok || list.ClassName() != "Array" {
		panic(nodeerr.ArgValue(l.vm, "options.paths", l.inspect(given), "is invalid"))
	}
	n := int(list.Get("length").ToInteger())
	for i := range n {
		if v := list.Get(itoa(i)); !goja.IsString(v) {
			panic(nodeerr.ArgType(l.vm, "paths["+itoa(i)+"]", v, "string"))
		}
	}
	if isRelativePrefix(request) || request == "." || request == ".." {
		return given
	}
	return l.pathsAbove(request, l.strings(list))
}

// pathsAbove are the directories in which a bare request is looked for from
// each of dirs.
func (l *Loader) pathsAbove(request string, dirs []string) goja.Value {
	fake := l.newModule("", goja.Undefined())
	var paths []string
	seen := map[string]bool{}
	for _, dir := range dirs {
		l.set(fake, "paths", l.modulePathsOf(dir))
		for _, p := range l.strings(l.lookupPaths(request, fake)) {
			if !seen[p] {
				seen[p] = true
				paths = append(paths, p)
			}
		}
	}
	return l.array(paths)
}

// lookupPaths calls Module._resolveLookupPaths.
func (l *Loader) lookupPaths(request string, parent goja.Value) goja.Value {
	if fn, ok := l.patched(l.ctor, "_resolveLookupPaths"); ok {
		return l.e.Call(fn, l.ctor, l.vm.ToValue(request), parent)
	}
	return l.lookupOwn(request, parent)
}

// lookupOwn is Module._resolveLookupPaths: null for a built-in module.
func (l *Loader) lookupOwn(request string, parent goja.Value) goja.Value {
	if l.isBuiltin(request) {
		return goja.Null()
	}
	m, _ := parent.(*goja.Object)
	if !isRelative(request) {
		var paths []string
		if m != nil {
			paths = l.strings(m.Get("paths"))
		}
		paths = append(paths[:len(paths):len(paths)], l.globalPaths...)
		if len(paths) == 0 {
			return goja.Null()
		}
		return l.array(paths)
	}
	if m == nil || text(m, "id") == "" || text(m, "filename") == "" {
		return l.array([]string{"."})
	}
	return l.array([]string{dirPath(text(m, "filename"))})
}

// findPath calls Module._findPath.
func (l *Loader) findPath(request string, paths goja.Value, isMain bool) (string, bool) {
	if fn, ok := l.patched(l.ctor, "_findPath"); ok {
		v := l.e.Call(fn, l.ctor, l.vm.ToValue(request), paths, l.vm.ToValue(isMain))
		return v.String(), v.ToBoolean()
	}
	return l.findOwn(request, l.strings(paths), isMain)
}

// findOwn is Module._findPath.
func (l *Loader) findOwn(request string, paths []string, isMain bool) (string, bool) {
	if isMain {
		l.resolver.keepLinks = l.cfg.PreserveSymlinksMain
		defer func() { l.resolver.keepLinks = l.cfg.PreserveSymlinks }()
	}
	if isAbsolute(request) {
		paths = []string{""}
	}
	if len(paths) == 0 {
		return "", false
	}
	key := request + "\x00" + joinStrings(paths, "\x00")
	remembered := l.tableOf("_pathCache")
	if v := remembered.Get(key); v != nil && v.ToBoolean() {
		return v.String(), true
	}
	dirs := make([]string, len(paths))
	for i, p := range paths {
		if dirs[i] = p; p != "" {
			dirs[i] = resolvePath(l.cwd(), p)
		}
	}
	result, err := l.resolver.findPath(request, dirs, l.tableOf("_extensions").Keys())
	l.check(err)
	if result.cachable && result.file != "" {
		l.set(remembered, key, l.vm.ToValue(result.file))
	}
	return result.file, result.file != ""
}
