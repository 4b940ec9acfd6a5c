//go:build unix && !linux

package process

import "runtime"

// maxRSSUnit divides ru_maxrss into kilobytes; macOS counts bytes.
var maxRSSUnit = func() int64 {
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return 1024
	}
	return 1
}()

// threadUsage is the program's: goroutines have no thread of their own.
func threadUsage() (usage, error) { return processUsage() }
