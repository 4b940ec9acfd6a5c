package jstests

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestParseHeader(t *testing.T) {
	const src = `// Says what it checks,
// over two lines.
// Expect-Exit: 3
// Expect-Stderr: ^first$
// Expect-Stderr: second
// Args: plain "two words" --x=1
// Stdin: "a\nb"
// Env: A=1
// Env: B=two words
// Needs-Node: 24.21
// Platforms: linux darwin
// Process: own (a reason)
// Timeout: 3s
'use strict';
// Expect-Exit: 9
`
	h, err := parseHeader(src)
	if err != nil {
		t.Fatal(err)
	}
	stdin := "a\nb"
	want := header{
		summary:   "Says what it checks, over two lines.",
		exit:      3,
		args:      []string{"plain", "two words", "--x=1"},
		stdin:     &stdin,
		env:       []string{"A=1", "B=two words"},
		needsNode: nodeVersion{24, 21},
		platforms: []string{"linux", "darwin"},
		own:       "a reason",
		timeout:   3 * time.Second,
	}
	if len(h.stderr) != 2 || !h.stderr[0].MatchString("x\nfirst\ny") || !h.stderr[1].MatchString("a second") {
		t.Errorf("stderr patterns are %v", h.stderr)
	}
	h.stderr = nil
	if !reflect.DeepEqual(h, want) {
		t.Errorf("got  %+v\nwant %+v", h, want)
	}
}

func TestParseHeaderErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"'use strict';\n", "does not start with a comment"},
		{"// Expect-Exit: 1\n", "does not start with a comment"},
		{"// X.\n// Expect-Exti: 1\n", "no such directive"},
		{"// X.\n// Note: 1\n", "no such directive"},
		{"// X.\n// Expect-Exit: one\n", "Expect-Exit: "},
		{"// X.\n// Expect-Exit:\n", "needs a value"},
		{"// X.\n// Expect-Exit: 1\n// Expect-Exit: 1\n", "given twice"},
		{"// X.\n// Expect-Stderr: (\n", "Expect-Stderr: "},
		{"// X.\n// Expect-Stdout-File: x.txt\n", "not the name of a .golden file"},
		{"// X.\n// Expect-Stdout-File: ../x.golden\n", "not the name of a .golden file"},
		{"// X.\n// Expect-Stdout-File: x.golden\n// Expect-Stdout: y\n", "exclude each other"},
		{"// X.\n// Expect-Uncaught: Error: x\n// Expect-Exit: 1\n", "Expect-Uncaught already says"},
		{"// X.\n// Args: \"open\n", "Args: "},
		{"// X.\n// Stdin: bare\n", "not a Go string literal"},
		{"// X.\n// Env: NAME\n", "not NAME=value"},
		{"// X.\n// Transport: udp\n", "none of"},
		{"// X.\n// Process: own\n", "own (reason)"},
		{"// X.\n// Timeout: soon\n", "Timeout: "},
	} {
		if _, err := parseHeader(c.src); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.src, err, c.want)
		}
	}
}

func TestTransports(t *testing.T) {
	for _, c := range []struct {
		source, directive string
		want              []string
	}{
		{"require('net')", "", []string{"epoll", "pump"}},
		{"require('node:net')", "", []string{"epoll", "pump"}},
		{"require('../netpair')", "", []string{"epoll", "pump"}},
		{"require('events')", "", []string{""}},
		{"require('net')", "none", []string{""}},
		{"require('net')", "pump", []string{"pump"}},
		{"", "both", []string{"epoll", "pump"}},
	} {
		f := testFile{header: header{transport: c.directive}, source: c.source}
		if got := f.transports(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q with %q: %q, want %q", c.source, c.directive, got, c.want)
		}
	}
}

const goodReport = `/dir/x.js:2
  throw new Error('boom'); // caret: throw
  ^

Error: boom
    at Timeout._onTimeout (/dir/x.js:2:9)
    at listOnTimeout (node:internal/timers:1:2)
    at node:internal/x:3:4

Node.js v24.0.0
`

