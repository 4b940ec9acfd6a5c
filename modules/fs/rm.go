package fs

import (
	"errors"
	iofs "io/fs"
	"math"
	"slices"
	"syscall"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// removal is what rm and rmdir have been asked for.
type removal struct {
	sys              System
	force, recursive bool
	retries          int
	delay            time.Duration
}

// retryErrors may pass: somebody else has the file open, or makes new ones.
var retryErrors = []error{syscall.EBUSY, syscall.EMFILE, syscall.ENFILE, syscall.ENOTEMPTY, syscall.EPERM}

// rmdirOptions are those of rmdir; recursive is deprecated.
func (c *call) rmdirOptions(v goja.Value) (r removal, recursive bool) {
	opts := c.object(v, "options")
	r = removal{sys: c.sys}
	c.retryOptions(&r, opts)
	return r, r.recursive
}

func (c *call) retryOptions(r *removal, opts *goja.Object) {
	r.recursive = c.flag(opts, "recursive")
	r.delay = 100 * time.Millisecond
	if opts == nil {
		return
	}
	if v := opts.Get("retryDelay"); v != nil {
		r.delay = time.Duration(c.int32(v, "options.retryDelay", 0)) * time.Millisecond
	}
	if v := opts.Get("maxRetries"); v != nil {
		r.retries = int(c.integer(v, "options.maxRetries", 0, math.MaxUint32))
	}
}

// flag is an option that may be missing, but not undefined.
func (c *call) flag(opts *goja.Object, key string) bool {
	if opts == nil || opts.Get(key) == nil {
		return false
	}
	return c.isTrue(opts.Get(key), "options."+key)
}

// rmdirRecursive is rmdir with the old option recursive.
func (c *call) rmdirRecursive(path string, r removal) *request {
	c.warnOnce("In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. "+
		"Use fs.rm(path, { recursive: true }) instead", "DEP0147")
	at := c.at(path)
	return &request{syscall: "rmdir", path: path, run: func() error {
		info, err := c.sys.Lstat(at)
		if err != nil {
			return step(err, "lstat", path)
		}
		if info.Type() != modeDir {
			return syscall.ENOTDIR
		}
		return r.remove(at, path, info.Type())
	}}
}

// rm is fs.rm(path[, options]).
func (c *call) rm() *request {
	path := c.path(0, "path")
	opts := c.object(c.arg(1), "options")
	r := removal{sys: c.sys, force: c.flag(opts, "force")}
	c.retryOptions(&r, opts)
	at := c.at(path)
	return &request{syscall: "rm", path: path, run: func() error {
		info, err := c.sys.Lstat(at)
		switch {
		case err != nil && r.force && errors.Is(err, iofs.ErrNotExist):
			return nil
		case err != nil:
			return step(err, "lstat", path)
		case info.Type() == modeDir && !r.recursive:
			return &scriptError{make: func() *goja.Object { return c.isDirectory(path) }}
		}
		return r.remove(at, path, info.Type())
	}}
}

func (m *Module) isDirectory(path string) *goja.Object {
	errno := nodeerr.Errno("EISDIR")
	if errno < 0 {
		errno = -errno // this error alone has it positive
	}
	return nodeerr.NamedSystemError(m.vm, "ERR_FS_EISDIR", "Path is a directory", nodeerr.Context{
		Code: "EISDIR", Message: "is a directory", Path: path, Syscall: "rm", Errno: errno,
	})
}

// remove removes a file, or a folder with what is in it.
func (r *removal) remove(at, path string, kind uint32) error {
	if kind != modeDir {
		return r.again(func() error { return ignoreMissing(r.sys.Unlink(at)) }, "unlink", path)
	}
	return r.again(func() error {
		entries, err := readDir(r.sys, at)
		if errors.Is(err, iofs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return step(err, "scandir", path)
		}
		for _, e := range entries {
			if err := r.removeEntry(at, path, e); err != nil {
				return err
			}
		}
		return ignoreMissing(r.sys.Rmdir(at))
	}, "rmdir", path)
}

func (r *removal) removeEntry(at, path string, e Entry) error {
	at, path = joined(at, e.Name), joined(path, e.Name)
	kind := uint32(modeFile)
	switch e.Type {
	case EntryDir:
		kind = modeDir
	case EntryUnknown:
		info, err := r.sys.Lstat(at)
		if err != nil {
			return ignoreMissing(step(err, "lstat", path))
		}
		kind = info.Type()
	}
	return r.remove(at, path, kind)
}

func ignoreMissing(err error) error {
	if errors.Is(err, iofs.ErrNotExist) {
		return nil
	}
	return err
}

// again tries up to r.retries times more, each time after a longer pause.
func (r *removal) again(try func() error, syscall, path string) error {
	for n := 0; ; n++ {
		err := try()
		passing := func(target error) bool { return errors.Is(err, target) }
		if err == nil || n >= r.retries || !slices.ContainsFunc(retryErrors, passing) {
			var described *opError
			if errors.As(err, &described) {
				return err
			}
			return step(err, syscall, path)
		}
		time.Sleep(time.Duration(n+1) * r.delay)
	}
}
