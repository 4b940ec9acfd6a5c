package script

import (
	"regexp"

	"github.com/gonode/gonode/internal/lower"
)

// asyncGenerator finds what may be an async generator: goja's parser takes it,
// only its compiler does not.
var asyncGenerator = regexp.MustCompile(`\basync\s+function\s*\*|\basync\s*\*\s*[\w$\[#'"]`)

// withLowering parses a text by way of parse, and once more in lowered form
// when goja cannot run it as it is. The errors are those of the text as it was
// written.
func withLowering[T any](name, text string, parse func(text string) (T, error)) (T, *lower.Result, error) {
	tree, err := parse(text)
	if err == nil && !asyncGenerator.MatchString(text) {
		return tree, nil, nil
	}
	lowered, failed := lower.Lower(text, lower.Options{Name: name})
	if failed != nil {
		return tree, nil, err
	}
	other, failed := parse(lowered.Code)
	if failed != nil {
		return tree, nil, err
	}
	return other, lowered, nil
}
