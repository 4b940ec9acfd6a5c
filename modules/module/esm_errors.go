package module

import (
	"errors"
	"regexp"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/v8stack"
)

// throwResolve raises a failed resolution for import.
func (x *esmLoader) throwResolve(err error, specifier, parent string) {
	var failed *resolveError
	if !errors.As(err, &failed) {
		panic(x.l.fileError(err, ""))
	}
	if failed.code == "" {
		panic(nodeerr.Plain(x.l.vm, failed.class, failed.message))
	}
	message := failed.message
	if failed.code == codeModuleNotFound || failed.code == "ERR_UNSUPPORTED_DIR_IMPORT" {
		if hint := x.commonJSHint(specifier, parent); hint != "" {
			message += "\nDid you mean to import " + quoteJSON(hint) + "?"
		}
	}
	obj := nodeerr.WithMessage(x.l.vm, failed.class, failed.code, message)
	if failed.url != "" {
		binding.Value(obj, "url", x.l.vm.ToValue(failed.url))
	}
	panic(obj)
}

// commonJSHint is what require would have found, in the form of a specifier.
func (x *esmLoader) commonJSHint(specifier, parent string) string {
	file := pathOfURL(parent)
	if file == "" {
		return ""
	}
	if path := pathOfURL(specifier); path != "" {
		specifier = path
	}
	// Node's module for this has no file name, so that relative specifiers are
	// looked up in the working directory.
	m := x.l.newModule(file, goja.Undefined())
	x.l.set(m, "paths", x.l.modulePathsOf(dirPath(file)))
	found := ""
	if ex := x.l.e.Try(func() { found = x.l.resolveFilename(specifier, m, false, nil) }); ex != nil || found == specifier {
		return ""
	}
	switch {
	case isRelativePrefix(specifier) || specifier == "." || specifier == "..":
		rel := relativePath(dirPath(file), found)
		if !strings.HasPrefix(rel, ".") {
			rel = "./" + rel
		}
		return escapeURLPath(toSlash(rel))
	case isAbsolute(specifier):
		return escapeURLPath(toSlash(found))
	}
	name, _, _ := strings.Cut(specifier, "/")
	if i := strings.Index(found, name+"/"); i >= 0 {
		found = found[i:]
	}
	return escapeURLPath(toSlash(found))
}

func (x *esmLoader) unsupportedScheme(schemes, protocol string) *goja.Object {
	return nodeerr.WithMessage(x.l.vm, "Error", "ERR_UNSUPPORTED_ESM_URL_SCHEME",
		"Only URLs with a scheme in: "+schemes+" are supported by the default ESM loader. Received protocol '"+protocol+"'")
}

// checkAttributes is the validation of import attributes against the format
// of a module.
func (x *esmLoader) checkAttributes(rec *esmRecord, attributes []esm.Attribute) {
	for _, a := range attributes {
		if a.Key != "type" {
			panic(x.unsupportedAttribute(a.Key, a.Value, rec.url))
		}
	}
	kind := kindOf(attributes)
	typed := len(attributes) > 0
	switch {
	case rec.format == formatJSON && !typed:
		panic(nodeerr.WithMessage(x.l.vm, "TypeError", "ERR_IMPORT_ATTRIBUTE_MISSING",
			"Module \""+rec.url+"\" needs an import attribute of \"type: json\""))
	case strings.HasPrefix(rec.format, formatUnknown):
	case rec.format == formatJSON && kind == formatJSON, !typed:
	case kind == formatJSON:
		panic(nodeerr.WithMessage(x.l.vm, "TypeError", "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
			"Module \""+rec.url+"\" is not of type \""+kind+"\""))
	default:
		panic(x.unsupportedAttribute("type", kind, rec.url))
	}
}

func (x *esmLoader) unsupportedAttribute(key, value, url string) *goja.Object {
	return nodeerr.WithMessage(x.l.vm, "TypeError", "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
		"Import attribute \""+key+"\" with value \""+value+"\" is not supported in "+url)
}

// linkError is the SyntaxError for a name that a module does not export.
func (x *esmLoader) linkError(failed *esm.LinkError) *goja.Object {
	src := failed.Module.Source
	request := src.Requests[failed.Request]
	message := failed.Error()
	other := failed.Module.Requested[failed.Request]
	if failed.Ambiguous {
		message = "The requested module '" + request.Specifier + "' contains conflicting star exports for name '" + failed.Name +
			"' with the previous requested module '" + x.starSource(failed, other) + "'"
	}
	if rec := x.modules[esmKey{other.URL, kindOf(request.Attributes)}]; rec != nil && rec.format == formatCommonJS {
		message = commonJSNames(src, request.Specifier, failed)
	}
	obj := nodeerr.Plain(x.l.vm, "SyntaxError", message)
	x.place(obj)
	at := locationIn(src, failed.Offset, len(failed.Name))
	x.l.set(obj, "stack", x.l.vm.ToValue(at.File+":"+itoa(at.Line)+"\n"+at.Text+"\n"+
		strings.Repeat(" ", at.Column-1)+strings.Repeat("^", at.Width)+"\n"+text(obj, "stack")))
	return obj
}

