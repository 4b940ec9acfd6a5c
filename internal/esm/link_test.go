package esm

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
)

// world is a linker with modules from a table of texts.
type world struct {
	t       *testing.T
	e       *engine.Engine
	linker  *Linker
	texts   map[string]string
	modules map[string]*Module
	log     []string
}

func newWorld(t *testing.T, texts map[string]string) *world {
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = loop.Close() })
	e.Attach(loop)
	w := &world{t: t, e: e, texts: texts, modules: map[string]*Module{}}
	w.linker = NewLinker(e, w)
	if err := e.VM.Set("log", func(c goja.FunctionCall) goja.Value {
		w.log = append(w.log, c.Argument(0).String())
		return goja.Undefined()
	}); err != nil {
		t.Fatal(err)
	}
	return w
}

var _ Host = (*world)(nil)

func (w *world) Meta(*Module) *goja.Object                            { return w.e.VM.NewObject() }
func (w *world) Import(_ *Module, specifier, _ goja.Value) goja.Value { return specifier }
func (w *world) CompileError(_ *Module, err error) goja.Value         { return w.e.VM.ToValue(err.Error()) }

func (w *world) module(name string) *Module {
	if m := w.modules[name]; m != nil {
		return m
	}
	src, err := Parse(name, w.texts[name])
	if err != nil {
		w.t.Fatal(err)
	}
	m := w.linker.NewModule(name, src)
	w.modules[name] = m
	for _, r := range src.Requests {
		m.Requested = append(m.Requested, w.module(r.Specifier))
	}
	return m
}

// run evaluates a module and returns what it threw.
func (w *world) run(name string) (thrown string) {
	var promise *goja.Promise
	w.e.RunMain(func() {
		defer func() {
			var failed *LinkError
			if err, ok := recover().(error); ok && errors.As(err, &failed) {
				thrown = failed.Error()
			}
		}()
		m := w.module(name)
		m.Link()
		promise = m.Evaluate().Export().(*goja.Promise)
	})
	if promise != nil && promise.State() == goja.PromiseStateRejected {
		return promise.Result().String()
	}
	return thrown
}

