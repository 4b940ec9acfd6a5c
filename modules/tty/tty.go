// Package tty is Node's `tty` module (Node documentation, "TTY"): isatty,
// ReadStream and WriteStream. The streams are net sockets on a terminal's
// descriptor; their classes are JavaScript, as is the cursor movement that
// `readline` shares.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
package tty

import (
	_ "embed"
	goruntime "runtime"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/terminal"
)

//go:embed tty.js
var classesSource string

//go:embed colors.js
var colorsSource string

//go:embed cursor.js
var cursorSource string

var (
	classesFile = jsfile.New("node:tty", classesSource)
	colorsFile  = jsfile.New("node:internal/tty", colorsSource)
	cursorFile  = jsfile.New("node:internal/readline/callbacks", cursorSource)
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Open gives the device behind a descriptor, if the script may use it.
	Open func(fd int) (terminal.Device, bool)
	// Net is what require('net') returns.
	Net func() *goja.Object
	// Release is os.release(), which tells a Windows console's colours.
	Release func() string
}

// Module is the module of one runtime.
type Module struct {
	e      *engine.Engine
	deps   Deps
	modes  terminal.Modes
	obj    *goja.Object
	errors *goja.Object
	cursor *goja.Object
}

// New makes the module.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, deps: deps} }

// Exports is what require('tty') returns.
func (m *Module) Exports() *goja.Object {
	if m.obj != nil {
		return m.obj
	}
	vm := m.e.VM
	m.obj = vm.NewObject()
	binding.Methods(vm, m.obj, binding.Method{Name: "isatty", Length: 1, Fn: m.isatty})
	colors := colorsFile.Call(m.e, m.host())
	classes := classesFile.Call(m.e, m.deps.Net(), m.host(), m.errorMakers(), colors, m.Cursor()).(*goja.Object)
	for _, name := range []string{"ReadStream", "WriteStream"} {
		binding.Value(m.obj, name, classes.Get(name))
	}
	return m.obj
}

// Cursor is the object of cursorTo, moveCursor, clearLine and clearScreenDown,
// each with the stream as its first argument.
func (m *Module) Cursor() *goja.Object {
	if m.cursor == nil {
		m.cursor = cursorFile.Call(m.e, m.errorMakers()).(*goja.Object)
	}
	return m.cursor
}

// Close puts terminals back into the mode they were found in.
func (m *Module) Close() { m.modes.Restore() }

func (m *Module) errorMakers() *goja.Object {
	if m.errors == nil {
		m.errors = jsfile.Errors(m.e.VM)
	}
	return m.errors
}

// descriptor is a value that is a possible descriptor.
func descriptor(v goja.Value) (int, bool) {
	if !goja.IsNumber(v) || v.ToFloat() != float64(int32(v.ToInteger())) {
		return 0, false
	}
	return int(v.ToInteger()), v.ToInteger() >= 0
}

// device is the terminal behind a descriptor.
func (m *Module) device(v goja.Value) (int, terminal.Device, bool) {
	fd, ok := descriptor(v)
	if !ok {
		return 0, nil, false
	}
	d, ok := m.deps.Open(fd)
	return fd, d, ok && terminal.IsTerminal(d)
}

func (m *Module) isatty(c goja.FunctionCall) goja.Value {
	_, _, ok := m.device(c.Argument(0))
	return m.e.VM.ToValue(ok)
}

// host is what the JavaScript calls.
func (m *Module) host() *goja.Object {
	vm := m.e.VM
	obj := vm.NewObject()
	binding.Methods(vm, obj,
		binding.Method{Name: "check", Length: 1, Fn: m.check},
		binding.Method{Name: "size", Length: 1, Fn: m.size},
		binding.Method{Name: "setRawMode", Length: 2, Fn: m.setRawMode},
		binding.Method{Name: "systemColors", Fn: func(goja.FunctionCall) goja.Value {
			return vm.ToValue(systemColors(goruntime.GOOS, m.deps.Release))
		}},
	)
	return obj
}

// check throws unless a descriptor is a terminal.
func (m *Module) check(c goja.FunctionCall) goja.Value {
	if _, _, ok := m.device(c.Argument(0)); !ok {
		panic(nodeerr.NamedSystemError(m.e.VM, "ERR_TTY_INIT_FAILED", "TTY initialization failed", nodeerr.Context{
			Errno: nodeerr.Errno("EINVAL"), Code: "EINVAL", Message: nodeerr.Reason("EINVAL"), Syscall: "uv_tty_init",
		}))
	}
	return nil
}

// size is [columns, rows], or undefined when the terminal does not tell.
func (m *Module) size(c goja.FunctionCall) goja.Value {
	_, d, ok := m.device(c.Argument(0))
	if !ok {
		return nil
	}
	columns, rows, err := terminal.Size(d)
	if err != nil {
		return nil
	}
	return m.e.VM.NewArray(columns, rows)
}

// setRawMode returns an error, or undefined.
func (m *Module) setRawMode(c goja.FunctionCall) goja.Value {
	fd, d, ok := m.device(c.Argument(0))
	if !ok {
		return nodeerr.FromCode("ENOTTY", "setRawMode", nil).Object(m.e.VM)
	}
	if err := m.modes.SetRaw(fd, d, c.Argument(1).ToBoolean()); err != nil {
		return nodeerr.FromGo(err, "setRawMode").Object(m.e.VM)
	}
	return nil
}
