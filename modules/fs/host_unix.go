//go:build linux || darwin || freebsd

package fs

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// again repeats a system call that a signal has interrupted.
func again(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}

func (hostSystem) Open(path string, flags int, mode uint32) (File, error) {
	fd := -1
	err := again(func() (err error) {
		fd, err = unix.Open(path, flags|unix.O_CLOEXEC, mode)
		return err
	})
	if err != nil {
		return nil, err
	}
	return hostFile(fd), nil
}

func (hostSystem) Descriptor(fd int) (File, error) { return hostFile(fd), nil }

func (hostSystem) OpenDir(path string) (DirReader, error) {
	fd := -1
	err := again(func() (err error) {
		fd, err = unix.Open(path, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return nil, err
	}
	return hostDir{os.NewFile(uintptr(fd), path)}, nil
}

func (hostSystem) Access(path string, mode int) error {
	return again(func() error { return unix.Access(path, uint32(mode)) })
}

func (hostSystem) Statfs(path string) (FSInfo, error) {
	var st unix.Statfs_t
	err := again(func() error { return unix.Statfs(path, &st) })
	return FSInfo{
		Type: uint64(st.Type), Bsize: uint64(st.Bsize), Frsize: fragmentSize(&st), Blocks: uint64(st.Blocks), Bfree: uint64(st.Bfree),
		Bavail: uint64(st.Bavail), Files: uint64(st.Files), Ffree: uint64(st.Ffree),
	}, err
}

// maxLink is the longest target of a symbolic link.
const maxLink = 1 << 20

func (hostSystem) Readlink(path string) (string, error) {
	for size := 256; ; size *= 2 {
		b := make([]byte, size)
		n := 0
		err := again(func() (err error) {
			n, err = unix.Readlink(path, b)
			return err
		})
		switch {
		case err != nil:
			return "", err
		case n < size:
			return string(b[:n]), nil
		case size > maxLink:
			return "", unix.ENAMETOOLONG
		}
	}
}

func (hostSystem) Mkdir(path string, mode uint32) error {
	return again(func() error { return unix.Mkdir(path, mode) })
}

func (hostSystem) Rmdir(path string) error {
	return again(func() error { return unix.Rmdir(path) })
}

func (hostSystem) Unlink(path string) error {
	return again(func() error { return unix.Unlink(path) })
}

func (hostSystem) Rename(from, to string) error {
	return again(func() error { return unix.Rename(from, to) })
}

func (hostSystem) Link(existing, path string) error {
	return again(func() error { return unix.Link(existing, path) })
}

func (hostSystem) Symlink(target, path string, _ int) error {
	return again(func() error { return unix.Symlink(target, path) })
}

func (hostSystem) Chmod(path string, mode uint32) error {
	return again(func() error { return unix.Chmod(path, mode) })
}

func (hostSystem) Chown(path string, uid, gid int) error {
	return again(func() error { return unix.Chown(path, uid, gid) })
}

func (hostSystem) Lchown(path string, uid, gid int) error {
	return again(func() error { return unix.Lchown(path, uid, gid) })
}

func (hostSystem) Utimes(path string, atime, mtime Timespec) error {
	return utimes(path, atime, mtime, 0)
}

func (hostSystem) Lutimes(path string, atime, mtime Timespec) error {
	return utimes(path, atime, mtime, unix.AT_SYMLINK_NOFOLLOW)
}

func utimes(path string, atime, mtime Timespec, flags int) error {
	times := unixTimes(atime, mtime)
	return again(func() error { return unix.UtimesNanoAt(unix.AT_FDCWD, path, times[:], flags) })
}

func unixTimes(atime, mtime Timespec) [2]unix.Timespec {
	return [2]unix.Timespec{
		unix.NsecToTimespec(atime.Sec*1e9 + atime.Nsec),
		unix.NsecToTimespec(mtime.Sec*1e9 + mtime.Nsec),
	}
}

// permission is the part of a mode that can be set.
const permission = 0o7777

// CopyFile copies the content and the mode, as libuv does; an incomplete copy
// is removed.
func (h hostSystem) CopyFile(from, to string, flags int) error {
	src, err := h.Open(from, unix.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer src.Close()
	info, err := src.Stat()
	if err != nil {
		return err
	}
	open := unix.O_WRONLY | unix.O_CREAT
	if flags&copyExclusive != 0 {
		open |= unix.O_EXCL
	}
	dst, err := h.Open(to, open, info.Mode&permission)
	if err != nil {
		return err
	}
	err = copyInto(dst, src, &info, flags)
	if closeErr := dst.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		_ = h.Unlink(to) // the error that matters is the other one
	}
	return err
}

// copyInto does nothing when both are the same file.
func copyInto(dst, src File, info *Info, flags int) error {
	there, err := dst.Stat()
	if err != nil {
		return err
	}
	if there.Dev == info.Dev && there.Ino == info.Ino {
		return nil
	}
	if err := dst.Truncate(0); err != nil {
		return err
	}
	if err := dst.Chmod(info.Mode & permission); err != nil && err != unix.EPERM {
		return err // foreign file systems refuse it
	}
	if flags&(copyClone|copyCloneForce) != 0 {
		err := cloneFile(dst.Fd(), src.Fd())
		if err == nil || flags&copyCloneForce != 0 {
			return err
		}
	}
	return copyContent(dst, src)
}

const copyBuffer = 128 * 1024

func copyContent(dst, src File) error {
	buf := make([]byte, copyBuffer)
	for {
		n, err := src.Read([][]byte{buf}, -1)
		if err != nil || n == 0 {
			return err
		}
		for b := buf[:n]; len(b) > 0; {
			m, err := dst.Write([][]byte{b}, -1)
			if err != nil {
				return err
			}
			b = b[m:]
		}
	}
}

// The values of fs.constants that are the platform's own.
const (
	openWriteOnly = syscall.O_WRONLY
	openReadWrite = syscall.O_RDWR
	openCreate    = syscall.O_CREAT
	openExclusive = syscall.O_EXCL
	openTruncate  = syscall.O_TRUNC
	openAppend    = syscall.O_APPEND
	openSync      = syscall.O_SYNC
	openDirectory = syscall.O_DIRECTORY
)
