package fs

import (
	"errors"
	iofs "io/fs"
	"sync"
	"syscall"
	"time"
)

// Tree is what ReadOnly shows; runtime.FS is one. A tree whose type has
// ReadDir(path string) ([]fs.DirEntry, error) lets scripts list folders.
type Tree interface {
	ReadFile(path string) ([]byte, error)
	Stat(path string) (iofs.FileInfo, error)
	Realpath(path string) (string, error)
}

type dirTree interface {
	ReadDir(path string) ([]iofs.DirEntry, error)
}

// ReadOnly is a system in which a script can read the files of a tree and
// change nothing: that fails with EROFS. A file is read as a whole when it is
// opened.
func ReadOnly(tree Tree) System { return readOnly{tree: tree} }

type readOnly struct {
	tree Tree
}

var _ System = readOnly{}

// errReadOnly is the answer to every change.
const errReadOnly = syscall.EROFS

func (r readOnly) Open(path string, flags int, _ uint32) (File, error) {
	info, err := r.Stat(path)
	writing := flags&(openWriteOnly|openReadWrite|openTruncate|openAppend) != 0
	switch {
	case err != nil && flags&openCreate != 0 && errors.Is(err, iofs.ErrNotExist):
		return nil, errReadOnly
	case err != nil:
		return nil, err
	case flags&openCreate != 0 && flags&openExclusive != 0:
		return nil, syscall.EEXIST
	case info.Type() == modeDir && writing:
		return nil, syscall.EISDIR
	case info.Type() != modeDir && flags&openDirectory != 0:
		return nil, syscall.ENOTDIR
	case writing:
		return nil, errReadOnly
	}
	f := &treeFile{info: info}
	if info.Type() != modeDir {
		if f.content, err = r.tree.ReadFile(path); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (readOnly) Descriptor(int) (File, error) { return nil, syscall.EBADF }

func (r readOnly) OpenDir(path string) (DirReader, error) {
	info, err := r.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Type() != modeDir {
		return nil, syscall.ENOTDIR
	}
	tree, ok := r.tree.(dirTree)
	if !ok {
		return nil, syscall.ENOSYS
	}
	list, err := tree.ReadDir(path)
	if err != nil {
		return nil, err
	}
	d := &treeDir{}
	for _, item := range list {
		d.entries = append(d.entries, Entry{Name: item.Name(), Type: entryTypeOf(goMode(item.Type()))})
	}
	return d, nil
}

func (r readOnly) Access(path string, mode int) error {
	info, err := r.Stat(path)
	switch {
	case err != nil:
		return err
	case mode&accessWrite != 0:
		return errReadOnly
	case mode&accessExecute != 0 && info.Mode&0o111 == 0:
		return syscall.EACCES
	}
	return nil
}

func (r readOnly) Stat(path string) (Info, error) {
	info, err := r.tree.Stat(path)
	if err != nil {
		return Info{}, err
	}
	return goInfo(info), nil
}

func (r readOnly) Lstat(path string) (Info, error) { return r.Stat(path) }

func (r readOnly) Statfs(path string) (FSInfo, error) {
	if _, err := r.Stat(path); err != nil {
		return FSInfo{}, err
	}
	return FSInfo{}, syscall.ENOSYS
}

// Readlink finds no link: Lstat shows none either.
func (r readOnly) Readlink(path string) (string, error) {
	if _, err := r.Stat(path); err != nil {
		return "", err
	}
	return "", syscall.EINVAL
}

func (r readOnly) Realpath(path string) (string, error) {
	if _, err := r.Stat(path); err != nil {
		return "", err
	}
	return r.tree.Realpath(path)
}

func (r readOnly) Mkdir(path string, _ uint32) error {
	if _, err := r.Stat(path); err == nil {
		return syscall.EEXIST
	}
	return errReadOnly
}

func (readOnly) Mkdtemp(string) (string, error) { return "", errReadOnly }

// existing is the answer to a change of something: it has to be there.
func (r readOnly) existing(path string) error {
	if _, err := r.Stat(path); err != nil {
		return err
	}
	return errReadOnly
}

func (r readOnly) Rmdir(path string) error                  { return r.existing(path) }
func (r readOnly) Unlink(path string) error                 { return r.existing(path) }
func (r readOnly) Rename(from, _ string) error              { return r.existing(from) }
func (r readOnly) Link(existing, _ string) error            { return r.existing(existing) }
func (r readOnly) Symlink(string, string, int) error        { return errReadOnly }
func (r readOnly) CopyFile(from, _ string, _ int) error     { return r.existing(from) }
func (r readOnly) Chmod(path string, _ uint32) error        { return r.existing(path) }
func (r readOnly) Chown(path string, _, _ int) error        { return r.existing(path) }
func (r readOnly) Lchown(path string, _, _ int) error       { return r.existing(path) }
func (r readOnly) Utimes(path string, _, _ Timespec) error  { return r.existing(path) }
func (r readOnly) Lutimes(path string, _, _ Timespec) error { return r.existing(path) }

// goInfo is what can be told from a Go description of a file.
func goInfo(info iofs.FileInfo) Info {
	const block, unit = 4096, 512
	at := timespecOf(info.ModTime())
	return Info{
		Mode: goMode(info.Mode()), Nlink: 1, Size: info.Size(),
		Blksize: block, Blocks: (info.Size() + unit - 1) / unit,
		Atime: at, Mtime: at, Ctime: at, Birthtime: at,
	}
}

// timespecOf is zero for Go's zero time, which embed.FS tells.
func timespecOf(t time.Time) Timespec {
	if t.IsZero() {
		return Timespec{}
	}
	return Timespec{Sec: t.Unix(), Nsec: int64(t.Nanosecond())}
}

// goMode translates a mode of package io/fs.
func goMode(mode iofs.FileMode) uint32 {
	bits := uint32(mode.Perm())
	switch {
	case mode&iofs.ModeDir != 0:
		return bits | modeDir
	case mode&iofs.ModeSymlink != 0:
		return bits | modeSymlink
	case mode&iofs.ModeNamedPipe != 0:
		return bits | modeFIFO
	case mode&iofs.ModeSocket != 0:
		return bits | modeSocket
	case mode&iofs.ModeCharDevice != 0:
		return bits | modeChar
	case mode&iofs.ModeDevice != 0:
		return bits | modeBlock
	}
	return bits | modeFile
}

// treeDir holds the entries that have not been read yet.
type treeDir struct {
	entries []Entry
}

func (d *treeDir) Next(n int) ([]Entry, error) {
	some := d.entries[:min(n, len(d.entries))]
	d.entries = d.entries[len(some):]
	return some, nil
}

func (d *treeDir) Close() error { return nil }

// treeFile is an open file of a tree.
type treeFile struct {
	info    Info
	content []byte

	mu  sync.Mutex
	pos int64
}

var _ File = (*treeFile)(nil)

func (f *treeFile) Fd() int { return -1 }

func (f *treeFile) Read(bufs [][]byte, pos int64) (int, error) {
	if f.info.Type() == modeDir {
		return 0, syscall.EISDIR
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	at := pos
	if pos < 0 {
		at = f.pos
	}
	total := 0
	for _, b := range bufs {
		if at >= int64(len(f.content)) {
			break
		}
		n := copy(b, f.content[at:])
		at += int64(n)
		total += n
	}
	if pos < 0 {
		f.pos = at
	}
	return total, nil
}

func (f *treeFile) Write([][]byte, int64) (int, error) { return 0, syscall.EBADF }
func (f *treeFile) Stat() (Info, error)                { return f.info, nil }
func (f *treeFile) Truncate(int64) error               { return syscall.EINVAL }
func (f *treeFile) Sync() error                        { return nil }
func (f *treeFile) Datasync() error                    { return nil }
func (f *treeFile) Chmod(uint32) error                 { return errReadOnly }
func (f *treeFile) Chown(int, int) error               { return errReadOnly }
func (f *treeFile) Utimes(Timespec, Timespec) error    { return errReadOnly }
func (f *treeFile) Close() error                       { return nil }
func (f *treeFile) MayBlock() bool                     { return false }
