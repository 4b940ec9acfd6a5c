//go:build unix

package runtime

import "syscall"

// replaceProgram is execve(2). The standard descriptors stay open in the new
// program; Go has opened all others to be closed there.
func replaceProgram(path string, args, env []string) error { return syscall.Exec(path, args, env) }
