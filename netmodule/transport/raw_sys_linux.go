package transport

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// System calls of the hot path. They never block, so those that move little
// do not tell Go's scheduler that they might; and they return an errno instead
// of an error, which costs nothing to make. Sockets are asked call by call not
// to block and not to raise SIGPIPE, whatever the flags of their descriptor.

const sendFlags = unix.MSG_DONTWAIT | unix.MSG_NOSIGNAL

// quickLimit is how many bytes a call may move while it holds the scheduler's
// processor.
const quickLimit = 64 << 10

// call makes the system call trap(fd, p, a3, a4), which moves size bytes.
func call(size int, trap uintptr, fd int, p unsafe.Pointer, a3, a4 uintptr) (int, syscall.Errno) {
	for {
		var n uintptr
		var errno syscall.Errno
		if size <= quickLimit {
			n, _, errno = unix.RawSyscall6(trap, uintptr(fd), uintptr(p), a3, a4, 0, 0)
		} else {
			n, _, errno = unix.Syscall6(trap, uintptr(fd), uintptr(p), a3, a4, 0, 0)
		}
		switch errno {
		case 0:
			return int(n), 0
		case unix.EINTR:
		default:
			return 0, errno
		}
	}
}

// readFD reads once; 0 bytes without an errno are the end.
func readFD(fd int, kind streamKind, b []byte) (int, syscall.Errno) {
	p := unsafe.Pointer(unsafe.SliceData(b))
	if kind == kindPipe {
		return call(len(b), unix.SYS_READ, fd, p, uintptr(len(b)), 0)
	}
	return call(len(b), unix.SYS_RECVFROM, fd, p, uintptr(len(b)), unix.MSG_DONTWAIT)
}

// writeFD writes one slice.
func writeFD(fd int, kind streamKind, b []byte) (int, syscall.Errno) {
	p := unsafe.Pointer(unsafe.SliceData(b))
	if kind == kindPipe {
		return call(len(b), unix.SYS_WRITE, fd, p, uintptr(len(b)), 0)
	}
	return call(len(b), unix.SYS_SENDTO, fd, p, uintptr(len(b)), sendFlags)
}

// writevFD writes size bytes in several pieces.
func writevFD(fd int, kind streamKind, iovecs []unix.Iovec, size int) (int, syscall.Errno) {
	if kind == kindPipe {
		p := unsafe.Pointer(unsafe.SliceData(iovecs))
		return call(size, unix.SYS_WRITEV, fd, p, uintptr(len(iovecs)), 0)
	}
	msg := unix.Msghdr{Iov: unsafe.SliceData(iovecs)}
	msg.SetIovlen(len(iovecs))
	return call(size, unix.SYS_SENDMSG, fd, unsafe.Pointer(&msg), sendFlags, 0)
}
