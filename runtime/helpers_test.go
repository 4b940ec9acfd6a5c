package runtime_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/gonode/gonode/runtime"
)

// patience bounds what should take no time at all.
const patience = time.Minute

func deadline(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	return ctx
}

// newRuntime makes a runtime that the test closes.
func newRuntime(t *testing.T, opts ...runtime.Option) *runtime.Runtime {
	t.Helper()
	rt, err := runtime.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := rt.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return rt
}

// output runs text in a runtime and returns what it prints.
func output(t *testing.T, src string, opts ...runtime.Option) string {
	t.Helper()
	var out bytes.Buffer
	opts = append(opts, runtime.WithStdio(nil, &out, &testLog{t: t}))
	rt := newRuntime(t, opts...)
	if _, err := rt.RunString(deadline(t), "test.js", src); err != nil {
		t.Fatalf("%v\noutput: %s", err, out.String())
	}
	return out.String()
}

// expect compares text.
func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}
