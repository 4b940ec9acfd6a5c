// Package recorded compares what a module answers in goja with what Node
// answered when the cases were recorded (record.js). The case files are
// JavaScript and run on both; the answers lie beside them as JSON. It is for
// tests only.
package recorded

import (
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

//go:embed check.js
var checkSource string

// Engine is a fresh VM with what the case files require.
type Engine struct {
	VM      *goja.Runtime
	Require func(name string) goja.Value
}

// Run checks every case file of a directory, each in an engine of its own.
func Run(t *testing.T, dir string, newEngine func() Engine) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.js"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files in %s: %v", dir, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".js")
		t.Run(name, func(t *testing.T) { runFile(t, file, newEngine()) })
	}
}

func runFile(t *testing.T, file string, e Engine) {
	want := readAnswers(t, strings.TrimSuffix(file, ".js")+".json")
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	if err := runCases(e, filepath.Base(file), string(source), got); err != nil {
		t.Fatal(err)
	}
	for name, answer := range want {
		if actual, ok := got[name]; !ok {
			t.Errorf("%s: not run", name)
		} else if actual != answer {
			t.Errorf("%s\n  node: %s\n  here: %s", name, answer, actual)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: no answer of Node is recorded", name)
		}
	}
}

func readAnswers(t *testing.T, file string) map[string]string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var recorded struct{ Answers map[string]string }
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	return recorded.Answers
}

// runCases runs a case file as a function of its tools.
func runCases(e Engine, name, source string, got map[string]string) error {
	vm := e.VM
	makeTools, err := vm.RunScript("check.js", checkSource)
	if err != nil {
		return err
	}
	record := func(c goja.FunctionCall) goja.Value {
		got[c.Argument(0).String()] = c.Argument(1).String()
		return goja.Undefined()
	}
	require := func(c goja.FunctionCall) goja.Value { return e.Require(c.Argument(0).String()) }
	call, _ := goja.AssertFunction(makeTools)
	v, err := call(goja.Undefined(), vm.ToValue(record))
	if err != nil {
		return err
	}
	tools := v.(*goja.Object)
	wrapper, err := vm.RunScript(name, "(function (require, check, lines, show) {"+source+"\n})")
	if err != nil {
		return err
	}
	call, _ = goja.AssertFunction(wrapper)
	_, err = call(goja.Undefined(), vm.ToValue(require), tools.Get("check"), tools.Get("lines"), tools.Get("show"))
	return err
}
