package hoisted_test

import (
	"testing"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/gonode/gonode/internal/script/hoisted"
)

// TestInitialize runs functions that get more arguments than they have
// parameters.
func TestInitialize(t *testing.T) {
	for src, want := range map[string]string{
		`(function (a) { var x; return () => [a, x] })(1, 2)()`:                                             "1,",
		`(function () { var a = arguments.length; var x, y; (() => [x, y])(); return [a, x, y] })(1, 2, 3)`: "3,,",
		`((a) => { 'use strict'; var x; return () => [a, x, this] })(1, 2)().length`:                        "3",
		`(function (a) { 'use strict'; var x; return [a, x, (() => x)(), this === undefined] })(1, 2)`:      "1,,,true",
		`(function (a) { var x; return eval('[a, x]') })(1, 2)`:                                             "1,",
		`(function (a) { var f; function f() {} return () => typeof f + a })(1, 2)()`:                       "function1",
		`(function (a) { var a; return () => a })(1, 2)()`:                                                  "1",
		`(function () { var { x, y: [z] } = { x: 5, y: [6] }; return () => x + z })(1, 2)()`:                "11",
		`(function () { for (var i = 0; i < 3; i++) var x; return () => [i, x] })(7, 8)()`:                  "3,",
		`new (class { m(a) { var x; return () => [a, x] } })().m(1, 2)()`:                                   "1,",
		`[...(function* (a) { var x; yield (() => [a, x])() })(1, 2)][0]`:                                   "1,",
		`(function (a) { if (a) { var x = a } return () => x })(1, 2)()`:                                    "1",
		`(function (a, b = () => a) { var x; return () => [b(), x] })(1, undefined, 2)()`:                   "1,",
	} {
		tree, err := parser.ParseFile(nil, "", src, 0)
		if err != nil {
			t.Fatal(err)
		}
		hoisted.Initialize(tree)
		prg, err := goja.CompileAST(tree, false)
		if err != nil {
			t.Fatalf("%s: %v", src, err)
		}
		v, err := goja.New().RunProgram(prg)
		if err != nil {
			t.Fatalf("%s: %v", src, err)
		}
		if got := v.String(); got != want {
			t.Errorf("%s: got %q, want %q", src, got, want)
		}
	}
}

// TestStillNeeded fails when goja has been mended and the package can go.
func TestStillNeeded(t *testing.T) {
	v, err := goja.New().RunString(`(function (a) { var x; return () => [a, x] })(1, 2)()[1]`)
	if err != nil {
		t.Fatal(err)
	}
	if goja.IsUndefined(v) {
		t.Error("goja keeps arguments out of variables now: remove this package")
	}
}
