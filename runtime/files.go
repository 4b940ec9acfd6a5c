package runtime

import (
	"os"
	"runtime"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/fs"
	"github.com/gonode/gonode/modules/stream"
)

// Files is the file system that the module fs works on.
type Files = fs.System

// WithFiles says which files the module fs reaches. Package modules/fs has
// the systems that there are: fs.Host, fs.ReadOnly and fs.Denied; an embedder
// may bring its own.
//
// Default: what WithFS gives, to be read only; without it fs.Denied, where
// everything fails with EACCES. Descriptors 0, 1 and 2 are the streams of
// WithStdio in any case.
//
//	runtime.WithFiles(fs.ReadOnly(runtime.FromFS(assets)))
func WithFiles(files Files) Option {
	return func(c *config) { c.files = files }
}

func (rt *Runtime) fs() *fs.Module {
	if rt.fsModule == nil {
		rt.fsModule = fs.New(rt.e, fs.Deps{
			System:        rt.cfg.openFiles(),
			Buffers:       rt.buffers(),
			Streams:       func() *stream.Module { return rt.streams() },
			Standard:      rt.standardFile,
			Cwd:           rt.cwd,
			FileURLToPath: rt.fileURLToPath,
			Warn:          func(text, name, code string) { rt.process().WarnCode(text, name, code) },
			Describe:      rt.inspect,
			Promisified:   func() *goja.Symbol { return rt.e.SymbolFor("nodejs.util.promisify.custom") },
		})
	}
	return rt.fsModule
}

// openFiles is the system that the options ask for.
func (c *config) openFiles() fs.System {
	switch {
	case c.files != nil:
		return c.files
	case c.fs != nil:
		return fs.ReadOnly(c.fs)
	}
	return fs.Denied()
}

func (rt *Runtime) fileURLToPath(v goja.Value) goja.Value {
	return rt.e.CallMethod(rt.urls().Exports(), "fileURLToPath", v)
}

// standardFile is the file behind descriptor 0, 1 or 2.
func (rt *Runtime) standardFile(fd int) fs.File {
	var stream any = rt.cfg.stdio.in
	if fd > 0 {
		stream = rt.output(fd).Writer()
	}
	if f, ok := stream.(*os.File); ok {
		if file := hostFile(f); file != nil {
			return file
		}
	}
	if fd == 0 {
		return fs.StreamFile(rt.cfg.stdio.in, nil)
	}
	return fs.StreamFile(nil, rt.output(fd))
}

// hostFile is a file of the program by its number; Windows has none that
// modules/fs could use.
func hostFile(f *os.File) fs.File {
	if runtime.GOOS == "windows" {
		return nil
	}
	raw, err := f.SyscallConn()
	if err != nil {
		return nil
	}
	var file fs.File
	err = raw.Control(func(fd uintptr) { file, _ = fs.Host().Descriptor(int(fd)) })
	if err != nil {
		return nil
	}
	return file
}
