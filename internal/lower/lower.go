// Package lower rewrites JavaScript that goja's compiler refuses into
// JavaScript that it takes: async generators, for await, using and await using,
// import(), and regular expression literals with flags that goja lacks. It
// does so with esbuild, and leaves alone all that goja runs by itself. Package
// script calls it for texts that did not compile, so that other texts cost
// nothing.
//
// Everything may be called from any goroutine. The build tag noesbuild leaves
// esbuild out: then nothing can be lowered, and ErrUnavailable says so.
package lower

import (
	"errors"
	"fmt"

	"github.com/go-sourcemap/sourcemap"
)

// ErrUnavailable is the error of a build without esbuild.
var ErrUnavailable = errors.New("this build cannot run async generators, for await, using, import() and TypeScript: it was made without esbuild")

// SyntaxError is what esbuild says of a text that it refuses. Line counts from
// 1, Column too, in bytes.
type SyntaxError struct {
	Message      string
	Line, Column int
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

// Language is what a text is written in.
type Language uint8

const (
	JavaScript Language = iota
	TypeScript
)

// Options say what a text is.
type Options struct {
	Name     string // of the file, for the source map
	Language Language
	// Module keeps import and export statements as they are, import.meta and
	// await at the top level too; without it the text is a script or the body
	// of a CommonJS module, and those are left to fail.
	Module bool
}

// Result is a lowered text, and where its parts came from.
type Result struct {
	Code string

	sources *sourcemap.Consumer
}

// Original finds the place in the text as it was written of a place in Code.
// Lines and columns count from 1, columns in UTF-16 units. It reports false
// for code that esbuild added.
func (r *Result) Original(line, column int) (originalLine, originalColumn int, ok bool) {
	_, _, originalLine, originalColumn, ok = r.sources.Source(line, column-1)
	return originalLine, originalColumn + 1, ok
}
