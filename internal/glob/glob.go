// Package glob matches paths against the patterns of path.matchesGlob and
// fs.glob: *, ?, **, [classes], {braces} and the extended +(a|b), *(), ?(),
// @() and !(). The rules are those of the npm package minimatch with the
// options that Node gives it: a backslash in a pattern is a separator and not
// an escape, a leading # or ! has no meaning, and wildcards do not match a
// leading dot.
//
// A Pattern is immutable and safe for concurrent use. Matching takes time
// proportional to the product of the lengths, whatever the pattern.
package glob

import (
	"errors"
	"strings"

	"github.com/gonode/gonode/internal/wtf8"
)

// ErrTooLong is for patterns of more than MaxLength characters.
var ErrTooLong = errors.New("pattern is too long")

// MaxLength is the length of the longest pattern.
const MaxLength = 64 << 10

// Options says how paths are compared.
type Options struct {
	Windows bool // backslashes in paths are separators, drives are known
	NoCase  bool // wildcards and classes ignore case; plain names do not
}

// Pattern is a compiled pattern.
type Pattern struct {
	opts  Options
	empty bool
	sets  [][]Segment // one for each expansion of the braces
}

// Segment is what one component of a path is matched with: a plain name, a
// matcher, or any number of components.
type Segment struct {
	Name     string
	Globstar bool
	prog     *program
}

// IsName reports whether the segment is a plain name.
func (s Segment) IsName() bool { return s.prog == nil && !s.Globstar }

// Match reports whether one component matches. A Globstar matches none.
func (s Segment) Match(component string) bool {
	switch {
	case s.Globstar:
		return false
	case s.prog == nil:
		return s.Name == component
	}
	return s.prog.match(component)
}

// Compile prepares a pattern.
func Compile(pattern string, opts Options) (*Pattern, error) {
	if wtf8.Length(pattern) > MaxLength {
		return nil, ErrTooLong
	}
	p := &Pattern{opts: opts, empty: pattern == ""}
	if p.empty {
		return p, nil
	}
	var lists [][]string
	for _, s := range expandBraces(strings.ReplaceAll(pattern, "\\", "/")) {
		lists = append(lists, splitPath(s, opts.Windows))
	}
	for _, parts := range simplifyPatterns(lists) {
		set, err := compileSet(parts, opts)
		if err != nil {
			return nil, err
		}
		p.sets = append(p.sets, set)
	}
	return p, nil
}

// Match reports whether a whole path matches.
func Match(pattern, path string, opts Options) (bool, error) {
	p, err := Compile(pattern, opts)
	if err != nil {
		return false, err
	}
	return p.Match(path), nil
}

func compileSet(parts []string, opts Options) ([]Segment, error) {
	set := make([]Segment, len(parts))
	for i, part := range parts {
		if part == "**" {
			set[i] = Segment{Globstar: true}
			continue
		}
		var err error
		if set[i], err = compileSegment(part, opts.NoCase); err != nil {
			return nil, err
		}
	}
	// In //?/C:/ the question mark is no wildcard.
	if opts.Windows && len(set) > 3 && parts[0] == "" && parts[1] == "" && parts[2] == "?" && isDrive(set[3].Name) {
		set[2] = Segment{Name: "?"}
	}
	return set, nil
}

// splitPath cuts a path at its separators. A Windows share keeps the two at
// its beginning.
func splitPath(p string, windows bool) []string {
	share := windows && len(p) > 2 && strings.HasPrefix(p, "//") && p[2] != '/'
	parts := []string{}
	start := 0
	for i := 0; i < len(p); i++ {
		if p[i] != '/' {
			continue
		}
		parts = append(parts, p[start:i])
		for i+1 < len(p) && p[i+1] == '/' {
			i++
		}
		start = i + 1
	}
	parts = append(parts, p[start:])
	if share {
		return append([]string{""}, parts...)
	}
	return parts
}

func isDrive(s string) bool {
	return len(s) == 2 && s[1] == ':' && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z'
}
