package script

import (
	"errors"
	"strings"
	"testing"
)

// TestDeepText: each piece of source, repeated, nests without end.
func TestDeepText(t *testing.T) {
	for _, piece := range []string{
		"(", "[", "{", "!", "a=>", "`${", "if(1)", "if(1)\n", "x=", "new ", "a?", "- ", "(a,", "f(", "typeof ", "a=>{",
		"else if(1)", "do ", "a:", "a.", "1+", "\"a\"+\n", "a\n=", "/x/.b[", "''+`${", "//\n(", "for(;;)", "while(1)\n",
	} {
		text := strings.Repeat(piece, 1_000_000/len(piece))
		if _, err := CompileScript("x.js", text); !errors.Is(err, ErrTooDeep) {
			t.Errorf("%q as a script: %.100v", piece, err)
		}
		if _, err := CompileModule("x.js", text); !errors.Is(err, ErrTooDeep) {
			t.Errorf("%q as a module: %.100v", piece, err)
		}
	}
}

// TestLongText: long texts as people and their tools write them are not deep.
func TestLongText(t *testing.T) {
	for _, piece := range []string{
		"exports.a = b.c + 1\n", "foo.bar(x)\n", "a=1,", "a=1;", "function f(){if(a){return b}}", "var s = '((((((((';\n",
		"x = /[(]+/\n", "y = a / b / c\n", "if(a)b();else c();", "// ((((\n", "/* [[ */", "t = `(${a}(${b}`\n", "f(a, b)\n",
		"x = { a: 1, b: [2, (3)] }\n", "if (a)\n  b.c = d\n", "const f = (a) => a.b\n", "x = a\n  ? b\n  : c\n",
		"r = s.replace(/\"/g, '`')\n", "let z = a ? b : c\n", "for (;;) break\n", "switch(a){case 1:b()}",
	} {
		if text := strings.Repeat(piece, 1_000_000/len(piece)); tooDeep(text) {
			t.Errorf("%q is refused", piece)
		}
	}
}

func BenchmarkTooDeep(b *testing.B) {
	text := strings.Repeat("exports.name = function (a, b) { return a.c + 'text' };\n", 10_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tooDeep(text)
	}
}
