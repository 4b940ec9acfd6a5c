package runtime_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/dop251/goja_nodejs/url"

	"github.com/gonode/gonode/runtime"
)

// TestGojaNodejsModule: a module written for goja_nodejs's require registers
// here as it is.
func TestGojaNodejsModule(t *testing.T) {
	var out bytes.Buffer
	rt, err := runtime.New(runtime.WithStdio(nil, &out, nil), runtime.WithModule("their-url", url.Require))
	if err != nil {
		t.Fatal(err)
	}
	defer rt.Close()
	_, err = rt.RunString(context.Background(), "main.js", `
		const { URL } = require('their-url');
		console.log(new URL('http://host:80/path?q').pathname, require('their-url') === require('their-url'));
	`)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "/path true\n"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}
