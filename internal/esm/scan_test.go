package esm

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gonode/gonode/internal/script"
)

// tokens lists the tokens of a text.
func tokens(text string) (list []string) {
	t := newTokenizer(text)
	for {
		tok := t.next()
		switch tok.kind {
		case endToken:
			return list
		case badToken:
			return append(list, "BAD")
		}
		list = append(list, t.value(tok))
	}
}

func TestTokenizer(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"a / b / c", "a|/|b|/|c"},
		{"a = /b/g.c", "a|=|/b/g|.|c"},
		{"if (a) /b/.c()", "if|(|a|)|/b/|.|c|(|)"},
		{"(a) / b / c", "(|a|)|/|b|/|c"},
		{"a[0] / b / c", "a|[|0|]|/|b|/|c"},
		{"x = {} / 2 / 1", "x|=|{|}|/|2|/|1"},
		{"{} /a/.b", "{|}|/a/|.|b"},
		{"function f() {} /a/", "function|f|(|)|{|}|/a/"},
		{"() => {}\n/a/", "(|)|=>|{|}|/a/"},
		{"return /[/]\\//", "return|/[/]\\//"},
		{"a.return / b / c", "a|.|return|/|b|/|c"},
		{"a++ / b / c", "a|++|/|b|/|c"},
		{"`a${ `b${c}` }d` / e / f", "`a${|`b${|c|}`|}d`|/|e|/|f"},
		{"`${/}/}`", "`${|/}/|}`"},
		{"`${{a: 1}}`", "`${|{|a|:|1|}|}`"},
		{"a ? {b} / c / d : e", "a|?|{|b|}|/|c|/|d|:|e"},
		{"a: {b} /c/", "a|:|{|b|}|/c/"},
		{"x = {a: {b} / c / d}", "x|=|{|a|:|{|b|}|/|c|/|d|}"},
		{"class A { b() {} } /c/", "class|A|{|b|(|)|{|}|}|/c/"},
		{"class A extends (B) { c = {} / d / e }", "class|A|extends|(|B|)|{|c|=|{|}|/|d|/|e|}"},
		{"'a\\'b' \"c\\\nd\"", "'a\\'b'|\"c\\\nd\""},
		{"1.5e+3 0x1e+1 .5 1_000n a?.5:b a?.b", "1.5e+3|0x1e|+|1|.5|1_000n|a|?|.5|:|b|a|?.|b"},
		{"// a /* b\n/* c\n */ d\u00A0e", "d|e"},
		{"#!x import\n#a in b \\u0061b \\u{62}c", "#a|in|b|\\u0061b|\\u{62}c"},
		{"'abc", "BAD"},
		{"`abc${d}", "`abc${|d|BAD"},
		{"a = /b", "a|=|BAD"},
	} {
		if got := strings.Join(tokens(tc.text), "|"); got != tc.want {
			t.Errorf("%q:\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}

// tables prints what a scan found.
func tables(sc *scanned) string {
	var b strings.Builder
	for i, r := range sc.requests {
		fmt.Fprintf(&b, "%d=%s%v ", i, r.Specifier, r.Attributes)
	}
	for _, im := range sc.imports {
		fmt.Fprintf(&b, "import %d.%s as %s ", im.Request, im.Name, im.Local)
	}
	for _, e := range sc.exports {
		fmt.Fprintf(&b, "export %s=%s/%d.%s ", e.Name, strings.TrimPrefix(e.Local, "$000_"), e.Request, e.Import)
	}
	return strings.TrimSpace(b.String())
}

func TestScan(t *testing.T) {
	for _, tc := range []struct{ text, tables, left string }{
		{"import 'a'", "0=a[]", ";"},
		{"import a from 'b';x", "0=b[] import 0.default as a", ";                 x"},
		{"import a, * as b from 'c'", "0=c[] import 0.default as a import 0.* as b", ";"},
		{"import {a, b as c, default as d, 'e f' as g,} from 'h'",
			"0=h[] import 0.a as a import 0.b as c import 0.default as d import 0.e f as g", ";"},
		{"import a from 'b' with {type: 'json', \"x\": 'y'}", "0=b[{type json} {x y}] import 0.default as a", ";"},
		{"import 'a'; import 'a'; import 'b'", "0=a[] 1=b[]", ";           ;           ;"},
		{"import\n{a}\nfrom\n'b'", "0=b[] import 0.a as a", ";\n\n\n"},
		{"export * from 'a'; export * as b from 'a'", "0=a[] export =/0.* export b=/0.*", ";                  ;"},
		{"export {a, b as c, d as 'e'}", "export a=a/-1. export c=b/-1. export e=d/-1.", ";"},
		{"export {a as default, default as b} from 'c'", "0=c[] export default=/0.a export b=/0.default", ";"},
		{"export let a = 1", "", ";      let a = 1"},
		{"export async function a() {}", "", ";      async function a() {}"},
		{"export default 5", "export default=d/-1.", "const  $000_d= 5"},
		{"export default function(){}", "export default=d/-1.", ";function $000_d       (){}"},
		{"export default async function*\n()\n{}", "export default=d/-1.", ";async function* $000_d       \n()\n{}"},
		{"export\ndefault\nfunction\n()\n{}", "export default=d/-1.", ""},
		{"export default class extends A {}", "export default=d/-1.", ";class $000_d        extends A {}"},
		{"export default function a(){}", "export default=a/-1.", ";              function a(){}"},
		{"import.meta.url; import('a')", "", "$000_m     .url; $000_i('a')"},
		{"a.import('b'); ({import(c) {}}); class D { import() {} }", "", "a.import('b'); ({import(c) {}}); class D { import() {} }"},
		{"`${import('a')}` + /import('b')/ + 'import(c)' // import('d')", "", "`${$000_i('a')}` + /import('b')/ + 'import(c)' // import('d')"},
		{"({import: 1}).import; $000_ = 1; import.meta", "", "({import: 1}).import; $000_ = 1; $001_m     "},
	} {
		sc, err := scan("x.mjs", tc.text)
		if err != nil {
			t.Errorf("%q: %v", tc.text, err)
			continue
		}
		if got := tables(sc); got != tc.tables {
			t.Errorf("%q:\n got %s\nwant %s", tc.text, got, tc.tables)
		}
		if got := strings.TrimRight(sc.text, " "); tc.left != "" && got != strings.TrimRight(tc.left, " ") && strings.TrimRight(tc.left, " \n") != strings.TrimRight(got, " \n") {
			t.Errorf("%q leaves\n    %q\nnot %q", tc.text, sc.text, tc.left)
		}
		checkShape(t, tc.text, sc.text)
	}
}

// checkShape makes sure that nothing has moved.
func checkShape(t *testing.T, before, after string) {
	t.Helper()
	if len(before) != len(after) {
		t.Errorf("%q has another length than %q", after, before)
	}
	if a, b := len(script.LineStarts(before)), len(script.LineStarts(after)); a != b {
		t.Errorf("%q: %d lines became %d", before, a, b)
	}
}

func TestScanErrors(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"import {a, a} from 'b'", "x.mjs:1:12: SyntaxError: Identifier 'a' has already been declared"},
		{"\n export {a, b as a}", "x.mjs:2:18: SyntaxError: Duplicate export of 'a'"},
		{"import a b", "x.mjs:1:10: SyntaxError: Unexpected identifier 'b'"},
		{"import {", "x.mjs:1:9: SyntaxError: Unexpected end of input"},
		{"import {if} from 'a'", "x.mjs:1:9: SyntaxError: Unexpected reserved word"},
		{"export 5", "x.mjs:1:1: SyntaxError: Unexpected token 'export'"},
		{"if (a) export {}", "x.mjs:1:8: SyntaxError: Unexpected token 'export'"},
		{"import a from 'b' c", "x.mjs:1:19: SyntaxError: Unexpected identifier 'c'"},
		{"import 'a' with {b: 'c', b: 'd'}", "x.mjs:1:26: SyntaxError: Import attribute has duplicate key 'b'"},
	} {
		_, err := scan("x.mjs", tc.text)
		if err == nil || err.Error() != tc.want {
			t.Errorf("%q: %v, want %s", tc.text, err, tc.want)
		}
	}
}

func TestParse(t *testing.T) {
	src, err := Parse("x.mjs", "import a from 'b'; export {a as c}; export let [d, {e}] = []; export const f = 1; await a; function g() { d = 1 }")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, e := range src.Exports {
		got = append(got, fmt.Sprintf("%s %s %d %s %t", e.Name, e.Local, e.Request, e.Import, src.mutable[i]))
	}
	want := "c  0 default false|d d -1  true|e e -1  false|f f -1  false"
	if s := strings.Join(got, "|"); s != want || !src.Async {
		t.Errorf("got %s, async %t; want %s", s, src.Async, want)
	}
	for _, modes := range []string{"v", "g", "r", "v"} {
		if _, err := src.program(modes); err != nil {
			t.Errorf("mode %s: %v", modes, err)
		}
	}
}

// TestErrorText makes sure that errors show the text as it was written.
func TestErrorText(t *testing.T) {
	_, err := Parse("x.mjs", "import a from 'b'; let c = ;")
	var syntax *script.SyntaxError
	if !errors.As(err, &syntax) || syntax.Text != "import a from 'b'; let c = ;" || syntax.Column != 28 {
		t.Errorf("%+v", syntax)
	}
}

func TestParseErrors(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"export {a}", "Export 'a' is not defined in module"},
		{"import a from 'b'; let a", "Identifier 'a' has already been declared"},
		{"export let a; export {b as a}; let b", "Duplicate export of 'a'"},
		{"return", "Illegal return statement"},
		{"}, function () {", "Unexpected token '}'"},
		{"let a = ;", "Unexpected token ';'"},
	} {
		_, err := Parse("x.mjs", tc.text)
		var syntax *script.SyntaxError
		if !errors.As(err, &syntax) || syntax.Message != tc.want {
			t.Errorf("%q: %v, want %s", tc.text, err, tc.want)
		}
	}
}

