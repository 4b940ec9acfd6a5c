package nodeerr

import (
	"fmt"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/v8stack"
)

// System describes a failed system call. It has Node's three shapes: with an
// address (`connect ECONNREFUSED 127.0.0.1:1`), with a reason and an address
// (`listen EADDRINUSE: address already in use :::80`), and plain
// (`read ECONNRESET`). It is also a Go error, so that the cause stays
// reachable for errors.Is.
type System struct {
	Code    string // ECONNREFUSED
	Errno   int    // negative, as Node has it
	Syscall string // connect
	Reason  string // text of the code; printed only when set
	Address string // IP address or path
	Port    int    // 0 when there is none; -1 shows in the object alone
	Local   string // "Local (0.0.0.0:0)", for connects with a local address
	Path    string // for file system and UNIX socket errors
	Cause   error
}

// Error is the message that JavaScript sees.
func (s *System) Error() string {
	msg := s.Syscall + " " + s.Code
	if s.Reason != "" {
		msg += ": " + s.Reason
	}
	switch {
	case s.Address != "" && s.Port > 0:
		msg += fmt.Sprintf(" %s:%d", s.Address, s.Port)
	case s.Address != "":
		msg += " " + s.Address
	}
	if s.Local != "" {
		msg += " - " + s.Local
	}
	return msg
}

// Unwrap gives the Go error that this one was made from.
func (s *System) Unwrap() error { return s.Cause }

// Object makes the JavaScript error, its properties in Node's order.
func (s *System) Object(vm *goja.Runtime) *goja.Object {
	err := Plain(vm, "Error", s.Error())
	if o, ok := origins[s.Syscall]; ok {
		v8stack.SetOrigin(err, o.function, o.module)
	}
	if s.Reason != "" {
		set(err, "code", vm.ToValue(s.Code))
		set(err, "errno", vm.ToValue(s.Errno))
	} else {
		set(err, "errno", vm.ToValue(s.Errno))
		set(err, "code", vm.ToValue(s.Code))
	}
	set(err, "syscall", vm.ToValue(s.Syscall))
	if s.Path != "" {
		set(err, "path", vm.ToValue(s.Path))
	}
	if s.Address != "" {
		set(err, "address", vm.ToValue(s.Address))
		if s.Port != 0 {
			set(err, "port", vm.ToValue(s.Port))
		}
	}
	return err
}

// origins are the functions that the stacks of I/O errors name on Node, by
// system call.
var origins = map[string]struct{ function, module string }{
	"connect":     {"TCPConnectWrap.afterConnect [as oncomplete]", "node:net"},
	"listen":      {"Server.setupListenHandle [as _listen2]", "node:net"},
	"read":        {"TCP.onStreamRead", "node:internal/stream_base_commons"},
	"write":       {"WriteWrap.onWriteComplete [as oncomplete]", "node:internal/stream_base_commons"},
	"shutdown":    {"ShutdownWrap.onfinish [as oncomplete]", "node:net"},
	"getaddrinfo": {"GetAddrInfoReqWrap.onlookupall [as oncomplete]", "node:dns"},
}
