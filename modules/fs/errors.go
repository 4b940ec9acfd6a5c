package fs

import (
	"errors"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// opError is the failure of one of several steps of a request: it names its
// own system call and paths.
type opError struct {
	syscall, path, dest string
	err                 error
}

func (o *opError) Error() string { return o.syscall + " " + o.path + ": " + o.err.Error() }
func (o *opError) Unwrap() error { return o.err }

// step describes the failure of one step; nil stays nil.
func step(err error, syscall, path string) error {
	if err == nil {
		return nil
	}
	return &opError{syscall: syscall, path: path, err: err}
}

// scriptError is an error that is no system error; make runs on the loop.
type scriptError struct {
	make func() *goja.Object
}

func (*scriptError) Error() string { return "error of a script" }

// exception is the JavaScript error for what went wrong with a request.
func (m *Module) exception(r *request, err error) *goja.Object {
	var script *scriptError
	if errors.As(err, &script) {
		return script.make()
	}
	var op *opError
	if !errors.As(err, &op) {
		op = &opError{r.syscall, r.path, r.dest, err}
	}
	obj := m.systemError(op)
	if r.lateCode {
		code := obj.Get("code")
		must(obj.Delete("code"))
		binding.Value(obj, "code", code)
	}
	return obj
}

// pathless are the calls whose errors may come without a path; those of the
// others show also one that is empty.
var pathless = map[string]bool{
	"close": true, "fchmod": true, "fchown": true, "fdatasync": true, "fstat": true, "fsync": true,
	"ftruncate": true, "futime": true, "read": true, "write": true, "opendir": true, "closedir": true,
}

// twoPaths are the calls whose errors show two paths.
var twoPaths = map[string]bool{"copyfile": true, "link": true, "rename": true, "symlink": true}

// systemError has the shape of Node's uvException: `ENOENT: no such file or
// directory, open '/x'` with errno, code, syscall, path and dest.
func (m *Module) systemError(op *opError) *goja.Object {
	sys := nodeerr.FromGo(op.err, op.syscall)
	reason := sys.Reason
	if reason == "" {
		reason = nodeerr.Reason(sys.Code)
	}
	text := sys.Code + ": " + reason + ", " + op.syscall
	path, dest := m.text(op.path), m.text(op.dest)
	showPath, showDest := op.path != "" || !pathless[op.syscall], op.dest != "" || twoPaths[op.syscall]
	if showPath {
		text += " '" + path.String() + "'"
	}
	if showDest {
		text += " -> '" + dest.String() + "'"
	}
	obj := nodeerr.Plain(m.vm, "Error", text)
	binding.Value(obj, "errno", m.vm.ToValue(sys.Errno))
	binding.Value(obj, "code", m.vm.ToValue(sys.Code))
	binding.Value(obj, "syscall", m.vm.ToValue(op.syscall))
	if showPath {
		binding.Value(obj, "path", path)
	}
	if showDest {
		binding.Value(obj, "dest", dest)
	}
	return obj
}
