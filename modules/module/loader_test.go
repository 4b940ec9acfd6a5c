package module

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/v8stack"
)

// loadMain runs /root/main.js of a tree and returns module.exports.
func loadMain(t *testing.T, tree map[string]string, configure func(*Config)) (*world, goja.Value, *goja.Exception) {
	t.Helper()
	w := newWorld(t, memory(tree), "/root", configure)
	v, ex := w.try(func() goja.Value { return w.RunMain("main.js") })
	return w, v, ex
}

func wantExports(t *testing.T, want string, tree map[string]string, configure func(*Config)) {
	t.Helper()
	_, v, ex := loadMain(t, tree, configure)
	if ex != nil {
		t.Fatal(ex.String())
	}
	if got := v.String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func wantError(t *testing.T, code, message string, tree map[string]string, configure func(*Config)) *world {
	t.Helper()
	w, _, ex := loadMain(t, tree, configure)
	if ex == nil {
		t.Fatal("nothing was thrown")
	}
	obj, ok := ex.Value().(*goja.Object)
	if !ok {
		t.Fatalf("thrown: %v", ex.Value())
	}
	if got := text(obj, "code"); got != code {
		t.Errorf("code %q, want %q", got, code)
	}
	if got := text(obj, "message"); got != message {
		t.Errorf("message\n got %s\nwant %s", got, message)
	}
	return w
}

func TestSymlinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links need a privilege on Windows")
	}
	dir := onDisk(t, map[string]string{
		"store/pkg/index.js":              "module.exports = [__filename, require('dep')]",
		"store/pkg/package.json":          `{"exports": "./index.js"}`,
		"store/node_modules/dep/index.js": "module.exports = __filename",
		"real/main.js":                    "module.exports = [__filename, require('pkg'), require('./again') === exports_, require.main === module].join('|')",
		"app/node_modules/x/a.js":         "",
	})
	link := func(target, name string) {
		if err := os.Symlink(filepath.Join(dir, target), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range []string{"real/node_modules"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	link("store/pkg", "real/node_modules/pkg")
	link("real/main.js", "linked.js")
	if err := os.WriteFile(filepath.Join(dir, "real/other.js"), []byte("module.exports = globalThis.exports_ = {}"), 0o644); err != nil {
		t.Fatal(err)
	}
	link("real/other.js", "real/again.js")
	if err := os.Symlink("loop.js", filepath.Join(dir, "loop.js")); err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, OS{}, dir, nil)
	w.mustRequire(t, "./real/other")
	got := strings.ReplaceAll(w.mustMain(t, "linked").String(), dir, "")
	want := "/real/main.js|/store/pkg/index.js,/store/node_modules/dep/index.js|true|true"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, ex := w.try(func() goja.Value { return w.Require("./loop") }); ex == nil {
		t.Error("a link to itself was loaded")
	}
}

func (w *world) mustRequire(t *testing.T, id string) goja.Value {
	t.Helper()
	v, ex := w.try(func() goja.Value { return w.Require(id) })
	if ex != nil {
		t.Fatal(ex.String())
	}
	return v
}

func TestNodePath(t *testing.T) {
	wantExports(t, "found", map[string]string{
		"main.js": "module.exports = require('elsewhere')", "lib/elsewhere.js": "module.exports = 'found'",
	}, func(c *Config) {
		c.Env = func(name string) string {
			if name == "NODE_PATH" {
				return string(filepath.ListSeparator) + "/nowhere" + string(filepath.ListSeparator) + "/root/lib"
			}
			return ""
		}
	})
	wantExports(t, "home", map[string]string{
		"main.js": "module.exports = require('elsewhere')", "h/.node_modules/elsewhere.js": "module.exports = 'home'",
	}, func(c *Config) {
		c.Env = func(name string) string {
			if name == "HOME" || name == "USERPROFILE" {
				return "/root/h"
			}
			return ""
		}
	})
}

func TestMainIsMissing(t *testing.T) {
	wantError(t, "MODULE_NOT_FOUND", "Cannot find module '/root/main.js'", map[string]string{}, nil)
}

// A loader without a file system has built-in modules and nothing else.
func TestWithoutFiles(t *testing.T) {
	w := newWorld(t, nil, "/root", nil)
	w.mustRequire(t, "fs")
	if _, ex := w.try(func() goja.Value { return w.RunMain("main.js") }); ex == nil {
		t.Error("a file was found")
	}
}

func TestESModules(t *testing.T) {
	wantExports(t, "1", map[string]string{"main.js": "module.exports = require('./a.mjs').default", "a.mjs": "export default 1"}, nil)
	wantExports(t, "2", map[string]string{
		"main.js": "module.exports = require('./p/a').x", "p/a.js": "export const x = 2", "p/package.json": `{"type":"module"}`,
	}, nil)
	wantExports(t, "3", map[string]string{
		"main.js": "module.exports = require('./p/a.cjs')", "p/a.cjs": "module.exports = 3", "p/package.json": `{"type":"module"}`,
	}, nil)
	wantExports(t, "4", map[string]string{
		"main.js": "module.exports = require('./p/node_modules/q/a.js')", "p/node_modules/q/a.js": "module.exports = 4",
		"p/package.json": `{"type":"module"}`,
	}, nil)
	wantError(t, "ERR_REQUIRE_ASYNC_MODULE", "require() cannot be used on an ESM graph with top-level await. Use import() instead. "+
		"To see where the top-level await comes from, use --experimental-print-required-tla.\n"+
		"Required module: /root/a.mjs\nRequire stack:\n- /root/main.js", map[string]string{"main.js": "require('./a.mjs')", "a.mjs": "await 1"}, nil)
}

// The conditions import and node-addons do not match: require is no import,
// and addons cannot be loaded.
func TestConditions(t *testing.T) {
	tree := map[string]string{
		"main.js":                     "module.exports = require('p')",
		"node_modules/p/package.json": `{"exports": {"node-addons": "./a.node", "import": "./none.mjs", "mine": "./mine.js", "default": "./d.js"}}`,
		"node_modules/p/d.js":         "module.exports = 'default'",
		"node_modules/p/mine.js":      "module.exports = 'mine'",
	}
	wantExports(t, "default", tree, nil)
	wantExports(t, "mine", tree, func(c *Config) { c.Conditions = append([]string{"mine"}, DefaultConditions...) })
	wantExports(t, "sync", map[string]string{
		"main.js":                     "module.exports = require('p').default",
		"node_modules/p/package.json": `{"exports": {"module-sync": "./m.mjs", "default": "./none.js"}}`,
		"node_modules/p/m.mjs":        "export default 'sync'",
	}, nil)
}

func TestReportOfSyntaxErrors(t *testing.T) {
	w, _, ex := loadMain(t, map[string]string{
		"main.js": "require('./dep')", "dep.js": "'use strict';\nfunction f() {\n  let x = ;\n}\n",
	}, nil)
	if ex == nil {
		t.Fatal("nothing was thrown")
	}
	got := w.e.Stacks.Report(ex, v8stack.ReportOptions{Version: "vX"})
	want := "/root/dep.js:3\n  let x = ;\n          ^\n\nSyntaxError: Unexpected token ';'\n" +
		"    at Object.<anonymous> (/root/main.js:1:1)\n\nNode.js vX\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestReportOfMissingModule(t *testing.T) {
	w, _, ex := loadMain(t, map[string]string{"main.js": "\n  require('./nope');"}, nil)
	if ex == nil {
		t.Fatal("nothing was thrown")
	}
	got := w.e.Stacks.Report(ex, v8stack.ReportOptions{Version: "vX"})
	want := "/root/main.js:2\n  require('./nope');\n  ^\n\nError: Cannot find module './nope'\nRequire stack:\n- /root/main.js\n" +
		"    at Object.<anonymous> (/root/main.js:2:3)\n\nNode.js vX\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRunString(t *testing.T) {
	w := newWorld(t, memory(map[string]string{"a.js": "module.exports = [module.parent.id, require.main]"}), "/root", nil)
	for _, tc := range []struct{ src, want string }{
		{"var q = 1; let z = 2; q + z", "3"},
		{"q + z", "3"},
		{"[__filename, __dirname, module.id, module.filename, module.path, module.paths[0], module.loaded].join()",
			"[eval],.,[eval],/root/[eval],.,/root/node_modules,false"},
		{"[typeof exports, exports === module.exports, this === globalThis, require.main].join()", "object,true,true,"},
		{"require('./a').join()", "[eval],"},
		{"Object.keys(globalThis).filter((k) => ['require', 'module', 'exports', '__filename', '__dirname'].includes(k)).length", "5"},
		{"new Error('x').stack", "Error: x\n    at [eval]:1:1"},
	} {
		v, ex := w.try(func() goja.Value { return w.RunString("[eval]", tc.src) })
		if ex != nil {
			t.Errorf("%s: %v", tc.src, ex)
		} else if v.String() != tc.want {
			t.Errorf("%s: got %s, want %s", tc.src, v, tc.want)
		}
	}
	_, ex := w.try(func() goja.Value { return w.RunString("[eval]", "let x = ;") })
	if ex == nil {
		t.Fatal("no syntax error")
	}
	want := "[eval]:1\nlet x = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n\nNode.js vX\n"
	if got := w.e.Stacks.Report(ex, v8stack.ReportOptions{Version: "vX"}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNativeModules(t *testing.T) {
	loads := 0
	native := func(vm *goja.Runtime, module *goja.Object) {
		loads++
		exports := module.Get("exports").(*goja.Object)
		if err := exports.Set("n", loads); err != nil {
			panic(err)
		}
	}
	replace := func(vm *goja.Runtime, module *goja.Object) {
		if err := module.Set("exports", "replaced"); err != nil {
			panic(err)
		}
	}
	wantExports(t, "1,1,true,replaced,replaced,mine,mine", map[string]string{
		"main.js": `const M = require('module');
module.exports = [require('mine').n, require('mine').n, require('mine') === require('mine'), require('fs'), require('node:fs'),
	require.resolve('mine'), M._resolveFilename('mine', module)]`,
		"node_modules/mine/index.js": "throw new Error('the package')",
	}, func(c *Config) { c.Native = map[string]NativeModule{"mine": native, "fs": replace} })
	if loads != 1 {
		t.Errorf("loaded %d times", loads)
	}
}

func TestNativeModuleThatThrows(t *testing.T) {
	tries := 0
	wantExports(t, "first,2", map[string]string{
		"main.js": "let m; try { require('mine') } catch (e) { m = e.message } module.exports = [m, require('mine')]",
	}, func(c *Config) {
		c.Native = map[string]NativeModule{"mine": func(vm *goja.Runtime, module *goja.Object) {
			if tries++; tries == 1 {
				obj, err := vm.New(vm.Get("Error"), vm.ToValue("first"))
				if err != nil {
					panic(err)
				}
				panic(obj)
			}
			if err := module.Set("exports", tries); err != nil {
				panic(err)
			}
		}}
	})
}

func TestBuiltinsAreLazy(t *testing.T) {
	var made []string
	wantExports(t, "true", map[string]string{
		"main.js": "require.resolve('fs'); require('module').isBuiltin('net'); module.exports = require('path') === require('node:path')",
	}, func(c *Config) {
		inner := c.Builtin
		c.Builtin = func(name string) (goja.Value, bool) {
			made = append(made, name)
			return inner(name)
		}
	})
	if got := strings.Join(made, " "); got != "path path" {
		t.Errorf("asked for %q", got)
	}
}

func TestPreload(t *testing.T) {
	w := newWorld(t, memory(map[string]string{
		"pre.js": "globalThis.seen = [module.isPreloading, module.parent.id, require.main === undefined]", "main.js": "module.exports = [seen, module.isPreloading, require.main === module].join()",
	}), "/root", nil)
	if _, ex := w.try(func() goja.Value { w.Preload([]string{"./pre"}); return nil }); ex != nil {
		t.Fatal(ex.String())
	}
	if got := w.mustMain(t, "main").String(); got != "true,internal/preload,true,false,true" {
		t.Error(got)
	}
	if w.Main() == nil || text(w.Main(), "id") != "." {
		t.Error("no main module")
	}
}

// A module that requires itself without end is a RangeError that it can
// catch, not the end of the process.
func TestEndlessRequire(t *testing.T) {
	wantExports(t, "RangeError", map[string]string{
		"main.js":  "try { require('./again') } catch (e) { module.exports = e.constructor.name }",
		"again.js": "delete require.cache[__filename]; require('./again')",
	}, nil)
}

func TestDeepJSON(t *testing.T) {
	wantError(t, "", "/root/deep.json: Maximum call stack size exceeded", map[string]string{
		"main.js": "require('./deep.json')", "deep.json": strings.Repeat("[", 300000) + strings.Repeat("]", 300000),
	}, nil)
}

// A failed module is gone from its parent, too.
func TestFailedChildren(t *testing.T) {
	wantExports(t, "/root/a.js,/root/b.js,|0", map[string]string{
		"main.js": "require('./a'); try { require('./bad') } catch {} require('./b'); module.exports = module.children.map((c) => c.id) + ',|' + Object.keys(require.cache).filter((k) => k.includes('bad')).length",
		"a.js":    "", "b.js": "", "bad.js": "require('./a'); throw 1",
	}, nil)
}

// Loaders in one process share compiled programs, from any goroutine.
func TestSharedPrograms(t *testing.T) {
	var compiled atomic.Int32
	cache := script.NewProgramCache(0)
	tree := map[string]string{"main.js": "module.exports = require('./a') + require('./b')"}
	tree["a.js"] = "let n = 1; module.exports = n++"
	tree["b.js"] = "module.exports = /x(?=y)/.test('xy') ? 10 : 0"
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			w := newWorld(t, memory(tree), "/root", func(c *Config) {
				c.Programs = cache
				c.Compile = func(name, text string) (*goja.Program, error) {
					compiled.Add(1)
					return script.CompileModule(name, text)
				}
			})
			v, ex := w.try(func() goja.Value { return w.RunMain("main.js") })
			if ex != nil || v.ToInteger() != 11 {
				t.Error(v, ex)
			}
		})
	}
	wg.Wait()
	if n := compiled.Load(); n != 3 {
		t.Errorf("compiled %d times", n)
	}
}

