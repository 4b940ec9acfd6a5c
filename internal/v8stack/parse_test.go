package v8stack

import (
	"strings"
	"testing"

	"github.com/gonode/gonode/internal/script"

	"github.com/dop251/goja"
)

func TestParseFrame(t *testing.T) {
	for _, tc := range []struct {
		line, name, file string
		row, column      int
		ok               bool
	}{
		{"f (a.js:1:2(3))", "f", "a.js", 1, 2, true},
		{"a.js:1:2(3)", "", "a.js", 1, 2, true},
		{"Object.<anonymous> (/x (y)/a b.js:10:20(30))", "Object.<anonymous>", "/x (y)/a b.js", 10, 20, true},
		{"/x (y)/a.js:10:20(30)", "", "/x (y)/a.js", 10, 20, true},
		{"C:\\x.js:1:2(3)", "", "C:\\x.js", 1, 2, true},
		{"map (native)", "map", "native", 0, 0, true},
		{"native", "", "native", 0, 0, true},
		{"com.Foo(Foo.java:12)", "", "", 0, 0, false},
		{"f (a.js:1:2)", "", "", 0, 0, false},
		{"", "", "", 0, 0, false},
		{"))", "", "", 0, 0, false},
	} {
		name, file, row, column, ok := parseFrame(tc.line)
		if ok != tc.ok || ok && (name != tc.name || file != tc.file || row != tc.row || column != tc.column) {
			t.Errorf("%q: %q %q %d %d %v", tc.line, name, file, row, column, ok)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("TypeError: x\n\tat f (a.js:1:2(3))\n\tat native\n")
	f.Add("\n\tat ))\n")
	s := Install(goja.New())
	f.Fuzz(func(t *testing.T, stack string) {
		frames, ok := s.parse(stack)
		if ok && len(frames) > strings.Count(stack, gojaFrame) {
			t.Errorf("%d frames from %q", len(frames), stack)
		}
	})
}

// The index must hold for any text and any position, since frames may come
// from a text that has changed.
func FuzzIndex(f *testing.F) {
	f.Add("class A { m() { throw f(1) } }\nvar o = { get x() { return this.y?.z() } }", 1, 20)
	f.Add("if (x) return; a.b = () => await c; // é", 1, 3)
	f.Add("#!x\r\n`${function () {}}`", 2, 2)
	f.Fuzz(func(t *testing.T, text string, line, column int) {
		ix := (&Stacks{Body: script.ParseBody}).newIndex("a.js", text)
		frame := Frame{File: "a.js", Line: line, Column: column}
		ix.describe(&frame)
		_ = frame.String()
		for i := range ix.functions {
			fn := &ix.functions[i]
			if fn.start > fn.end || fn.end > len(ix.text) || fn.sourceStart > fn.sourceEnd {
				t.Errorf("%+v in %q", *fn, text)
			}
		}
	})
}
