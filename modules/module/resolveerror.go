package module

import (
	"strings"
)

// codeModuleNotFound is ESM's error for a package that is nowhere. Resolution
// for require turns it into MODULE_NOT_FOUND.
const codeModuleNotFound = "ERR_MODULE_NOT_FOUND"

// resolveError is a failed resolution by exports, imports or package.json,
// before it becomes a JavaScript error.
type resolveError struct {
	class   string // of the error
	code    string
	message string

	// Properties of some MODULE_NOT_FOUND errors.
	path, requestPath string
	// url is that of a module that is not there, for import.
	url string
}

func (e *resolveError) Error() string { return e.code + ": " + e.message }

func importedFrom(base string) string {
	if base == "" {
		return ""
	}
	return " imported from " + base
}

// invalidConfig is ERR_INVALID_PACKAGE_CONFIG.
func invalidConfig(path, base, detail string) *resolveError {
	message := "Invalid package config " + path
	if base != "" {
		message += " while importing " + base
	}
	message += "."
	if detail != "" {
		message += " " + detail
	}
	return &resolveError{class: "Error", code: "ERR_INVALID_PACKAGE_CONFIG", message: message}
}

// notExported is ERR_PACKAGE_PATH_NOT_EXPORTED.
func notExported(pkg *packageConfig, subpath, base string) *resolveError {
	message := "Package subpath '" + subpath + "' is not defined by \"exports\" in " + pkg.path
	if subpath == "." {
		message = "No \"exports\" main defined in " + pkg.path
	}
	return &resolveError{class: "Error", code: "ERR_PACKAGE_PATH_NOT_EXPORTED", message: message + importedFrom(base)}
}

// importNotDefined is ERR_PACKAGE_IMPORT_NOT_DEFINED.
func importNotDefined(specifier string, pkg *packageConfig, base string) *resolveError {
	message := "Package import specifier \"" + specifier + "\" is not defined"
	if pkg != nil {
		message += " in package " + pkg.path
	}
	return &resolveError{
		class: "TypeError", code: "ERR_PACKAGE_IMPORT_NOT_DEFINED", message: message + importedFrom(base),
	}
}

// invalidTarget is ERR_INVALID_PACKAGE_TARGET for the key of exports or
// imports.
func (r *request) invalidTarget(key string, target *jsonValue) *resolveError {
	text := target.printed()
	var b strings.Builder
	switch {
	case key == ".":
		b.WriteString("Invalid \"exports\" main target " + quoteJSON(text) + " defined")
	case r.imports:
		b.WriteString("Invalid \"imports\" target " + quoteJSON(text) + " defined for '" + key + "'")
	default:
		b.WriteString("Invalid \"exports\" target " + quoteJSON(text) + " defined for '" + key + "'")
	}
	b.WriteString(" in the package config " + r.pkg.path + importedFrom(r.base))
	if !r.imports && text != "" && !strings.HasPrefix(text, "./") {
		b.WriteString("; targets must start with \"./\"")
	}
	return &resolveError{class: "Error", code: "ERR_INVALID_PACKAGE_TARGET", message: b.String()}
}

// invalidSpecifier is ERR_INVALID_MODULE_SPECIFIER.
func invalidSpecifier(specifier, reason, base string) *resolveError {
	return &resolveError{
		class: "TypeError", code: "ERR_INVALID_MODULE_SPECIFIER",
		message: "Invalid module \"" + specifier + "\" " + reason + importedFrom(base),
	}
}

// cannotFind is MODULE_NOT_FOUND without a require stack.
func cannotFind(request, path string) *resolveError {
	return &resolveError{
		class: "Error", code: "MODULE_NOT_FOUND", message: "Cannot find module '" + request + "'", path: path,
	}
}
