package runtime

import (
	"os"
	"syscall"
	"unsafe"
)

// sigaction is the kernel's struct of rt_sigaction.
type sigaction struct {
	handler  uintptr
	flags    uint64
	restorer uintptr
	mask     uint64
}

// abort dies of SIGABRT. Go's own handler would print the stacks of all
// goroutines and exit by itself, so the default action comes back first.
func abort() {
	var byDefault sigaction
	_, _, errno := syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(syscall.SIGABRT),
		uintptr(unsafe.Pointer(&byDefault)), 0, unsafe.Sizeof(byDefault.mask), 0, 0)
	if errno == 0 {
		_ = syscall.Kill(os.Getpid(), syscall.SIGABRT)
	}
	os.Exit(abortStatus)
}
