package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/process"
)

// processDeps is what the process object needs from the other modules.
func (rt *Runtime) processDeps() process.Deps {
	return process.Deps{
		Events:   rt.events(),
		Describe: rt.inspect,
		Stream:   rt.stdioStream,
		Stderr:   rt.writeStderr,
		Fail:     func(f process.Failure) { rt.e.Fail(rt.uncaught(f)) },
		Builtin: func(id string) goja.Value {
			v, _ := rt.requireBuiltin(id)
			return v
		},
		Resources: rt.activeResources,
	}
}