// The compile hook may lower the text first; its errors stay reachable.
func TestCompileHook(t *testing.T) {
	wantExports(t, "7", map[string]string{"main.js": "module.exports = SEVEN"}, func(c *Config) {
		c.Compile = func(name, text string) (*goja.Program, error) {
			return script.CompileModule(name, strings.ReplaceAll(text, "SEVEN", "7"))
		}
	})
	boom := errors.New("boom")
	_, _, ex := loadMain(t, map[string]string{"main.js": ""}, func(c *Config) {
		c.Programs = nil
		c.Compile = func(string, string) (*goja.Program, error) { return nil, boom }
	})
	if !errors.Is(ex, boom) {
		t.Error(ex)
	}
}

func TestReadErrors(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("reading a directory fails otherwise on Windows")
	}
	dir := onDisk(t, map[string]string{"main.js": `const M = require('module');
try { M._extensions['.js'](new M('x'), __dirname) } catch (e) { module.exports = [e.message, e.errno, e.code, e.syscall, e.path].join() }`})
	w := newWorld(t, OS{}, dir, nil)
	if got := w.mustMain(t, "main").String(); got != "EISDIR: illegal operation on a directory, read,-21,EISDIR,read," {
		t.Error(got)
	}
}

func BenchmarkNew(b *testing.B) {
	w := newWorld(b, nil, "/", nil)
	b.ReportAllocs()
	for range b.N {
		New(w.e, w.cfg)
	}
}

// BenchmarkRequire loads 100 small modules into a fresh VM.
func BenchmarkRequire(b *testing.B) {
	tree := map[string]string{"main.js": ""}
	for i := range 100 {
		tree["main.js"] += fmt.Sprintf("require('./m%d');\n", i)
		tree[fmt.Sprintf("m%d.js", i)] = "exports.x = require('./m0'); exports.f = function () { return 1 };"
	}
	dir := onDisk(b, tree)
	cache := script.NewProgramCache(0)
	b.ReportAllocs()
	for range b.N {
		b.StopTimer()
		w := newWorld(b, OS{}, dir, func(c *Config) { c.Programs = cache })
		b.StartTimer()
		w.mustMain(b, "main.js")
	}
}
