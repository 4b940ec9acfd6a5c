package stringdecoder_test

import (
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/buffer/recorded"
	"github.com/gonode/gonode/modules/stringdecoder"
)

// TestAsNode compares with Node's recorded answers. To record them again:
// node ../buffer/recorded/record.js testdata/cases
func TestAsNode(t *testing.T) {
	recorded.Run(t, "testdata/cases", func() recorded.Engine {
		vm := goja.New()
		buf := buffer.New(vm)
		m := stringdecoder.New(vm, buf)
		if err := vm.Set("Buffer", buf.Constructor()); err != nil {
			t.Fatal(err)
		}
		return recorded.Engine{VM: vm, Require: func(string) goja.Value { return m.Exports() }}
	})
}
