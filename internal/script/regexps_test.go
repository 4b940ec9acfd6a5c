package script_test

import (
	"errors"
	"testing"

	"github.com/gonode/gonode/internal/script"
)

// TestRegExps compiles literals that goja refuses and refuses those that V8
// refuses, in its words.
func TestRegExps(t *testing.T) {
	for text, want := range map[string]string{
		"f = /[[a-z]--b]/v":           "",
		"f = /(?i:a)/d":               "",
		"f = /(?<n>a)|(?<n>b)/":       "",
		"return /(?i:a)/":             "",
		"f = 1;\ng = /a(/":            "Invalid regular expression: /a(/: Unterminated group",
		"f = /a/gg":                   "Invalid regular expression flags",
		"f = /(?i:a)/; const g; /b/v": "Missing initializer in const declaration",
	} {
		_, err := script.CompileModule("x.js", text)
		var bad *script.SyntaxError
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", text, err)
		case want != "" && (!errors.As(err, &bad) || bad.Message != want):
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	_, err := script.CompileModule("x.js", "f = 1;\ng = /a(/u;")
	var bad *script.SyntaxError
	if !errors.As(err, &bad) || bad.Line != 2 || bad.Column != 5 || bad.Width != len("/a(/u") {
		t.Errorf("%+v", bad)
	}
}
