package module

import (
	"errors"
	"net/url"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/gonode/gonode/internal/weburl"
)

// This file follows the resolution algorithm of Node's documentation ("ESM",
// "Resolution algorithm specification") for import. Modules are known by URL.

// resolveImport is ESM_RESOLVE: the URL that a specifier stands for in the
// module parent. Its errors are *resolveError.
func (r *resolver) resolveImport(specifier, parent string) (string, error) {
	base, _ := weburl.Parse(parent, nil)
	switch {
	case isURLPath(specifier):
		target, err := weburl.Parse(specifier, base)
		if err != nil {
			return "", unsupportedRequest(specifier, parent)
		}
		return r.finalizeImport(target, parent)
	case strings.HasPrefix(specifier, "#"):
		return r.internalImport(specifier, parent)
	}
	if target, err := weburl.Parse(specifier, nil); err == nil {
		return r.finalizeImport(target, parent)
	}
	if r.isBuiltin(specifier) {
		return "node:" + strings.TrimPrefix(specifier, "node:"), nil
	}
	if base == nil || base.Protocol() != "file:" {
		return "", unsupportedRequest(specifier, parent)
	}
	resolved, err := r.packageImport(specifier, pathOfURL(parent))
	if err != nil {
		return "", err
	}
	return r.finalizePath(resolved, parent)
}

// isURLPath tells specifiers that are relative URLs.
func isURLPath(specifier string) bool {
	return specifier == "." || specifier == ".." || strings.HasPrefix(specifier, "/") ||
		strings.HasPrefix(specifier, "./") || strings.HasPrefix(specifier, "../")
}

// internalImport is PACKAGE_IMPORTS_RESOLVE.
func (r *resolver) internalImport(name, parent string) (string, error) {
	file := pathOfURL(parent)
	pkg, err := r.packages.scope(file)
	if err != nil {
		return "", err
	}
	if pkg == nil || pkg.imports == nil {
		if name == "#" || strings.HasSuffix(name, "/") {
			return "", invalidSpecifier(name, "is not a valid internal imports specifier name", file)
		}
		return "", importNotDefined(name, pkg, file)
	}
	req := r.exportsOf(pkg, file)
	req.imports = true
	resolved, err := req.importsResolve(name)
	if err != nil {
		return "", err
	}
	return r.finalizePath(resolved, parent)
}

// packageImport is PACKAGE_RESOLVE. The result is a URL path.
func (r *resolver) packageImport(specifier, file string) (string, error) {
	parts := packageName().FindStringSubmatch(specifier)
	if parts == nil || specifier[0] == '@' && !strings.Contains(parts[1], "/") {
		return "", invalidSpecifier(specifier, "is not a valid package name", file)
	}
	name, subpath := parts[1], "."+parts[2]
	self, err := r.packages.scope(file)
	if err != nil {
		return "", err
	}
	if self != nil && self.exports != nil && self.name == name {
		return r.exportsOf(self, file).exportsResolve(subpath)
	}
	for dir := dirPath(file); ; dir = dirPath(dir) {
		if baseName(dir) != "node_modules" {
			resolved, err := r.importIn(joinPath(dir, "node_modules", name), subpath, specifier, file)
			if err != nil || resolved != "" {
				return resolved, err
			}
		}
		if dir == dirPath(dir) {
			return "", notFoundImport("package", name, file, "")
		}
	}
}

// importIn looks into one directory of packages.
func (r *resolver) importIn(dir, subpath, specifier, file string) (string, error) {
	if r.stat(dir) != pathDirectory {
		return "", nil
	}
	pkg, err := r.packages.at(dir)
	if err != nil {
		return "", whileImporting(err, specifier, file)
	}
	if pkg != nil && pkg.exports != nil {
		return r.exportsOf(pkg, file).exportsResolve(subpath)
	}
	if subpath != "." {
		return fileURLPath(dir) + subpath[1:], nil
	}
	resolved, err := r.legacyMain(dir, pkg)
	if err != nil {
		return "", notFoundImport("package", dir+"/", file, "")
	}
	r.warnLegacyMain(dir, resolved, pkg, file)
	return resolved, nil
}

