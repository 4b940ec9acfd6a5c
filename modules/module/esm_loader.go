package module

import (
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
)

// esmLoader is the part of a Loader that ES modules need: the module map and
// the linker. Modules are known by their URL and what they were imported as.
type esmLoader struct {
	l         *Loader
	linker    *esm.Linker
	resolver  *resolver
	modules   map[esmKey]*esmRecord
	sources   *esm.Cache
	main      string                // URL of the entry
	pending   func() *esm.Module    // the entry, as long as it has not been evaluated
	busy      map[*goja.Object]bool // Module objects of ES modules that require is loading
	counter   int                   // of modules that are given as text
	fresh     []esmKey              // of the graph that is being loaded
	resolved  map[[2]string]string  // specifier and parent -> URL
	given     map[string]string     // texts that need not be read, by URL
	asked     string                // the specifier that is being loaded
	requiring int                   // require calls that are loading a graph
}

// esmKey is the key of the module map.
type esmKey struct{ url, kind string }

// esmRecord is an entry of the module map.
type esmRecord struct {
	url     string
	format  string
	module  *esm.Module
	err     *goja.Exception // why it could not be loaded
	linked  bool
	checked bool   // the attributes fit the format
	byAwait bool   // nothing but its top-level await made it an ES module
	parent  string // the module that asked first
}

// Formats of modules, as Node calls them.
const (
	formatModule   = "module"
	formatCommonJS = "commonjs"
	formatJSON     = "json"
	formatBuiltin  = "builtin"
	formatUnknown  = "unknown:" // before a MIME type
)

// esm is the loader of ES modules, made when there is one.
func (l *Loader) esm() *esmLoader {
	if l.modules == nil {
		own := *l.resolver
		own.conditions = make(map[string]bool, len(l.resolver.conditions))
		for name := range l.resolver.conditions {
			own.conditions[name] = true
		}
		delete(own.conditions, "require")
		own.conditions["import"] = true
		own.stats = make(map[string]pathKind)
		own.depth = 0
		x := &esmLoader{l: l, resolver: &own, modules: make(map[esmKey]*esmRecord), given: make(map[string]string), busy: make(map[*goja.Object]bool), resolved: make(map[[2]string]string), sources: l.cfg.Sources}
		if x.sources == nil {
			x.sources = esm.NewCache(0)
		}
		x.linker = esm.NewLinker(l.e, x)
		l.modules = x
	}
	return l.modules
}

// resolve is the URL of a specifier; failures are thrown.
func (x *esmLoader) resolve(specifier, parent string) string {
	if x.l.isNative(specifier) {
		return "node:" + strings.TrimPrefix(specifier, "node:")
	}
	// What has been found stays found, also when the file is removed.
	key := [2]string{specifier, parent}
	if href, ok := x.resolved[key]; ok {
		return href
	}
	href, err := x.resolver.resolveImport(specifier, parent)
	if err != nil {
		x.throwResolve(err, specifier, parent)
	}
	x.resolved[key] = href
	return href
}

// load is the record of a URL with all that it imports, not linked yet.
func (x *esmLoader) load(url string, attributes []esm.Attribute, parent string) *esmRecord {
	x.resolver.enter()
	defer x.resolver.leave()
	outer, done := x.fresh, false
	x.fresh = nil
	defer func() {
		if !done {
			x.forget()
		}
		x.fresh = outer
	}()
	rec := x.loadOne(url, attributes, parent)
	done = true
	return rec
}

func (x *esmLoader) loadOne(url string, attributes []esm.Attribute, parent string) *esmRecord {
	key := esmKey{url, kindOf(attributes)}
	if rec := x.modules[key]; rec != nil {
		if rec.err != nil {
			panic(rec.err)
		}
		if x.requiring > 0 && rec.module.Source != nil && rec.module.Evaluating() && !slices.Contains(x.fresh, key) {
			panic(x.cycle("Cannot import Module "+x.asked+" in a cycle.", readableBase(parent), false))
		}
		return rec
	}
	rec := &esmRecord{url: url, parent: parent}
	if ex := x.l.e.Try(func() { x.create(rec, attributes) }); ex != nil {
		if rec.err = ex; rec.checked {
			x.modules[key] = rec
		}
		panic(ex)
	}
	x.modules[key] = rec
	x.fresh = append(x.fresh, key)
	x.request(rec)
	return rec
}

// kindOf is what modules are imported as: their type.
func kindOf(attributes []esm.Attribute) string {
	for _, a := range attributes {
		if a.Key == "type" {
			return a.Value
		}
	}
	return ""
}

