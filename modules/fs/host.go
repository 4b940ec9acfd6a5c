package fs

import (
	"crypto/rand"
	"errors"
	"io"
	iofs "io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Host is the file system of the operating system. It holds no state: file
// descriptors are the system's own numbers (on Windows the module's), and
// relative paths start at the working directory of the process.
func Host() System { return hostSystem{} }

type hostSystem struct{}

var _ System = hostSystem{}

func (hostSystem) hostPaths() {}

// tempLetters are the characters of mkdtemp(3).
const tempLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const (
	tempSuffix = 6
	tempTries  = 100
)

// Mkdtemp tries names until one is free.
func (h hostSystem) Mkdtemp(prefix string) (string, error) {
	for try := 0; ; try++ {
		var suffix [tempSuffix]byte
		if _, err := rand.Read(suffix[:]); err != nil {
			return "", err
		}
		for i, b := range suffix {
			suffix[i] = tempLetters[int(b)%len(tempLetters)]
		}
		path := prefix + string(suffix[:])
		err := h.Mkdir(path, 0o700)
		if err == nil {
			return path, nil
		}
		if !errors.Is(err, iofs.ErrExist) || try == tempTries {
			return path, err
		}
	}
}

// Realpath is realpath(3).
func (hostSystem) Realpath(path string) (string, error) {
	if path == "" {
		return "", syscall.ENOENT
	}
	if !filepath.IsAbs(path) {
		dir, err := syscall.Getwd()
		if err != nil {
			return "", err
		}
		path = dir + string(filepath.Separator) + path
	}
	real, err := filepath.EvalSymlinks(path)
	var errno syscall.Errno
	if err != nil && !errors.As(err, &errno) {
		return "", syscall.ELOOP // the one error of its own that EvalSymlinks has
	}
	return real, err
}

// hostDir reads a directory of the host.
type hostDir struct {
	f *os.File
}

func (d hostDir) Next(n int) ([]Entry, error) {
	list, err := d.f.ReadDir(n)
	if err != nil && err != io.EOF {
		return nil, err
	}
	entries := make([]Entry, len(list))
	for i, item := range list {
		entries[i] = Entry{Name: item.Name(), Type: entryTypeOf(goMode(item.Type()))}
	}
	return entries, nil
}

func (d hostDir) Close() error { return d.f.Close() }
