package v8stack_test

import (
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/v8stack"
)

func stackOf(t *testing.T, v goja.Value) string {
	t.Helper()
	return v.(*goja.Object).Get("stack").String()
}

func TestNormalize(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "class A { m() { nope; } }\n[1].map(() => new A().m());")
	err := ex.Value()
	if got := stackOf(t, err); !strings.Contains(got, "\n\tat ") {
		t.Fatalf("goja's stack is no longer what Normalize expects: %q", got)
	}
	w.stacks.Normalize(err)
	want := "ReferenceError: nope is not defined\n    at A.m (/dir/a.js:1:17)\n    at /dir/a.js:2:23\n" +
		"    at Array.map (<anonymous>)\n    at Object.<anonymous> (/dir/a.js:2:5)"
	if got := stackOf(t, err); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	w.stacks.Normalize(err)
	if got := stackOf(t, err); got != want {
		t.Errorf("a second time it became\n%s", got)
	}
}

func TestNormalizeKeepsTheLimit(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "Error.stackTraceLimit = 2; function f(n) { return n ? f(n - 1) + 1 : nope; } f(9)")
	w.stacks.NormalizeException(ex)
	if got := strings.Count(stackOf(t, ex.Value()), "\n    at "); got != 2 {
		t.Errorf("%d frames", got)
	}
}

func TestNormalizeLeavesAlone(t *testing.T) {
	for name, text := range map[string]string{
		"script error":   "throw new Error('m')",
		"plain object":   "throw { stack: 'x\\n\\tat f (a:1:2(3))\\n' }",
		"number":         "throw 5",
		"assigned":       "try { nope } catch (e) { e.stack = 'mine'; throw e }",
		"assigned alike": "try { nope } catch (e) { e.stack = 'E\\n\\tat com.Foo(Foo.java:12)\\n'; throw e }",
		"deleted":        "try { nope } catch (e) { delete e.stack; throw e }",
		"no string":      "try { nope } catch (e) { e.stack = 7; throw e }",
		"frozen":         "try { nope } catch (e) { e.stack; throw Object.freeze(e) }",
		"inherited":      "try { nope } catch (e) { throw Object.create(e) }",
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			v := thrown(t, w, text).Value()
			before := stackText(v)
			w.stacks.Normalize(v)
			if after := stackText(v); after != before {
				t.Errorf("%q became %q", before, after)
			}
		})
	}
}

func stackText(v goja.Value) string {
	obj, ok := v.(*goja.Object)
	if !ok || obj.Get("stack") == nil {
		return ""
	}
	return obj.Get("stack").String()
}

func TestSetCode(t *testing.T) {
	w := newWorld(t)
	must(t, w.vm.Set("coded", func(c goja.FunctionCall) goja.Value {
		err, e := w.vm.New(w.vm.Get("TypeError"), c.Argument(0))
		if e != nil {
			panic(e)
		}
		v8stack.SetCode(err, "ERR_X")
		return err
	}))
	ex := w.run(t, "/dir/a.js", "const e = coded('m');\nprint(e.stack); print(e.name, e.message, Object.keys(e).length);")
	if ex != nil {
		t.Fatal(ex)
	}
	want := "TypeError [ERR_X]: m\n    at Object.<anonymous> (/dir/a.js:1:11)\nTypeError m 0\n"
	if got := w.out.String(); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestCapture(t *testing.T) {
	w := newWorld(t)
	var frames []v8stack.Frame
	must(t, w.vm.Set("capture", func(goja.FunctionCall) goja.Value {
		frames = w.stacks.Capture(2)
		return nil
	}))
	if ex := w.run(t, "/dir/a.js", "class A { m() { capture(); } }\nfunction f() { new A().m(); }\nf();"); ex != nil {
		t.Fatal(ex)
	}
	if len(frames) != 2 {
		t.Fatalf("%d frames", len(frames))
	}
	f := frames[0]
	if f.Function != "m" || f.Type != "A" || f.File != "/dir/a.js" || f.Line != 1 || f.Column != 17 {
		t.Errorf("%+v", f)
	}
	if got := frames[1].String(); got != "f (/dir/a.js:2:24)" {
		t.Error(got)
	}
}

func TestAttach(t *testing.T) {
	w := newWorld(t)
	must(t, w.vm.Set("check", func(c goja.FunctionCall) goja.Value {
		obj := c.Argument(0).(*goja.Object)
		until, _ := c.Argument(1).(*goja.Object)
		w.stacks.Attach(obj, until)
		return nil
	}))
	ex := w.run(t, "/dir/a.js", `function inner(o, fn) { check(o, fn); return o; }
function outer(fn) { return inner({}, fn).stack.split('\n')[1]; }
print(outer()); print(outer(inner));`)
	if ex != nil {
		t.Fatal(ex)
	}
	want := "    at inner (/dir/a.js:1:25)\n    at outer (/dir/a.js:2:29)\n"
	if got := w.out.String(); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// The engine's own Call is used for Error.prepareStackTrace.
func TestCallHook(t *testing.T) {
	w := newWorld(t)
	calls := 0
	w.stacks.Call = func(fn v8stack.Func, this goja.Value, args ...goja.Value) goja.Value {
		calls++
		return fn(goja.FunctionCall{This: this, Arguments: args})
	}
	if ex := w.run(t, "/dir/a.js", "Error.prepareStackTrace = (e, s) => s.length; print(new Error('x').stack)"); ex != nil {
		t.Fatal(ex)
	}
	if calls != 1 || w.out.String() != "1\n" {
		t.Errorf("%d calls, %q", calls, w.out.String())
	}
}

// Errors of one VM do not reach into another.
func TestTwoVMs(t *testing.T) {
	a, b := newWorld(t), newWorld(t)
	if ex := a.run(t, "/dir/a.js", "Error.stackTraceLimit = 0; Error.prepareStackTrace = () => 'a'"); ex != nil {
		t.Fatal(ex)
	}
	if ex := b.run(t, "/dir/b.js", "print(new Error('m').stack)"); ex != nil {
		t.Fatal(ex)
	}
	if got := b.out.String(); got != "Error: m\n    at Object.<anonymous> (/dir/b.js:1:7)\n" {
		t.Errorf("%q", got)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func BenchmarkInstall(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		b.StopTimer()
		vm := goja.New()
		b.StartTimer()
		v8stack.Install(vm)
	}
}

func BenchmarkError(b *testing.B) {
	for _, expr := range []string{"new Error('x')", "new E('x')", "new Error('x').stack", "Error.captureStackTrace({}, r)"} {
		b.Run(expr, func(b *testing.B) {
			w := newWorld(b)
			text := "class E extends Error { constructor(m) { super(m); } }\n" +
				"globalThis.r = function r(d, n) { if (d > 0) return r(d - 1, n); for (let i = 0; i < n; i++) " + expr + "; }"
			if ex := w.run(b, "/dir/a.js", text); ex != nil {
				b.Fatal(ex)
			}
			fn, _ := goja.AssertFunction(w.vm.Get("r"))
			b.ReportAllocs()
			b.ResetTimer()
			if _, err := fn(goja.Undefined(), w.vm.ToValue(10), w.vm.ToValue(b.N)); err != nil {
				b.Fatal(err)
			}
		})
	}
}
