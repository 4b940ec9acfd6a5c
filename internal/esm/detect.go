package esm

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"

	"github.com/gonode/gonode/internal/script"
)

// MayBeModule reports whether a text could be an ES module that is no CommonJS
// module. It errs on the side of true.
func MayBeModule(text string) bool {
	for _, word := range []string{"import", "export", "await", "module", "require", "__filename", "__dirname"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// HasModuleSyntax reports whether a text has import or export statements or
// import.meta.
func HasModuleSyntax(name, text string) bool {
	s := newScanner(name, text)
	failed := func() (failed bool) {
		var err error
		defer func() { failed = err != nil }()
		defer catchSyntax(&err)
		s.module()
		return false
	}()
	_ = failed // a statement that is wrong is a statement all the same
	return s.scanned.syntax
}

// Dynamic is a CommonJS module or script whose import() has another name.
type Dynamic struct {
	Text string // as long as the original
	Name string // of the function that is import()
}

// ReplaceImport gives import() in a text that is no module a name that goja
// takes. It reports false when there is none.
func ReplaceImport(name, text string) (Dynamic, bool) {
	if !strings.Contains(text, "import") {
		return Dynamic{}, false
	}
	sc, err := scanScript(name, text)
	if err != nil || !sc.dynamic {
		return Dynamic{}, false
	}
	return Dynamic{Text: sc.text, Name: sc.names.dynamic}, true
}

// Renamed gives import() a name that is as long, unless the text has that
// already.
func (d Dynamic) Renamed(name string) Dynamic {
	if len(name) != len(d.Name) || strings.Contains(d.Text, name) {
		return d
	}
	return Dynamic{Text: strings.ReplaceAll(d.Text, d.Name, name), Name: name}
}

// Compile compiles the text, which is that of the original with a name for
// import(), as a CommonJS module. Running the program gives a function that
// takes import() and returns the module's.
func (d Dynamic) Compile(name, original string) (*goja.Program, error) {
	return script.CompileModuleWith(name, d.Text, d.Name, func(body *script.Body) {
		if body.Lowered == nil {
			w := &walker{visit: &restorer{d.Text, original, 1 + body.Shift}}
			w.statements(body.List)
		}
	})
}

// restorer gives functions their own text back.
type restorer struct {
	text, original string
	base           int // position of the text's first byte
}

var _ visitor = (*restorer)(nil)

func (r *restorer) name(_ *walker, id *ast.Identifier) ast.Expression      { return id }
func (r *restorer) assigned(_ *walker, id *ast.Identifier) ast.Expression  { return id }
func (r *restorer) await(_ *walker, e *ast.AwaitExpression) ast.Expression { return e }
func (r *restorer) returns(*walker, *ast.ReturnStatement)                  {}
func (r *restorer) eval()                                                  {}
func (r *restorer) function(source *string, start int) {
	at := start - r.base
	if at >= 0 && at+len(*source) <= len(r.text) && r.text[at:at+len(*source)] == *source {
		*source = r.original[at : at+len(*source)]
	}
}
