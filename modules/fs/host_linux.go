package fs

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

func (hostSystem) Stat(path string) (Info, error) { return statx(unix.AT_FDCWD, path, 0) }

func (hostSystem) Lstat(path string) (Info, error) {
	return statx(unix.AT_FDCWD, path, unix.AT_SYMLINK_NOFOLLOW)
}

func (f hostFile) Stat() (Info, error) { return statx(int(f), "", unix.AT_EMPTY_PATH) }

// statx knows the time of birth, which stat does not. Old kernels and some
// sandboxes lack it.
func statx(dir int, path string, flags int) (Info, error) {
	var st unix.Statx_t
	err := again(func() error {
		return unix.Statx(dir, path, flags, unix.STATX_BASIC_STATS|unix.STATX_BTIME, &st)
	})
	if err == unix.ENOSYS || err == unix.EPERM && path != "" {
		return stat(dir, path, flags)
	}
	if err != nil {
		return Info{}, err
	}
	return Info{
		Dev: unix.Mkdev(st.Dev_major, st.Dev_minor), Ino: st.Ino, Nlink: uint64(st.Nlink),
		Rdev: unix.Mkdev(st.Rdev_major, st.Rdev_minor),
		Mode: uint32(st.Mode), UID: st.Uid, GID: st.Gid,
		Blksize: int64(st.Blksize), Size: int64(st.Size), Blocks: int64(st.Blocks),
		Atime: statxTime(st.Atime), Mtime: statxTime(st.Mtime), Ctime: statxTime(st.Ctime), Birthtime: statxTime(st.Btime),
	}, nil
}

func statxTime(t unix.StatxTimestamp) Timespec { return Timespec{Sec: t.Sec, Nsec: int64(t.Nsec)} }

// stat takes the time of the last change for the time of birth.
func stat(dir int, path string, flags int) (Info, error) {
	var st unix.Stat_t
	err := again(func() error {
		if path == "" && flags&unix.AT_EMPTY_PATH != 0 {
			return unix.Fstat(dir, &st)
		}
		return unix.Fstatat(dir, path, &st, flags)
	})
	if err != nil {
		return Info{}, err
	}
	changed := Timespec{Sec: int64(st.Ctim.Sec), Nsec: int64(st.Ctim.Nsec)}
	return Info{
		Dev: st.Dev, Ino: st.Ino, Nlink: uint64(st.Nlink), Rdev: st.Rdev,
		Mode: st.Mode, UID: st.Uid, GID: st.Gid,
		Blksize: int64(st.Blksize), Size: st.Size, Blocks: st.Blocks,
		Atime: Timespec{Sec: int64(st.Atim.Sec), Nsec: int64(st.Atim.Nsec)},
		Mtime: Timespec{Sec: int64(st.Mtim.Sec), Nsec: int64(st.Mtim.Nsec)},
		Ctime: changed, Birthtime: changed,
	}, nil
}

func (f hostFile) Datasync() error {
	return again(func() error { return unix.Fdatasync(int(f)) })
}

// Utimes is futimens(3), which is utimensat(2) without a path.
func (f hostFile) Utimes(atime, mtime Timespec) error {
	times := unixTimes(atime, mtime)
	return again(func() error {
		_, _, errno := unix.Syscall6(unix.SYS_UTIMENSAT, uintptr(f), 0, uintptr(unsafe.Pointer(&times[0])), 0, 0, 0)
		if errno != 0 {
			return errno
		}
		return nil
	})
}

// maxVector is IOV_MAX; what is beyond waits for the next call.
const maxVector = 1024

func readVector(fd int, bufs [][]byte, pos int64) (int, error) {
	bufs = bufs[:min(len(bufs), maxVector)]
	if pos < 0 {
		return unix.Readv(fd, bufs)
	}
	return unix.Preadv(fd, bufs, pos)
}

func writeVector(fd int, bufs [][]byte, pos int64) (int, error) {
	bufs = bufs[:min(len(bufs), maxVector)]
	if pos < 0 {
		return unix.Writev(fd, bufs)
	}
	return unix.Pwritev(fd, bufs, pos)
}

// cloneFile shares the blocks of a file, where the file system can.
func cloneFile(dst, src int) error { return unix.IoctlFileClone(dst, src) }

func fragmentSize(st *unix.Statfs_t) uint64 { return uint64(st.Frsize) }
