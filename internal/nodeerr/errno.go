package nodeerr

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"strconv"
	"syscall"
)

// SystemCodes lists every system error that Node names, in the order of
// util.getSystemErrorMap.
func SystemCodes() []SystemCode {
	list := systemCodes
	for i := range list {
		list[i].Errno = Errno(list[i].Name)
	}
	return list[:]
}

// Errno is the number of a system error on this platform; an unknown name is
// a mistake of the caller and panics.
func Errno(name string) int {
	if n, ok := platformErrno(name); ok {
		return n
	}
	if c := codeNamed(name); c != nil {
		return c.Errno
	}
	panic("nodeerr: unknown system error " + name)
}

// ErrnoName is util.getSystemErrorName: the name of a negative number.
func ErrnoName(errno int) string {
	for i := range systemCodes {
		if name := systemCodes[i].Name; Errno(name) == errno {
			return name
		}
	}
	return unknownErrno(errno)
}

// Reason is the text of a system error; for a name without one, the name.
func Reason(name string) string {
	if c := codeNamed(name); c != nil {
		return c.Reason
	}
	return name
}

func codeNamed(name string) *SystemCode {
	for i := range systemCodes {
		if systemCodes[i].Name == name {
			return &systemCodes[i]
		}
	}
	return nil
}

// unknownErrno is both name and text of a number that Node has no name for.
func unknownErrno(errno int) string {
	return "Unknown system error " + strconv.Itoa(errno)
}

func nativeErrno(name string) (syscall.Errno, bool) {
	for _, n := range platformErrnos {
		if n.name == name {
			return n.errno, true
		}
	}
	for i := range commonErrnos {
		if commonErrnos[i].name == name {
			return commonErrnos[i].errno, true
		}
	}
	return 0, false
}

func nativeName(errno syscall.Errno) (string, bool) {
	for _, n := range platformErrnos {
		if n.errno == errno {
			return n.name, true
		}
	}
	for i := range commonErrnos {
		if commonErrnos[i].errno == errno {
			return commonErrnos[i].name, true
		}
	}
	return "", false
}

// FromErrno is the error of a system call that returned errno.
func FromErrno(errno syscall.Errno, call string) *System {
	name, ok := systemErrnoName(errno)
	if !ok {
		return &System{Code: unknownErrno(-int(errno)), Errno: -int(errno), Syscall: call, Cause: errno}
	}
	return &System{Code: name, Errno: Errno(name), Syscall: call, Cause: errno}
}

// FromCode is the error of the given name, for conditions that no system call
// reported.
func FromCode(name, call string, cause error) *System {
	return &System{Code: name, Errno: Errno(name), Syscall: call, Cause: cause}
}

// FromGo describes any Go error of the given call in Node's terms. An error
// that has no counterpart is UNKNOWN and brings its own text.
func FromGo(err error, call string) *System {
	var sys *System
	if errors.As(err, &sys) {
		described := *sys
		if described.Syscall == "" {
			described.Syscall = call
		}
		return &described
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return fromDNS(dns, err, call)
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		described := FromErrno(errno, call)
		described.Cause = err
		return described
	}
	if name := nameOfGo(err); name != "" {
		return FromCode(name, call, err)
	}
	described := FromCode("UNKNOWN", call, err)
	described.Reason = err.Error()
	return described
}

// fromDNS: Node reports a name that does not exist as ENOTFOUND, with the
// number of EAI_NONAME.
func fromDNS(dns *net.DNSError, err error, call string) *System {
	if !dns.IsNotFound && (dns.IsTemporary || dns.IsTimeout) {
		return FromCode("EAI_AGAIN", call, err)
	}
	described := FromCode("EAI_NONAME", call, err)
	described.Code = "ENOTFOUND"
	return described
}

// goErrors names the errors that Go itself makes.
var goErrors = [...]struct {
	err  error
	name string
}{
	{io.EOF, "EOF"},
	{io.ErrUnexpectedEOF, "ECONNRESET"},
	{io.ErrClosedPipe, "EPIPE"},
	{os.ErrDeadlineExceeded, "ETIMEDOUT"},
	{context.DeadlineExceeded, "ETIMEDOUT"},
	{context.Canceled, "ECANCELED"},
	{net.ErrClosed, "EBADF"},
	{fs.ErrClosed, "EBADF"},
	{fs.ErrPermission, "EACCES"},
	{fs.ErrNotExist, "ENOENT"},
	{fs.ErrExist, "EEXIST"},
	{fs.ErrInvalid, "EINVAL"},
}

func nameOfGo(err error) string {
	for i := range goErrors {
		if errors.Is(err, goErrors[i].err) {
			return goErrors[i].name
		}
	}
	var timeout interface{ Timeout() bool }
	if errors.As(err, &timeout) && timeout.Timeout() {
		return "ETIMEDOUT"
	}
	var network net.UnknownNetworkError
	var addr *net.AddrError
	switch {
	case errors.As(err, &network):
		return "EAFNOSUPPORT"
	case errors.As(err, &addr):
		return "EINVAL"
	}
	return ""
}
