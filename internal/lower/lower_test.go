//go:build !noesbuild

package lower

import (
	"errors"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// TestGojaTakesWhatIsLowered: each construct is refused by goja as it is, or
// means nothing to it, and runs when it is lowered.
func TestGojaTakesWhatIsLowered(t *testing.T) {
	for name, tc := range map[string]struct {
		text, want string
		language   Language
	}{
		"async generator":     {text: "async function* g() { yield 1 } typeof g().next", want: "function"},
		"async method":        {text: "typeof new (class { async *m() {} })().m().return", want: "function"},
		"for await":           {text: "(async () => { for await (const x of []) ; })() instanceof Promise", want: "true"},
		"using":               {text: "Symbol.dispose ??= Symbol(); let s = ''; { using r = { [Symbol.dispose]() { s += 'd' } }; s += 'i' } s", want: "id"},
		"strict stays strict": {text: "'use strict'; async function* g() {} (function () { return this === undefined })()", want: "true"},
		"sloppy stays sloppy": {text: "async function* g() {} (function () { return this === globalThis })()", want: "true"},
		"octal and with":      {text: "async function* g() {} with ({ x: 010 }) x", want: "8"},
		"types":               {text: "const x: number = 1 as number; x", want: "1", language: TypeScript},
		"enum":                {text: "enum E { A = 1, B } E.B + E[1]", want: "2A", language: TypeScript},
		"parameter property":  {text: "class P { constructor(public a: string) {} } new P('v').a", want: "v", language: TypeScript},
		"namespace":           {text: "namespace N { export const x: number = 3 } N.x", want: "3", language: TypeScript},
	} {
		t.Run(name, func(t *testing.T) {
			if v, err := goja.New().RunString(tc.text); err == nil {
				t.Fatalf("goja runs it as it is: %v", v)
			}
			r, err := Lower(tc.text, Options{Name: "x", Language: tc.language})
			if err != nil {
				t.Fatal(err)
			}
			v, err := goja.New().RunString(r.Code)
			if err != nil {
				t.Fatalf("%v\n%s", err, r.Code)
			}
			if v.String() != tc.want {
				t.Errorf("%v, want %s", v, tc.want)
			}
		})
	}
}

func TestOriginal(t *testing.T) {
	const text = "// é\nasync function* g() {}\n\n   target(é => 'ü', here)\n"
	r, err := Lower(text, Options{Name: "x.js"})
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(r.Code, "\n") {
		column := strings.Index(line, "target")
		if column < 0 {
			continue
		}
		l, c, ok := r.Original(i+1, column+1)
		if !ok || l != 4 || c != 4 {
			t.Errorf("target is at %d:%d (%v), want 4:4", l, c, ok)
		}
		// Columns count UTF-16 units, of which é and ü are one each.
		here := len([]rune(line[:strings.Index(line, "here")]))
		if l, c, ok := r.Original(i+1, here+1); !ok || l != 4 || c != 21 {
			t.Errorf("here is at %d:%d (%v), want 4:21", l, c, ok)
		}
	}
	if _, _, ok := r.Original(1, 1); ok {
		t.Error("a place for esbuild's own code")
	}
}

func TestRefused(t *testing.T) {
	_, err := Lower("let ok\nlet y = ;", Options{Name: "x.js"})
	var refused *SyntaxError
	if !errors.As(err, &refused) || refused.Line != 2 || refused.Column != 9 {
		t.Errorf("error %v", err)
	}
	if r, err := Lower("@decorated class A {}", Options{Name: "x.js"}); err == nil && !strings.Contains(r.Code, "@decorated") {
		t.Errorf("decorators are lowered, though Node has none:\n%s", r.Code)
	}
}

func TestModuleKeepsItsStatements(t *testing.T) {
	const text = "import a, { b } from 'x'\nexport const c = await a(b)\nexport default import.meta.url\nasync function* g() {}\nimport('y')"
	r, err := Lower(text, Options{Name: "x.mjs", Module: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"import a", "from \"x\"", "export", "await a(b)", "import.meta.url", "import(\"y\")"} {
		if !strings.Contains(r.Code, want) {
			t.Errorf("without %q:\n%s", want, r.Code)
		}
	}
}
