//go:build unix

package runtime

import (
	"os"
	"syscall"
)

// ignoredByGo are signals that end a program by default, but not one in Go.
var ignoredByGo = []os.Signal{syscall.SIGUSR2, syscall.SIGALRM, syscall.SIGVTALRM, syscall.SIGXCPU, syscall.SIGXFSZ}

// watchable is false for the signals that the kernel lets nobody have.
func watchable(sig syscall.Signal) bool { return sig != syscall.SIGKILL && sig != syscall.SIGSTOP }

func kill(pid int, sig syscall.Signal) error { return syscall.Kill(pid, sig) }
