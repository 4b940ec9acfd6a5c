package process

import "syscall"

func processUsage() (usage, error) {
	self, err := syscall.GetCurrentProcess()
	if err != nil {
		return usage{}, err
	}
	var created, exited, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(self, &created, &exited, &kernel, &user); err != nil {
		return usage{}, err
	}
	return usage{user: micros(user), system: micros(kernel)}, nil
}

// micros is a span of time in microseconds; a Filetime counts 100 ns.
func micros(t syscall.Filetime) int64 {
	return (int64(t.HighDateTime)<<32 | int64(t.LowDateTime)) / 10
}

// threadUsage is the program's: goroutines have no thread of their own.
func threadUsage() (usage, error) { return processUsage() }
