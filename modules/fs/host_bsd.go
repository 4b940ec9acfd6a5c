//go:build darwin || freebsd

package fs

import "golang.org/x/sys/unix"

func (hostSystem) Stat(path string) (Info, error) {
	var st unix.Stat_t
	err := again(func() error { return unix.Stat(path, &st) })
	return infoOf(&st), err
}

func (hostSystem) Lstat(path string) (Info, error) {
	var st unix.Stat_t
	err := again(func() error { return unix.Lstat(path, &st) })
	return infoOf(&st), err
}

func (f hostFile) Stat() (Info, error) {
	var st unix.Stat_t
	err := again(func() error { return unix.Fstat(int(f), &st) })
	return infoOf(&st), err
}

func infoOf(st *unix.Stat_t) Info {
	at := func(t unix.Timespec) Timespec { return Timespec{Sec: int64(t.Sec), Nsec: int64(t.Nsec)} }
	return Info{
		Dev: uint64(st.Dev), Ino: uint64(st.Ino), Nlink: uint64(st.Nlink), Rdev: uint64(st.Rdev),
		Mode: uint32(st.Mode), UID: st.Uid, GID: st.Gid,
		Blksize: int64(st.Blksize), Size: st.Size, Blocks: st.Blocks,
		Atime: at(st.Atim), Mtime: at(st.Mtim), Ctime: at(st.Ctim), Birthtime: at(st.Btim),
	}
}

// Datasync has no call of its own here.
func (f hostFile) Datasync() error { return f.Sync() }

// Utimes knows microseconds only: x/sys has no futimens.
func (f hostFile) Utimes(atime, mtime Timespec) error {
	times := []unix.Timeval{
		unix.NsecToTimeval(atime.Sec*1e9 + atime.Nsec),
		unix.NsecToTimeval(mtime.Sec*1e9 + mtime.Nsec),
	}
	return again(func() error { return unix.Futimes(int(f), times) })
}

func readVector(fd int, bufs [][]byte, pos int64) (int, error) {
	return eachBuffer(bufs, pos, func(b []byte, at int64) (int, error) {
		if at < 0 {
			return unix.Read(fd, b)
		}
		return unix.Pread(fd, b, at)
	})
}

func writeVector(fd int, bufs [][]byte, pos int64) (int, error) {
	return eachBuffer(bufs, pos, func(b []byte, at int64) (int, error) {
		if at < 0 {
			return unix.Write(fd, b)
		}
		return unix.Pwrite(fd, b, at)
	})
}

// cloneFile is not built here.
func cloneFile(int, int) error { return unix.ENOTSUP }

// fragmentSize is that of a block: there is no other.
func fragmentSize(st *unix.Statfs_t) uint64 { return uint64(st.Bsize) }
