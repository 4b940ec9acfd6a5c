package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/process"
	"github.com/gonode/gonode/modules/util"
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
			if schemeOnly[id] {
				return nil
			}
			v, _ := rt.requireBuiltin(id)
			return v
		},
		ReadEnv:   rt.readEnv,
		Resources: rt.activeResources,
	}
}

// readEnv reads a .env file from the script's own file system.
func (rt *Runtime) readEnv(path goja.Value, each func(name, value string)) {
	text := rt.e.CallMethod(rt.fs().Exports(), "readFileSync", path, rt.e.VM.ToValue("utf8"))
	for _, v := range util.ParseEnv(wtf8.Of(text)) {
		each(v.Name, v.Value)
	}
}
