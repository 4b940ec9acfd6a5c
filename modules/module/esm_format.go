package module

import (
	"encoding/base64"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/weburl"
)

// dataURL splits a data: URL.
var dataURL = regexp.MustCompile(`(?s)^([^/]+/[^;,]+)(?:[^,]*?)(;base64)?,(.*)$`)

// format tells what is behind a URL. It may have to read it.
func (x *esmLoader) format(href string) (format, text string, read bool) {
	u, err := weburl.Parse(href, nil)
	if err != nil {
		panic(nodeerr.New(x.l.vm, "ERR_INVALID_URL"))
	}
	switch u.Protocol() {
	case "file:":
	case "data:":
		return dataFormat(u), "", false
	case "http:", "https:":
		panic(x.unsupportedScheme("file and data", u.Protocol()))
	default:
		panic(x.unsupportedScheme("file, data, and node", u.Protocol()))
	}
	file := pathOfURL(href)
	x.l.refuseTypes(file)
	if format, ok := x.l.formatByName(file); ok {
		return format, "", false
	}
	ext := codeExt(file)
	if ext != ".js" && ext != "" {
		panic(nodeerr.WithMessage(x.l.vm, "TypeError", "ERR_UNKNOWN_FILE_EXTENSION",
			"Unknown file extension \""+ext+"\" for "+file))
	}
	text = x.read(href)
	if x.l.looksLikeModule(href, text) {
		return formatModule, text, true
	}
	return formatCommonJS, text, true
}

// formatByName is the format of a file by its name or package. It reports
// false when only the syntax can tell, or nothing at all.
func (l *Loader) formatByName(file string) (string, bool) {
	switch codeExt(file) {
	case ".mjs":
		return formatModule, true
	case ".cjs", ".node":
		return formatCommonJS, true
	case ".json":
		return formatJSON, true
	case ".js", "":
	default:
		return "", false
	}
	pkg, err := l.resolver.packages.scope(file)
	l.check(err)
	if pkg != nil && pkg.typ != "none" {
		return pkg.typ, true
	}
	if underNodeModules(file) {
		return formatCommonJS, true
	}
	return "", false
}

// codeExt is the extension of a file; TypeScript counts as the JavaScript that
// it becomes.
func codeExt(file string) string {
	switch ext := filepath.Ext(file); ext {
	case ".ts":
		return ".js"
	case ".mts":
		return ".mjs"
	case ".cts":
		return ".cjs"
	default:
		return ext
	}
}

// refuseTypes keeps TypeScript out of packages, as Node does.
func (l *Loader) refuseTypes(file string) {
	if script.IsTypeScript(file) && underNodeModules(file) {
		panic(nodeerr.WithMessage(l.vm, "Error", "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING",
			"Stripping types is currently unsupported for files under node_modules, for \""+file+"\""))
	}
}

// dataFormat is the format of a data: URL by its type.
func dataFormat(u *weburl.URL) string {
	mime := ""
	if parts := dataURL.FindStringSubmatch(u.Pathname()); parts != nil {
		mime = parts[1]
	}
	switch strings.ToLower(mime) {
	case "text/javascript", "application/javascript":
		return formatModule
	case "application/json":
		return formatJSON
	}
	if mime == "" {
		mime = "null"
	}
	return formatUnknown + mime
}

func underNodeModules(file string) bool {
	return strings.Contains(toSlash(file), "/node_modules/")
}

// read is the text behind a URL.
func (x *esmLoader) read(href string) string {
	u, err := weburl.Parse(href, nil)
	if err != nil {
		panic(nodeerr.New(x.l.vm, "ERR_INVALID_URL"))
	}
	if u.Protocol() == "file:" {
		return script.StripBOM(x.l.readFile(pathOfURL(href)))
	}
	parts := dataURL.FindStringSubmatch(u.Pathname() + u.Search())
	if parts == nil {
		panic(nodeerr.New(x.l.vm, "ERR_INVALID_URL"))
	}
	body, ok := weburl.DecodeURIComponent(parts[3])
	if !ok {
		panic(nodeerr.Plain(x.l.vm, "URIError", "URI malformed"))
	}
	if parts[2] == "" {
		return body
	}
	return decodeBase64(body)
}

// decodeBase64 is Buffer.from(text, 'base64'), which passes over what it does
// not know.
func decodeBase64(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '-':
			return '+'
		case r == '_':
			return '/'
		case r == '+' || r == '/' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			return r
		}
		return -1
	}, strings.SplitN(text, "=", 2)[0])
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	data, err := base64.RawStdEncoding.DecodeString(clean)
	if err != nil {
		return ""
	}
	return script.StripBOM(string(data))
}

// looksLikeModule is Node's syntax detection: a text that is no CommonJS
// module but an ES module is one.
func (l *Loader) looksLikeModule(name, text string) bool {
	if !esm.MayBeModule(text) {
		return false
	}
	_, _, err := l.program(text, name)
	if err == nil {
		return false
	}
	return l.isModuleAfter(name, text, err)
}

// isModuleAfter tells whether a text that failed as CommonJS is an ES module.
func (l *Loader) isModuleAfter(name, text string, err error) bool {
	syntax, ok := err.(*script.SyntaxError)
	if !ok {
		return false
	}
	if esm.HasModuleSyntax(name, text) {
		l.warnTypeless(name)
		return true
	}
	if !strings.Contains(text, "await") && !redeclaresWrapper(syntax.Message) {
		return false
	}
	src, err := l.esm().sources.Parse(name, text)
	if err != nil || !src.Async && !redeclaresWrapper(syntax.Message) {
		return false
	}
	if src.Async {
		l.byAwait[name], l.byAwait[urlOfName(name)] = true, true
	}
	l.warnTypeless(name)
	return true
}

// urlOfName is the URL of a text that is known by its URL or path.
func urlOfName(name string) string {
	if isAbsolute(name) {
		return fileURLOf(name)
	}
	return name
}

// warnTypeless warns of a package that leaves it to the syntax whether its
// files are ES modules.
func (l *Loader) warnTypeless(name string) {
	href := urlOfName(name)
	file := pathOfURL(href)
	if file == "" {
		return
	}
	pkg, err := l.resolver.packages.scope(file)
	if err != nil || pkg == nil || l.warned[pkg.path] || l.cfg.Warn == nil {
		return
	}
	l.warned[pkg.path] = true
	l.cfg.Warn("Module type of "+href+" is not specified and it doesn't parse as CommonJS.\n"+
		"Reparsing as ES module because module syntax was detected. This incurs a performance overhead.\n"+
		"To eliminate this warning, add \"type\": \"module\" to "+pkg.path+".", "MODULE_TYPELESS_PACKAGE_JSON")
}

// redeclaresWrapper tells the errors of a text that declares what CommonJS
// modules have already.
func redeclaresWrapper(message string) bool {
	for _, name := range []string{"module", "exports", "require", "__filename", "__dirname"} {
		if message == "Identifier '"+name+"' has already been declared" {
			return true
		}
	}
	return false
}
