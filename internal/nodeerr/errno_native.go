package nodeerr

import "syscall"

// native pairs a name with the platform's number.
type native struct {
	name  string
	errno syscall.Errno
}

// commonErrnos are the numbers that every platform has; platformErrnos holds
// the others. On Windows these are numbers that Go made up; the system's own
// are translated by systemErrnoName.
var commonErrnos = [...]native{
	{"E2BIG", syscall.E2BIG},
	{"EACCES", syscall.EACCES},
	{"EADDRINUSE", syscall.EADDRINUSE},
	{"EADDRNOTAVAIL", syscall.EADDRNOTAVAIL},
	{"EAFNOSUPPORT", syscall.EAFNOSUPPORT},
	{"EAGAIN", syscall.EAGAIN},
	{"EALREADY", syscall.EALREADY},
	{"EBADF", syscall.EBADF},
	{"EBUSY", syscall.EBUSY},
	{"ECANCELED", syscall.ECANCELED},
	{"ECONNABORTED", syscall.ECONNABORTED},
	{"ECONNREFUSED", syscall.ECONNREFUSED},
	{"ECONNRESET", syscall.ECONNRESET},
	{"EDESTADDRREQ", syscall.EDESTADDRREQ},
	{"EEXIST", syscall.EEXIST},
	{"EFAULT", syscall.EFAULT},
	{"EFBIG", syscall.EFBIG},
	{"EHOSTUNREACH", syscall.EHOSTUNREACH},
	{"EINTR", syscall.EINTR},
	{"EINVAL", syscall.EINVAL},
	{"EIO", syscall.EIO},
	{"EISCONN", syscall.EISCONN},
	{"EISDIR", syscall.EISDIR},
	{"ELOOP", syscall.ELOOP},
	{"EMFILE", syscall.EMFILE},
	{"EMSGSIZE", syscall.EMSGSIZE},
	{"ENAMETOOLONG", syscall.ENAMETOOLONG},
	{"ENETDOWN", syscall.ENETDOWN},
	{"ENETUNREACH", syscall.ENETUNREACH},
	{"ENFILE", syscall.ENFILE},
	{"ENOBUFS", syscall.ENOBUFS},
	{"ENODEV", syscall.ENODEV},
	{"ENOENT", syscall.ENOENT},
	{"ENOMEM", syscall.ENOMEM},
	{"ENOPROTOOPT", syscall.ENOPROTOOPT},
	{"ENOSPC", syscall.ENOSPC},
	{"ENOSYS", syscall.ENOSYS},
	{"ENOTCONN", syscall.ENOTCONN},
	{"ENOTDIR", syscall.ENOTDIR},
	{"ENOTEMPTY", syscall.ENOTEMPTY},
	{"ENOTSOCK", syscall.ENOTSOCK},
	{"ENOTSUP", syscall.ENOTSUP},
	{"EOVERFLOW", syscall.EOVERFLOW},
	{"EPERM", syscall.EPERM},
	{"EPIPE", syscall.EPIPE},
	{"EPROTO", syscall.EPROTO},
	{"EPROTONOSUPPORT", syscall.EPROTONOSUPPORT},
	{"EPROTOTYPE", syscall.EPROTOTYPE},
	{"ERANGE", syscall.ERANGE},
	{"EROFS", syscall.EROFS},
	{"ESHUTDOWN", syscall.ESHUTDOWN},
	{"ESPIPE", syscall.ESPIPE},
	{"ESRCH", syscall.ESRCH},
	{"ETIMEDOUT", syscall.ETIMEDOUT},
	{"ETXTBSY", syscall.ETXTBSY},
	{"EXDEV", syscall.EXDEV},
	{"ENXIO", syscall.ENXIO},
	{"EMLINK", syscall.EMLINK},
	{"EHOSTDOWN", syscall.EHOSTDOWN},
	{"ENOTTY", syscall.ENOTTY},
	{"EILSEQ", syscall.EILSEQ},
	{"ESOCKTNOSUPPORT", syscall.ESOCKTNOSUPPORT},
	{"ENOEXEC", syscall.ENOEXEC},
}
