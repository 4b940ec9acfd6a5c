//go:build unix

package runtime

import "syscall"

// watchable is false for the signals that the kernel lets nobody have.
func watchable(sig syscall.Signal) bool { return sig != syscall.SIGKILL && sig != syscall.SIGSTOP }

func kill(pid int, sig syscall.Signal) error { return syscall.Kill(pid, sig) }
