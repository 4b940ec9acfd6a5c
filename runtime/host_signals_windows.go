package runtime

import (
	"os"
	"syscall"
)

// ignoredByGo is for systems that have signals.
var ignoredByGo []os.Signal

// watchable is true for what the console sends.
func watchable(sig syscall.Signal) bool { return sig != syscall.SIGKILL }

// kill knows one way to end a process, whatever the signal, and 0 for looking
// whether it exists.
func kill(pid int, sig syscall.Signal) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return syscall.ESRCH
	}
	defer p.Release()
	switch sig {
	case 0:
		return nil
	case syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT:
		return p.Kill()
	}
	return syscall.ENOSYS
}
