package nodeerr

import "syscall"

var platformErrnos = [...]native{
	{"ENONET", syscall.ENONET},
	{"EREMOTEIO", syscall.EREMOTEIO},
	{"EUNATCH", syscall.EUNATCH},
	{"ENODATA", syscall.ENODATA},
}
