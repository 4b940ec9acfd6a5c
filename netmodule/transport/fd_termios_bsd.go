//go:build unix && !linux

package transport

import "golang.org/x/sys/unix"

const ioctlTermios = unix.TIOCGETA
