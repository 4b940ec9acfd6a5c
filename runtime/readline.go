package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/readline"
	"github.com/gonode/gonode/modules/util/inspect"
)

func (rt *Runtime) readline() *readline.Module {
	if rt.readlineModule == nil {
		rt.readlineModule = readline.New(rt.e, rt.events(), readline.Deps{
			Cursor: func() *goja.Object { return rt.tty().Cursor() },
			Builtin: func(name string) *goja.Object {
				v, _ := rt.requireBuiltin(name)
				return v.(*goja.Object)
			},
			Inspect: func(v goja.Value) string { return rt.inspect(v, reportDepth) },
			Now:     rt.cfg.now,
			Width:   inspect.Width,
			Visible: inspect.StripControl,
		})
	}
	return rt.readlineModule
}
