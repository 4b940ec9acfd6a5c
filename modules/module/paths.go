package module

import (
	"path/filepath"
	"runtime"
	"strings"
)

// The host's path functions, by what Node calls them.

// separators are the characters between the parts of a path.
const separators = "/" + string(filepath.Separator)

func joinPath(elem ...string) string { return filepath.Join(elem...) }

func dirPath(path string) string { return filepath.Dir(path) }

func baseName(path string) string { return filepath.Base(path) }

func isAbsolute(path string) bool { return filepath.IsAbs(path) }

func cleanPath(path string) string { return filepath.Clean(path) }

func toSlash(path string) string { return filepath.ToSlash(path) }

// resolvePath is path.resolve(base, path) for an absolute base.
func resolvePath(base, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(base, path)
}

// fromURLPath is the path of a decoded file URL.
func fromURLPath(path string) string {
	if runtime.GOOS == "windows" {
		return filepath.FromSlash(strings.TrimPrefix(path, "/"))
	}
	return path
}

// isRelative tells requests that are looked up beside the file that asks. Node
// looks at no more than two characters.
func isRelative(request string) bool {
	if request == "" || request[0] != '.' {
		return false
	}
	return len(request) == 1 || request[1] == '.' || isSeparator(request[1])
}

// isRelativePrefix tells requests that begin with "./" or "../".
func isRelativePrefix(request string) bool {
	rest, ok := strings.CutPrefix(request, ".")
	if !ok {
		return false
	}
	rest = strings.TrimPrefix(rest, ".")
	return rest != "" && isSeparator(rest[0])
}

func isSeparator(c byte) bool { return strings.IndexByte(separators, c) >= 0 }

// nodeModulePaths is Module._nodeModulePaths: the node_modules directories of
// an absolute path and of everything above it.
func nodeModulePaths(from string) []string {
	var paths []string
	for dir := filepath.Clean(from); ; dir = filepath.Dir(dir) {
		if filepath.Base(dir) != "node_modules" {
			paths = append(paths, filepath.Join(dir, "node_modules"))
		}
		if dir == filepath.Dir(dir) {
			return paths
		}
	}
}

// relativePath is path.relative.
func relativePath(from, to string) string {
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return to
	}
	return rel
}
