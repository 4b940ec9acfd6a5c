package regex

import (
	"strings"

	"github.com/gonode/gonode/internal/regex/ucd"
)

// property is the set behind \p{text}. Its strings are there only for the
// flag v.
func property(text string, sets bool) (set *charSet, list [][]rune, ok bool) {
	name, value, paired := strings.Cut(text, "=")
	var ranges []ucd.Range
	switch {
	case !paired:
		if ranges, ok = ucd.Category(name); ok {
			break
		}
		if ranges, ok = ucd.Binary(name); ok {
			break
		}
		if sets {
			if all, known := ucd.Strings(name); known {
				set, list = splitStrings(all)
				return set, list, true
			}
		}
	case name == "General_Category" || name == "gc":
		ranges, ok = ucd.Category(value)
	case name == "Script" || name == "sc":
		ranges, ok = ucd.Script(value)
	case name == "Script_Extensions" || name == "scx":
		ranges, ok = ucd.ScriptExtensions(value)
	}
	if !ok {
		return nil, nil, false
	}
	spans := make([]span, len(ranges))
	for i, r := range ranges {
		spans[i] = span{r.Lo, r.Hi}
	}
	return newSet(spans...), nil, true
}

// splitStrings parts single characters from longer strings.
func splitStrings(all [][]rune) (*charSet, [][]rune) {
	var spans []span
	var list [][]rune
	for _, s := range all {
		if len(s) == 1 {
			spans = append(spans, span{s[0], s[0]})
		} else {
			list = append(list, s)
		}
	}
	return newSet(spans...), list
}
