package fs

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// The functions that do one thing to a descriptor.

// onFile is a request about an open file, without a result.
func (c *call) onFile(syscall string, fd int, run func(f File) error) *request {
	f, err := c.file(fd)
	return &request{syscall: syscall, run: func() error {
		if err != nil {
			return err
		}
		return run(f)
	}}
}

func (c *call) open() *request {
	path := c.path(0, "path")
	flags, mode := c.openFlags(c.arg(1)), c.mode(c.arg(2), "mode", 0o666)
	fd, at := -1, c.at(path)
	return &request{
		syscall: "open", path: path,
		mayBlock: func() bool { return pathMayBlock(c.sys, at) },
		run: func() error {
			f, err := c.sys.Open(at, flags, mode)
			if err == nil {
				fd = c.files.add(f)
			}
			return err
		},
		results: func() []goja.Value { return []goja.Value{c.vm.ToValue(fd)} },
	}
}

func (c *call) openFlags(v goja.Value) int {
	if goja.IsUndefined(v) {
		return 0
	}
	return c.flags(v, "flags")
}

func (c *call) close() *request {
	fd := c.fd(0)
	r := c.onFile("close", fd, File.Close)
	c.files.remove(fd)
	return r
}

func (c *call) fchmod() *request {
	mode := c.requiredMode(c.arg(1), "mode")
	fd := c.fd(0)
	return c.onFile("fchmod", fd, func(f File) error { return f.Chmod(mode) })
}

func (c *call) fchown() *request {
	uid, gid := c.owner(1, "uid"), c.owner(2, "gid")
	fd := c.fd(0)
	return c.onFile("fchown", fd, func(f File) error { return f.Chown(uid, gid) })
}

func (c *call) fdatasync() *request { return c.onFile("fdatasync", c.fd(0), File.Datasync) }
func (c *call) fsync() *request     { return c.onFile("fsync", c.fd(0), File.Sync) }

func (c *call) ftruncate() *request {
	fd, size := c.fd(0), int64(0)
	if v := c.arg(1); !goja.IsUndefined(v) && !engine.IsCallable(v) {
		size = max(0, int64(c.integer(v, "len", -maxSafe, maxSafe)))
	}
	return c.onFile("ftruncate", fd, func(f File) error { return f.Truncate(size) })
}

func (c *call) futimes() *request {
	atime, mtime := c.time(1, "atime"), c.time(2, "mtime")
	fd := c.fd(0)
	return c.onFile("futime", fd, func(f File) error { return f.Utimes(atime, mtime) })
}

func (c *call) fstat() *request {
	fd := c.fd(0)
	bigints, _ := statOptions(c.arg(1))
	var info Info
	r := c.onFile("fstat", fd, func(f File) (err error) {
		info, err = f.Stat()
		return err
	})
	r.results = func() []goja.Value { return []goja.Value{c.statsOf(&info, bigints)} }
	return r
}
