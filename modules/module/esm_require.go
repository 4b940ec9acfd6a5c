package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
)

// requireModule is require of an ES module: it sets the exports of m, which
// stands for the file.
func (l *Loader) requireModule(m *goja.Object, file, text string, read bool) {
	x := l.esm()
	url := fileURLOf(file)
	from := l.fileOf(l.parentOf(m))
	rec := x.modules[esmKey{url, ""}]
	if rec != nil && rec.module != nil && rec.module.Evaluating() {
		panic(x.cycle("Cannot require() ES Module "+file+" in a cycle.", from, true))
	}
	x.busy[m] = true
	defer delete(x.busy, m)
	if rec == nil || rec.err != nil || !rec.linked {
		x.requiring++
		func() {
			defer func() { x.requiring-- }()
			if read && rec == nil {
				x.given[url] = text
				defer delete(x.given, url)
			}
			rec = x.load(url, nil, "")
			x.link(rec)
		}()
	}
	if rec.module.Awaits() {
		panic(l.asyncModule(file, m))
	}
	x.evaluateNow(rec)
	l.set(m, "exports", x.required(rec.module))
}

// evaluateNow evaluates a module without await and throws what it throws.
func (x *esmLoader) evaluateNow(rec *esmRecord) {
	promise := rec.module.Evaluate()
	nothing := x.l.vm.ToValue(func(goja.FunctionCall) goja.Value { return goja.Undefined() })
	x.l.e.CallMethod(promise, "then", nothing, nothing)
	if ex := rec.module.Failure(); ex != nil {
		x.explainGlobals(ex.Value(), rec.url)
		panic(ex)
	}
}

// required is what require returns for an ES module.
func (x *esmLoader) required(m *esm.Module) goja.Value {
	ns := m.Namespace()
	names := map[string]bool{}
	for _, name := range ns.GetOwnPropertyNames() {
		names[name] = true
	}
	switch {
	case names[moduleExports]:
		return ns.Get(moduleExports)
	case !names[esm.Default], names["__esModule"]:
		return ns
	}
	return x.facade(m)
}

// cycle is ERR_REQUIRE_CYCLE_MODULE.
func (x *esmLoader) cycle(message, from string, advice bool) *goja.Object {
	if from != "" {
		message += " (from " + from + ")"
	}
	if advice {
		message += " A cycle involving require(esm) is not allowed to maintain invariants mandated by the ECMAScript " +
			"specification. Try making at least part of the dependency in the graph lazily loaded."
	}
	return nodeerr.WithMessage(x.l.vm, "Error", "ERR_REQUIRE_CYCLE_MODULE", message)
}

// asyncModule is ERR_REQUIRE_ASYNC_MODULE.
func (l *Loader) asyncModule(file string, m *goja.Object) *goja.Object {
	message := "require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the " +
		"top-level await comes from, use --experimental-print-required-tla."
	parent := l.parentOf(m)
	if from := l.fileOf(parent); from != "" {
		message += "\nRequired module: " + file
		stack := l.requireStack(parent)
		message += "\nRequire stack:\n- " + joinStrings(stack, "\n- ")
	}
	return nodeerr.WithMessage(l.vm, "Error", "ERR_REQUIRE_ASYNC_MODULE", message)
}

// requireRefused is ERR_REQUIRE_ESM.
func (l *Loader) requireRefused(file, content string, read bool, from string) *goja.Object {
	message := "require() of ES Module " + file
	if from != "" {
		message += " from " + from
	}
	message += " not supported.\n"
	base := baseName(file)
	pkg, err := l.resolver.packages.scope(file)
	l.check(err)
	if !read {
		content = l.readFile(file)
	}
	switch {
	case !strings.HasSuffix(file, ".js") || pkg == nil:
		message += "Instead change the require of " + file + " to a dynamic import() which is available in all CommonJS modules."
	case esm.HasModuleSyntax(file, content):
		message += "Instead change the require of " + base + " in " + from +
			" to a dynamic import() which is available in all CommonJS modules."
	default:
		message += base + " is treated as an ES module file as it is a .js file whose nearest parent package.json contains " +
			"\"type\": \"module\" which declares all .js files in that package scope as ES modules.\nInstead either rename " + base +
			" to end in .cjs, change the requiring code to use dynamic import() which is available in all CommonJS modules, or " +
			"change \"type\": \"module\" to \"type\": \"commonjs\" in " + pkg.path +
			" to treat all .js files as CommonJS (using .mjs for all ES modules instead).\n"
	}
	return nodeerr.WithMessage(l.vm, "Error", "ERR_REQUIRE_ESM", message)
}
