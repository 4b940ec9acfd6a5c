package module

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// findPackageJSON is module.findPackageJSON(specifier, base): the package.json
// of the package that a bare specifier names, or of the one that a file is in.
func (l *Loader) findPackageJSON(c goja.FunctionCall) goja.Value {
	if len(c.Arguments) == 0 {
		panic(nodeerr.New(l.vm, "ERR_MISSING_ARGS", "\"specifier\" argument"))
	}
	base := c.Argument(1)
	if goja.IsUndefined(base) {
		return l.scopeJSON(l.specifiedFile(c.Argument(0)))
	}
	from, ok := l.requirePath(base)
	if _, isObject := base.(*goja.Object); !ok && !goja.IsString(base) && !isObject {
		panic(nodeerr.ArgType(l.vm, "base", base, "string"))
	}
	if !ok {
		from = resolvePath(l.cwd(), base.String())
	}
	specifier := c.Argument(0).String()
	if file, ok := l.requirePath(c.Argument(0)); ok {
		return l.scopeJSON(file)
	}
	if !isRelativePrefix(specifier) && specifier != "." && specifier != ".." {
		return l.bareJSON(specifier, from)
	}
	dir := from
	if from == "" || !isSeparator(from[len(from)-1]) {
		dir = dirPath(from)
	}
	file := resolvePath(dir, specifier)
	switch l.resolver.stat(file) {
	case pathMissing:
		panic(nodeerr.WithMessage(l.vm, "Error", codeModuleNotFound,
			"Cannot find module '"+file+"'"+importedFrom(from)))
	case pathDirectory:
		file = joinPath(file, "noop.js")
	}
	return l.scopeJSON(file)
}

// specifiedFile is a specifier without a base: it must be a URL.
func (l *Loader) specifiedFile(v goja.Value) string {
	if file, ok := l.requirePath(v); ok && !(goja.IsString(v) && isAbsolute(v.String())) {
		return file
	}
	text := v.String()
	if isAbsolute(text) || isRelativePrefix(text) {
		panic(nodeerr.New(l.vm, "ERR_UNSUPPORTED_RESOLVE_REQUEST", text, "data:"))
	}
	obj := nodeerr.New(l.vm, "ERR_INVALID_URL")
	binding.Value(obj, "input", l.vm.ToValue(text))
	panic(obj)
}

// scopeJSON is the nearest package.json above a file, or undefined.
func (l *Loader) scopeJSON(file string) goja.Value {
	pkg, err := l.resolver.packages.scope(file)
	l.check(err)
	if pkg == nil {
		return goja.Undefined()
	}
	return l.vm.ToValue(pkg.path)
}

// bareJSON is the package.json of an installed package.
func (l *Loader) bareJSON(specifier, from string) goja.Value {
	parts := packageName().FindStringSubmatch(specifier)
	if parts == nil {
		panic(nodeerr.WithMessage(l.vm, "TypeError", "ERR_INVALID_MODULE_SPECIFIER",
			"Invalid module \""+specifier+"\" is not a valid package name"+importedFrom(from)))
	}
	for _, dir := range nodeModulePaths(dirPath(from)) {
		pkg, err := l.resolver.packages.at(joinPath(dir, parts[1]))
		l.check(err)
		if pkg != nil {
			return l.vm.ToValue(pkg.path)
		}
	}
	panic(nodeerr.WithMessage(l.vm, "Error", codeModuleNotFound,
		"Cannot find package '"+parts[1]+"'"+importedFrom(from)))
}

// readPackage is Module._readPackage, which packages call.
func (l *Loader) readPackage(c goja.FunctionCall) goja.Value {
	dir := resolvePath(l.cwd(), c.Argument(0).String())
	pkg, err := l.resolver.packages.at(dir)
	l.check(err)
	obj := l.table()
	if pkg != nil {
		l.packageFields(obj, pkg)
	} else {
		binding.Value(obj, "type", l.vm.ToValue("none"))
	}
	binding.Value(obj, "exists", l.vm.ToValue(pkg != nil))
	binding.Value(obj, "pjsonPath", l.vm.ToValue(joinPath(dir, "package.json")))
	return obj
}

func (l *Loader) packageFields(obj *goja.Object, pkg *packageConfig) {
	for _, field := range []struct{ name, text string }{{"name", pkg.name}, {"main", pkg.main}, {"type", pkg.typ}} {
		if field.text != "" {
			binding.Value(obj, field.name, l.vm.ToValue(field.text))
		}
	}
	for _, field := range []struct {
		name  string
		value *jsonValue
	}{{"exports", pkg.exports}, {"imports", pkg.imports}} {
		v := goja.Undefined()
		if field.value != nil {
			v = l.parseJSON(goja.FunctionCall{
				This: goja.Undefined(), Arguments: []goja.Value{l.vm.ToValue(field.value.printed())},
			})
		}
		binding.Value(obj, field.name, v)
	}
}
