package inspect_test

import (
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/util/inspect"
)

// TestDetached prints views of an ArrayBuffer that was transferred away, as
// Node 24 prints them after structuredClone(buffer, { transfer: [buffer] }).
func TestDetached(t *testing.T) {
	e := engine.New()
	i := inspect.New(e, inspect.Deps{})
	for source, want := range map[string]string{
		"new Uint8Array(8)":   "Uint8Array(0) []",
		"new Float64Array(2)": "Float64Array(0) []",
		"new DataView(new ArrayBuffer(8))": "DataView {\n      [byteLength]: 0,\n      [byteOffset]: undefined,\n" +
			"      [buffer]: ArrayBuffer { (detached), [byteLength]: 0 }\n    }",
	} {
		view, err := e.VM.RunString(source)
		if err != nil {
			t.Fatal(err)
		}
		view.(*goja.Object).Get("buffer").Export().(goja.ArrayBuffer).Detach()
		if got := i.Inspect(view, i.Defaults()); got != want {
			t.Errorf("%s: got %s, want %s", source, got, want)
		}
	}
}
