//go:build unix

package buffer

import "golang.org/x/sys/unix"

// available reports whether the system would give a process size bytes.
func available(size int) bool {
	b, err := unix.Mmap(-1, 0, size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil {
		return false
	}
	return unix.Munmap(b) == nil
}
