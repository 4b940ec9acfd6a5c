package fs

import (
	"errors"
	iofs "io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/wtf8"
)

// separator is what lies between the names of a path.
const separator = string(filepath.Separator)

// mkdir is fs.mkdir(path[, options or mode]).
func (c *call) mkdir() *request {
	mode, recursive := uint32(0o777), false
	path := c.path(0, "path")
	switch v := c.arg(1); {
	case goja.IsNumber(v) || goja.IsString(v):
		mode = c.mode(v, "mode", mode)
	case isObject(v):
		opts := v.(*goja.Object)
		recursive = c.boolean(opts, "recursive", false)
		if v := get(opts, "mode"); !goja.IsUndefined(v) {
			mode = c.requiredMode(v, "options.mode")
		}
	}
	at := c.at(path)
	if !recursive {
		return &request{syscall: "mkdir", path: path, run: func() error { return c.sys.Mkdir(at, mode) }}
	}
	first := ""
	return &request{
		syscall: "mkdir", path: path,
		run: func() (err error) {
			first, err = mkdirAll(c.sys, at, mode)
			return err
		},
		results: func() []goja.Value {
			if first == "" {
				return nil
			}
			return []goja.Value{c.text(first)}
		},
	}
}

// mkdirAll makes a folder with those above it, and returns the first that was
// not there. It takes a path as it stands: a/../b needs a.
func mkdirAll(sys System, path string, mode uint32) (first string, err error) {
	err = sys.Mkdir(path, mode)
	if parent := parentOf(path); errors.Is(err, iofs.ErrNotExist) && parent != "" {
		if first, err = mkdirAll(sys, parent, mode); err != nil {
			if errors.Is(err, iofs.ErrExist) {
				err = syscall.ENOTDIR
			}
			return "", err
		}
		err = sys.Mkdir(path, mode)
	}
	if err == nil {
		if first == "" {
			first = path
		}
		return first, nil
	}
	if !errors.Is(err, iofs.ErrNotExist) {
		info, statErr := sys.Stat(path)
		switch {
		case statErr == nil && info.Type() == modeDir:
			return first, nil
		case statErr != nil && errors.Is(err, iofs.ErrExist):
			err = statErr // a link that leads nowhere
		}
	}
	return "", err
}

// parentOf is a path without its last name, or "" where there is no more.
func parentOf(path string) string {
	trimmed := strings.TrimRight(path, separators)
	i := strings.LastIndexAny(trimmed, separators)
	if i < 0 {
		return ""
	}
	return strings.TrimRight(trimmed[:i], separators)
}

// realpath is fs.realpath(path[, options]): it resolves the links itself, and
// its errors name the call that failed.
func (c *call) realpath() *request {
	_, enc := c.options(c.arg(1))
	path := c.realpathArg()
	start, real := c.resolve(path), ""
	return &request{
		run: func() (err error) {
			real, err = resolveLinks(c.sys, start)
			return err
		},
		results: func() []goja.Value { return []goja.Value{c.encoded(real, enc)} },
	}
}

// realpathArg is argument 0, of which realpath makes a string.
func (c *call) realpathArg() string {
	v := c.arg(0)
	if obj, ok := v.(*goja.Object); !goja.IsString(v) && !(ok && (isURL(obj) || c.buffers.IsUint8Array(obj))) {
		v = c.vm.ToValue(wtf8.ToString(c.vm, v))
	}
	return c.pathOf(v, "path")
}

// resolveLinks follows the links of an absolute path.
func resolveLinks(sys System, path string) (string, error) {
	volume := filepath.VolumeName(path)
	done, rest := volume+separator, strings.TrimPrefix(path[len(volume):], separator)
	for rest != "" {
		name, remaining, _ := strings.Cut(rest, separator)
		base := joined(done, name)
		rest = remaining
		info, err := sys.Lstat(base)
		if err != nil {
			return "", step(err, "lstat", base)
		}
		if info.Type() != modeSymlink {
			done = base
			continue
		}
		target, special, err := followLink(sys, done, base)
		if err != nil {
			return "", err
		}
		target = joined(target, rest)
		if special {
			return target, nil
		}
		done, rest = volume+separator, strings.TrimPrefix(target[len(filepath.VolumeName(target)):], separator)
	}
	return done, nil
}

// followLink is where the link base, in the folder dir, leads. What it leads
// to is special when it has no path, as a pipe under /proc.
func followLink(sys System, dir, base string) (target string, special bool, err error) {
	info, err := sys.Stat(base)
	if err != nil {
		return "", false, step(err, "stat", base)
	}
	if target, err = sys.Readlink(base); err != nil {
		return "", false, step(err, "readlink", base)
	}
	if !filepath.IsAbs(target) {
		target = joined(dir, target)
	}
	target = filepath.Clean(target)
	if kind := info.Type(); kind == modeFIFO || kind == modeSocket {
		_, err := sys.Lstat(target)
		special = errors.Is(err, iofs.ErrNotExist)
	}
	return target, special, nil
}

// realpathNative is fs.realpath.native(path[, options]).
func (c *call) realpathNative() *request {
	_, enc := c.options(c.arg(1))
	path := c.path(0, "path")
	at, real := c.at(path), ""
	return &request{
		syscall: "realpath", path: path,
		run: func() (err error) {
			real, err = c.sys.Realpath(at)
			return err
		},
		results: func() []goja.Value { return []goja.Value{c.encoded(real, enc)} },
	}
}