// warnLegacyMain warns of a main file that only require would guess, when it
// is an ES module.
func (r *resolver) warnLegacyMain(dir, resolved string, pkg *packageConfig, base string) {
	path, err := url.PathUnescape(resolved)
	if err != nil {
		return
	}
	path = fromURLPath(path)
	module := strings.HasSuffix(path, ".mjs") || strings.HasSuffix(path, ".js") && pkg != nil && pkg.typ == formatModule
	switch {
	case !module:
	case pkg == nil || pkg.main == "":
		r.deprecate(deprecation{"DEP0151", "No \"main\" or \"exports\" field defined in the package.json for " + dir +
			"/ resolving the main entry point \"" + strings.TrimPrefix(path, dir+"/") + "\", imported from " + base +
			".\nDefault \"index\" lookups for the main are deprecated for ES modules."})
	case resolvePath(dir, pkg.main) != path:
		r.deprecate(deprecation{"DEP0151", "Package " + dir + "/ has a \"main\" field set to \"" + pkg.main +
			"\", excluding the full filename and extension to the resolved file at \"" + strings.TrimPrefix(path, dir+"/") +
			"\", imported from " + base + ".\n Automatic extension resolution of the \"main\" field is deprecated for ES modules."})
	}
}

// finalizePath is finalizeImport for a URL path, or the URL of a built-in
// module.
func (r *resolver) finalizePath(resolved, parent string) (string, error) {
	if strings.HasPrefix(resolved, "node:") {
		return resolved, nil
	}
	target, err := weburl.Parse("file://"+resolved, nil)
	if err != nil {
		return "", unsupportedRequest(resolved, parent)
	}
	return r.finalizeImport(target, parent)
}

// finalizeImport is the end of ESM_RESOLVE: what a file: URL names must be a
// file.
func (r *resolver) finalizeImport(target *weburl.URL, parent string) (string, error) {
	if target.Protocol() != "file:" {
		return target.Href(), nil
	}
	base := readableBase(parent)
	pathname := target.Pathname()
	if lower := strings.ToLower(pathname); strings.Contains(lower, "%2f") || strings.Contains(lower, "%5c") {
		return "", invalidSpecifier(pathname, "must not include encoded \"/\" or \"\\\" characters", base)
	}
	decoded, ok := weburl.DecodeURIComponent(pathname)
	if !ok {
		return "", &resolveError{class: "URIError", message: "URI malformed"}
	}
	path := fromURLPath(decoded)
	kind := r.stat(path)
	if kind == pathFile && strings.HasSuffix(path, "/") {
		kind = pathMissing
	}
	switch kind {
	case pathDirectory:
		return "", &resolveError{
			class: "Error", code: "ERR_UNSUPPORTED_DIR_IMPORT", url: target.Href(),
			message: "Directory import '" + path + "' is not supported resolving ES modules" + importedFrom(base),
		}
	case pathMissing:
		return "", notFoundImport("module", path, base, target.Href())
	}
	return fileURLOf(r.realPath(path)) + target.Search() + target.Hash(), nil
}

func notFoundImport(what, name, base, href string) *resolveError {
	return &resolveError{
		class: "Error", code: codeModuleNotFound, url: href, message: "Cannot find " + what + " '" + name + "'" + importedFrom(base),
	}
}

// whileImporting adds to the error of a package.json who asked for it.
func whileImporting(err error, specifier, file string) error {
	var failed *resolveError
	if !errors.As(err, &failed) || failed.code != "ERR_INVALID_PACKAGE_CONFIG" {
		return err
	}
	message := strings.TrimSuffix(failed.message, ".")
	if specifier != "" {
		message += " while importing \"" + specifier + "\" from " + file
	}
	return &resolveError{class: failed.class, code: failed.code, message: message + "."}
}

// unsupportedRequest is ERR_UNSUPPORTED_RESOLVE_REQUEST.
func unsupportedRequest(specifier, parent string) *resolveError {
	return &resolveError{
		class: "TypeError", code: "ERR_UNSUPPORTED_RESOLVE_REQUEST",
		message: "Failed to resolve module specifier \"" + specifier + "\" from \"" + parent +
			"\": Invalid relative URL or base scheme is not hierarchical.",
	}
}

// readableBase is the importing module in messages: its path if it has one.
func readableBase(parent string) string {
	if path := pathOfURL(parent); path != "" {
		return path
	}
	return parent
}

// pathOfURL is the path of a file: URL, or empty.
func pathOfURL(href string) string {
	u, err := weburl.Parse(href, nil)
	if err != nil || u.Protocol() != "file:" {
		return ""
	}
	path, err := url.PathUnescape(u.Pathname())
	if err != nil || !utf8.ValidString(path) {
		return ""
	}
	return fromURLPath(path)
}

// fileURLOf is pathToFileURL for an absolute path.
func fileURLOf(path string) string {
	if runtime.GOOS == "windows" {
		return "file:///" + escapeURLPath(toSlash(path))
	}
	return "file://" + escapeURLPath(path)
}

// escapeURLPath encodes what the path of a file: URL encodes.
func escapeURLPath(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"#%<>?[]^`{|}~\\", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
