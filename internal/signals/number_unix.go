//go:build unix

package signals

import (
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// Number looks a signal up by its name.
func Number(name string) (syscall.Signal, bool) {
	switch name {
	case "SIGIOT":
		name = "SIGABRT"
	case "SIGPOLL":
		if runtime.GOOS != "linux" {
			return 0, false
		}
		name = "SIGIO"
	}
	sig := unix.SignalNum(name)
	return sig, sig != 0
}
