package nodeerr

import "syscall"

var platformErrnos = [...]native{
	{"EFTYPE", syscall.EFTYPE},
	{"ENODATA", syscall.ENODATA},
}