func TestEvaluationOrder(t *testing.T) {
	for _, tc := range []struct {
		name   string
		texts  map[string]string
		log    string
		thrown string
	}{
		{"a chain", map[string]string{
			"a": "import 'b'; log('a')", "b": "import 'c'; log('b')", "c": "log('c')",
		}, "c b a", ""},
		{"a diamond", map[string]string{
			"a": "import 'b'; import 'c'; log('a')", "b": "import 'd'; log('b')", "c": "import 'd'; log('c')", "d": "log('d')",
		}, "d b c a", ""},
		{"a cycle", map[string]string{
			"a": "import {f} from 'b'; export function g() { return 'g' } log('a' + f())", "b": "import {g} from 'a'; export function f() { return 'f' } log('b' + g())",
		}, "bg af", ""},
		{"an uninitialized import", map[string]string{
			"a": "import 'b'; export let x = 1", "b": "import {x as y} from 'a'; try { y } catch (e) { log(e.message) }",
		}, "Cannot access 'y' before initialization", ""},
		{"siblings with await", map[string]string{
			"a": "import 'b'; import 'c'; import 'd'; log('a')", "b": "log('b1'); await 0; log('b2'); await 0; log('b3')",
			"c": "log('c1'); await 0; log('c2')", "d": "log('d')",
		}, "b1 c1 d b2 c2 b3 a", ""},
		{"a cycle with await", map[string]string{
			"a": "import 'b'; log('a1'); await 0; log('a2'); export const x = 1", "b": "import 'c'; import {x} from 'a'; log('b1'); await 0; log('b2')",
			"c": "import 'b'; log('c1'); await 0; log('c2')",
		}, "c1 c2 b1 b2 a1 a2", ""},
		{"parents run in the order of their evaluation", map[string]string{
			"a": "import 'b'; import 'c'; log('a')", "b": "import 'd'; log('b')", "c": "import 'd'; log('c')", "d": "await 0; log('d')",
		}, "d b c a", ""},
		{"a failure", map[string]string{
			"a": "import 'b'; log('a')", "b": "import 'c'; log('b')", "c": "log('c'); throw 'no'",
		}, "c", "no"},
		{"a failure after await", map[string]string{
			"a": "import 'b'; import 'c'; log('a')", "b": "await 0; throw 'late'", "c": "log('c'); await 0; await 0; log('c2')",
		}, "c c2", "late"},
		{"a caught rejection", map[string]string{
			"a": "try { await Promise.reject('r') } catch (e) { log(e) } finally { log(await 'f') }",
		}, "r f", ""},
		{"live bindings", map[string]string{
			"a": "import {n, inc} from 'b'; log(n); inc(); log(n); log({n}.n)", "b": "export let n = 1; export function inc() { n++ }",
		}, "1 2 2", ""},
		{"no such name", map[string]string{"a": "import {x} from 'b'", "b": ""}, "", "The requested module 'b' does not provide an export named 'x'"},
		{"stars", map[string]string{
			"a": "import * as ns from 'b'; import {x} from 'b'; log(Object.keys(ns)); log(x)", "b": "export * from 'c'; export * from 'd'; export default 1",
			"c": "export const x = 1, y = 2, z = 3", "d": "export const y = 5; export {x} from 'c'",
		}, "default,x,z 1", ""},
		{"an ambiguous name", map[string]string{
			"a": "import {y} from 'b'", "b": "export * from 'c'; export * from 'd'", "c": "export let y", "d": "export let y",
		}, "", "The requested module 'b' does not provide an export named 'y'"},
		{"a name that only leads to itself", map[string]string{
			"a": "import {x} from 'b'", "b": "export {x} from 'c'", "c": "export {x} from 'b'",
		}, "", "The requested module 'b' does not provide an export named 'x'"},
		{"itself", map[string]string{"a": "import {x as y, f as g} from 'a'; import * as me from 'a'; export function f() { return 'f' } log(g()); export let x = 1; log(y + me.x)"}, "f 2", ""},
	} {
		w := newWorld(t, tc.texts)
		thrown := w.run("a")
		if got := strings.Join(w.log, " "); got != tc.log || thrown != tc.thrown {
			t.Errorf("%s: %s, threw %q; want %s, %q", tc.name, got, thrown, tc.log, tc.thrown)
		}
	}
}

// TestFastReads makes sure that imports are variables where they can be.
func TestFastReads(t *testing.T) {
	w := newWorld(t, map[string]string{
		"a": "import {x, y, n} from 'b'; log(x + y + n)", "b": "export const x = 1; export function y() {}; export let n; export const set = () => { n = 2 }",
		"c": "import {x} from 'd'; export let z = 1; export const f = () => x", "d": "import {z} from 'c'; export let x = 2",
	})
	w.run("a")
	w.run("c")
	if got := []string{w.modules["a"].modes, w.modules["c"].modes}; !slices.Equal(got, []string{"vvg", "r"}) {
		t.Error(got)
	}
	if !w.modules["c"].ready || !w.modules["d"].ready {
		t.Error("the modules of a cycle are never ready")
	}
}

func TestSynthetic(t *testing.T) {
	w := newWorld(t, map[string]string{"a": "import {x} from 'b'; import * as ns from 'b'; log(x + ns.x); export const now = () => x + ns.x"})
	ran := 0
	w.modules["b"] = w.linker.NewSynthetic("b", []string{"x"}, func(m *Module) {
		ran++
		m.SetExport("x", w.e.VM.ToValue("one"))
	})
	w.run("a")
	w.run("a")
	w.e.RunMain(func() {
		w.modules["b"].SetExport("x", w.e.VM.ToValue("two"))
		fn, _ := engine.Callable(w.modules["a"].Namespace().Get("now"))
		w.log = append(w.log, w.e.Call(fn, goja.Undefined()).String())
	})
	if got := fmt.Sprint(w.log, ran); got != "[oneone twotwo] 1" {
		t.Error(got)
	}
}