// starSource is the specifier of the last module that has an ambiguous name.
func (x *esmLoader) starSource(failed *esm.LinkError, other *esm.Module) string {
	if other.Source == nil {
		return ""
	}
	last := ""
	for _, e := range other.Source.Exports {
		if e.Name == "" {
			last = other.Source.Requests[e.Request].Specifier
		}
	}
	return last
}

// commonJSNames is Node's advice for names that a CommonJS module has not, or
// not visibly.
func commonJSNames(src *esm.Source, specifier string, failed *esm.LinkError) string {
	message := "Named export '" + failed.Name + "' not found. The requested module '" + specifier +
		"' is a CommonJS module, which may not support all module.exports as named exports.\n" +
		"CommonJS modules can always be imported via the default export, for example using:\n\n"
	message += "import pkg from '" + specifier + "';\n"
	if braces, ok := bracesAround(src.Text, failed.Offset); ok && src.Lowered == nil {
		message += "const " + asInClause.ReplaceAllString(braces, "$1: ") + " = pkg;\n"
	}
	return message
}

// asInClause is the renaming of an import.
var asInClause = regexp.MustCompile(`(\S+)\s+as\s+`)

// bracesAround are the braces around a place in a text, when they are on one
// line.
func bracesAround(text string, at int) (string, bool) {
	start := strings.LastIndexByte(text[:at], '{')
	length := strings.IndexByte(text[at:], '}')
	if start < 0 || length < 0 {
		return "", false
	}
	braces := text[start : at+length+1]
	return braces, !strings.Contains(braces, "\n")
}

// locationIn is a place in the text of a module.
func locationIn(src *esm.Source, offset, width int) v8stack.Location {
	text := src.Text
	if src.Lowered != nil {
		text = src.Lowered.Code
	}
	offset = min(offset, len(text))
	starts := script.LineStarts(text)
	line := 1
	for line < len(starts) && starts[line] <= offset {
		line++
	}
	column := script.UTF16Len(text[starts[line-1]:offset]) + 1
	if src.Lowered != nil {
		if l, c, ok := src.Lowered.Original(line, column); ok {
			line, column = l, c
		}
	}
	at := v8stack.Location{File: src.Name, Line: line, Column: column, Width: max(width, 1)}
	if lines := script.Lines(src.Text); line <= len(lines) {
		at.Text = lines[line-1]
	}
	return at
}

// commonJSGlobal finds the error of a module that takes itself for a CommonJS
// one.
var commonJSGlobal = regexp.MustCompile(`^(require|exports|module|__filename|__dirname) is not defined$`)

// insteadOf is what an ES module has in the place of each.
var insteadOf = map[string]string{
	"require":    "replace require() with import",
	"exports":    "use export instead of module.exports/exports",
	"module":     "use export instead of module.exports/exports",
	"__filename": "use import.meta.filename instead",
	"__dirname":  "use import.meta.dirname instead",
}

// explainGlobals adds to such an error what is wrong.
func (x *esmLoader) explainGlobals(v goja.Value, url string) {
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() != "Error" {
		return
	}
	name := obj.Get("name")
	if name == nil || name.String() != "ReferenceError" {
		return
	}
	parts := commonJSGlobal.FindStringSubmatch(text(obj, "message"))
	if parts == nil {
		return
	}
	if rec := x.modules[esmKey{url, ""}]; rec != nil && rec.byAwait {
		x.l.set(obj, "message", x.l.vm.ToValue("Cannot determine intended module format because both '"+parts[1]+
			"' and top-level await are present. If the code is intended to be CommonJS, wrap await in an async function. "+
			"If the code is intended to be an ES module, "+insteadOf[parts[1]]+"."))
		return
	}
	message := parts[0] + " in ES module scope"
	if parts[1] == "require" {
		message += ", you can use import instead"
	}
	file := pathOfURL(url)
	if strings.HasSuffix(file, ".js") {
		if pkg, err := x.l.resolver.packages.scope(file); err == nil && pkg != nil && pkg.typ == "module" {
			message += "\nThis file is being treated as an ES module because it has a '.js' file extension and '" + pkg.path +
				"' contains \"type\": \"module\". To treat it as a CommonJS script, rename it to use the '.cjs' file extension."
		}
	}
	x.l.set(obj, "message", x.l.vm.ToValue(message))
}

// place gives an error that was made while no JavaScript ran a stack frame.
func (x *esmLoader) place(v goja.Value) {
	if obj, ok := v.(*goja.Object); ok {
		v8stack.SetOrigin(obj, "ModuleLoader.import", "node:internal/modules/esm/loader")
	}
}
