package module

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// FS is where modules come from. Paths are absolute and in the form of the
// host. An embedder may replace it.
type FS interface {
	// ReadFile returns the content of a file. A missing file is
	// fs.ErrNotExist.
	ReadFile(path string) ([]byte, error)
	// Stat describes what a path names, following symbolic links.
	Stat(path string) (fs.FileInfo, error)
	// Realpath resolves all symbolic links of a path.
	Realpath(path string) (string, error)
}

// OS is the file system of the host.
type OS struct{}

var _ FS = OS{}

// ReadFile is os.ReadFile.
func (OS) ReadFile(path string) ([]byte, error) { return os.ReadFile(path) }

// Stat is os.Stat.
func (OS) Stat(path string) (fs.FileInfo, error) { return os.Stat(path) }

// Realpath is filepath.EvalSymlinks.
func (OS) Realpath(path string) (string, error) { return filepath.EvalSymlinks(path) }

// FromFS makes an FS of a read-only file tree such as embed.FS, whose root is
// "/". Nothing in it is a symbolic link.
func FromFS(tree fs.FS) FS { return treeFS{tree} }

type treeFS struct{ tree fs.FS }

var _ FS = treeFS{}

// name is a path as fs.FS wants it.
func (t treeFS) name(path string) string {
	name := filepath.ToSlash(filepath.Clean(path))[len(filepath.VolumeName(path)):]
	if name == "/" {
		return "."
	}
	return name[1:]
}

func (t treeFS) ReadFile(path string) ([]byte, error)  { return fs.ReadFile(t.tree, t.name(path)) }
func (t treeFS) Stat(path string) (fs.FileInfo, error) { return fs.Stat(t.tree, t.name(path)) }
func (t treeFS) Realpath(path string) (string, error)  { return filepath.Clean(path), nil }

// ReadDir lists a folder, for the module fs.
func (t treeFS) ReadDir(path string) ([]fs.DirEntry, error) { return fs.ReadDir(t.tree, t.name(path)) }

// isNotDirectory tells a path that goes through a file.
func isNotDirectory(err error) bool { return errors.Is(err, syscall.ENOTDIR) }
