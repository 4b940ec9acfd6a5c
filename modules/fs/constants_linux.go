package fs

import "syscall"

var ownConstants = []constant{
	{"O_NOATIME", syscall.O_NOATIME}, {"O_NOFOLLOW", syscall.O_NOFOLLOW}, {"O_SYNC", openSync},
	{"O_DSYNC", syscall.O_DSYNC}, {"O_DIRECT", syscall.O_DIRECT}, {"O_NONBLOCK", syscall.O_NONBLOCK},
}
