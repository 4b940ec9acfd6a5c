package module

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// resolver finds the files that requests stand for. It knows no JavaScript.
type resolver struct {
	files      FS
	packages   packages
	conditions map[string]bool
	isBuiltin  func(id string) bool
	warn       func(d deprecation)

	real      map[string]string // real paths of files
	stats     map[string]pathKind
	keepLinks bool // files keep the names by which they were found
	depth     int  // nested requires; stats are remembered while there are any
}

// pathKind is what a path names.
type pathKind uint8

const (
	pathMissing pathKind = iota
	pathFile
	pathDirectory
)

func newResolver(files FS, conditions []string) *resolver {
	r := &resolver{
		files:      files,
		packages:   packages{files: files, read: make(map[string]*packageConfig)},
		conditions: make(map[string]bool),
		real:       make(map[string]string),
		stats:      make(map[string]pathKind),
	}
	for _, c := range conditions {
		r.conditions[c] = true
	}
	return r
}

// enter and leave bracket a require: within the outermost one, nothing in the
// file tree is looked up twice.
func (r *resolver) enter() { r.depth++ }

func (r *resolver) leave() {
	if r.depth--; r.depth == 0 {
		clear(r.stats)
	}
}

func (r *resolver) stat(path string) pathKind {
	if kind, ok := r.stats[path]; ok {
		return kind
	}
	kind := pathMissing
	if strings.IndexByte(path, 0) >= 0 {
		return kind
	}
	if info, err := r.files.Stat(path); err == nil {
		kind = pathFile
		if info.IsDir() {
			kind = pathDirectory
		}
	}
	if r.depth > 0 && kind != pathMissing {
		// What is missing may be written by the module that misses it.
		r.stats[path] = kind
	}
	return kind
}

func (r *resolver) realPath(path string) string {
	if r.keepLinks {
		return path
	}
	if real, ok := r.real[path]; ok {
		return real
	}
	real, err := r.files.Realpath(path)
	if err != nil {
		return path
	}
	r.real[path] = real
	return real
}

// tryFile is the real path of a file, or empty.
func (r *resolver) tryFile(path string) string {
	if r.stat(path) != pathFile {
		return ""
	}
	return r.realPath(path)
}

func (r *resolver) tryExtensions(path string, extensions []string) string {
	for _, ext := range extensions {
		if file := r.tryFile(path + ext); file != "" {
			return file
		}
	}
	return ""
}

// found is a request that findPath resolved. Whether it may be remembered
// depends on how: exports may answer otherwise the next time.
type found struct {
	file     string
	cachable bool
}

// findPath is Module._findPath: it looks for request in each of paths.
func (r *resolver) findPath(request string, paths, extensions []string) (found, error) {
	absolute := isAbsolute(request)
	if absolute {
		paths = []string{""}
	}
	slash := endsInDirectory(request)
	inside := !isRelativePrefix(request) || !strings.HasPrefix(cleanPath(request), "..")
	for _, dir := range paths {
		if inside && dir != "" && r.stat(dir) == pathMissing {
			continue
		}
		if !absolute {
			file, err := r.resolveExports(dir, request)
			if err != nil || file != "" {
				return found{file: file}, err
			}
		}
		file, err := r.tryPath(resolvePath(dir, request), request, slash, extensions)
		if err != nil || file != "" {
			return found{file, true}, err
		}
	}
	return found{}, nil
}

// endsInDirectory tells requests that can only mean a directory.
func endsInDirectory(request string) bool {
	last := request[strings.LastIndexAny(request, separators)+1:]
	return request != "" && (last == "" || last == "." || last == "..")
}

// tryPath tries a path as a file, with extensions, and as a directory.
func (r *resolver) tryPath(path, request string, slash bool, extensions []string) (string, error) {
	kind := r.stat(path)
	if !slash {
		if kind == pathFile {
			return r.realPath(path), nil
		}
		if file := r.tryExtensions(path, extensions); file != "" {
			return file, nil
		}
	}
	if kind == pathDirectory {
		return r.tryPackage(path, request, extensions)
	}
	return "", nil
}

// tryPackage is LOAD_AS_DIRECTORY: main of package.json, else index.
func (r *resolver) tryPackage(dir, request string, extensions []string) (string, error) {
	pkg, err := r.packages.at(dir)
	if err != nil {
		return "", err
	}
	index := joinPath(dir, "index")
	if pkg == nil || pkg.main == "" {
		return r.tryExtensions(index, extensions), nil
	}
	main := resolvePath(dir, pkg.main)
	file := r.tryFile(main)
	if file == "" {
		file = r.tryExtensions(main, extensions)
	}
	if file == "" {
		file = r.tryExtensions(joinPath(main, "index"), extensions)
	}
	if file != "" {
		return file, nil
	}
	if file = r.tryExtensions(index, extensions); file != "" {
		r.deprecate(deprecation{"DEP0128", "Invalid 'main' field in '" + pkg.path + "' of '" + pkg.main +
			"'. Please either fix that or report it to the module author"})
		return file, nil
	}
	missing := cannotFind(main, pkg.path)
	missing.message += ". Please verify that the package.json has a valid \"main\" entry"
	missing.requestPath = request
	return "", missing
}

func (r *resolver) deprecate(d deprecation) {
	if r.warn != nil {
		r.warn(d)
	}
}

