package runtime

import (
	"slices"

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
		Handles:   rt.activeHandles,
		Requests:  rt.activeRequests,
		Format:    func(args []goja.Value) string { return rt.inspector().Format(args) },

		Loaded:        rt.loadedBuiltins,
		SourceMaps:    func() bool { return rt.loader().SourceMapsEnabled() },
		SetSourceMaps: func(on bool) { rt.loader().SetSourceMapsEnabled(on) },
		WriteWarning:  rt.warningOutput(),
	}
}

// readEnv reads a .env file from the script's own file system.
func (rt *Runtime) readEnv(path goja.Value, each func(name, value string)) {
	text := rt.e.CallMethod(rt.fs().Exports(), "readFileSync", path, rt.e.VM.ToValue("utf8"))
	for _, v := range util.ParseEnv(wtf8.Of(text)) {
		each(v.Name, v.Value)
	}
}

// warningOutput writes warnings to the file of --redirect-warnings, or, where
// that fails, to standard error; nil without that option.
func (rt *Runtime) warningOutput() func(text string) {
	file := rt.cfg.warnings.Redirect
	if file == "" {
		return nil
	}
	return func(text string) {
		vm := rt.e.VM
		failed := rt.e.Try(func() {
			rt.e.CallMethod(rt.fs().Exports(), "appendFileSync", vm.ToValue(file), vm.ToValue(text))
		})
		if failed != nil {
			rt.writeStderr(text)
		}
	}
}

// loadedBuiltins is process.moduleLoadList.
func (rt *Runtime) loadedBuiltins() []string {
	var names []string
	for name := range rt.made {
		names = append(names, "NativeModule "+name)
	}
	slices.Sort(names)
	return names
}
