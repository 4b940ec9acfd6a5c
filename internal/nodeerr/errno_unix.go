//go:build unix

package nodeerr

import "syscall"

// platformErrno is the number of a name: the system's own, negated.
func platformErrno(name string) (int, bool) {
	n, ok := nativeErrno(name)
	return -int(n), ok
}

// systemErrnoName translates a number that the system returned.
func systemErrnoName(errno syscall.Errno) (string, bool) { return nativeName(errno) }
