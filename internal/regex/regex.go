// Package regex is a regular expression engine with the syntax and semantics
// of ECMAScript: all of the flags d, g, i, m, s, u, v and y, look-behind, named
// groups that occur twice, modifiers, Unicode properties and set notation.
// It knows nothing of goja; modules/regexp puts RegExp objects on top of it.
//
// The matcher backtracks, as V8's does, over an explicit stack that grows on
// the heap. Patterns come as UTF-16 units, subjects as ASCII bytes or UTF-16
// units, and positions are always those of units.
//
// A Program is immutable and may be used from any goroutine; a Matcher holds
// the scratch space of one goroutine.
//
// Differences from V8: backtracking is bounded by the memory it takes
// (ErrStack), and a subject is not matched by compiled machine code.
package regex

import (
	"errors"
	"strings"
	"unicode/utf16"
)

// Flags are those that change what a pattern means. The flags d, g and y are
// the caller's business.
type Flags struct {
	IgnoreCase, Multiline, DotAll, Unicode, UnicodeSets bool
}

// codePoints reports whether the pattern matches code points, not units.
func (f Flags) codePoints() bool { return f.Unicode || f.UnicodeSets }

// ParseFlags reads all flags of an expression. It reports false for a letter that is unknown or there twice, and
// for u together with v.
func ParseFlags(text string) (Flags, bool) {
	var f Flags
	for i := range len(text) {
		if strings.IndexByte(text, text[i]) != i {
			return f, false
		}
		switch text[i] {
		case 'd', 'g', 'y':
		case 'i':
			f.IgnoreCase = true
		case 'm':
			f.Multiline = true
		case 's':
			f.DotAll = true
		case 'u':
			f.Unicode = true
		case 'v':
			f.UnicodeSets = true
		default:
			return f, false
		}
	}
	return f, !f.Unicode || !f.UnicodeSets
}

// Error says what is wrong with a pattern, in V8's words.
type Error struct{ Text string }

func (e *Error) Error() string { return e.Text }

// ErrStack is the end of a match that would need too much memory.
var ErrStack = errors.New("regex: backtracking needs too much memory")

// Program is a compiled pattern.
type Program struct {
	code     []inst
	Groups   int      // captures, the whole match included
	Names    []string // the name of each capture, or ""
	HasNames bool

	registers int
	anchored  bool // matches only at the start
	points    bool
	foldFull  bool // case is folded as flags u and v do
	first     *firstSet
	lead      rune // the unit that every match begins with, or -1
}

// Compile compiles a pattern.
func Compile(pattern []uint16, flags Flags) (*Program, error) {
	p := newParser(pattern, flags)
	root, err := p.parse()
	if err != nil {
		return nil, err
	}
	return compile(p, root), nil
}

// decode turns units into the characters that a pattern is read by: code
// points, or the units themselves.
func decode(units []uint16, points bool) []rune {
	out := make([]rune, 0, len(units))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if points && isLead(units[i]) && i+1 < len(units) && isTrail(units[i+1]) {
			r = utf16.DecodeRune(r, rune(units[i+1]))
			i++
		}
		out = append(out, r)
	}
	return out
}

func isLead(u uint16) bool  { return u&0xFC00 == 0xD800 }
func isTrail(u uint16) bool { return u&0xFC00 == 0xDC00 }
