package v8stack_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/v8stack"
)

var (
	versionLine  = regexp.MustCompile(`(?m)^Node\.js v.*$`)
	internalLine = regexp.MustCompile(`(?m)^    at .*node:.*\n`)
)

// TestReport compares with what Node 24 writes to stderr, without the frames
// of its own code.
func TestReport(t *testing.T) {
	files, err := filepath.Glob("testdata/report/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".js")
		t.Run(name, func(t *testing.T) {
			golden := strings.TrimSuffix(file, ".js") + ".txt"
			if *node != "" {
				recordReport(t, file, golden)
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			w := newWorld(t)
			ex := w.run(t, "/dir/"+name+".js", string(text))
			if ex == nil {
				t.Fatal("nothing was thrown")
			}
			compareLines(t, w.stacks.Report(ex, v8stack.ReportOptions{Version: "vX", Program: "node"}), string(want))
		})
	}
}

func recordReport(t *testing.T, file, golden string) {
	t.Helper()
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(*node, abs)
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Fatal("Node did not fail")
	}
	text := strings.ReplaceAll(string(out), filepath.Dir(abs), "/dir")
	text = versionLine.ReplaceAllString(internalLine.ReplaceAllString(text, ""), "Node.js vX")
	if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// thrown runs a text that throws.
func thrown(t *testing.T, w *world, text string) *goja.Exception {
	t.Helper()
	ex := w.run(t, "/dir/a.js", text)
	if ex == nil {
		t.Fatal("nothing was thrown")
	}
	return ex
}

func TestReportOfEngineErrors(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "function f() {\n  return [1].map(function cb() { return undefined.foo; });\n}\nf();")
	got := w.stacks.Report(ex, v8stack.ReportOptions{Version: "vX"})
	want := `/dir/a.js:2
  return [1].map(function cb() { return undefined.foo; });
                                                  ^

TypeError: Cannot read property 'foo' of undefined
    at cb (/dir/a.js:2:51)
    at Array.map (<anonymous>)
    at f (/dir/a.js:2:14)
    at Object.<anonymous> (/dir/a.js:4:1)

Node.js vX
`
	compareLines(t, got, want)
}

func TestReportInspects(t *testing.T) {
	inspect := func(v goja.Value) string { return "<" + v.String() + ">" }
	for _, tc := range []struct{ text, want string }{
		{"throw {}", "\n/dir/a.js:1\nthrow {}\n^\n<[object Object]>\n\nNode.js vX\n"},
		{"throw new Error('m')", "/dir/a.js:1\nthrow new Error('m')\n^\n\n<Error: m>\n\nNode.js vX\n"},
		{"throw 5", "\n/dir/a.js:1\nthrow 5\n^\n5\n\nNode.js vX\n"},
		{
			"throw { toString() { throw 1; } }",
			"\n/dir/a.js:1\nthrow { toString() { throw 1; } }\n^\n[object Object]\n(Use `p --trace-uncaught ...` to show where the exception was thrown)\n\nNode.js vX\n",
		},
	} {
		w := newWorld(t)
		o := v8stack.ReportOptions{Version: "vX", Inspect: inspect}
		if strings.Contains(tc.text, "toString") {
			o.Program = "p"
		}
		compareLines(t, w.stacks.Report(thrown(t, w, tc.text), o), tc.want)
	}
}

// A rejection was not thrown: the place is that where the error was made.
func TestReportFromPromise(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "const e = new Error('m');\nthrow e;")
	got := w.stacks.Report(ex, v8stack.ReportOptions{Version: "vX", FromPromise: true})
	want := "/dir/a.js:1\nconst e = new Error('m');\n          ^\n\nError: m\n    at Object.<anonymous> (/dir/a.js:1:11)\n\nNode.js vX\n"
	compareLines(t, got, want)
}

func TestReportLocation(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "throw new SyntaxError('m')")
	w.stacks.SetLocation(ex.Value().(*goja.Object), v8stack.Location{
		File: "/dir/b.js", Line: 7, Column: 5, Width: 3, Text: "\té foo",
	})
	got := w.stacks.Report(ex, v8stack.ReportOptions{Version: "vX"})
	want := "/dir/b.js:7\n\té foo\n\t   ^^^\n\nSyntaxError: m\n    at Object.<anonymous> (/dir/a.js:1:7)\n\nNode.js vX\n"
	compareLines(t, got, want)
}

// Without the source there is still a place, and the names that goja knows.
func TestReportWithoutSource(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "function f() { throw new Error('m') }\nf()")
	w.stacks.Source = nil
	got := w.stacks.Report(ex, v8stack.ReportOptions{Version: "vX"})
	want := "/dir/a.js:1\n\nError: m\n    at f (/dir/a.js:1:22)\n    at Object.<anonymous> (/dir/a.js:2:2)\n\nNode.js vX\n"
	compareLines(t, got, want)
}

// goja does not tell where an error was thrown that was made before.
func TestReportShowsWhereTheErrorWasMade(t *testing.T) {
	w := newWorld(t)
	ex := thrown(t, w, "function f() { throw new TypeError('inner'); }\ntry { f(); } catch (e) {\n  throw e;\n}")
	got := w.stacks.Report(ex, v8stack.ReportOptions{Version: "vX"})
	want := `/dir/a.js:1
function f() { throw new TypeError('inner'); }
               ^

TypeError: inner
    at f (/dir/a.js:1:22)
    at Object.<anonymous> (/dir/a.js:2:7)

Node.js vX
`
	compareLines(t, got, want)
}
