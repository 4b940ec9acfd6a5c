//go:build !linux

package os

// bootClock is not to be had here.
func bootClock() (float64, bool) { return 0, false }
