package module

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
)

// This file follows the resolution algorithm of Node's documentation ("ESM",
// "Resolution algorithm specification") for the exports and imports of a
// package.json.

// request is one resolution through the exports or imports of a package.
type request struct {
	pkg        *packageConfig
	base       string // the file that asks, for error texts; may be empty
	imports    bool
	conditions map[string]bool
	// bare resolves an import whose target is another package.
	bare func(specifier string, pkg *packageConfig) (string, error)
	warn func(d deprecation)
}

// deprecation is a warning about the form of a target.
type deprecation struct {
	code, text string
}

// outcome of a target: found, null (which forbids) or undefined (try the
// next).
type outcome uint8

const (
	targetUndefined outcome = iota
	targetNull
	targetFound
)

// exportsResolve is PACKAGE_EXPORTS_RESOLVE. The result is a URL path.
func (r *request) exportsResolve(subpath string) (string, error) {
	exports, err := r.exportsMap()
	if err != nil {
		return "", err
	}
	if target, ok := exports.get(subpath); ok && !strings.Contains(subpath, "*") && !strings.HasSuffix(subpath, "/") {
		resolved, out, err := r.target(target, "", subpath, false)
		if err != nil {
			return "", err
		}
		if out != targetFound {
			return "", notExported(r.pkg, subpath, r.base)
		}
		return resolved, nil
	}
	if key, match := r.bestPattern(exports, subpath); key != "" {
		target, _ := exports.get(key)
		resolved, out, err := r.target(target, match, key, true)
		if err != nil || out == targetFound {
			return resolved, err
		}
	}
	return "", notExported(r.pkg, subpath, r.base)
}

// exportsMap is exports with subpaths as keys: a target alone stands for ".".
func (r *request) exportsMap() (*jsonValue, error) {
	exports := r.pkg.exports
	sugar, err := r.isMainSugar(exports)
	if err != nil || !sugar {
		return exports, err
	}
	return &jsonValue{kind: jsonObject, members: []jsonMember{{".", *exports}}}, nil
}

const mixedKeys = "\"exports\" cannot contain some keys starting with '.' and some not. The exports object must " +
	"either be an object of package subpath keys or an object of main entry condition name keys only."

func (r *request) isMainSugar(exports *jsonValue) (bool, error) {
	switch exports.kind {
	case jsonString, jsonArray:
		return true, nil
	case jsonObject:
	default:
		return false, nil
	}
	sugar := false
	for i, m := range exports.members {
		this := m.key == "" || m.key[0] != '.'
		if i == 0 {
			sugar = this
		} else if sugar != this {
			return false, invalidConfig(r.pkg.path, r.base, mixedKeys)
		}
	}
	return sugar, nil
}

// importsResolve is PACKAGE_IMPORTS_RESOLVE. The result is a URL path, or the
// name of a built-in module with its node: prefix.
func (r *request) importsResolve(name string) (string, error) {
	if name == "#" || strings.HasSuffix(name, "/") {
		return "", invalidSpecifier(name, "is not a valid internal imports specifier name", r.base)
	}
	imports := r.pkg.imports
	if target, ok := imports.get(name); ok && !strings.Contains(name, "*") {
		resolved, out, err := r.target(target, "", name, false)
		if err != nil || out == targetFound {
			return resolved, err
		}
		return "", importNotDefined(name, r.pkg, r.base)
	}
	if key, match := r.bestPattern(imports, name); key != "" {
		target, _ := imports.get(key)
		resolved, out, err := r.target(target, match, key, true)
		if err != nil || out == targetFound {
			return resolved, err
		}
	}
	return "", importNotDefined(name, r.pkg, r.base)
}

// bestPattern finds the most specific key with a "*" that matches, and what
// the star stands for.
func (r *request) bestPattern(table *jsonValue, name string) (key, match string) {
	for i := range table.members {
		candidate := table.members[i].key
		prefix, trailer, ok := strings.Cut(candidate, "*")
		if !ok || !strings.HasPrefix(name, prefix) {
			continue
		}
		if strings.HasSuffix(name, "/") && !r.imports {
			r.deprecate(deprecation{"DEP0155", "Use of deprecated trailing slash pattern mapping \"" + name +
				"\" in the \"exports\" field module resolution of the package at " + r.pkg.path +
				importedFrom(r.base) + ". Mapping specifiers ending in \"/\" is no longer supported."})
		}
		if len(name) < len(candidate) || !strings.HasSuffix(name, trailer) || strings.Contains(trailer, "*") {
			continue
		}
		if key == "" || moreSpecific(candidate, key) {
			key, match = candidate, name[len(prefix):len(name)-len(trailer)]
		}
	}
	return key, match
}

// moreSpecific is PATTERN_KEY_COMPARE for keys with one star each.
func moreSpecific(a, b string) bool {
	baseA, baseB := strings.IndexByte(a, '*')+1, strings.IndexByte(b, '*')+1
	if baseA != baseB {
		return baseA > baseB
	}
	return len(a) > len(b)
}

// target is PACKAGE_TARGET_RESOLVE.
func (r *request) target(target *jsonValue, match, key string, pattern bool) (string, outcome, error) {
	switch target.kind {
	case jsonString:
		resolved, err := r.stringTarget(target, match, key, pattern)
		return resolved, targetFound, err
	case jsonArray:
		return r.arrayTarget(target, match, key, pattern)
	case jsonObject:
		return r.conditionalTarget(target, match, key, pattern)
	case jsonNull:
		return "", targetNull, nil
	}
	return "", targetUndefined, r.invalidTarget(key, target)
}

