package stream_test

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"testing"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
)

// patience is for one program, which takes milliseconds.
const patience = 10 * time.Second

// fuzzProgram is a function of the fuzzed bytes that drives streams and
// returns a list for what it finds wrong.
//
//go:embed testdata/operations/driver.js
var fuzzProgram string

// FuzzOperations drives Readable, Writable, Duplex and Transform through the
// operations that the input spells and checks what must hold whatever the
// order: no chunk lost, duplicated or out of order, lengths that add up,
// 'end', 'finish', 'error' and 'close' at most once and in a legal order,
// nothing after 'close'.
func FuzzOperations(f *testing.F) {
	for kind := range byte(8) {
		f.Add([]byte{kind, 3, 0, 0, 1, 4, 0, 2, 9, 9, 9})
		f.Add([]byte{kind, 0, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
		f.Add([]byte{kind, 200, 0, 250, 3, 7, 0, 33, 6, 8, 12, 0, 99, 5, 5, 14, 2, 1, 4, 30})
		f.Add([]byte{kind, 17, 9, 1, 0, 50, 2, 4, 0, 60, 11, 3, 3, 13, 0, 1, 1, 16})
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 200 {
			data = data[:200]
		}
		for _, fault := range drive(t, data) {
			t.Error(fault)
		}
	})
}

// drive runs the program and returns the broken invariants.
func drive(t *testing.T, data []byte) []string {
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	defer loop.Close()
	e.Attach(loop)
	var out bytes.Buffer
	var faults *goja.Object
	e.OnUncaught(func(ex *goja.Exception, _ string) { t.Errorf("uncaught: %v", ex) })
	e.RunMain(func() {
		installGlobals(e, &out)
		fn, err := e.VM.RunString(fuzzProgram)
		if err != nil {
			t.Fatal(err)
		}
		call, _ := engine.Callable(fn)
		input := make([]any, len(data))
		for i, b := range data {
			input[i] = b
		}
		faults = e.Call(call, goja.Undefined(), e.VM.NewArray(input...)).(*goja.Object)
	})
	// A stream that never comes to rest is a fault as well.
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := loop.Run(ctx); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(faults)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return list
}
