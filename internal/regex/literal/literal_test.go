package literal_test

import (
	"errors"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/gonode/gonode/internal/regex/literal"
)

func TestRoundTrip(t *testing.T) {
	for _, source := range [][]uint16{nil, {0xD800}, utf16.Encode([]rune("a/Z\\p{L}\n😀_"))} {
		hidden := literal.Encode(source, "dgv")
		got, flags, ok := literal.Decode(hidden)
		if !ok || flags != "dgv" || !slices.Equal(got, source) {
			t.Errorf("%x: %x %q %v", source, got, flags, ok)
		}
	}
	for _, other := range []string{"", "a", "[]gonode", "[]gonodeg_Z00", "[]gonode_a-b"} {
		if _, _, ok := literal.Decode(other); ok {
			t.Errorf("%q decodes", other)
		}
	}
}

// TestRewrite makes goja compile what it refuses.
func TestRewrite(t *testing.T) {
	const text = `const f = (a = /(?i:x)/d) => [/[a--b]/v, { k: /(?<n>a)|(?<n>b)/ }]; f`
	if _, err := goja.Compile("x.js", text, false); err == nil {
		t.Fatal("goja compiles the text by itself: the test shows nothing")
	}
	tree, err := parser.ParseFile(nil, "x.js", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	found, _, err := literal.Rewrite(tree, nil)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	if _, err := goja.CompileAST(tree, false); err != nil {
		t.Error(err)
	}
}

func TestRewriteRefuses(t *testing.T) {
	tree, err := parser.ParseFile(nil, "x.js", "1;\n/a(/", 0)
	if err != nil {
		t.Fatal(err)
	}
	want := errors.New("no")
	_, bad, err := literal.Rewrite(tree, func(source []uint16, _ string) error {
		if string(utf16.Decode(source)) == "a(" {
			return want
		}
		return nil
	})
	if !errors.Is(err, want) || bad == nil || bad.Literal != "/a(/" {
		t.Errorf("%v %v", bad, err)
	}
}
