package nodeerr

import "syscall"

var platformErrnos = [...]native{
	{"EFTYPE", syscall.EFTYPE},
}
