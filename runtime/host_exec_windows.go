package runtime

import "syscall"

// replaceProgram: Windows has no execve.
func replaceProgram(string, []string, []string) error { return syscall.EWINDOWS }
