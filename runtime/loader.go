package runtime

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/modules/module"
)

// maxPrograms bounds the compiled files that are kept for other runtimes.
const maxPrograms = 4096

// programs are the compiled files of all runtimes of this program. They are
// found by their name and content and never change, so nothing that one
// runtime does shows in another.
var programs = script.NewProgramCache(maxPrograms)

// loader makes the module loader.
func (rt *Runtime) loader() *module.Loader {
	if rt.moduleLoader == nil {
		rt.moduleLoader = module.New(rt.e, module.Config{
			FS:                   rt.cfg.fs,
			Cwd:                  rt.cwd,
			Env:                  rt.getenv,
			ExecPath:             rt.cfg.execPath,
			Conditions:           rt.conditions(),
			Builtin:              rt.requireBuiltin,
			BuiltinNames:         builtinNames(),
			Native:               rt.cfg.modules,
			Programs:             programs,
			Sources:              sources,
			Unsettled:            rt.unsettled,
			WarnNow:              func(text string) { rt.process().WarnNow(text) },
			NoRequireModule:      rt.cfg.modulePaths.NoRequireModule,
			Inspect:              func(v goja.Value) string { return rt.inspect(v, reportDepth) },
			PreserveSymlinks:     rt.cfg.modulePaths.PreserveSymlinks,
			PreserveSymlinksMain: rt.cfg.modulePaths.PreserveSymlinksMain,
			NoGlobalPaths:        rt.cfg.modulePaths.NoGlobal,
			PendingDeprecations:  rt.cfg.warnings.Pending,
			Warn: func(text, code string) {
				if code == "" {
					rt.process().WarnText(text, "Warning")
					return
				}
				kind := "DeprecationWarning"
				if !strings.HasPrefix(code, "DEP") {
					kind = "Warning"
				}
				rt.process().WarnCode(text, kind, code)
			},
			OnMain: rt.setMainModule,
		})
	}
	return rt.moduleLoader
}

// setMainModule defines process.mainModule.
func (rt *Runtime) setMainModule(m *goja.Object) {
	rt.mainModule = m
	if rt.started() {
		binding.Value(rt.processModule.Exports(), "mainModule", m)
	}
}

func (rt *Runtime) conditions() []string {
	list := slices.Clone(module.DefaultConditions)
	if rt.cfg.modulePaths.NoRequireModule {
		list = slices.DeleteFunc(list, func(name string) bool { return name == "module-sync" })
	}
	return append(list, rt.cfg.conditions...)
}

// cwd is the script's working directory; one that has been removed is "/".
func (rt *Runtime) cwd() string {
	dir, err := rt.cfg.dir.Getwd()
	if err != nil {
		return "/"
	}
	return dir
}

func (rt *Runtime) getenv(name string) string {
	v, _ := rt.cfg.env.Get(name)
	return v
}

// absolute is a path as process.argv[1] shows it.
func (rt *Runtime) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(rt.cwd(), path)
}
