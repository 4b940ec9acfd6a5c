// Package jsfile runs the small JavaScript files that built-in modules keep
// their cold parts in. A file is one function expression; it gets what it
// needs as arguments. All runtimes share the compiled form, which is made when
// the first of them needs it.
//
//	//go:embed cold.js
//	var source string
//
//	var cold = jsfile.New("node:internal/example", source)
//	...
//	exports := cold.Call(e, jsfile.Errors(e.VM))
package jsfile

import (
	"embed"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// File is one JavaScript file.
type File struct {
	name    string
	source  func() string
	program func() *goja.Program
}

// New describes a file; name is what stack traces show. A file that does not
// compile is a mistake of ours and panics on first use.
func New(name, source string) *File { return file(name, func() string { return source }) }

// FromFS is New for the file path of a folder of embedded files, which is read
// on first use.
func FromFS(name string, files embed.FS, path string) *File {
	return file(name, sync.OnceValue(func() string {
		source, err := files.ReadFile(path)
		if err != nil {
			panic(err)
		}
		return string(source)
	}))
}

func file(name string, source func() string) *File {
	return &File{name: name, source: source, program: sync.OnceValue(func() *goja.Program {
		return goja.MustCompile(name, source(), true)
	})}
}

// Call evaluates the file and calls its function.
func (f *File) Call(e *engine.Engine, args ...goja.Value) goja.Value {
	v, err := e.VM.RunProgram(f.program())
	if err != nil {
		panic(err)
	}
	e.Stacks.SetInternal(f.name, f.source())
	fn, _ := engine.Callable(v)
	return e.Call(fn, goja.Undefined(), args...)
}
