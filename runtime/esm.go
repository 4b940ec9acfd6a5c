package runtime

import (
	"context"
	"io"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/esm"
)

// sources are the parsed ES modules of all runtimes of this program, as
// programs are its compiled files.
var sources = esm.NewCache(0)

// TextOptions say how RunText runs a text.
type TextOptions struct {
	// Type is "commonjs" for a script, "module" for an ES module; by default
	// the syntax decides.
	Type string
	// Then takes the value of a script as soon as it has run. An ES module
	// has none: with Then it does not run.
	Then func(goja.Value)
}

// RunText is RunString for a text that may be an ES module. In that import
// resolves from the working directory.
func (rt *Runtime) RunText(ctx context.Context, name, text string, o TextOptions) error {
	return rt.run(ctx, "", func() {
		loader := rt.loader()
		loader.Preload(rt.cfg.preload)
		rt.exposeBuiltins()
		isModule := o.Type == "module" || o.Type == "" && loader.IsModuleText(name, text)
		switch {
		case isModule && o.Then != nil:
			panic(loader.CannotPrint())
		case isModule:
			loader.AfterImports(rt.cfg.imports, func() { loader.RunModule(text) })
		default:
			loader.AfterImports(rt.cfg.imports, func() {
				v := loader.RunString(name, text)
				if o.Then != nil {
					o.Then(v)
				}
			})
		}
	})
}

// WithImports names ES modules that are loaded before the script, after those
// of WithPreload. Specifiers are resolved from the working directory.
//
// Default: none.
func WithImports(specifiers ...string) Option {
	return func(c *config) { c.imports = specifiers }
}

// unsettled writes the warning about a top-level await that is still open.
func (rt *Runtime) unsettled(text string) {
	if !rt.cfg.warnings.Off && rt.cfg.stdio.err != nil {
		_, _ = io.WriteString(rt.cfg.stdio.err, text) // the process ends with or without it
	}
}
