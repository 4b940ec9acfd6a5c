package module

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/script"
)

// builtinNames are those of Node 24.
var builtinNames = strings.Fields(`_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server
	_stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable _tls_common
	_tls_wrap assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram
	diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector inspector/promises
	module net os path path/posix path/win32 perf_hooks process punycode querystring readline readline/promises repl
	stream stream/consumers stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty
	url util util/types v8 vm wasi worker_threads zlib node:sea node:sqlite node:test node:test/reporters`)

// world is a loader with what the cases need.
type world struct {
	*Loader
	out      bytes.Buffer
	builtins map[string]goja.Value
	root     string // printed as /root
}

func newWorld(tb testing.TB, files FS, root string, configure func(*Config)) *world {
	tb.Helper()
	e := engine.New()
	w := &world{builtins: map[string]goja.Value{}, root: root}
	cfg := Config{
		FS:           files,
		Cwd:          func() string { return root },
		ExecPath:     "/usr/bin/gonode",
		BuiltinNames: builtinNames,
		Builtin: func(name string) (goja.Value, bool) {
			if w.builtins[name] == nil {
				w.builtins[name] = e.VM.NewObject()
			}
			return w.builtins[name], true
		},
		Programs: script.NewProgramCache(0),
		Inspect: func(v goja.Value) string {
			if obj, ok := v.(*goja.Object); ok && obj.ClassName() == "Array" {
				return "[]"
			} else if ok {
				return "{}"
			}
			if goja.IsString(v) {
				return "'" + v.String() + "'"
			}
			return v.String()
		},
		Warn: func(text, code string) { w.print("warning " + code + ": " + text) },
		OnMain: func(m *goja.Object) {
			process := e.VM.NewObject()
			if err := process.Set("mainModule", m); err != nil {
				panic(err)
			}
			if err := e.VM.Set("process", process); err != nil {
				panic(err)
			}
		},
	}
	if configure != nil {
		configure(&cfg)
	}
	w.Loader = New(e, cfg)
	if err := e.VM.Set("print", func(c goja.FunctionCall) goja.Value {
		w.print(c.Argument(0).String())
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
	return w
}

func (w *world) print(line string) {
	w.out.WriteString(strings.ReplaceAll(line, w.root, "/root") + "\n")
}

// try runs fn in a turn and returns the exception that left it.
func (w *world) try(fn func() goja.Value) (v goja.Value, ex *goja.Exception) {
	ex = w.e.Try(func() { w.e.Inside(func() { v = fn() }) })
	return v, ex
}

// main runs the file and fails the test when it throws.
func (w *world) mustMain(tb testing.TB, file string) goja.Value {
	tb.Helper()
	v, ex := w.try(func() goja.Value { return w.RunMain(file) })
	if ex != nil {
		tb.Fatal(ex.String())
	}
	return v
}

func readTree(tb testing.TB) map[string]string {
	tb.Helper()
	data, err := os.ReadFile("testdata/tree.json")
	if err != nil {
		tb.Fatal(err)
	}
	tree := map[string]string{}
	if err := json.Unmarshal(data, &tree); err != nil {
		tb.Fatal(err)
	}
	cases, err := os.ReadFile("testdata/cases.js")
	if err != nil {
		tb.Fatal(err)
	}
	tree["cases.js"] = string(cases)
	return tree
}

// memory is a tree below /root in memory.
func memory(tree map[string]string) FS {
	files := fstest.MapFS{}
	for name, text := range tree {
		files["root/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return FromFS(files)
}

// onDisk writes a tree to a directory and returns its real path.
func onDisk(tb testing.TB, tree map[string]string) string {
	tb.Helper()
	dir, err := filepath.EvalSymlinks(tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	for name, text := range tree {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

// TestCases compares everything that testdata/cases.js prints with what it
// prints on Node 24.
func TestCases(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the recorded answers have POSIX paths")
	}
	want, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	tree := readTree(t)
	t.Run("memory", func(t *testing.T) {
		w := newWorld(t, memory(tree), "/root", nil)
		w.mustMain(t, "/root/cases.js")
		compareCases(t, w.out.String(), string(want))
	})
	t.Run("disk", func(t *testing.T) {
		dir := onDisk(t, tree)
		w := newWorld(t, OS{}, dir, nil)
		w.mustMain(t, filepath.Join(dir, "cases.js"))
		compareCases(t, w.out.String(), string(want))
	})
}

// compareCases compares the lines by their labels; warnings come later on
// Node than here.
func compareCases(t *testing.T, got, want string) {
	t.Helper()
	g, gw := splitCases(got)
	w, ww := splitCases(want)
	for i := range max(len(g), len(w)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("\n got %s\nwant %s", a, b)
		}
	}
	if a, b := strings.Join(gw, "\n"), strings.Join(ww, "\n"); a != b {
		t.Errorf("warnings\n got %s\nwant %s", a, b)
	}
}

func splitCases(out string) (lines, warnings []string) {
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if strings.HasPrefix(line, "warning ") {
			warnings = append(warnings, line)
		} else {
			lines = append(lines, line)
		}
	}
	return lines, warnings
}
