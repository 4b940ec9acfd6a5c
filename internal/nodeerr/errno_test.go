package nodeerr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"syscall"
	"testing"
)

func TestErrnoTableIsComplete(t *testing.T) {
	list := SystemCodes()
	if len(list) != 85 {
		t.Fatalf("%d codes, Node 24 has 85", len(list))
	}
	seen := map[int]string{}
	for _, c := range list {
		if c.Errno >= 0 || c.Reason == "" {
			t.Errorf("%+v: not a system error", c)
		}
		if other, dup := seen[c.Errno]; dup {
			t.Errorf("%s and %s share %d", other, c.Name, c.Errno)
		}
		seen[c.Errno] = c.Name
		if got := ErrnoName(c.Errno); got != c.Name {
			t.Errorf("ErrnoName(%d) = %s, want %s", c.Errno, got, c.Name)
		}
	}
	for i := range commonErrnos {
		if codeNamed(commonErrnos[i].name) == nil {
			t.Errorf("%s has no text", commonErrnos[i].name)
		}
	}
	for _, n := range platformErrnos {
		if codeNamed(n.name) == nil {
			t.Errorf("%s has no text", n.name)
		}
	}
}

func TestUnknownErrno(t *testing.T) {
	if got := ErrnoName(-9999); got != "Unknown system error -9999" {
		t.Errorf("ErrnoName(-9999) = %q", got)
	}
	e := FromErrno(syscall.Errno(9999), "read")
	if e.Code != "Unknown system error -9999" || e.Errno != -9999 {
		t.Errorf("FromErrno(9999) = %+v", e)
	}
}

type timeoutError struct{}

func (timeoutError) Error() string { return "too slow" }
func (timeoutError) Timeout() bool { return true }

func TestFromGo(t *testing.T) {
	opErr := &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	for _, tt := range []struct {
		name string
		err  error
		code string
	}{
		{"system call", opErr, "ECONNREFUSED"},
		{"wrapped", fmt.Errorf("dial: %w", syscall.EHOSTUNREACH), "EHOSTUNREACH"},
		{"end", io.EOF, "EOF"},
		{"deadline", os.ErrDeadlineExceeded, "ETIMEDOUT"},
		{"context deadline", context.DeadlineExceeded, "ETIMEDOUT"},
		{"cancelled", context.Canceled, "ECANCELED"},
		{"timeout", timeoutError{}, "ETIMEDOUT"},
		{"closed", net.ErrClosed, "EBADF"},
		{"pipe", io.ErrClosedPipe, "EPIPE"},
		{"forbidden", fs.ErrPermission, "EACCES"},
		{"no such name", &net.DNSError{Err: "no such host", IsNotFound: true}, "ENOTFOUND"},
		{"no answer", &net.DNSError{Err: "timeout", IsTimeout: true}, "EAI_AGAIN"},
		{"server failure", &net.DNSError{Err: "server misbehaving", IsTemporary: true}, "EAI_AGAIN"},
		{"unheard of", errors.New("the moon is full"), "UNKNOWN"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := FromGo(tt.err, "connect")
			if got.Code != tt.code || got.Syscall != "connect" || got.Errno >= 0 {
				t.Errorf("got %+v, want code %s", got, tt.code)
			}
			if !errors.Is(got, tt.err) {
				t.Errorf("cause %v is lost", tt.err)
			}
		})
	}
}

func TestFromGoKeepsOwnErrors(t *testing.T) {
	first := FromErrno(syscall.ECONNRESET, "read")
	again := FromGo(fmt.Errorf("socket: %w", first), "write")
	if again.Syscall != "read" || again.Code != "ECONNRESET" {
		t.Errorf("got %+v", again)
	}
	if again == first {
		t.Error("the caller may change what it gets, so it must be a copy")
	}
	if got := FromGo(&net.DNSError{IsNotFound: true}, "getaddrinfo").Errno; got != Errno("EAI_NONAME") {
		t.Errorf("errno of ENOTFOUND = %d", got)
	}
	if got := FromGo(errors.New("the moon is full"), "read").Error(); got != "read UNKNOWN: the moon is full" {
		t.Errorf("text %q", got)
	}
}
