package runtime_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/runtime"
)

var update = flag.Bool("update", false, "rewrite the tables of docs/compatibility.md")

const compatibility = "../docs/compatibility.md"

// languageFeatures are probes: scripts that give true, or a promise of true,
// where a feature works.
var languageFeatures = []struct{ name, probe string }{
	{"classes with private members and static blocks", `class A { #x = 1; static y; static { A.y = 2 } has(o) { return #x in o } } new A().has(new A()) && A.y === 2`},
	{"optional chaining, nullish and logical assignment", `let a; a ??= { b: null }; a?.b?.c === undefined && (a.b ||= 1) === 1`},
	{"BigInt, numeric separators", `2n ** 64n === 18_446_744_073_709_551_616n`},
	{"generators, spread, destructuring, default parameters", `function* g(a = 1) { yield* [a, 2] } const [x, ...r] = g(); x === 1 && r[0] === 2`},
	{"async functions", `(async () => (await 1) === 1)()`},
	{"async generators", `(async () => { async function* g() { yield 1 } return (await g().next()).value === 1 })()`},
	{"for await", `(async () => { let s = 0; for await (const x of [1, Promise.resolve(2)]) s += x; return s === 3 })()`},
	{"using, await using", `(async () => { let s = ''; { await using a = { async [Symbol.asyncDispose]() { s += 'a' } }; using b = { [Symbol.dispose]() { s += 'b' } } } return s === 'ba' })()`},
	{"import() of built-ins and CommonJS", `import('node:path').then((m) => m.default.sep === require('path').sep)`},
	{"function declarations in sloppy blocks", `if (true) { function inBlock() { return 1 } } typeof inBlock === 'function'`},
	{"with, octal literals in sloppy code", `Function('with ({ x: 010 }) return x')() === 8`},
	{"HTML-like comments", "<!-- comment\ntrue"},
	{"regex flags d, s, v, y", `/a/d.exec('a').indices[0][1] === 1 && /[\p{L}--[a-z]]/v.test('A') && /./s.test('\n')`},
	{"regex lookbehind, named groups, modifiers", `/(?<=\$)(?<n>\d+)/.exec('$42').groups.n === '42' && /(?i:A)b/.test('ab')`},
	{"regex property escapes", `/^\p{Script=Greek}+$/u.test('λόγος')`},
	{"Symbol.dispose, DisposableStack, SuppressedError", `new DisposableStack().disposed === false && typeof SuppressedError === 'function'`},
	{"iterator helpers", `[1, 2, 3].values().map((x) => x * 2).take(2).toArray().join() === '2,4'`},
	{"Object.groupBy, Map.groupBy, Array.fromAsync", `Array.fromAsync([1]).then((a) => a[0] === 1 && Object.groupBy([1], () => 'k').k[0] === 1)`},
	{"Promise.withResolvers, Promise.try", `Promise.try(() => Promise.withResolvers().promise instanceof Promise)`},
	{"Set methods", `new Set([1, 2]).union(new Set([3])).size === 3`},
	{"structuredClone", `structuredClone(new Map([[1, { a: 1 }]])).get(1).a === 1`},
	{"WeakRef, FinalizationRegistry", `new WeakRef({}).deref() !== undefined && typeof new FinalizationRegistry(() => {}).register === 'function'`},
	{"SharedArrayBuffer, Atomics on one thread", `Atomics.add(new Int32Array(new SharedArrayBuffer(4)), 0, 2) === 0`},
	{"resizable ArrayBuffer", `new ArrayBuffer(1, { maxByteLength: 2 }).resizable === true`},
	{"Float16Array", `new Float16Array(1).length === 1`},
	{"Intl in English", `new Intl.NumberFormat('en-US').format(1234.5) === '1,234.5'`},
	{"Intl in other languages", `new Intl.NumberFormat('de-DE').format(1234.5) === '1.234,5'`},
	{"__proto__, __defineGetter__, escape, substr", `({ __proto__: null }) instanceof Object === false && escape('ü') === '%FC' && 'abc'.substr(-2, 1) === 'b'`},
}