// packageName splits a request into the name of a package and the rest.
var packageName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^((?:@[^/\\%]+/)?[^./\\%][^/\\%]*)(/.*)?$`)
})

// resolveExports is LOAD_PACKAGE_EXPORTS: it answers with an empty path when
// dir has no such package or that has no exports.
func (r *resolver) resolveExports(dir, request string) (string, error) {
	parts := packageName().FindStringSubmatch(request)
	if parts == nil {
		return "", nil
	}
	pkg, err := r.packages.at(resolvePath(dir, parts[1]))
	if err != nil || pkg == nil || pkg.exports == nil {
		return "", err
	}
	resolved, err := r.exportsOf(pkg, "").exportsResolve("." + parts[2])
	if err != nil {
		return "", err
	}
	return r.finalize(resolved, "", pkg.dir)
}

func (r *resolver) exportsOf(pkg *packageConfig, base string) *request {
	return &request{pkg: pkg, base: base, conditions: r.conditions, bare: r.bare, warn: r.warn}
}

// resolveSelf is LOAD_PACKAGE_SELF: a package may require itself by its name
// when it has exports.
func (r *resolver) resolveSelf(parent, request string) (string, error) {
	if parent == "" {
		return "", nil
	}
	pkg, err := r.packages.scope(parent)
	if err != nil || pkg == nil || pkg.exports == nil || pkg.name == "" {
		return "", err
	}
	rest, ok := strings.CutPrefix(request, pkg.name)
	if !ok || rest != "" && rest[0] != '/' {
		return "", nil
	}
	resolved, err := r.exportsOf(pkg, parent).exportsResolve("." + rest)
	if err != nil {
		return "", err
	}
	return r.finalize(resolved, parent, pkg.dir)
}

// resolveImports is LOAD_PACKAGE_IMPORTS: it answers with an empty path when
// the package of parent has no imports.
func (r *resolver) resolveImports(parent, name string) (string, error) {
	pkg, err := r.packages.scope(parent)
	if err != nil || pkg == nil || pkg.imports == nil {
		return "", err
	}
	req := r.exportsOf(pkg, parent)
	req.imports = true
	resolved, err := req.importsResolve(name)
	var missing *resolveError
	if errors.As(err, &missing) && missing.code == codeModuleNotFound {
		return "", cannotFind(name, "")
	}
	if err != nil {
		return "", err
	}
	return r.finalize(resolved, parent, pkg.path)
}

// finalize is RESOLVE_ESM_MATCH: a URL path becomes the file that it names.
func (r *resolver) finalize(resolved, base, pkgPath string) (string, error) {
	if strings.HasPrefix(resolved, "node:") {
		return "", &resolveError{
			class: "TypeError", code: "ERR_INVALID_URL_SCHEME", message: "The URL must be of scheme file",
		}
	}
	if lower := strings.ToLower(resolved); strings.Contains(lower, "%2f") || strings.Contains(lower, "%5c") {
		return "", invalidSpecifier("file://"+resolved, "must not include encoded \"/\" or \"\\\" characters", base)
	}
	path, err := url.PathUnescape(resolved)
	if err != nil || !utf8.ValidString(path) {
		return "", &resolveError{class: "URIError", message: "URI malformed"}
	}
	path = fromURLPath(path)
	if file := r.tryFile(path); file != "" {
		return file, nil
	}
	return "", cannotFind(path, pkgPath)
}

// bare is PACKAGE_RESOLVE for the target of an import.
func (r *resolver) bare(specifier string, from *packageConfig) (string, error) {
	if r.isBuiltin(specifier) {
		return "node:" + strings.TrimPrefix(specifier, "node:"), nil
	}
	parts := packageName().FindStringSubmatch(specifier)
	if parts == nil || specifier[0] == '@' && !strings.Contains(parts[1], "/") {
		return "", invalidSpecifier(specifier, "is not a valid package name", from.path)
	}
	name, subpath := parts[1], "."+parts[2]
	if from.exports != nil && from.name == name {
		return r.exportsOf(from, from.path).exportsResolve(subpath)
	}
	for dir := from.dir; ; dir = dirPath(dir) {
		if baseName(dir) != "node_modules" {
			resolved, err := r.bareIn(joinPath(dir, "node_modules", name), subpath, from)
			if err != nil || resolved != "" {
				return resolved, err
			}
		}
		if dir == dirPath(dir) {
			return "", &resolveError{class: "Error", code: codeModuleNotFound, message: "Cannot find package '" + name + "'"}
		}
	}
}

func (r *resolver) bareIn(dir, subpath string, from *packageConfig) (string, error) {
	if r.stat(dir) != pathDirectory {
		return "", nil
	}
	pkg, err := r.packages.at(dir)
	if err != nil {
		return "", err
	}
	if pkg != nil && pkg.exports != nil {
		return r.exportsOf(pkg, from.path).exportsResolve(subpath)
	}
	if subpath != "." {
		return fileURLPath(dir) + subpath[1:], nil
	}
	return r.legacyMain(dir, pkg)
}

// legacyMain is the main file of a package without exports, as import finds
// it.
func (r *resolver) legacyMain(dir string, pkg *packageConfig) (string, error) {
	var tries []string
	if pkg != nil && pkg.main != "" {
		for _, suffix := range []string{"", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"} {
			tries = append(tries, resolvePath(dir, pkg.main+suffix))
		}
	}
	for _, name := range []string{"index.js", "index.json", "index.node"} {
		tries = append(tries, joinPath(dir, name))
	}
	for _, file := range tries {
		if r.stat(file) == pathFile {
			return fileURLPath(file), nil
		}
	}
	return "", &resolveError{class: "Error", code: codeModuleNotFound, message: "Cannot find package '" + dir + "'"}
}
