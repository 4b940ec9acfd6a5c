package v8stack_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/internal/v8stack"
)

// The expected outputs in testdata are those of Node 24. With -node they are
// made anew.
var node = flag.String("node", "", "path of a Node 24 binary to record testdata/*.txt with")

// world is a VM that runs modules as the runtime does: inside a trampoline,
// with print for console.log.
type world struct {
	vm     *goja.Runtime
	stacks *v8stack.Stacks
	texts  map[string]string
	out    bytes.Buffer
	enter  goja.Callable
}

func newWorld(tb testing.TB) *world {
	tb.Helper()
	w := &world{vm: goja.New(), texts: map[string]string{}}
	w.stacks = v8stack.Install(w.vm)
	w.stacks.Source = func(file string) (string, bool) {
		text, ok := w.texts[file]
		return text, ok
	}
	if err := w.vm.Set("print", func(c goja.FunctionCall) goja.Value {
		for i, v := range c.Arguments {
			if i > 0 {
				w.out.WriteByte(' ')
			}
			w.out.WriteString(v.String())
		}
		w.out.WriteByte('\n')
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
	v, err := w.vm.RunScript("node:internal/trampoline", "(function (f, a, b, c) { f.call(a, a, b, c) })")
	if err != nil {
		tb.Fatal(err)
	}
	w.enter, _ = goja.AssertFunction(v)
	return w
}

// run runs a text as a module and returns what left it.
func (w *world) run(tb testing.TB, file, text string) *goja.Exception {
	tb.Helper()
	w.texts[file] = text
	prg, err := script.CompileModule(file, text)
	if err != nil {
		tb.Fatal(err)
	}
	fn, err := w.vm.RunProgram(prg)
	if err != nil {
		tb.Fatal(err)
	}
	module := w.vm.NewObject()
	exports := w.vm.NewObject()
	if err := module.Set("exports", exports); err != nil {
		tb.Fatal(err)
	}
	if _, err = w.enter(goja.Undefined(), fn, exports, goja.Undefined(), module); err == nil {
		return nil
	}
	ex, ok := err.(*goja.Exception)
	if !ok {
		tb.Fatal(err)
	}
	return ex
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".js")
		t.Run(name, func(t *testing.T) {
			golden := strings.TrimSuffix(file, ".js") + ".txt"
			if *node != "" {
				record(t, file, golden)
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
			if ex := w.run(t, "/dir/"+name+".js", string(text)); ex != nil {
				t.Fatal(ex.String())
			}
			compareLines(t, w.out.String(), string(want))
		})
	}
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d\n got %s\nwant %s", i+1, a, b)
		}
	}
}

// record runs a file on Node and writes what it prints, without the frames of
// Node's own code.
func record(t *testing.T, file, golden string) {
	t.Helper()
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	const setup = `globalThis.print = (...a) => console.log(a.map(String).join(' ')); require(process.argv[1])`
	out, err := exec.Command(*node, "-e", setup, abs).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text := strings.ReplaceAll(string(out), filepath.Dir(abs), "/dir")
	text = internalFrame.ReplaceAllString(text, "")
	if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

var internalFrame = regexp.MustCompile(` \| at [^|\n]*node:[^|\n]*[^|\n ]`)
