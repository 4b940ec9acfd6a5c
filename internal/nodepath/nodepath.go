// Package nodepath is the text side of Node's `path` module (Node
// documentation, "Path"): both path styles on every platform, as functions of
// strings. modules/path shows it to scripts; url and fs use it for their own
// paths. It holds no state and knows no VM.
//
// Strings are in the encoding of package wtf8.
package nodepath

import (
	"slices"
	"strings"

	"github.com/gonode/gonode/internal/wtf8"
)

// A Style is the path syntax of one platform. Its methods are those of
// path.posix or path.win32.
type Style interface {
	Separator() byte
	Delimiter() byte
	IsAbsolute(p string) bool
	Normalize(p string) string
	Join(parts []string) string
	// Resolve reads its parts from the last to the first, and no further
	// than the one that settles the outcome.
	Resolve(env Env, n int, part func(i int) string) string
	Relative(env Env, from, to string) string
	ToNamespaced(env Env, p string) string
	Dirname(p string) string
	Basename(p, suffix string) string
	Extname(p string) string
	Parse(p string) Parsed
}

// Env is what relative paths depend on.
type Env interface {
	// Cwd is the working directory.
	Cwd() string
	// DriveCwd is the working directory of a drive such as "C:", or "" when
	// the platform keeps none.
	DriveCwd(device string) string
}

// Parsed is what path.parse returns.
type Parsed struct {
	Root, Dir, Base, Ext, Name string
}

// ResolveAll is Resolve for parts that are all there.
func ResolveAll(s Style, env Env, parts ...string) string {
	return s.Resolve(env, len(parts), func(i int) string { return parts[i] })
}

// squeeze removes ".", ".." and empty segments. Segments that climb above the
// start are kept if allowed.
func squeeze(segments []string, climb bool) []string {
	kept := segments[:0:0]
	for _, segment := range segments {
		switch segment {
		case "", ".":
		case "..":
			if n := len(kept); n > 0 && kept[n-1] != ".." {
				kept = kept[:n-1]
			} else if climb {
				kept = append(kept, segment)
			}
		default:
			kept = append(kept, segment)
		}
	}
	return kept
}

// common counts the leading elements that two lists share.
func common(a, b []string, same func(a, b string) bool) int {
	n := 0
	for n < len(a) && n < len(b) && same(a[n], b[n]) {
		n++
	}
	return n
}

// climbing is the way from one list of segments to another that share n.
func climbing(from, to []string, n int, sep string) string {
	steps := slices.Repeat([]string{".."}, len(from)-n)
	return strings.Join(append(steps, to[n:]...), sep)
}

// lastComponent is p without trailing separators, and where its last
// component begins. Both are found in p[from:] only; a part without any
// component has start == end == from.
func lastComponent(p string, from int, isSep func(byte) bool) (start, end int) {
	end = len(p)
	for end > from && isSep(p[end-1]) {
		end--
	}
	start = end
	for start > from && !isSep(p[start-1]) {
		start--
	}
	return start, end
}

// extension is where the extension of a base name begins, len(base) for none.
func extension(base string) int {
	if i := strings.LastIndexByte(base, '.'); i > 0 && base != ".." {
		return i
	}
	return len(base)
}

// cutSuffix is the part of path.basename that deals with its second
// argument. rest is what follows the base name in the path, separators only.
func cutSuffix(p, base, rest, suffix string) string {
	switch {
	case suffix == "" || wtf8.Length(suffix) > wtf8.Length(p):
		return base
	case suffix == p:
		return ""
	case base == "":
		return rest
	case len(suffix) > len(base) && strings.HasSuffix(suffix, base):
		// Node forgets the end of the base name when it runs out of it.
		return base + rest
	case len(suffix) >= len(base):
		return base
	}
	return strings.TrimSuffix(base, suffix)
}
