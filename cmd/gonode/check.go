package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gonode/gonode/internal/script"
	"github.com/gonode/gonode/modules/module"
	"github.com/gonode/gonode/modules/process"
)

// check is --check: it compiles the script and runs nothing.
func (c *command) check(o *options) int {
	name, text, err := c.checked(o)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fmt.Fprintf(c.stderr, "Error: Cannot find module '%s'\n\nNode.js v%s\n", name, process.NodeVersion)
		return exitFailure
	case err != nil:
		return c.broken(err)
	}
	err = module.Check(module.OS{}, name, text, o.inputType)
	var syntax *script.SyntaxError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &syntax):
		fmt.Fprint(c.stderr, report(syntax))
	default:
		fmt.Fprintf(c.stderr, "RangeError: %v\n", err)
	}
	return exitFailure
}

// checked is the script to check; like the loader it tries the name with an
// extension.
func (c *command) checked(o *options) (name, text string, err error) {
	if o.script == "" || o.script == "-" {
		return c.source(o)
	}
	path, err := filepath.Abs(o.script)
	if err != nil {
		return "", "", err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		if withExt, extErr := os.ReadFile(path + ".js"); extErr == nil {
			return path + ".js", string(withExt), nil
		}
		return path, "", err
	}
	return path, string(data), nil
}

// report words a syntax error as Node does when nothing catches it.
func report(e *script.SyntaxError) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d\n%s\n", e.File, e.Line, e.Text)
	if e.Column > 0 {
		b.WriteString(strings.Repeat(" ", e.Column-1) + strings.Repeat("^", max(e.Width, 1)) + "\n")
	}
	fmt.Fprintf(&b, "\nSyntaxError: %s\n\nNode.js v%s\n", e.Message, process.NodeVersion)
	return b.String()
}
