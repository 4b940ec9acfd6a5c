package stdio

import (
	"errors"
	"io"
	"syscall"
)

const (
	errBadDescriptor = syscall.EBADF
	errNotSupported  = syscall.ENOTSUP
)

// errorBrokenPipe and errorNoData are what a write to a closed pipe gives.
const (
	errorBrokenPipe = syscall.ERROR_BROKEN_PIPE
	errorNoData     = syscall.Errno(232)
)

// errnoOf names the error inside err by Node's numbers for Windows.
func errnoOf(err error) (errno int, code string) {
	switch {
	case errors.Is(err, errorBrokenPipe), errors.Is(err, errorNoData), errors.Is(err, io.ErrClosedPipe):
		return 4047, "EPIPE"
	case errors.Is(err, syscall.EBADF):
		return 4083, "EBADF"
	case errors.Is(err, syscall.ENOTSUP):
		return 4049, "ENOTSUP"
	}
	return 4070, "EIO"
}
