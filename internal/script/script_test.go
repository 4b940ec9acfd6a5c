package script

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/dop251/goja"
)

// call compiles text as a module, calls its function and returns the result.
func call(t *testing.T, text string, args ...any) goja.Value {
	t.Helper()
	vm := goja.New()
	prg, err := CompileModule("/a.js", text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	v, err := vm.RunProgram(prg)
	if err != nil {
		t.Fatal(err)
	}
	fn, ok := goja.AssertFunction(v)
	if !ok {
		t.Fatalf("%q gives %v, no function", text, v)
	}
	values := make([]goja.Value, len(args))
	for i, a := range args {
		values[i] = vm.ToValue(a)
	}
	v, err = fn(vm.NewObject(), values...)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return v
}

func TestCompileModule(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"return [exports, require, module, __filename, __dirname].join()", "1,2,3,4,5"},
		{"return arguments.length", "5"},
		{"return typeof this", "object"},
		{"undeclared = 1; return typeof undeclared", "number"},
		{"'use strict'; try { undeclared2 = 1; return 'sloppy' } catch { return 'strict' }", "strict"},
		{"return (function () { return this === globalThis })()", "true"},
		{"'use strict'; return (function () { return this })()", "undefined"},
		{"return f(); function f() { return 'hoisted' }", "hoisted"},
		{"var x = 1; return typeof globalThis.x", "undefined"},
		{"var exports; return exports", "1"},
		{"function require() { return 7 } return require()", "7"},
		{"return new.target === undefined", "true"},
		{"#!/usr/bin/env node\nreturn 1", "1"},
		{"// comment at the end", "undefined"},
		{"", "undefined"},
		{"return 1 // comment", "1"},
		{"return '\xff\xfe'.length", "2"},
		{"//# sourceMappingURL=missing.js.map\nreturn 2", "2"},
		{"return arguments.callee.length", "5"},
	} {
		if got := call(t, tc.text, 1, 2, 3, 4, 5).String(); got != tc.want {
			t.Errorf("%q: got %s, want %s", tc.text, got, tc.want)
		}
	}
}

// Positions are those of the text, also on the first line.
func TestModulePositions(t *testing.T) {
	for _, tc := range []struct {
		text         string
		line, column int
	}{
		{"nope", 1, 1},
		{"\n  nope", 2, 3},
		{"#!/x\n nope", 2, 2},
	} {
		vm := goja.New()
		prg, err := CompileModule("/a.js", tc.text)
		if err != nil {
			t.Fatal(err)
		}
		v, err := vm.RunProgram(prg)
		if err != nil {
			t.Fatal(err)
		}
		fn, _ := goja.AssertFunction(v)
		_, err = fn(goja.Undefined())
		var ex *goja.Exception
		if !errors.As(err, &ex) || len(ex.Stack()) == 0 {
			t.Fatalf("%q: %v", tc.text, err)
		}
		frame := ex.Stack()[0]
		if p := frame.Position(); p.Line != tc.line || p.Column != tc.column {
			t.Errorf("%q: at %d:%d", tc.text, p.Line, p.Column)
		}
		if frame.FuncName() != ModuleFrame {
			t.Errorf("frame %q", frame.FuncName())
		}
	}
}

func TestCompileScript(t *testing.T) {
	vm := goja.New()
	prg, err := CompileScript("[eval]", "var x = 1; x + 1")
	if err != nil {
		t.Fatal(err)
	}
	v, err := vm.RunProgram(prg)
	if err != nil || v.ToInteger() != 2 || vm.Get("x") == nil {
		t.Error(v, err)
	}
	_, err = CompileScript("[eval]", "return 1")
	var syntax *SyntaxError
	if !errors.As(err, &syntax) || syntax.Message != "Illegal return statement" {
		t.Error(err)
	}
	if want := "[eval]:1:1: SyntaxError: Illegal return statement"; err.Error() != want {
		t.Errorf("%q", err.Error())
	}
}

func TestLines(t *testing.T) {
	got := strings.Join(Lines("a\nb\r\nc\rd\u2028e\u2029f\n"), "|")
	if want := "a|b|c|d|e|f|"; got != want {
		t.Errorf("%q", got)
	}
	if n := len(Lines("")); n != 1 {
		t.Error(n)
	}
}

func TestCacheCompilesOnce(t *testing.T) {
	cache := NewProgramCache(0)
	var compiled atomic.Int32
	compile := func(name, text string) (*goja.Program, error) {
		compiled.Add(1)
		return CompileModule(name, text)
	}
	var wg sync.WaitGroup
	programs := make([]*goja.Program, 16)
	for i := range programs {
		wg.Go(func() {
			prg, err := cache.Compile("module", "/a.js", "return 1", compile)
			if err != nil {
				t.Error(err)
			}
			programs[i] = prg
			// A shared program runs in any VM.
			if _, err := goja.New().RunProgram(prg); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if compiled.Load() != 1 {
		t.Errorf("compiled %d times", compiled.Load())
	}
	for _, prg := range programs {
		if prg != programs[0] {
			t.Error("different programs")
		}
	}
	for _, key := range []struct{ kind, name, text string }{
		{"module", "/a.js", "return 2"}, {"module", "/b.js", "return 1"}, {"other", "/a.js", "return 1"},
	} {
		if _, err := cache.Compile(key.kind, key.name, key.text, compile); err != nil {
			t.Error(err)
		}
	}
	if compiled.Load() != 4 || cache.Len() != 4 {
		t.Errorf("compiled %d, kept %d", compiled.Load(), cache.Len())
	}
}

func TestCacheKeepsNoFailures(t *testing.T) {
	cache := NewProgramCache(0)
	tries := 0
	compile := func(name, text string) (*goja.Program, error) {
		if tries++; tries == 1 {
			return nil, errors.New("first")
		}
		return CompileModule(name, text)
	}
	if _, err := cache.Compile("module", "a", "1", compile); err == nil {
		t.Error("no error")
	}
	if cache.Len() != 0 {
		t.Error("the failure is kept")
	}
	if _, err := cache.Compile("module", "a", "1", compile); err != nil {
		t.Error(err)
	}
}

func TestCacheForgets(t *testing.T) {
	cache := NewProgramCache(1000)
	for i := range 50 {
		text := fmt.Sprintf("%d;%s", i, strings.Repeat(" ", 96))
		if _, err := cache.Compile("module", "a", text, CompileModule); err != nil {
			t.Fatal(err)
		}
	}
	if n := cache.Len(); n == 0 || n > 10 {
		t.Errorf("%d programs kept", n)
	}
	if _, err := cache.Compile("module", "a", strings.Repeat(" ", 5000), CompileModule); err != nil {
		t.Fatal(err)
	}
	if n := cache.Len(); n != 1 {
		t.Errorf("%d programs kept beside a large one", n)
	}
}