// TestLowered parses what goja cannot.
func TestLowered(t *testing.T) {
	src, err := Parse("x.mjs", "import a from 'b';\nexport async function* c() { yield a }\nfor await (const d of c()) ;\n")
	if err != nil {
		t.Fatal(err)
	}
	if src.Lowered == nil || !src.Async || len(src.Exports) != 1 || src.Requests[0].Specifier != "b" {
		t.Errorf("%+v", src)
	}
}

func TestReplaceImport(t *testing.T) {
	d, ok := ReplaceImport("x.js", "a = import('b'); c.import(); // import('d')")
	if !ok || d.Text != "a = "+d.Name+"('b'); c.import(); // import('d')" {
		t.Errorf("%+v %t", d, ok)
	}
	if _, ok := ReplaceImport("x.js", "({ import(a) {} }); 'import(b)'"); ok {
		t.Error("a method is no import()")
	}
}

func TestHasModuleSyntax(t *testing.T) {
	for text, want := range map[string]bool{
		"import 'a'": true, "export {}": true, "import.meta": true, "import('a')": false, "a.export": false,
		"await 1": false, "'import a'": false, "({import: 1})": false, "import {": true, "x = { export: 1 }": false,
	} {
		if got := HasModuleSyntax("x.js", text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		"import a, {b as c} from 'd' with {e: 'f'}; export default class {}", "export * as a from 'b'\nexport {c}",
		"`${/a/}` / import.meta / import('x')", "export default async function*\n(){}", "export let {a = /}/} = {}", "\u2028import\u2029'a'",
		"'\\", "`${", "a\\u{", "import {'\\ud800' as a} from 'b'",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = script.Clean(text)
		end := 0
		tk := newTokenizer(text)
		for tok := tk.next(); tok.kind != endToken; tok = tk.next() {
			if tok.start < end || tok.end <= tok.start || tok.end > len(text) {
				t.Fatalf("token %+v after %d", tok, end)
			}
			if end = tok.end; tok.kind == badToken {
				break
			}
		}
		if sc, err := scan("x.mjs", text); err == nil {
			checkShape(t, text, sc.text)
		}
		if sc, err := scanScript("x.js", text); err == nil {
			checkShape(t, text, sc.text)
		}
		HasModuleSyntax("x.js", text)
	})
}
