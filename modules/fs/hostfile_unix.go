//go:build linux || darwin || freebsd

package fs

import "golang.org/x/sys/unix"

// hostFile is a file descriptor of the process.
type hostFile int

var _ File = hostFile(0)

func (f hostFile) Fd() int { return int(f) }

func (f hostFile) Read(bufs [][]byte, pos int64) (n int, err error) {
	err = again(func() error {
		switch {
		case len(bufs) != 1:
			n, err = readVector(int(f), bufs, pos)
		case pos < 0:
			n, err = unix.Read(int(f), bufs[0])
		default:
			n, err = unix.Pread(int(f), bufs[0], pos)
		}
		return err
	})
	return max(n, 0), err
}

func (f hostFile) Write(bufs [][]byte, pos int64) (n int, err error) {
	err = again(func() error {
		switch {
		case len(bufs) != 1:
			n, err = writeVector(int(f), bufs, pos)
		case pos < 0:
			n, err = unix.Write(int(f), bufs[0])
		default:
			n, err = unix.Pwrite(int(f), bufs[0], pos)
		}
		return err
	})
	return max(n, 0), err
}

func (f hostFile) Truncate(size int64) error {
	return again(func() error { return unix.Ftruncate(int(f), size) })
}

func (f hostFile) Sync() error {
	return again(func() error { return unix.Fsync(int(f)) })
}

func (f hostFile) Chmod(mode uint32) error {
	return again(func() error { return unix.Fchmod(int(f), mode) })
}

func (f hostFile) Chown(uid, gid int) error {
	return again(func() error { return unix.Fchown(int(f), uid, gid) })
}

// Close takes EINTR for success: the descriptor is gone, and closing it again
// could hit somebody else's.
func (f hostFile) Close() error {
	if err := unix.Close(int(f)); err != unix.EINTR {
		return err
	}
	return nil
}

func (f hostFile) MayBlock() bool {
	var st unix.Stat_t
	if unix.Fstat(int(f), &st) != nil {
		return false
	}
	kind := uint32(st.Mode) & modeType
	return kind != modeFile && kind != modeDir && kind != modeBlock
}
