package buffer

import "golang.org/x/sys/windows"

// available reports whether the system would give a process size bytes.
func available(size int) bool {
	at, err := windows.VirtualAlloc(0, uintptr(size), windows.MEM_RESERVE|windows.MEM_COMMIT, windows.PAGE_READWRITE)
	if err != nil {
		return false
	}
	return windows.VirtualFree(at, 0, windows.MEM_RELEASE) == nil
}
