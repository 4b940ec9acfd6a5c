package fs

import (
	_ "embed"
	"path/filepath"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
)

// The parts of the module that are JavaScript: classes that scripts extend
// and patch, and walks that call filters of the script.
var (
	//go:embed streams.js
	streamsSource string
	//go:embed dir.js
	dirSource string
	//go:embed promises.js
	promisesSource string
	//go:embed cp.js
	cpSource string

	streamsFile  = jsfile.New("node:internal/fs/streams", streamsSource)
	dirFile      = jsfile.New("node:internal/fs/dir", dirSource)
	promisesFile = jsfile.New("node:internal/fs/promises", promisesSource)
	cpFile       = jsfile.New("node:internal/fs/cp", cpSource)
)

// streamClass returns a maker of ReadStream or WriteStream.
func (m *Module) streamClass(name string) func() goja.Value {
	return func() goja.Value { return m.streams().Get(name) }
}

func (m *Module) streams() *goja.Object {
	if m.streamClasses == nil {
		m.streamClasses = streamsFile.Call(m.e, m.Exports(), m.deps.Streams().Exports(), m.native()).(*goja.Object)
	}
	return m.streamClasses
}

// dir is what dir.js returns.
func (m *Module) dir() *goja.Object {
	if m.dirClass == nil {
		m.dirClass = dirFile.Call(m.e, m.Exports(), m.native()).(*goja.Object)
	}
	return m.dirClass
}

// cp is what cp.js returns.
func (m *Module) cp() *goja.Object {
	if m.cpFunctions == nil {
		m.cpFunctions = cpFile.Call(m.e, m.Exports(), m.native()).(*goja.Object)
	}
	return m.cpFunctions
}

// Promises is fs.promises.
func (m *Module) Promises() *goja.Object { return m.promises().Get("promises").(*goja.Object) }

// promises is what promises.js returns: fs.promises and the class FileHandle.
func (m *Module) promises() *goja.Object {
	if m.promisesParts == nil {
		natives := m.vm.NewObject()
		for _, d := range append(methods(), method{name: "close", promise: 1, prepare: (*call).close}) {
			if d.name == "realpath" {
				d.prepare = (*call).realpathNative
			}
			binding.Value(natives, d.name, m.promiseFunction(d))
		}
		m.promisesParts = promisesFile.Call(m.e, m.Exports(), natives, m.native()).(*goja.Object)
	}
	return m.promisesParts
}

// native is what the files call: the makers of errors (package jsfile), and
//
//	path(value, name)   a checked path: a string, a Buffer, or that of a URL
//	name(value, name)   the same as a string
//	options(value)      checked options as an object
//	openDir(path, encoding)     the functions of a folder, see opendir.go
//	dirent(name, parent, type)  a Dirent
//	errorOrDestroy(stream, err)  what a stream does with an error
//	checkAborted(signal)         throws AbortError
//	errno(name)                  the number of a system error
//	resolve, dirname, join, isAbsolute  as those of path
//	dirs()              what dir.js returns
//	cps()               what cp.js returns
//	fileHandle()        the class FileHandle
//	tick(fn, ...args)   process.nextTick
//	systemError(code, text, context)  a SystemError; context has code, message,
//	                    path, dest, syscall and errno
//	describe(value)     the value as errors show it
func (m *Module) native() *goja.Object {
	if m.natives != nil {
		return m.natives
	}
	vm := m.vm
	obj := jsfile.Errors(vm)
	binding.Methods(vm, obj,
		binding.Method{Name: "path", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			name := "path"
			if len(c.Arguments) > 1 {
				name = c.Arguments[1].String()
			}
			path := m.pathOf(c.Argument(0), name)
			if goja.IsString(c.Argument(0)) || m.buffers.IsUint8Array(c.Argument(0)) {
				return c.Argument(0)
			}
			return m.text(path)
		}},
		binding.Method{Name: "name", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return m.text(m.pathOf(c.Argument(0), c.Argument(1).String()))
		}},
		binding.Method{Name: "options", Length: 1, Fn: func(c goja.FunctionCall) goja.Value { return m.plainOptions(c.Argument(0)) }},
		binding.Method{Name: "mode", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			if isNullish(c.Argument(0)) {
				return vm.ToValue(0)
			}
			return vm.ToValue(m.integer(c.Argument(0), "mode", 0, accessRead|accessWrite|accessExecute))
		}},
		binding.Method{Name: "errorOrDestroy", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			m.deps.Streams().Of(c.Argument(0)).ErrorOrDestroy(c.Argument(1))
			return nil
		}},
		binding.Method{Name: "checkAborted", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			if signal, ok := c.Argument(0).(*goja.Object); ok && get(signal, "aborted").ToBoolean() {
				panic(m.abortError(signal))
			}
			return nil
		}},
		binding.Method{Name: "errno", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(nodeerr.Errno(c.Argument(0).String()))
		}},
		binding.Method{Name: "fd", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue((&call{Module: m, args: c.Arguments}).fd(0))
		}},
		binding.Method{Name: "openDir", Length: 1, Fn: m.openDir},
		binding.Method{Name: "dirent", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
			return m.direntOf(c.Argument(0), c.Argument(1), EntryType(c.Argument(2).ToInteger()))
		}},
		binding.Method{Name: "tick", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.e.NextTickCall(m.function(c.Argument(0)), append([]goja.Value(nil), c.Arguments[1:]...))
			return nil
		}},
		binding.Method{Name: "dirs", Fn: func(goja.FunctionCall) goja.Value { return m.dir() }},
		binding.Method{Name: "cps", Fn: func(goja.FunctionCall) goja.Value { return m.cp() }},
		binding.Method{Name: "fileHandle", Fn: func(goja.FunctionCall) goja.Value { return m.promises().Get("FileHandle") }},
		binding.Method{Name: "describe", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(m.deps.Describe(c.Argument(0), 2))
		}},
	)
	m.pathNatives(obj)
	binding.Methods(vm, obj, binding.Method{Name: "systemError", Length: 3, Fn: func(c goja.FunctionCall) goja.Value {
		context := c.Argument(2).(*goja.Object)
		text := func(name string) string { return wtf8.Of(get(context, name)) }
		return nodeerr.NamedSystemError(vm, c.Argument(0).String(), c.Argument(1).String(), nodeerr.Context{
			Code: text("code"), Errno: int(get(context, "errno").ToInteger()), Message: text("message"),
			Syscall: text("syscall"), Path: text("path"), Dest: text("dest"),
		})
	}})
	binding.Value(obj, "EventEmitter", m.deps.Streams().Events().Exports())
	binding.Value(obj, "Buffer", m.buffers.Constructor())
	binding.Value(obj, "separator", vm.ToValue(separator))
	m.natives = obj
	return obj
}

// pathNatives are the functions of path that the files need; scripts may have
// patched those of the module.
func (m *Module) pathNatives(obj *goja.Object) {
	text := func(c goja.FunctionCall, i int) string { return m.pathOf(c.Argument(i), "path") }
	binding.Methods(m.vm, obj,
		binding.Method{Name: "resolve", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.text(m.resolve(text(c, 0)))
		}},
		binding.Method{Name: "dirname", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.text(filepath.Dir(text(c, 0)))
		}},
		binding.Method{Name: "join", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return m.text(filepath.Join(text(c, 0), text(c, 1)))
		}},
		binding.Method{Name: "isAbsolute", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(filepath.IsAbs(text(c, 0)))
		}},
	)
}
