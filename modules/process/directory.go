package process

import (
	"math"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// Directory is the working directory of the script and the mask of the files
// that it makes.
type Directory interface {
	Getwd() (string, error)
	Chdir(path string) error
	// Umask sets the file mode mask and returns the old one; a negative
	// mask only reads it.
	Umask(mask int) int
}

func (m *Module) installDirectory() {
	m.methods(
		binding.Method{Name: "umask", Length: 1, Fn: m.umask},
		binding.Method{Name: "chdir", Length: 1, Fn: m.chdir},
		binding.Method{Name: "cwd", Fn: func(goja.FunctionCall) goja.Value {
			dir, err := m.cfg.Dir.Getwd()
			if err != nil {
				panic(m.systemError("uv_cwd", err))
			}
			return m.vm.ToValue(dir)
		}},
	)
}

func (m *Module) chdir(c goja.FunctionCall) goja.Value {
	m.requireString("directory", c.Argument(0))
	// The system reads the path up to a zero byte.
	to, _, _ := strings.Cut(c.Argument(0).String(), "\x00")
	err := m.cfg.Dir.Chdir(to)
	if err == nil {
		return nil
	}
	from, _ := m.cfg.Dir.Getwd()
	panic(m.chdirError(err, from, to))
}

// chdirError has the shape of Node's file system errors with two paths.
func (m *Module) chdirError(err error, from, to string) *goja.Object {
	sys := nodeerr.FromGo(err, "chdir")
	obj := nodeerr.Plain(m.vm, "Error", sys.Code+": "+nodeerr.Reason(sys.Code)+", chdir '"+from+"' -> '"+to+"'")
	binding.Value(obj, "errno", m.vm.ToValue(sys.Errno))
	binding.Value(obj, "code", m.vm.ToValue(sys.Code))
	binding.Value(obj, "syscall", m.vm.ToValue("chdir"))
	binding.Value(obj, "path", m.vm.ToValue(from))
	binding.Value(obj, "dest", m.vm.ToValue(to))
	return obj
}

// systemError makes Node's plain system error, `kill ESRCH`.
func (m *Module) systemError(syscall string, err error) *goja.Object {
	return nodeerr.FromGo(err, syscall).Object(m.vm)
}

const maxUint32 = math.MaxUint32

func (m *Module) umask(c goja.FunctionCall) goja.Value {
	if goja.IsUndefined(c.Argument(0)) {
		return m.vm.ToValue(m.cfg.Dir.Umask(-1))
	}
	return m.vm.ToValue(m.cfg.Dir.Umask(m.parseMode("mask", c.Argument(0))))
}

// parseMode is Node's parseFileMode: a 32-bit number or an octal string.
func (m *Module) parseMode(name string, v goja.Value) int {
	if goja.IsString(v) {
		n, err := strconv.ParseUint(v.String(), 8, 32)
		if err != nil {
			panic(nodeerr.ArgValue(m.vm, name, m.deps.Describe(v, 2),
				"must be a 32-bit unsigned integer or an octal string"))
		}
		return int(n)
	}
	if goja.IsNull(v) {
		v = goja.Undefined() // Node takes its default, which is none
	}
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	f := v.ToFloat()
	if f != math.Trunc(f) {
		panic(nodeerr.OutOfRange(m.vm, name, "an integer", v))
	}
	if f < 0 || f > maxUint32 {
		panic(nodeerr.OutOfRange(m.vm, name, ">= 0 && <= 4294967295", v))
	}
	return int(f)
}

// FixedDirectory is a working directory that cannot be changed, for scripts
// that have no file system to move in.
type FixedDirectory struct {
	Path string
}

var _ Directory = (*FixedDirectory)(nil)

// Getwd returns the directory.
func (d *FixedDirectory) Getwd() (string, error) { return d.Path, nil }

// Chdir is refused.
func (d *FixedDirectory) Chdir(string) error { return errNotPermitted }

// Umask knows no mask.
func (d *FixedDirectory) Umask(int) int { return 0 }

// errNotPermitted is EPERM: what scripts may not do.
var errNotPermitted = nodeerr.FromCode("EPERM", "", nil)
