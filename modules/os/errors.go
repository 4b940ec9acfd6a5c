package os

import (
	"errors"

	"github.com/gonode/gonode/internal/nodeerr"
)

// check throws Node's SystemError for an error of call, libuv's name of what
// was asked.
func (m *Module) check(err error, call string) {
	if err == nil {
		return
	}
	var known *nodeerr.System
	if !errors.As(err, &known) {
		known = nodeerr.FromGo(err, call)
	}
	panic(nodeerr.SystemError(m.vm, nodeerr.Context{
		Errno: known.Errno, Code: known.Code, Message: nodeerr.Reason(known.Code), Syscall: call,
	}))
}
