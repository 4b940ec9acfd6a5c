// TEMPORARY SCAFFOLD until modules/util and modules/console are in the tree.
// Deleted with them.
package runtime

import (
	"strings"

	"github.com/dop251/goja"
)


func (rt *Runtime) zzConsole() {
	o := rt.e.VM.NewObject()
	o.Set("log", func(c goja.FunctionCall) goja.Value {
		var p []string
		for _, a := range c.Arguments { p = append(p, a.String()) }
		rt.stdout.Write([]byte(strings.Join(p, " ") + "\n"))
		return goja.Undefined()
	})
	rt.e.VM.Set("console", o)
}

