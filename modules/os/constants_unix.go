//go:build unix

package os

import (
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// errnoNames are those of os.constants.errno, in its order.
var errnoNames = [...]string{
	"E2BIG", "EACCES", "EADDRINUSE", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EAGAIN", "EALREADY", "EBADF", "EBADMSG", "EBUSY",
	"ECANCELED", "ECHILD", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EDEADLK", "EDESTADDRREQ", "EDOM", "EDQUOT", "EEXIST",
	"EFAULT", "EFBIG", "EHOSTUNREACH", "EIDRM", "EILSEQ", "EINPROGRESS", "EINTR", "EINVAL", "EIO", "EISCONN",
	"EISDIR", "ELOOP", "EMFILE", "EMLINK", "EMSGSIZE", "EMULTIHOP", "ENAMETOOLONG", "ENETDOWN", "ENETRESET", "ENETUNREACH",
	"ENFILE", "ENOBUFS", "ENODATA", "ENODEV", "ENOENT", "ENOEXEC", "ENOLCK", "ENOLINK", "ENOMEM", "ENOMSG",
	"ENOPROTOOPT", "ENOSPC", "ENOSR", "ENOSTR", "ENOSYS", "ENOTCONN", "ENOTDIR", "ENOTEMPTY", "ENOTSOCK", "ENOTSUP",
	"ENOTTY", "ENXIO", "EOPNOTSUPP", "EOVERFLOW", "EPERM", "EPIPE", "EPROTO", "EPROTONOSUPPORT", "EPROTOTYPE", "ERANGE",
	"EROFS", "ESPIPE", "ESRCH", "ESTALE", "ETIME", "ETIMEDOUT", "ETXTBSY", "EWOULDBLOCK", "EXDEV",
}

// maxErrno is above every error number of the systems we know.
const maxErrno = 256

func errnoConstants() []constant {
	numbers := map[string]int{
		"EWOULDBLOCK": int(unix.EWOULDBLOCK), "EOPNOTSUPP": int(unix.EOPNOTSUPP), "ENOTSUP": int(unix.ENOTSUP),
		"EDEADLK": int(unix.EDEADLK), "EAGAIN": int(unix.EAGAIN),
	}
	for n := 1; n < maxErrno; n++ {
		if name := unix.ErrnoName(syscall.Errno(n)); name != "" && numbers[name] == 0 {
			numbers[name] = n
		}
	}
	var list []constant
	for _, name := range errnoNames {
		if n := numbers[name]; n != 0 {
			list = append(list, constant{name, n})
		}
	}
	return list
}

func dlopenConstants() []constant {
	switch runtime.GOOS {
	case "linux":
		return []constant{{"RTLD_LAZY", 1}, {"RTLD_NOW", 2}, {"RTLD_GLOBAL", 0x100}, {"RTLD_LOCAL", 0}, {"RTLD_DEEPBIND", 8}}
	case "darwin":
		return []constant{{"RTLD_LAZY", 1}, {"RTLD_NOW", 2}, {"RTLD_GLOBAL", 8}, {"RTLD_LOCAL", 4}}
	}
	return []constant{{"RTLD_LAZY", 1}, {"RTLD_NOW", 2}, {"RTLD_GLOBAL", 0x100}, {"RTLD_LOCAL", 0}}
}
