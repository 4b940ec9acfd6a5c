package runtime_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/runtime"
)

// tree is a small application.
var tree = fstest.MapFS{
	"app/main.js":                       {Data: []byte("console.log(require('./lib').name, require('pkg'), require('./data.json').n, __filename)")},
	"app/lib/index.js":                  {Data: []byte("exports.name = 'lib in ' + __dirname")},
	"app/data.json":                     {Data: []byte("\ufeff{\"n\": 5}")},
	"app/node_modules/pkg/package.json": {Data: []byte(`{"exports": {"testing": "./t.js", "default": "./d.js"}}`)},
	"app/node_modules/pkg/t.js":         {Data: []byte("module.exports = 'testing'")},
	"app/node_modules/pkg/d.js":         {Data: []byte("module.exports = 'default'")},
	"app/broken.js":                     {Data: []byte("let a = ;")},
	"app/throws.js":                     {Data: []byte("\nthrow new Error('from a tree')")},
	"app/setup.js":                      {Data: []byte("globalThis.setups = (globalThis.setups || 0) + 1; console.log('setup', module.parent && module.parent.id)")},
	"app/shows.js":                      {Data: []byte("console.log('setups', setups, require.main === module)")},
}

// runFile runs a file of tree and returns what it prints.
func runFile(t *testing.T, path string, opts ...runtime.Option) (string, error) {
	t.Helper()
	var out strings.Builder
	opts = append([]runtime.Option{runtime.WithFS(runtime.FromFS(tree)), runtime.WithStdio(nil, &out, nil)}, opts...)
	err := newRuntime(t, opts...).RunFile(deadline(t), path)
	return out.String(), err
}

func TestWithFS(t *testing.T) {
	out, err := runFile(t, "/app/main.js")
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "output", out, "lib in /app/lib default 5 /app/main.js\n")
}

func TestWithConditions(t *testing.T) {
	out, err := runFile(t, "/app/main.js", runtime.WithConditions("testing"))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "output", out, "lib in /app/lib testing 5 /app/main.js\n")
}

func TestFSErrors(t *testing.T) {
	for path, want := range map[string]string{
		"/app/missing.js": "Error: Cannot find module '/app/missing.js'",
		"/app/broken.js":  "SyntaxError: Unexpected token ';'",
		"/app/throws.js":  "Error: from a tree",
		"/etc/passwd":     "Error: Cannot find module '/etc/passwd'",
	} {
		_, err := runFile(t, path)
		var uncaught *runtime.UncaughtError
		if !errors.As(err, &uncaught) || uncaught.Message != want || uncaught.Code != 1 {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	_, err := runFile(t, "/app/throws.js")
	var uncaught *runtime.UncaughtError
	if !errors.As(err, &uncaught) || !strings.HasPrefix(uncaught.Report, "/app/throws.js:2\nthrow new Error('from a tree')\n^\n") {
		t.Errorf("report of %v", err)
	}
}

func TestWithPreload(t *testing.T) {
	out, err := runFile(t, "/app/shows.js", runtime.WithPreload("/app/setup.js", "/app/setup.js"))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "output", out, "setup internal/preload\nsetups 1 true\n")
	if _, err = runFile(t, "/app/shows.js", runtime.WithPreload("/app/missing")); err == nil {
		t.Error("a missing module was preloaded")
	}
	expect(t, "string", output(t, "console.log(setups)", runtime.WithFS(runtime.FromFS(tree)),
		runtime.WithPreload("/app/setup.js")), "setup internal/preload\n1\n")
}

// TestRunFileAgain: each run loads the main module anew, and the others once.
func TestRunFileAgain(t *testing.T) {
	var out strings.Builder
	rt := newRuntime(t, runtime.WithStdio(nil, &out, nil), runtime.WithFS(runtime.FromFS(fstest.MapFS{
		"main.js":  {Data: []byte("console.log(require('./count')(), require.main === module)")},
		"count.js": {Data: []byte("let n = 0; module.exports = () => ++n")},
	})))
	for range 3 {
		if err := rt.RunFile(deadline(t), "/main.js"); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, "output", out.String(), "1 true\n2 true\n3 true\n")
}

func TestWithModule(t *testing.T) {
	loads := 0
	greeter := func(vm *goja.Runtime, module *goja.Object) {
		loads++
		exports := module.Get("exports").(*goja.Object)
		_ = exports.Set("hello", func(name string) string { return "hello " + name })
	}
	replaced := func(vm *goja.Runtime, module *goja.Object) { _ = module.Set("exports", "mine") }
	expect(t, "output", output(t, `
		console.log(require('greeter').hello('you'), require('greeter') === require('greeter'));
		console.log(require('os'), require('node:os'), typeof require('net').connect);
	`, runtime.WithModule("greeter", greeter), runtime.WithModule("os", replaced)),
		"hello you true\nmine mine function\n")
	if loads != 1 {
		t.Errorf("loaded %d times", loads)
	}
}

// TestModuleThrows: what a loader throws, the script catches; a Go panic ends
// the script.
func TestModuleThrows(t *testing.T) {
	throws := func(vm *goja.Runtime, _ *goja.Object) { panic(vm.NewTypeError("not today")) }
	expect(t, "output", output(t, "try { require('bad') } catch (e) { console.log(e.message) }",
		runtime.WithModule("bad", throws)), "not today\n")

	panics := func(*goja.Runtime, *goja.Object) { explode() }
	rt := newRuntime(t, runtime.WithModule("worse", panics))
	_, err := rt.RunString(deadline(t), "x.js", "try { require('worse') } catch { }")
	var p *runtime.PanicError
	if !errors.As(err, &p) || !strings.HasSuffix(p.Where, "runtime_test.explode") {
		t.Errorf("got %v", err)
	}
}

// TestPanicWithError: errors.Is sees through a panic whose value is an error.
func TestPanicWithError(t *testing.T) {
	cause := errors.New("the cause")
	rt := newRuntime(t)
	err := rt.Do(deadline(t), func(*goja.Runtime) error { panic(cause) })
	var p *runtime.PanicError
	if !errors.As(err, &p) || !errors.Is(err, cause) {
		t.Errorf("got %v", err)
	}
}
