package fs

import (
	"errors"
	iofs "io/fs"
	"math"
	"strings"
	"syscall"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// The functions that do one thing to a path. Each checks the arguments in
// Node's order and returns the request.

// on is a request about one path, without a result.
func (c *call) on(syscall, path string, run func(at string) error) *request {
	at := c.at(path)
	return &request{syscall: syscall, path: path, run: func() error { return run(at) }}
}

func (c *call) access() *request {
	path, mode := c.path(0, "path"), c.accessMode(c.arg(1))
	return c.on("access", path, func(at string) error { return c.sys.Access(at, mode) })
}

func (c *call) chmod() *request {
	path, mode := c.path(0, "path"), c.requiredMode(c.arg(1), "mode")
	return c.on("chmod", path, func(at string) error { return c.sys.Chmod(at, mode) })
}

func (c *call) chown() *request {
	path, uid, gid := c.path(0, "path"), c.owner(1, "uid"), c.owner(2, "gid")
	return c.on("chown", path, func(at string) error { return c.sys.Chown(at, uid, gid) })
}

func (c *call) lchown() *request {
	path, uid, gid := c.path(0, "path"), c.owner(1, "uid"), c.owner(2, "gid")
	return c.on("lchown", path, func(at string) error { return c.sys.Lchown(at, uid, gid) })
}

func (c *call) rmdir() *request {
	path := c.path(0, "path")
	opts, recursive := c.rmdirOptions(c.arg(1))
	if recursive {
		return c.rmdirRecursive(path, opts)
	}
	return c.on("rmdir", path, c.sys.Rmdir)
}

func (c *call) unlink() *request {
	return c.on("unlink", c.path(0, "path"), c.sys.Unlink)
}

// between is a request about two paths.
func (c *call) between(syscall, from, to string, run func(from, to string) error) *request {
	atFrom, atTo := c.at(from), c.at(to)
	return &request{syscall: syscall, path: from, dest: to, run: func() error { return run(atFrom, atTo) }}
}

func (c *call) rename() *request {
	return c.between("rename", c.path(0, "oldPath"), c.path(1, "newPath"), c.sys.Rename)
}

func (c *call) link() *request {
	return c.between("link", c.path(0, "existingPath"), c.path(1, "newPath"), c.sys.Link)
}

func (c *call) copyFile() *request {
	from, to, mode := c.path(0, "src"), c.path(1, "dest"), c.accessMode(c.arg(2))
	return c.between("copyfile", from, to, func(from, to string) error { return c.sys.CopyFile(from, to, mode) })
}

// symlinkKinds are the words for the third argument of symlink.
var symlinkKinds = map[string]int{"dir": SymlinkDir, "file": SymlinkFile, "junction": SymlinkJunction}

func (c *call) symlink() *request {
	kind := SymlinkFile
	if v := c.arg(2); !isNullish(v) {
		known := false
		if goja.IsString(v) {
			kind, known = symlinkKinds[v.String()]
		}
		if !known {
			panic(c.argValue("type", v, "must be one of: 'dir', 'file', 'junction', null, undefined"))
		}
	}
	target, path := c.path(0, "target"), c.path(1, "path")
	at := c.at(path)
	return &request{syscall: "symlink", path: target, dest: path, run: func() error {
		return c.sys.Symlink(target, at, kind)
	}}
}

func (c *call) readlink() *request {
	_, enc := c.options(c.arg(1))
	path := c.path(0, "path")
	at, target := c.at(path), ""
	return &request{
		syscall: "readlink", path: path,
		run: func() (err error) {
			target, err = c.sys.Readlink(at)
			return err
		},
		results: func() []goja.Value { return []goja.Value{c.encoded(target, enc)} },
	}
}

func (c *call) mkdtemp() *request {
	_, enc := c.options(c.arg(1))
	prefix := c.path(0, "prefix")
	if strings.HasSuffix(prefix, "X") && !c.warned["mkdtemp"] {
		c.warned["mkdtemp"] = true
		c.deps.Warn("mkdtemp() templates ending with X are not portable. For details see: https://nodejs.org/api/fs.html", "Warning", "")
	}
	at, made := c.at(prefix), ""
	r := &request{syscall: "mkdtemp", path: prefix + "XXXXXX"}
	if !c.local && prefix != "" && (prefix[len(prefix)-1] == '/') {
		at += "/"
	}
	r.run = func() (err error) {
		made, err = c.sys.Mkdtemp(at)
		if err != nil && made != "" && c.form != syncForm {
			r.path = made // the name that was tried
		}
		return err
	}
	r.results = func() []goja.Value { return []goja.Value{c.encoded(made, enc)} }
	return r
}

// stat is stat and lstat.
func (c *call) stat() *request  { return c.statOf("stat", c.sys.Stat) }
func (c *call) lstat() *request { return c.statOf("lstat", c.sys.Lstat) }

func (c *call) statOf(name string, stat func(string) (Info, error)) *request {
	path := c.path(0, "path")
	bigints, silent := statOptions(c.arg(1))
	if v := c.option(1, "signal"); name == "stat" && c.form == callbackForm && !goja.IsUndefined(v) {
		c.checkSignal(v, "options.signal")
	}
	at := c.at(path)
	var info Info
	missing := false
	return &request{
		syscall: name, path: path,
		run: func() (err error) {
			info, err = stat(at)
			if silent && c.mayMiss(name, err) {
				missing, err = true, nil
			}
			return err
		},
		results: func() []goja.Value {
			if missing {
				return []goja.Value{goja.Undefined()}
			}
			return []goja.Value{c.statsOf(&info, bigints)}
		},
	}
}

// mayMiss reports whether throwIfNoEntry covers an error: for lstat less than
// for stat.
func (c *call) mayMiss(name string, err error) bool {
	if name == "lstat" {
		return c.form == syncForm && errors.Is(err, iofs.ErrNotExist)
	}
	return errors.Is(err, iofs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func (c *call) statfs() *request {
	path := c.path(0, "path")
	bigints, _ := statOptions(c.arg(1))
	at := c.at(path)
	var info FSInfo
	return &request{
		syscall: "statfs", path: path,
		run: func() (err error) {
			info, err = c.sys.Statfs(at)
			return err
		},
		results: func() []goja.Value { return []goja.Value{c.statfsOf(&info, bigints)} },
	}
}

func (c *call) utimes() *request {
	path, atime, mtime := c.path(0, "path"), c.time(1, "time"), c.time(2, "time")
	return c.on("utime", path, func(at string) error { return c.sys.Utimes(at, atime, mtime) })
}

func (c *call) lutimes() *request {
	path, atime, mtime := c.path(0, "path"), c.time(1, "time"), c.time(2, "time")
	return c.on("lutime", path, func(at string) error { return c.sys.Lutimes(at, atime, mtime) })
}

// time is a moment in argument i.
func (c *call) time(i int, name string) Timespec {
	seconds := c.unixTime(c.arg(i), name)
	whole := math.Floor(seconds)
	return Timespec{Sec: int64(whole), Nsec: int64((seconds - whole) * 1e9)}
}

// unixTime is Node's toUnixTimestamp: seconds from a number, a numeric string
// or a Date.
func (m *Module) unixTime(v goja.Value, name string) float64 {
	switch obj, isObj := v.(*goja.Object); {
	case goja.IsString(v) && !math.IsNaN(v.ToFloat()):
		return v.ToFloat()
	case goja.IsNumber(v) && !math.IsNaN(v.ToFloat()) && !math.IsInf(v.ToFloat(), 0):
		if f := v.ToFloat(); f >= 0 {
			return f
		}
		return float64(time.Now().UnixMilli()) / 1000
	case isObj && obj.ClassName() == "Date":
		return obj.ToFloat() / 1000
	}
	panic(nodeerr.ArgType(m.vm, name, v, "Date", "Time in seconds"))
}

// truncate opens the file, as on Node, where errors name open for that.
func (c *call) truncate() *request {
	path := c.path(0, "path")
	size := int64(0)
	if v := c.arg(1); !goja.IsUndefined(v) {
		size = max(0, int64(c.integer(v, "len", -maxSafe, maxSafe)))
	}
	at := c.at(path)
	return &request{syscall: "ftruncate", run: func() error {
		f, err := c.sys.Open(at, openReadWrite, 0o666)
		if err != nil {
			return step(err, "open", path)
		}
		err = f.Truncate(size)
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		return err
	}}
}
