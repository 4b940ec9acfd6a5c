package buffer_test

import (
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/buffer/recorded"
)

// TestAsNode runs the case files of testdata/cases and compares with what
// Node answered. To record them again: node recorded/record.js testdata/cases
func TestAsNode(t *testing.T) {
	recorded.Run(t, "testdata/cases", func() recorded.Engine {
		vm := goja.New()
		m := buffer.New(vm)
		if err := vm.Set("Buffer", m.Constructor()); err != nil {
			t.Fatal(err)
		}
		return recorded.Engine{VM: vm, Require: func(string) goja.Value { return m.Exports() }}
	})
}
