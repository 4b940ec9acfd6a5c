package inspect_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/prelude"
	"github.com/gonode/gonode/modules/util/inspect"
)

// recorded is one case of testdata/cases.txt with what Node prints for it.
type recorded struct {
	Line    string   `json:"line"`
	Options string   `json:"options"`
	Want    []string `json:"want"`
}

// impossible are the cases in which the engine cannot let us print what Node
// does, with the reason. A case that works must leave the list.
var impossible = map[string]string{
	"(() => { function Foo() {} Foo.prototype = Object.create(null); return new Foo(); })()": "" +
		"V8 remembers the constructor of an object",
	"new RegExp('/')":              "the engine escapes a slash in its own way",
	"format '%o', function f() {}": "functions of the engine have no arguments and caller",
}

// TestGolden prints every case of testdata/cases.txt and compares it with what
// Node printed (testdata/record.js).
func TestGolden(t *testing.T) {
	run := newRunner(t)
	var cases []recorded
	if err := json.Unmarshal(read(t, "testdata/golden.json"), &cases); err != nil {
		t.Fatal(err)
	}
	if listed := run.count(string(read(t, "testdata/cases.txt"))); listed != len(cases) {
		t.Fatalf("%d cases are listed and %d recorded: run testdata/record.js", listed, len(cases))
	}
	for _, c := range cases {
		want := strings.Join(c.Want, "\n")
		got := run.print(t, c)
		name := c.Line
		if c.Options != "" {
			name += " with " + c.Options
		}
		reason, expected := impossible[name]
		switch {
		case got == want && expected:
			t.Errorf("%s: works now, although listed as impossible (%s)", name, reason)
		case got != want && !expected:
			t.Errorf("%s\n got %s\nwant %s", name, got, want)
		}
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// runner prints cases by testdata/run.js, which recorded them.
type runner struct {
	e     *engine.Engine
	cases *goja.Object
}

func newRunner(t *testing.T) *runner {
	t.Helper()
	e := engine.New()
	prelude.Install(e)
	i := inspect.New(e, inspect.Deps{})
	util := e.VM.NewObject()
	binding.Value(util, "inspect", i.Function())
	binding.Methods(e.VM, util,
		binding.Method{Name: "format", Fn: func(c goja.FunctionCall) goja.Value {
			return wtf8.Value(i.Format(c.Arguments))
		}},
		binding.Method{Name: "formatWithOptions", Fn: func(c goja.FunctionCall) goja.Value {
			return wtf8.Value(i.FormatWithOptions(i.ReadOptions(c.Argument(0)), c.Arguments[1:]))
		}},
	)
	source := "(function (module) {" + string(read(t, "testdata/run.js")) + "\nreturn module.exports; })"
	factory, err := e.VM.RunScript("run.js", source)
	if err != nil {
		t.Fatal(err)
	}
	build := callFunction(e, factory, e.VM.NewObject())
	return &runner{e, callFunction(e, build, util).(*goja.Object)}
}

func callFunction(e *engine.Engine, fn goja.Value, args ...goja.Value) goja.Value {
	call, _ := engine.Callable(fn)
	return e.Call(call, goja.Undefined(), args...)
}

// count is the number of cases in the text of a list.
func (r *runner) count(text string) int {
	return int(r.e.CallMethod(r.cases, "read", r.e.VM.ToValue(text)).(*goja.Object).Get("length").ToInteger())
}

func (r *runner) print(t *testing.T, c recorded) (text string) {
	t.Helper()
	test := r.e.VM.NewObject()
	binding.Value(test, "line", r.e.VM.ToValue(c.Line))
	binding.Value(test, "options", r.e.VM.ToValue(c.Options))
	ex := r.e.Try(func() { text = wtf8.Repair(wtf8.Of(r.e.CallMethod(r.cases, "print", test))) })
	if ex != nil {
		return "threw " + ex.Error()
	}
	return text
}
