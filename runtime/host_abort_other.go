//go:build !linux

package runtime

import "os"

// abort ends the program with the status that SIGABRT would give.
func abort() { os.Exit(abortStatus) }
