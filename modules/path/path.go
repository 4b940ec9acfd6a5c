// Package path is Node's `path` module (Node documentation, "Path"), with its
// two styles as path.posix and path.win32. What it does to strings is package
// nodepath; here are the arguments and the shape that scripts see.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
package path

import (
	goruntime "runtime"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodepath"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Cwd func() string            // process.cwd(), which may throw
	Env func(name string) string // process.env, for the directories of Windows drives
}

// Module is the module of one runtime.
type Module struct {
	posix, win32 *goja.Object
}

// New makes the module.
func New(vm *goja.Runtime, deps Deps) *Module {
	m := &Module{
		posix: newStyle(vm, nodepath.Posix, posixEnv{deps}, false),
		win32: newStyle(vm, nodepath.Win32, win32Env{deps}, true),
	}
	for _, style := range []*goja.Object{m.posix, m.win32} {
		binding.Value(style, "win32", m.win32)
		binding.Value(style, "posix", m.posix)
		binding.Value(style, "_makeLong", style.Get("toNamespacedPath"))
	}
	return m
}

// Exports is what require('path') returns.
func (m *Module) Exports() *goja.Object {
	if goruntime.GOOS == "windows" {
		return m.win32
	}
	return m.posix
}

// Posix is what require('path/posix') returns.
func (m *Module) Posix() *goja.Object { return m.posix }

// Win32 is what require('path/win32') returns.
func (m *Module) Win32() *goja.Object { return m.win32 }

// posixEnv is what path.posix resolves relative paths against.
type posixEnv struct{ deps Deps }

func (e posixEnv) Cwd() string            { return e.deps.Cwd() }
func (e posixEnv) DriveCwd(string) string { return "" }

// win32Env is what path.win32 resolves relative paths against. The system
// keeps the directory of each drive in a variable such as "=C:".
type win32Env struct{ deps Deps }

func (e win32Env) Cwd() string                  { return e.deps.Cwd() }
func (e win32Env) DriveCwd(drive string) string { return e.deps.Env("=" + drive) }
