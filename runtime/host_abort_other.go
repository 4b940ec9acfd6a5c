//go:build !linux

package runtime

import (
	"os"
	"syscall"
)

// dieOf ends the program with the status that the signal would give.
func dieOf(sig syscall.Signal) { os.Exit(signalStatus + int(sig)) }
