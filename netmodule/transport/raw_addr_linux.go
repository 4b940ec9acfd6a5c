package transport

import (
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/internal/nodeerr"
)

// newSocket makes a stream socket that does not block and is not inherited.
func newSocket(family int) (int, error) {
	return unix.Socket(family, unix.SOCK_STREAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
}

// unixAddr is a UNIX socket address as the kernel takes it. Unlike Go's own it
// can have the full 108 bytes and begin with "@".
type unixAddr struct {
	raw  unix.RawSockaddrUnix
	size uintptr
}

// newUnixAddr refuses what does not fit, as libuv does. A name that begins with
// a zero byte is abstract: its length counts, and other zero bytes are part
// of it.
func newUnixAddr(path string) (*unixAddr, error) {
	a := &unixAddr{raw: unix.RawSockaddrUnix{Family: unix.AF_UNIX}}
	if err := checkPath(path); err != nil {
		return nil, err
	}
	for i := range len(path) {
		a.raw.Path[i] = int8(path[i])
	}
	a.size = unsafe.Sizeof(a.raw)
	if isAbstract(path) {
		a.size = unsafe.Offsetof(a.raw.Path) + uintptr(len(path))
	}
	return a, nil
}

// anyUnixAddr has the kernel choose an abstract name.
func anyUnixAddr() *unixAddr {
	a := &unixAddr{raw: unix.RawSockaddrUnix{Family: unix.AF_UNIX}}
	a.size = unsafe.Offsetof(a.raw.Path)
	return a
}

func (a *unixAddr) bind(fd int) error { return a.call(unix.SYS_BIND, fd) }

func (a *unixAddr) connect(fd int) error { return a.call(unix.SYS_CONNECT, fd) }

func (a *unixAddr) call(trap uintptr, fd int) error {
	if _, _, errno := unix.Syscall(trap, uintptr(fd), uintptr(unsafe.Pointer(&a.raw)), a.size); errno != 0 {
		return errno
	}
	return nil
}

// LocalAddr is part of Conn.
func (c *rawConn) LocalAddr() (Addr, error) { return c.name(unix.Getsockname, "getsockname") }

// RemoteAddr is part of Conn.
func (c *rawConn) RemoteAddr() (Addr, error) { return c.name(unix.Getpeername, "getpeername") }

func (c *rawConn) name(get func(int) (unix.Sockaddr, error), call string) (Addr, error) {
	if c.kind == kindPipe {
		return Addr{}, nil
	}
	addr, err := addrOf(get(c.fd))
	if err != nil {
		return Addr{}, nodeerr.FromGo(err, call)
	}
	return addr, nil
}
