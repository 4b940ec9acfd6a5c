package assert_test

import (
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/assert"
	"github.com/gonode/gonode/modules/util/inspect"
)

// TestMessages runs testdata/messages.js, which prints the error of every
// kind of assertion, and compares with what Node 24 printed.
func TestMessages(t *testing.T) {
	src, err := os.ReadFile("testdata/messages.js")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/messages.golden")
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New()
	printer := inspect.New(e, inspect.Deps{Cwd: func() string { return "/" }})
	m := assert.New(e, assert.Deps{Inspect: func(v goja.Value, options *goja.Object) string {
		opts := printer.Defaults()
		if options != nil {
			opts = printer.ReadOptions(options)
		}
		return printer.Inspect(v, opts)
	}})
	var out []string
	e.Stacks.Source = func(string) (string, bool) { return string(src), true }
	e.OnUncaught(func(ex *goja.Exception, _ string) { t.Error(ex) })
	e.RunCallback(func() {
		set := func(name string, v any) {
			if err := e.VM.Set(name, v); err != nil {
				t.Fatal(err)
			}
		}
		set("require", func(goja.FunctionCall) goja.Value { return m.Exports() })
		set("print", func(c goja.FunctionCall) goja.Value {
			out = append(out, c.Argument(0).String())
			return nil
		})
		if _, err := e.VM.RunScript("messages.js", string(src)); err != nil {
			t.Error(err)
		}
	})
	got := strings.Join(out, "\n") + "\n"
	if got != string(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
