package nodepath

import (
	"strings"

	"github.com/gonode/gonode/internal/wtf8"
)

// Relative compares without regard to case, character by character as Node
// does; only where lower case has another length it goes by segments.
func (s win32) Relative(env Env, from, to string) string {
	if from == to {
		return ""
	}
	from, to = ResolveAll(s, env, from), ResolveAll(s, env, to)
	lowerFrom, lowerTo := lower(from), lower(to)
	switch {
	case lowerFrom == lowerTo:
		return ""
	case wtf8.Length(from) != wtf8.Length(lowerFrom) || wtf8.Length(to) != wtf8.Length(lowerTo):
		return relativeBySegments(from, to)
	}
	return relativeByChars(to, trimSlashes(lowerFrom), trimSlashes(lowerTo))
}

func relativeBySegments(from, to string) string {
	a, b := strings.Split(strings.TrimSuffix(from, `\`), `\`), strings.Split(strings.TrimSuffix(to, `\`), `\`)
	n := common(a, b, sameFold)
	if n == 0 {
		return to
	}
	return climbing(a, b, n, `\`)
}

// span is a part of a string in UTF-16 units.
type span struct {
	units      []uint16
	start, end int
}

// trimSlashes is what lies between the leading and the trailing separators.
func trimSlashes(p string) span {
	s := span{units: wtf8.ToUTF16(p)}
	s.end = len(s.units)
	for s.start < s.end && s.units[s.start] == '\\' {
		s.start++
	}
	for s.end > s.start && s.units[s.end-1] == '\\' {
		s.end--
	}
	return s
}

func (s span) len() int { return s.end - s.start }

// isSep reports whether there is a separator at i.
func (s span) isSep(i int) bool { return s.units[s.start+i] == '\\' }

// relativeByChars finds the way from a to b, which is to in lower case. The
// results for paths that share no segment, but of which one begins with the
// other, are Node's own.
func relativeByChars(to string, a, b span) string {
	toUnits := wtf8.ToUTF16(to)
	n, sep := commonPrefix(a, b)
	switch {
	case n < a.len() && n < b.len():
		if sep < 0 {
			return to
		}
	case n < b.len() && b.isSep(n):
		return wtf8.FromUTF16(toUnits[b.start+n+1:])
	case n < b.len() && n == 2:
		return wtf8.FromUTF16(toUnits[b.start+n:]) // a drive
	case n < a.len() && a.isSep(n):
		sep = n
	case n < a.len() && n == 2:
		sep = n + 1
	}
	sep = max(sep, 0)
	up := climb(a, sep+1)
	rest := wtf8.FromUTF16(toUnits[min(b.start+sep, b.end):b.end])
	if up == "" {
		return strings.TrimPrefix(rest, `\`)
	}
	return up + rest
}

// commonPrefix is the number of leading units that two spans share, and where
// the last separator among them is, -1 for none.
func commonPrefix(a, b span) (n, sep int) {
	sep = -1
	for n < a.len() && n < b.len() && a.units[a.start+n] == b.units[b.start+n] {
		if a.isSep(n) {
			sep = n
		}
		n++
	}
	return n, sep
}

// climb is one ".." for each segment of s from i on.
func climb(s span, i int) string {
	if i > s.len() {
		return ""
	}
	up := ".."
	for ; i < s.len(); i++ {
		if s.isSep(i) {
			up += `\..`
		}
	}
	return up
}
