//go:build !unix

package transport

import (
	"io/fs"
	"net"
	"os"
	"syscall"
)

// openFD knows the standard descriptors only: others have no number that Go
// and a script could share.
func (hostDialer) openFD(fd int) (net.Conn, *opened, error) {
	files := [...]*os.File{os.Stdin, os.Stdout, os.Stderr}
	if fd < 0 || fd >= len(files) {
		return nil, nil, &FDTypeError{Type: "UNKNOWN"}
	}
	info, err := files[fd].Stat()
	if err != nil {
		return nil, nil, &FDTypeError{Type: "UNKNOWN"}
	}
	switch mode := info.Mode(); {
	case mode&fs.ModeNamedPipe != 0:
		return stdioPipe{pipeConn{files[fd]}}, &opened{fd: fd, release: func() {}}, nil
	case mode&fs.ModeCharDevice != 0:
		return nil, nil, &FDTypeError{Type: "TTY"}
	}
	return nil, nil, &FDTypeError{Type: "FILE"}
}

// stdioPipe is a pipe that stays open, and whose reads nothing can end.
type stdioPipe struct{ pipeConn }

var _ endless = stdioPipe{}

func (stdioPipe) Close() error { return nil }
func (stdioPipe) readsOnEnd()  {}

// bind: Go's net package cannot listen or connect on a socket that exists.
func (hostDialer) bind(*pumpNetwork, BindOptions) (Bound, error) {
	return nil, syscall.ENOTSUP
}

func (hostDialer) listenFD(int, ListenOptions) (net.Listener, *opened, error) {
	return nil, nil, syscall.ENOTSUP
}

// Listens is false: no descriptor can be sent here.
func Listens(int) bool { return false }

func fdOf(any) int { return -1 }

// setBacklog: the system chooses.
func setBacklog(net.Listener, int) error { return nil }

func reusePort(syscall.RawConn) error { return syscall.ENOTSUP }

func setTOS(net.Conn, int) error { return syscall.ENOTSUP }

func getTOS(net.Conn) (int, error) { return 0, syscall.ENOTSUP }
