package runtime_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/runtime"
)

func TestExitError(t *testing.T) {
	for src, code := range map[string]int{
		"process.exit(3)":                                    3,
		"process.exitCode = 4":                               4,
		"process.exit(0)":                                    0,
		"setTimeout(() => process.exit(5), 1)":               5,
		"process.on('exit', () => { process.exitCode = 6 })": 6,
		"1 + 1": 0,
	} {
		_, err := newRuntime(t).RunString(deadline(t), "exit.js", src)
		var exit *runtime.ExitError
		switch {
		case code == 0 && err != nil:
			t.Errorf("%s: %v", src, err)
		case code != 0 && (!errors.As(err, &exit) || exit.Code != code):
			t.Errorf("%s: %v, want exit code %d", src, err, code)
		}
	}
}

func TestUncaughtError(t *testing.T) {
	_, err := newRuntime(t).RunString(deadline(t), "bad.js", "\n  throw new TypeError('no good')")
	var uncaught *runtime.UncaughtError
	if !errors.As(err, &uncaught) {
		t.Fatalf("got %v", err)
	}
	expect(t, "Error", err.Error(), "Uncaught TypeError: no good")
	expect(t, "Stack", uncaught.Stack, "TypeError: no good\n    at bad.js:2:9")
	if uncaught.Code != 1 {
		t.Errorf("Code = %d", uncaught.Code)
	}
	for _, part := range []string{"bad.js:2\n", "throw new TypeError('no good')\n  ^\n", "Node.js v"} {
		if !strings.Contains(uncaught.Report, part) {
			t.Errorf("no %q in the report:\n%s", part, uncaught.Report)
		}
	}
	var ex *goja.Exception
	if !errors.As(err, &ex) || ex.Value() != uncaught.Value {
		t.Error("the goja exception is not reachable")
	}
}

// TestUncaughtGoError: what a native function throws comes out again.
func TestUncaughtGoError(t *testing.T) {
	cause := errors.New("disk on fire")
	rt := newRuntime(t, runtime.WithModule("disk", func(vm *goja.Runtime, module *goja.Object) {
		_ = module.Get("exports").(*goja.Object).Set("read", func() error { return cause })
	}))
	_, err := rt.RunString(deadline(t), "x.js", "require('disk').read()")
	if !errors.Is(err, cause) {
		t.Errorf("%v does not lead to the cause", err)
	}
}

func TestUncaughtOddValues(t *testing.T) {
	for src, want := range map[string]string{
		"throw undefined":   "Uncaught undefined",
		"throw null":        "Uncaught null",
		"throw 'text'":      "Uncaught text",
		"throw Symbol('s')": "Uncaught Symbol(s)",
		"throw { toString() { return 'custom' } }":                  "Uncaught custom",
		"Promise.reject(new RangeError('r'))":                       "Uncaught RangeError: r",
		"throw { get stack() { throw 1 }, toString() { throw 2 } }": "Uncaught",
	} {
		_, err := newRuntime(t).RunString(deadline(t), "x.js", src)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", src, err, want)
		}
	}
}

func explode() { panic("wires crossed") }

// TestPanicError: a Go panic ends the script with an error that names the
// function, wherever the native was called from.
func TestPanicError(t *testing.T) {
	for _, src := range []string{
		"explode()",
		"try { explode() } catch { } finally { }",
		"[1].map(() => explode())",
		"setTimeout(explode, 1)",
		"Promise.resolve().then(explode)",
		"process.nextTick(explode)",
		"queueMicrotask(explode)",
		"const e = new (require('events'))(); e.on('x', explode); e.emit('x')",
	} {
		rt := newRuntime(t)
		err := rt.Do(deadline(t), func(vm *goja.Runtime) error {
			return vm.Set("explode", func(goja.FunctionCall) goja.Value { explode(); return nil })
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = rt.RunString(deadline(t), "x.js", src)
		var p *runtime.PanicError
		if !errors.As(err, &p) {
			t.Errorf("%s: %v", src, err)
			continue
		}
		if p.Value != "wires crossed" || !strings.HasSuffix(p.Where, "runtime_test.explode") {
			t.Errorf("%s: value %v, in %s", src, p.Value, p.Where)
		}
		if !strings.Contains(string(p.Stack), "ends_test.go") || !strings.Contains(err.Error(), "explode") {
			t.Errorf("%s: the place is missing in %v\n%s", src, err, p.Stack)
		}
		if _, err := rt.RunString(deadline(t), "y.js", "1"); !errors.Is(err, runtime.ErrEnded) {
			t.Errorf("%s: after it, RunString = %v", src, err)
		}
	}
}

// TestContext: the end of a context ends a script whatever it is doing.
func TestContext(t *testing.T) {
	for _, src := range []string{
		"for (;;);",
		"setInterval(() => {}, 1e9)",
		"setTimeout(() => { for (;;); }, 1)",
		"Promise.resolve().then(() => { for (;;); })",
		"const f = () => queueMicrotask(f); f()",
		"const f = () => process.nextTick(f); f()",
		"const f = () => setImmediate(f); f()",
		"try { for (;;); } finally { for (;;); }",
		"process.on('exit', () => { for (;;); })",
		"process.on('uncaughtException', () => { for (;;); }); throw 1",
		"process.on('beforeExit', () => setImmediate(() => {}))",
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		_, err := newRuntime(t).RunString(ctx, "x.js", src)
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", src, err)
		}
	}
}

func TestContextThatHasEnded(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := ""
	rt := newRuntime(t)
	err := rt.RunStringThen(ctx, "x.js", "1", func(goja.Value) { out = "ran" })
	if !errors.Is(err, context.Canceled) || out != "" {
		t.Errorf("%v %s", err, out)
	}
}

// TestRunAgain: after a natural end the global scope is there for another
// script, and 'exit' comes once for each.
func TestRunAgain(t *testing.T) {
	rt := newRuntime(t)
	ctx := deadline(t)
	if _, err := rt.RunString(ctx, "a.js", "var n = 0; process.on('exit', (code) => { n += 1 + code })"); err != nil {
		t.Fatal(err)
	}
	_, err := rt.RunString(ctx, "b.js", "process.exitCode = 10")
	var exit *runtime.ExitError
	if !errors.As(err, &exit) || exit.Code != 10 {
		t.Fatalf("got %v", err)
	}
	v, err := rt.RunString(ctx, "c.js", "n")
	if err != nil || v.ToInteger() != 12 {
		t.Errorf("n = %v, %v", v, err)
	}
}

func TestRunStringValue(t *testing.T) {
	v, err := newRuntime(t).RunString(deadline(t), "x.js", "const a = 20; setTimeout(() => {}, 1); a * 2 + 2")
	if err != nil || v.ToInteger() != 42 {
		t.Errorf("got %v, %v", v, err)
	}
}

func TestUnhandledRejectionModes(t *testing.T) {
	for mode, want := range map[string]string{
		"throw": "Uncaught Error: r", "strict": "Uncaught Error: r",
		"warn": "<nil>", "none": "<nil>", "warn-with-error-code": "exit status 1",
	} {
		_, err := newRuntime(t, runtime.WithUnhandledRejections(mode)).
			RunString(deadline(t), "x.js", "Promise.reject(new Error('r'))")
		expect(t, mode, fmt.Sprint(err), want)
	}
	if _, err := runtime.New(runtime.WithUnhandledRejections("maybe")); err == nil {
		t.Error("an unknown mode was accepted")
	}
}
