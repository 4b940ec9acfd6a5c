//go:build !linux && !darwin && !freebsd

package fs

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// The host of systems without a file of their own here, Windows above all, on
// top of package os: what os does not tell (owners, blocks, birth) is zero.

func (hostSystem) Open(path string, flags int, mode uint32) (File, error) {
	f, err := os.OpenFile(path, goFlags(flags), os.FileMode(mode&0o777))
	if err != nil {
		return nil, err
	}
	return osFile{f}, nil
}

// goFlags translates the flags of fs.constants, which are libuv's.
func goFlags(flags int) int {
	goes := flags & (openWriteOnly | openReadWrite)
	for _, f := range []struct{ ours, theirs int }{
		{openCreate, os.O_CREATE}, {openExclusive, os.O_EXCL}, {openTruncate, os.O_TRUNC},
		{openAppend, os.O_APPEND}, {openSync, os.O_SYNC},
	} {
		if flags&f.ours != 0 {
			goes |= f.theirs
		}
	}
	return goes
}

// Descriptor knows the standard streams; other numbers mean nothing here.
func (hostSystem) Descriptor(fd int) (File, error) {
	switch fd {
	case 0:
		return osFile{os.Stdin}, nil
	case 1:
		return osFile{os.Stdout}, nil
	case 2:
		return osFile{os.Stderr}, nil
	}
	return nil, syscall.EBADF
}

func (h hostSystem) OpenDir(path string) (DirReader, error) {
	info, err := h.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Type() != modeDir {
		return nil, syscall.ENOTDIR
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return hostDir{f}, nil
}

func (h hostSystem) Access(path string, mode int) error {
	info, err := h.Stat(path)
	if err != nil {
		return err
	}
	if mode&accessWrite != 0 && info.Type() != modeDir && info.Mode&0o200 == 0 {
		return syscall.EPERM
	}
	return nil
}

func (hostSystem) Stat(path string) (Info, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Info{}, err
	}
	return goInfo(info), nil
}

func (hostSystem) Lstat(path string) (Info, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return Info{}, err
	}
	return goInfo(info), nil
}

func (hostSystem) Statfs(string) (FSInfo, error)        { return FSInfo{}, syscall.ENOSYS }
func (hostSystem) Readlink(path string) (string, error) { return os.Readlink(path) }
func (hostSystem) Mkdir(path string, mode uint32) error {
	return os.Mkdir(path, os.FileMode(mode&0o777))
}
func (hostSystem) Rename(from, to string) error         { return os.Rename(from, to) }
func (hostSystem) Link(existing, path string) error     { return os.Link(existing, path) }
func (hostSystem) Symlink(to, path string, _ int) error { return os.Symlink(to, path) }
func (hostSystem) Chmod(path string, mode uint32) error {
	return os.Chmod(path, os.FileMode(mode&0o777))
}

func (h hostSystem) Rmdir(path string) error {
	info, err := h.Lstat(path)
	if err != nil {
		return err
	}
	if info.Type() != modeDir {
		return syscall.ENOENT // as libuv says on Windows
	}
	return os.Remove(path)
}

func (h hostSystem) Unlink(path string) error {
	info, err := h.Lstat(path)
	if err != nil {
		return err
	}
	if info.Type() == modeDir {
		return syscall.EPERM
	}
	return os.Remove(path)
}

// Chown does nothing, as in libuv on Windows.
func (hostSystem) Chown(string, int, int) error  { return nil }
func (hostSystem) Lchown(string, int, int) error { return nil }

func (hostSystem) Utimes(path string, atime, mtime Timespec) error {
	return os.Chtimes(path, goTime(atime), goTime(mtime))
}

func (h hostSystem) Lutimes(path string, atime, mtime Timespec) error {
	info, err := h.Lstat(path)
	if err != nil {
		return err
	}
	if info.Type() == modeSymlink {
		return syscall.ENOSYS
	}
	return h.Utimes(path, atime, mtime)
}

func goTime(t Timespec) time.Time { return time.Unix(t.Sec, t.Nsec) }

func (h hostSystem) CopyFile(from, to string, flags int) error {
	if flags&copyCloneForce != 0 {
		return syscall.ENOSYS
	}
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	open := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if flags&copyExclusive != 0 {
		open |= os.O_EXCL
	}
	dst, err := os.OpenFile(to, open, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	return errors.Join(err, dst.Close())
}

// osFile is a file that has no number of the operating system's.
type osFile struct {
	f *os.File
}

var _ File = osFile{}

func (osFile) Fd() int { return -1 }

func (o osFile) Read(bufs [][]byte, pos int64) (int, error) {
	n, err := eachBuffer(bufs, pos, func(b []byte, at int64) (int, error) {
		if at < 0 {
			return o.f.Read(b)
		}
		return o.f.ReadAt(b, at)
	})
	if err == io.EOF {
		err = nil
	}
	return n, err
}

func (o osFile) Write(bufs [][]byte, pos int64) (int, error) {
	return eachBuffer(bufs, pos, func(b []byte, at int64) (int, error) {
		if at < 0 {
			return o.f.Write(b)
		}
		return o.f.WriteAt(b, at)
	})
}

func (o osFile) Stat() (Info, error) {
	info, err := o.f.Stat()
	if err != nil {
		return Info{}, err
	}
	return goInfo(info), nil
}

func (o osFile) Truncate(size int64) error { return o.f.Truncate(size) }
func (o osFile) Sync() error               { return o.f.Sync() }
func (o osFile) Datasync() error           { return o.f.Sync() }
func (o osFile) Chmod(mode uint32) error   { return o.f.Chmod(os.FileMode(mode & 0o777)) }
func (o osFile) Chown(int, int) error      { return nil }
func (o osFile) Close() error              { return o.f.Close() }

func (o osFile) Utimes(atime, mtime Timespec) error {
	path, err := filepath.Abs(o.f.Name())
	if err != nil {
		return err
	}
	return os.Chtimes(path, goTime(atime), goTime(mtime))
}

func (o osFile) MayBlock() bool {
	info, err := o.f.Stat()
	return err == nil && !info.Mode().IsRegular()
}

// The values of fs.constants, which are libuv's.
const (
	openWriteOnly = 0x1
	openReadWrite = 0x2
	openAppend    = 0x8
	openCreate    = 0x100
	openTruncate  = 0x200
	openExclusive = 0x400
	openSync      = 0x8000000
	openDirectory = 0x10000000
)
