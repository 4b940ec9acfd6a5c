package stream_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/stream"
)

var record = flag.String("record", "", "a real Node that writes the golden transcripts anew")

// TestTranscripts runs each script of testdata, which print what they see, and
// compares with what Node printed.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".js"), func(t *testing.T) {
			golden := strings.TrimSuffix(file, ".js") + ".golden"
			if *record != "" {
				out, err := exec.Command(*record, file).Output()
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, out, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got := runScript(t, file); got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// runScript runs a script with just enough around it: console.log, require of
// stream, events and buffer, process.nextTick, setImmediate.
func runScript(t *testing.T, file string) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	defer loop.Close()
	e.Attach(loop)
	var out bytes.Buffer
	var failure error
	e.OnUncaught(func(ex *goja.Exception, _ string) { failure = ex })
	e.RunMain(func() {
		installGlobals(e, &out)
		_, err := e.VM.RunScript(file, string(src))
		if err != nil {
			failure = err
		}
	})
	if err := loop.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if failure != nil {
		t.Fatalf("%v\n%s", failure, out.String())
	}
	return out.String()
}

func installGlobals(e *engine.Engine, out *bytes.Buffer) {
	vm := e.VM
	ev := events.New(e, events.Deps{Describe: func(v goja.Value, _ int) string { return v.String() }})
	buf := buffer.New(vm)
	st := stream.New(e, ev, buf, stream.Deps{})
	console := vm.NewObject()
	_ = console.Set("log", func(c goja.FunctionCall) goja.Value {
		words := make([]string, len(c.Arguments))
		for i, a := range c.Arguments {
			words[i] = a.String()
		}
		fmt.Fprintln(out, strings.Join(words, " "))
		return nil
	})
	process := vm.NewObject()
	_ = process.Set("nextTick", func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(c.Argument(0))
		e.NextTickCall(fn, append([]goja.Value(nil), c.Arguments[1:]...))
		return nil
	})
	_ = vm.Set("console", console)
	_ = vm.Set("process", process)
	_ = vm.Set("Buffer", buf.Constructor())
	_ = vm.Set("setImmediate", func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(c.Argument(0))
		e.Loop.NewImmediate(func() { e.Call(fn, goja.Undefined()) })
		return nil
	})
	modules := map[string]*goja.Object{"stream": st.Exports(), "events": ev.Exports(), "buffer": buf.Exports()}
	_ = vm.Set("require", func(c goja.FunctionCall) goja.Value { return modules[c.Argument(0).String()] })
}