// arrayTarget takes the first target that is valid.
func (r *request) arrayTarget(target *jsonValue, match, key string, pattern bool) (string, outcome, error) {
	if len(target.items) == 0 {
		return "", targetNull, nil
	}
	last, lastOutcome := error(nil), targetUndefined
	for i := range target.items {
		resolved, out, err := r.target(&target.items[i], match, key, pattern)
		var invalid *resolveError
		switch {
		case errors.As(err, &invalid) && invalid.code == "ERR_INVALID_PACKAGE_TARGET":
			last = err
		case err != nil || out == targetFound:
			return resolved, out, err
		case out == targetNull:
			last, lastOutcome = nil, targetNull
		}
	}
	return "", lastOutcome, last
}

func (r *request) conditionalTarget(target *jsonValue, match, key string, pattern bool) (string, outcome, error) {
	for i := range target.members {
		if isArrayIndex(target.members[i].key) {
			return "", targetUndefined, invalidConfig(r.pkg.path, r.base, "\"exports\" cannot contain numeric property keys.")
		}
	}
	for i := range target.members {
		m := &target.members[i]
		if m.key != "default" && !r.conditions[m.key] {
			continue
		}
		resolved, out, err := r.target(&m.value, match, key, pattern)
		if err != nil || out != targetUndefined {
			return resolved, out, err
		}
	}
	return "", targetUndefined, nil
}

// isArrayIndex tells keys such as "0" and "17".
func isArrayIndex(key string) bool {
	n, err := strconv.ParseUint(key, 10, 32)
	return err == nil && strconv.FormatUint(n, 10) == key && n < 1<<32-1
}

func (r *request) stringTarget(target *jsonValue, match, key string, pattern bool) (string, error) {
	text := target.text
	if !strings.HasPrefix(text, "./") {
		return r.bareTarget(target, match, key, pattern)
	}
	switch badSegments(text[2:]) {
	case segmentForbidden:
		return "", r.invalidTarget(key, target)
	case segmentEmpty:
		if !pattern {
			r.deprecateSegment(text, key, "")
		}
	}
	if !pattern {
		return r.urlPath(text), nil
	}
	request, resolved := strings.Replace(key, "*", match, 1), strings.ReplaceAll(text, "*", match)
	switch badSegments(match) {
	case segmentForbidden:
		return "", invalidSpecifier(request, "request is not a valid match in pattern \""+key+"\" for the \""+
			r.field()+"\" resolution of "+r.pkg.path, r.base)
	case segmentEmpty:
		r.deprecateSegment(resolved, request, key)
	}
	return r.urlPath(resolved), nil
}

// field is the member of package.json that is looked at.
func (r *request) field() string {
	if r.imports {
		return "imports"
	}
	return "exports"
}

// bareTarget is a target that does not begin with "./": in imports, the name
// of another package or built-in module.
func (r *request) bareTarget(target *jsonValue, match, key string, pattern bool) (string, error) {
	text := target.text
	if !r.imports || strings.HasPrefix(text, "../") || strings.HasPrefix(text, "/") || isURL(text) {
		return "", r.invalidTarget(key, target)
	}
	if pattern {
		text = strings.ReplaceAll(text, "*", match)
	}
	return r.bare(text, r.pkg)
}

// isURL tells targets that begin with a scheme.
func isURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Scheme != ""
}

// segments of a path that are not allowed in targets.
type segmentProblem uint8

const (
	segmentFine      segmentProblem = iota
	segmentEmpty                    // a double, leading or trailing slash: deprecated
	segmentForbidden                // ".", "..", "node_modules", also in percent-encoding
)

func badSegments(path string) segmentProblem {
	problem := segmentFine
	for _, part := range strings.Split(strings.ReplaceAll(path, "\\", "/"), "/") {
		if part == "" {
			problem = segmentEmpty
			continue
		}
		if decoded, err := url.PathUnescape(part); err == nil {
			part = decoded
		}
		switch strings.ToLower(part) {
		case ".", "..", "node_modules":
			return segmentForbidden
		}
	}
	return problem
}

// deprecateSegment warns of a path with empty segments (DEP0166).
func (r *request) deprecateSegment(resolved, request, pattern string) {
	kind := "leading or trailing slash matching"
	if strings.Contains(resolved, "//") {
		kind = "double slash"
	}
	text := "Use of deprecated " + kind + " resolving \"" + resolved + "\" for module request \"" + request + "\" "
	if pattern != "" {
		text += "matched to \"" + pattern + "\" "
	}
	r.deprecate(deprecation{"DEP0166", text + "in the \"" + r.field() + "\" field module resolution of the package at " +
		r.pkg.path + importedFrom(r.base) + "."})
}

func (r *request) deprecate(d deprecation) {
	if r.warn != nil {
		r.warn(d)
	}
}

// urlPath is the path of new URL(target, package.json): targets are relative
// URLs, so a query and a fragment are cut off. It is still percent-encoded.
func (r *request) urlPath(target string) string {
	target = strings.TrimPrefix(target, "./")
	if i := strings.IndexAny(target, "?#"); i >= 0 {
		target = target[:i]
	}
	return fileURLPath(r.pkg.dir) + "/" + strings.ReplaceAll(target, "\\", "/")
}

// fileURLPath is the path of pathToFileURL(path).
func fileURLPath(path string) string {
	u := url.URL{Path: toSlash(path)}
	escaped := u.EscapedPath()
	if escaped == "/" {
		return ""
	}
	return escaped
}