// engineMistakes make the engine throw.
var engineMistakes = []string{
	`undefined.x`, `null.x`, `undefined.x = 1`, `let o = {}; o.f()`, `let f; f()`, `({}).a.b`, `new (() => {})()`, `new 5`,
	`x`, `const c = 1; c = 2`, `y; let y`, `class A {}; A()`, `[...1]`, `const [a] = null`, `const { a } = undefined`,
	`Symbol() + ''`, `1n + 1`, `null[Symbol.iterator]`, `Object.defineProperty(1, 'a', {})`, `'use strict'; Object.freeze([]).push(1)`,
	`'use strict'; undefinedVariable = 1`, `'use strict'; delete Object.prototype`, `JSON.parse('{')`, `new Array(-1)`,
	`'x'.repeat(-1)`, `(1).toFixed(101)`, `(1).toString(99)`, `decodeURIComponent('%')`, `BigInt(1.5)`, `null instanceof 1`, `'a' in 'b'`,
	`Reflect.construct(1)`, `new Proxy({}, null)`, `Promise()`, `new Uint8Array(-1)`, `(function f() { f() })()`, `Object.setPrototypeOf({}, 1)`,
	`class B extends null { constructor() { super() } } new B`, `class C extends Object { constructor() {} } new C`,
}

// TestLanguage holds the tables of docs/compatibility.md against the engine.
func TestLanguage(t *testing.T) {
	rewriteTable(t, "language", languageTable(t))
}

// TestEngineMessages holds the list of the engine's messages against it.
func TestEngineMessages(t *testing.T) {
	var b strings.Builder
	b.WriteString("| script | exception |\n|--|--|\n")
	for _, src := range engineMistakes {
		_, err := run(t, src)
		var thrown *runtime.UncaughtError
		if !errors.As(err, &thrown) {
			t.Errorf("%s: %v, want an exception", src, err)
			continue
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", strings.ReplaceAll(src, "|", "\\|"), strings.TrimPrefix(firstLine(thrown.Error()), "Uncaught "))
	}
	rewriteTable(t, "messages", b.String())
}

func languageTable(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| feature | works |\n|--|--|\n")
	for _, f := range languageFeatures {
		works := "yes"
		if v, err := run(t, f.probe); err != nil {
			works = "no: " + strings.TrimPrefix(firstLine(err.Error()), "Uncaught ")
		} else if !holds(v) {
			works = "no"
		}
		fmt.Fprintf(&b, "| %s | %s |\n", f.name, works)
	}
	return b.String()
}

// run runs a script in a runtime of its own, to the end of its event loop.
func run(t *testing.T, src string) (goja.Value, error) {
	t.Helper()
	rt, err := runtime.New()
	if err != nil {
		t.Fatal(err)
	}
	defer rt.Close()
	return rt.RunString(context.Background(), "probe.js", src)
}

func holds(v goja.Value) bool {
	if p, ok := v.Export().(*goja.Promise); ok {
		v = p.Result()
	}
	return v != nil && v.StrictEquals(goja.New().ToValue(true))
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// rewriteTable compares what stands between the markers of a table with table,
// or puts it there.
func rewriteTable(t *testing.T, name, table string) {
	t.Helper()
	path := filepath.FromSlash(compatibility)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(string(data), "<!-- "+name+" -->\n")
	old, tail, ended := strings.Cut(rest, "<!-- end -->")
	if !found || !ended {
		t.Fatalf("%s has no table %q", path, name)
	}
	if old == table {
		return
	}
	if !*update {
		t.Fatalf("the table %q of %s is not what happens; rewrite it with -update:\n%s", name, path, table)
	}
	text := head + "<!-- " + name + " -->\n" + table + "<!-- end -->" + tail
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