// create finds out what a module is and makes its record.
func (x *esmLoader) create(rec *esmRecord, attributes []esm.Attribute) {
	if id, ok := strings.CutPrefix(rec.url, "node:"); ok {
		rec.format = formatBuiltin
		x.checkAttributes(rec, attributes)
		rec.module = x.builtinModule(rec.url, id)
		return
	}
	text, read := x.given[rec.url]
	if read {
		rec.format = formatModule
	} else {
		rec.format, text, read = x.format(rec.url)
	}
	x.checkAttributes(rec, attributes)
	if mime, unknown := strings.CutPrefix(rec.format, formatUnknown); unknown {
		panic(nodeerr.WithMessage(x.l.vm, "RangeError", "ERR_UNKNOWN_MODULE_FORMAT",
			"Unknown module format: "+mime+" for URL "+rec.url))
	}
	rec.checked = true
	if rec.format == formatCommonJS {
		x.checkCycle(rec)
		rec.module = x.commonJSModule(rec)
		return
	}
	if !read {
		text = x.read(rec.url)
	}
	if rec.format == formatJSON {
		rec.module = x.jsonModule(rec.url, text)
		return
	}
	rec.module = x.textModule(rec, text)
	rec.byAwait = x.l.byAwait[rec.url]
}

// checkCycle refuses a CommonJS module that is running and has required the ES
// module that imports it.
func (x *esmLoader) checkCycle(rec *esmRecord) {
	if x.requiring == 0 {
		return
	}
	m, ok := x.l.cached(pathOfURL(rec.url))
	if ok && !m.Get("loaded").ToBoolean() {
		panic(x.cycle("Cannot import CommonJS Module "+x.asked+" in a cycle.", readableBase(rec.parent), false))
	}
}

// textModule makes the record of the text of an ES module.
func (x *esmLoader) textModule(rec *esmRecord, text string) *esm.Module {
	src := x.parse(rec.url, text)
	m := x.linker.NewModule(rec.url, src)
	m.Loaded = rec
	return m
}

// parse reads the text of a module; a syntax error is thrown.
func (x *esmLoader) parse(url, text string) *esm.Source {
	x.l.sources[url] = text
	src, err := x.sources.Parse(url, text)
	if err != nil {
		panic(x.l.compileError(err))
	}
	x.l.parsed[url] = src
	return src
}

// request loads what a module imports.
func (x *esmLoader) request(rec *esmRecord) {
	src := rec.module.Source
	if src == nil {
		return
	}
	rec.module.Requested = make([]*esm.Module, len(src.Requests))
	for i, r := range src.Requests {
		url := x.resolve(r.Specifier, rec.url)
		x.asked = r.Specifier
		rec.module.Requested[i] = x.loadOne(url, r.Attributes, rec.url).module
	}
}

// forget takes the modules of a graph that could not be loaded out of the map,
// so that they are tried again.
func (x *esmLoader) forget() {
	for _, key := range x.fresh {
		if rec := x.modules[key]; rec != nil && rec.err == nil {
			delete(x.modules, key)
		}
	}
}

// link links a module that has been loaded.
func (x *esmLoader) link(rec *esmRecord) {
	if rec.linked {
		return
	}
	defer func() {
		if r := recover(); r != nil {
			if failed, ok := r.(*esm.LinkError); ok {
				panic(x.linkError(failed))
			}
			panic(r)
		}
	}()
	rec.module.Link()
	rec.linked = true
}

// Meta makes import.meta.
func (x *esmLoader) Meta(m *esm.Module) *goja.Object {
	meta := x.l.table()
	if file := pathOfURL(m.URL); file != "" {
		binding.Value(meta, "dirname", x.l.vm.ToValue(dirPath(file)))
		binding.Value(meta, "filename", x.l.vm.ToValue(file))
	}
	binding.Value(meta, "main", x.l.vm.ToValue(m.URL == x.main))
	binding.Value(meta, "resolve", binding.Func(x.l.vm, "resolve", 1, func(c goja.FunctionCall) goja.Value {
		return x.l.vm.ToValue(x.metaResolve(c.Argument(0), m.URL))
	}))
	binding.Value(meta, "url", x.l.vm.ToValue(m.URL))
	return meta
}

// metaResolve is import.meta.resolve, which does not mind missing files.
func (x *esmLoader) metaResolve(specifier goja.Value, parent string) string {
	var text string
	if goja.IsString(specifier) {
		text = specifier.String()
	} else {
		text = x.l.toString(specifier)
	}
	if x.l.isNative(text) {
		return "node:" + text
	}
	href, err := x.resolver.resolveImport(text, parent)
	if err == nil {
		return href
	}
	if failed, ok := err.(*resolveError); ok && failed.url != "" &&
		slices.Contains([]string{codeModuleNotFound, "ERR_UNSUPPORTED_DIR_IMPORT"}, failed.code) {
		return failed.url
	}
	x.throwResolve(err, text, parent)
	return ""
}

// CompileError makes the exception for a module that does not compile.
func (x *esmLoader) CompileError(_ *esm.Module, err error) goja.Value { return x.l.compileError(err) }
