//go:build unix

package stdio

import (
	"errors"
	"syscall"

	"golang.org/x/sys/unix"
)

const (
	errBadDescriptor = syscall.EBADF
	errNotSupported  = syscall.ENOTSUP
)

// errnoOf names the errno inside err.
func errnoOf(err error) (errno int, code string) {
	var e syscall.Errno
	if !errors.As(err, &e) {
		return int(syscall.EIO), "EIO"
	}
	return int(e), unix.ErrnoName(e)
}
