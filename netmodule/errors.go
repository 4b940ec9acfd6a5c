package netmodule

import (
	"errors"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// systemError is err as a system error of the given call. The transports
// return *nodeerr.System; what an embedder's own network returns is mapped by
// its errno.
func systemError(err error, syscall string) *nodeerr.System {
	var sys *nodeerr.System
	if errors.As(err, &sys) {
		copied := *sys
		return &copied
	}
	return nodeerr.FromGo(err, syscall)
}

// errorObject is the JavaScript error for a failed call.
func (m *Module) errorObject(err error, syscall string) *goja.Object {
	var coded interface {
		error
		NodeCode() string
	}
	if errors.As(err, &coded) {
		return nodeerr.WithMessage(m.vm, "TypeError", coded.NodeCode(), coded.Error())
	}
	return systemError(err, syscall).Object(m.vm)
}

func (m *Module) typeError(code, msg string) *goja.Object {
	return nodeerr.WithMessage(m.vm, "TypeError", code, msg)
}

// isFamilyMissing: the machine has no IPv6.
func isFamilyMissing(err error) bool {
	switch systemError(err, "listen").Code {
	case "EAFNOSUPPORT", "EINVAL", "EADDRNOTAVAIL":
		return true
	}
	return false
}
