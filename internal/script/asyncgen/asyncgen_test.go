package asyncgen_test

import (
	"testing"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"

	"github.com/gonode/gonode/internal/script/asyncgen"
)

func parse(t *testing.T, text string) *ast.Program {
	t.Helper()
	tree, err := parser.ParseFile(nil, "test.js", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// run compiles a tree and runs it with helpers that return what they are given
// in a form that shows.
func run(t *testing.T, tree *ast.Program) string {
	t.Helper()
	prg, err := goja.CompileAST(tree, false)
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	_, err = vm.RunString(`
		const show = (v) => Array.isArray(v) ? '[' + v.map(show) + ']' : String(v);
		globalThis['` + asyncgen.Start + `'] = (self, body, args) => [...body.apply(self, args ?? [])].map(show).join(' ');
		globalThis['` + asyncgen.Give + `'] = (v) => ['give', v];
		globalThis['` + asyncgen.Delegate + `'] = (v) => [['all', v]];
		globalThis['` + asyncgen.Mark + `'] = (fn, name) => Object.assign(fn, { marked: name ?? fn.name });
	`)
	if err != nil {
		t.Fatal(err)
	}
	v, err := vm.RunProgram(prg)
	if err != nil {
		t.Fatal(err)
	}
	return v.String()
}

func TestRewrite(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"steps":        {`async function* f(a) { await a; yield 2; yield* [3]; return 4 } f(1)`, "1 [give,2] [all,[3]] 4"},
		"no values":    {`async function* f() { yield; return } f()`, "[give,undefined]"},
		"nested await": {`async function* f() { yield (await 1) } f()`, "1 [give,undefined]"},
		"declaration":  {`async function* f() {} f.marked`, "f"},
		"named":        {`const f = async function* () {}; f.marked`, "f"},
		"property":     {`({ p: async function* () {} }).p.marked`, "p"},
		"in a block":   {`{ async function* f() {} f.marked }`, "f"},
		"arguments":    {`async function* f() { yield arguments.length } f(7, 8)`, "[give,2]"},
		"parameter":    {`async function* f(a) { var a; yield a } f(5)`, "[give,5]"},
		"own variable": {`var b = 1; async function* f(a) { var b = a; yield b } f(5) + b`, "[give,5]1"},
		"strict":       {`async function* f() { 'use strict'; yield this } f.call(undefined)`, "[give,undefined]"},
		"inner":        {`async function* f() { yield (function* () { yield 1 })().next().value } f()`, "[give,1]"},
	} {
		t.Run(name, func(t *testing.T) {
			tree := parse(t, c.text)
			if _, err := goja.CompileAST(parse(t, c.text), false); err == nil {
				t.Fatal("goja compiles async generators: this package has no purpose any more")
			}
			if !asyncgen.Rewrite(tree) {
				t.Fatal("found none")
			}
			if got := run(t, tree); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestRewriteLeavesOthers(t *testing.T) {
	if asyncgen.Rewrite(parse(t, `async function f() { await 1 } function* g() { yield 1 } async () => {}`)) {
		t.Error("found an async generator")
	}
}

func TestRewriteLowered(t *testing.T) {
	tree := parse(t, `const o = { m(a) {
		return __asyncGenerator(this, arguments, function* () { yield new __await(a); yield 2; yield* __yieldStar([3]); return 4 });
	} }; o.m(1) + ' ' + o.m.toString().slice(0, 10)`)
	asyncgen.RewriteLowered(tree)
	if got, want := run(t, tree), "1 [give,2] [all,[3]] 4 async *m(a"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
