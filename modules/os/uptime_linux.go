package os

import (
	"time"

	"golang.org/x/sys/unix"
)

// bootClock is the time since the machine started, in seconds.
func bootClock() (float64, bool) {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &t); err != nil {
		return 0, false
	}
	d := time.Duration(t.Nano()).Truncate(10 * time.Millisecond) // as /proc/uptime
	return d.Seconds(), true
}
