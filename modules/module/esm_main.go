package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
)

// exitUnsettled is the exit code of a program whose top level still awaits
// something when nothing is left to run.
const exitUnsettled = 13

// runsAsModule tells whether the main file is an ES module by its name and
// package.
func (l *Loader) runsAsModule(file string) bool {
	switch codeExt(file) {
	case ".mjs":
		return true
	case ".cjs":
		return false
	}
	pkg, err := l.resolver.packages.scope(file)
	l.check(err)
	return pkg != nil && pkg.typ == formatModule
}

// runModule runs a file as the main module.
func (l *Loader) runModule(file string) {
	x := l.esm()
	x.main = fileURLOf(file)
	x.runMain(func() *esmRecord { return x.load(x.main, nil, "") })
}

// runText runs a text as the main module.
func (l *Loader) runText(text string) {
	x := l.esm()
	x.counter++
	x.main = fileURLOf(joinPath(l.cwd(), "[eval"+itoa(x.counter)+"]"))
	// The brackets of this name are not encoded on Node.
	x.main = strings.NewReplacer("%5B", "[", "%5D", "]").Replace(x.main)
	x.given[x.main] = text
	x.runMain(func() *esmRecord { return x.load(x.main, nil, "") })
}

// runMain evaluates the main module, in a promise job as on Node. What it
// throws is an unhandled rejection.
func (x *esmLoader) runMain(load func() *esmRecord) {
	promise, resolve, reject := x.l.vm.NewPromise()
	_ = promise // nobody handles it: a failure ends the program
	settle := func(with func(any) error, v goja.Value) {
		if err := with(v); err != nil {
			panic(err)
		}
	}
	x.l.e.Microtask(func() {
		var rec *esmRecord
		if ex := x.l.e.Try(func() {
			rec = load()
			x.link(rec)
		}); ex != nil {
			x.place(ex.Value())
			settle(reject, ex.Value())
			return
		}
		pending := true
		x.evaluate(rec, func(failed goja.Value) {
			pending = false
			if failed != nil {
				settle(reject, failed)
				return
			}
			settle(resolve, goja.Undefined())
		})
		x.pending = func() *esm.Module {
			if pending && rec.module.Awaits() {
				return rec.module
			}
			return nil
		}
	})
}

// Ending is told that nothing is left to run, before 'exit' is emitted. A main
// module that still awaits something makes the program fail.
func (l *Loader) Ending() {
	if l.modules == nil || l.modules.pending == nil {
		return
	}
	m := l.modules.pending()
	process, ok := l.vm.Get("process").(*goja.Object)
	if m == nil || !ok {
		return
	}
	if code := process.Get("exitCode"); code != nil && !goja.IsUndefined(code) && !goja.IsNull(code) {
		return
	}
	l.set(process, "exitCode", l.vm.ToValue(exitUnsettled))
	if l.cfg.Unsettled != nil {
		l.cfg.Unsettled(l.modules.unsettled(m))
	}
}

// unsettled is Node's warning about the awaits that are still open.
func (x *esmLoader) unsettled(m *esm.Module) string {
	var b strings.Builder
	for _, open := range m.Unsettled() {
		at := locationIn(open.Source, open.AwaitOffset(), 1)
		b.WriteString("Warning: Detected unsettled top-level await at " + at.File + ":" + itoa(at.Line) + "\n")
		b.WriteString(at.Text + "\n" + strings.Repeat(" ", at.Column-1) + "^\n\n\n\n")
	}
	return b.String()
}

// RunModule runs text as the main module, as --input-type=module does.
func (l *Loader) RunModule(text string) { l.runText(text) }

// IsModuleText is syntax detection for text that is no file.
func (l *Loader) IsModuleText(name, text string) bool {
	if !esm.MayBeModule(text) {
		return false
	}
	_, err := script.CompileScript(name, replaceImport(name, text))
	if err == nil {
		return false
	}
	return l.isModuleAfter(name, text, err)
}

// replaceImport is the text with a name in the place of import().
func replaceImport(name, text string) string {
	if d, ok := esm.ReplaceImport(name, text); ok {
		return d.Text
	}
	return text
}

// CannotPrint is the error of --print with an ES module.
func (l *Loader) CannotPrint() *goja.Object {
	return nodeerr.WithMessage(l.vm, "Error", "ERR_EVAL_ESM_CANNOT_PRINT", "--print cannot be used with ESM input")
}

// stackBody is the tree of a text, for naming the functions in its stack
// frames.
func (l *Loader) stackBody(file, text string) (*script.Body, error) {
	if src, ok := l.parsed[file]; ok {
		return src.Body()
	}
	return script.ParseBody(file, replaceImport(file, text))
}

var _ esm.Host = (*esmLoader)(nil)

// AfterImports runs then when the given ES modules have been evaluated.
func (l *Loader) AfterImports(specifiers []string, then func()) {
	if len(specifiers) == 0 {
		then()
		return
	}
	x := l.esm()
	x.l.e.Microtask(func() {
		rec, _ := x.prepare(specifiers[0], fileURLOf(l.cwd())+"/", nil)
		x.evaluate(rec, func(failed goja.Value) {
			if failed != nil {
				x.l.e.Guard(func() { panic(failed) })
				return
			}
			x.l.e.Microtask(func() { l.AfterImports(specifiers[1:], then) })
		})
	})
}
