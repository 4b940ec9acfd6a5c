// Package signals has the names and numbers of the platform's signals, for
// process, os.constants and child_process. It holds no state.
package signals

import "syscall"

// names are all signals that Node knows, in the order of os.constants.signals.
var names = [...]string{
	"SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGIOT", "SIGBUS", "SIGFPE", "SIGKILL",
	"SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGCHLD", "SIGSTKFLT", "SIGCONT", "SIGSTOP",
	"SIGTSTP", "SIGBREAK", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH",
	"SIGIO", "SIGPOLL", "SIGLOST", "SIGPWR", "SIGINFO", "SIGSYS", "SIGUNUSED",
}

// Each calls fn for the signals of this platform, in Node's order.
func Each(fn func(name string, number syscall.Signal)) {
	for _, name := range names {
		if n, ok := Number(name); ok {
			fn(name, n)
		}
	}
}

// Name is the first name of a signal, or "".
func Name(number syscall.Signal) string {
	for _, name := range names {
		if n, ok := Number(name); ok && n == number {
			return name
		}
	}
	return ""
}
