package signals

import "syscall"

// numbers are those that libuv emulates.
var numbers = map[string]syscall.Signal{
	"SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGILL": 4, "SIGABRT": 22, "SIGFPE": 8, "SIGKILL": 9,
	"SIGSEGV": 11, "SIGTERM": 15, "SIGBREAK": 21, "SIGWINCH": 28,
}

// Number looks a signal up by its name.
func Number(name string) (syscall.Signal, bool) {
	sig, ok := numbers[name]
	return sig, ok
}
