//go:build darwin || freebsd

package fs

import "syscall"

var ownConstants = []constant{
	{"O_NOFOLLOW", syscall.O_NOFOLLOW}, {"O_SYNC", openSync}, {"O_NONBLOCK", syscall.O_NONBLOCK},
}
