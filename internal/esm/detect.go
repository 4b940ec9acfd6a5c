package esm

import "strings"

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
