package module

import (
	"strings"

	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/script"
)

// Check compiles a file without running it, as --check does: as an ES module
// or a CommonJS module, by its name, package and syntax, or by inputType. Its
// error is that of the compiler.
func Check(files FS, file, text, inputType string) error {
	text = script.StripBOM(text)
	switch format, err := checkedFormat(files, file, inputType); {
	case err != nil:
		return err
	case format == formatModule:
		return esm.Check(fileURLOf(file), text)
	case format == formatCommonJS:
		return checkCommonJS(file, text)
	}
	err := checkCommonJS(file, text)
	if err == nil || !esm.MayBeModule(text) {
		return err
	}
	if esm.HasModuleSyntax(file, text) || strings.Contains(text, "await") {
		if failed := esm.Check(fileURLOf(file), text); failed == nil || esm.HasModuleSyntax(file, text) {
			return failed
		}
	}
	return err
}

// checkedFormat is empty when only the syntax can tell.
func checkedFormat(files FS, file, inputType string) (string, error) {
	switch {
	case inputType != "":
		return inputType, nil
	case codeExt(file) == ".mjs":
		return formatModule, nil
	case codeExt(file) == ".cjs":
		return formatCommonJS, nil
	}
	p := packages{files: files, read: make(map[string]*packageConfig)}
	pkg, err := p.scope(file)
	if err != nil || pkg == nil || pkg.typ == "none" {
		return "", err
	}
	return pkg.typ, nil
}

func checkCommonJS(file, text string) error {
	if d, ok := esm.ReplaceImport(file, text); ok {
		_, err := d.Compile(file, text)
		return err
	}
	_, err := script.CompileModule(file, text)
	return err
}
