package nodeerr

import (
	"errors"
	"net"
	"os"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/v8stack"
)

// Errnos of getaddrinfo, as libuv numbers them.
const (
	errnoTryAgain = -3001 // EAI_AGAIN
	errnoNotFound = -3008 // ENOTFOUND
)

// Lookup makes the error of a failed name lookup, as dns.lookup and net have
// it: `getaddrinfo ENOTFOUND host` with errno, code, syscall and hostname.
func Lookup(vm *goja.Runtime, host string, err error) *goja.Object {
	if errors.Is(err, os.ErrPermission) {
		return FromGo(err, "getaddrinfo").Object(vm)
	}
	code, errno := "ENOTFOUND", errnoNotFound
	var dns *net.DNSError
	if errors.As(err, &dns) && (dns.IsTemporary || dns.IsTimeout) && !dns.IsNotFound {
		code, errno = "EAI_AGAIN", errnoTryAgain
	}
	obj := Plain(vm, "Error", "getaddrinfo "+code+" "+host)
	origin := origins["getaddrinfo"]
	v8stack.SetOrigin(obj, origin.function, origin.module)
	set(obj, "errno", vm.ToValue(errno))
	set(obj, "code", vm.ToValue(code))
	set(obj, "syscall", vm.ToValue("getaddrinfo"))
	set(obj, "hostname", vm.ToValue(host))
	return obj
}