func TestCheckCrashReport(t *testing.T) {
	f := testFile{
		header: header{uncaught: "Error: boom"},
		path:   "/dir/x.js",
		source: "f(() => {\n  throw new Error('boom'); // caret: throw\n});\n",
	}
	if problems := checkCrashReport(&f, goodReport); problems != nil {
		t.Errorf("the good report: %q", problems)
	}
	for _, c := range []struct{ old, new, want string }{
		{"x.js:2\n", "x.js:3\n", "place is"},
		{"throw new Error('boom'); //", "other line //", "source line is"},
		{"  ^\n", "   ^\n", "caret line is"},
		{"\n\nError", "\nError", "blank line before"},
		{"Error: boom", "Error: bang", "error is"},
		{"(/dir/x.js:2:9)", "(/dir/y.js:2:9)", "first frame is"},
		{"    at node:internal/x:3:4\n", "    at \n", "malformed frame"},
		{"    at Timeout._onTimeout (/dir/x.js:2:9)\n    at listOnTimeout (node:internal/timers:1:2)\n    at node:internal/x:3:4\n", "", "no stack frames"},
		{"Node.js v24.0.0\n", "", "version line"},
		{"Node.js v24.0.0\n", "Node.js v24.0.0\nmore\n", "end is"},
	} {
		report := strings.Replace(goodReport, c.old, c.new, 1)
		problems := strings.Join(checkCrashReport(&f, report), "\n")
		if report == goodReport || !strings.Contains(problems, c.want) {
			t.Errorf("%q for %q: problems %q, want one with %q", c.new, c.old, problems, c.want)
		}
	}
}

func TestGoldenOfNode(t *testing.T) {
	dir := t.TempDir()
	f := testFile{header: header{stdoutFile: "x.golden"}, path: filepath.Join(dir, "x.js")}
	for name, text := range map[string]string{"x.golden": "reference\n", "x.node26.golden": "newer\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for node, want := range map[int]string{0: "reference\n", 20: "reference\n", 24: "reference\n", 25: "reference\n", 26: "newer\n", 27: "newer\n"} {
		if problems := judge(&f, outcome{node: node, stdout: want}); problems != nil {
			t.Errorf("Node %d: %q", node, problems)
		}
		if problems := judge(&f, outcome{node: node, stdout: want + "more\n"}); problems == nil {
			t.Errorf("Node %d: text that differs passes", node)
		}
	}
}

func TestRecord(t *testing.T) {
	dir := t.TempDir()
	f := testFile{header: header{stdoutFile: "x.golden"}, path: filepath.Join(dir, "x.js")}
	for _, c := range []struct {
		node   int
		stdout string
		want   map[string]string
	}{
		{24, "a\n", map[string]string{"x.golden": "a\n"}},
		{26, "a\n", map[string]string{"x.golden": "a\n"}},
		{26, "b\n", map[string]string{"x.golden": "a\n", "x.node26.golden": "b\n"}},
		{24, "b\n", map[string]string{"x.golden": "b\n", "x.node26.golden": "b\n"}},
		{26, "b\n", map[string]string{"x.golden": "b\n"}},
	} {
		record(t, &f, outcome{node: c.node, stdout: c.stdout})
		if got := readAll(t, dir); !reflect.DeepEqual(got, c.want) {
			t.Errorf("after Node %d printed %q: %q, want %q", c.node, c.stdout, got, c.want)
		}
	}
}

func readAll(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(text)
	}
	return files
}

// TestSuiteIsWellFormed checks what holds for all files and goldens without
// running any.
func TestSuiteIsWellFormed(t *testing.T) {
	used := map[string]bool{}
	machinePath := regexp.MustCompile(regexp.QuoteMeta(filepath.Dir(mustAbs(t, "."))))
	for _, f := range append(loadSuite(t), loadFolder(t, "canaries")...) {
		if f.canary != nil != strings.HasPrefix(f.name, "canaries/") {
			t.Errorf("%s: the Canary directive is for canaries, and for all of them", f.name)
		}
		if f.stdoutFile == "" || strings.HasPrefix(f.name, "canaries/") {
			continue
		}
		golden := f.golden(0)
		text, err := os.ReadFile(golden)
		if err != nil {
			t.Error(err)
		}
		if used[golden] {
			t.Errorf("%s: another file uses %s", f.name, f.stdoutFile)
		}
		used[golden] = true
		if machinePath.Match(text) {
			t.Errorf("%s holds a path of this machine", golden)
		}
	}
	checkOrphans(t, used)
}

// checkOrphans wants every golden to belong to a test.
func checkOrphans(t *testing.T, used map[string]bool) {
	t.Helper()
	goldens, err := filepath.Glob("*/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	variant := regexp.MustCompile(`\.node\d+\.golden$`)
	for _, name := range goldens {
		base := variant.ReplaceAllString(mustAbs(t, name), ".golden")
		if !used[base] && filepath.Dir(name) != "canaries" {
			t.Errorf("%s belongs to no test", name)
		}
	}
}

func mustAbs(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}
