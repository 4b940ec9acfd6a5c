package fs

import (
	"io"
	"syscall"
)

// StreamFile is a standard stream that is no file of the operating system:
// what fs.readSync(0, ...) and fs.writeSync(1, ...) reach in a runtime whose
// streams the embedder made. Either side may be nil. Writing is done on the
// loop goroutine, where the other users of w are; reading may be done on a
// worker.
func StreamFile(r io.Reader, w io.Writer) File { return streamFile{r: r, w: w} }

type streamFile struct {
	r io.Reader
	w io.Writer
}

var _ File = streamFile{}

// writesOnLoop reports whether workers must not write to a file.
func writesOnLoop(f File) bool {
	_, ok := f.(streamFile)
	return ok
}

func (f streamFile) Fd() int { return -1 }

func (f streamFile) Read(bufs [][]byte, pos int64) (int, error) {
	switch {
	case f.r == nil:
		return 0, syscall.EBADF
	case pos >= 0:
		return 0, syscall.ESPIPE
	}
	for _, b := range bufs {
		if len(b) == 0 {
			continue
		}
		n, err := f.r.Read(b)
		if n > 0 || err == io.EOF {
			return n, nil
		}
		return 0, err
	}
	return 0, nil
}

func (f streamFile) Write(bufs [][]byte, pos int64) (int, error) {
	switch {
	case f.w == nil:
		return 0, syscall.EBADF
	case pos >= 0:
		return 0, syscall.ESPIPE
	}
	total := 0
	for _, b := range bufs {
		n, err := f.w.Write(b)
		total += n
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// Stat shows a pipe.
func (f streamFile) Stat() (Info, error) {
	return Info{Mode: modeFIFO | 0o600, Nlink: 1, Blksize: 4096}, nil
}

func (f streamFile) Truncate(int64) error            { return syscall.EINVAL }
func (f streamFile) Sync() error                     { return syscall.EINVAL }
func (f streamFile) Datasync() error                 { return syscall.EINVAL }
func (f streamFile) Chmod(uint32) error              { return syscall.EPERM }
func (f streamFile) Chown(int, int) error            { return syscall.EPERM }
func (f streamFile) Utimes(Timespec, Timespec) error { return syscall.EPERM }
func (f streamFile) Close() error                    { return nil }
func (f streamFile) MayBlock() bool                  { return true }
