package addrinfo

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

// Describe prints a value as util.inspect does, to a depth.
type Describe func(v goja.Value, depth int) string

// describedDepth is how much of a wrong argument an error shows.
const describedDepth = 2

// CheckHints reads the hints option of a lookup; it throws for unknown flags.
func CheckHints(vm *goja.Runtime, v goja.Value, describe Describe) int {
	if !goja.IsNumber(v) {
		panic(nodeerr.ArgType(vm, "options.hints", v, "number"))
	}
	n := uint32(v.ToInteger())
	if n&^(AddrConfig|All|V4Mapped) != 0 {
		panic(nodeerr.ArgValue(vm, "hints", describe(vm.ToValue(n), describedDepth), "is invalid"))
	}
	return int(n)
}

// CheckFamily reads an address family: 0 for both, 4 or 6, or "IPv4" or
// "IPv6". name is that of the argument.
func CheckFamily(vm *goja.Runtime, v goja.Value, name string, describe Describe) int {
	switch {
	case goja.IsNumber(v):
		if n := v.ToFloat(); n == 0 || n == 4 || n == 6 {
			return int(n)
		}
	case goja.IsString(v) && v.String() == "IPv4":
		return 4
	case goja.IsString(v) && v.String() == "IPv6":
		return 6
	}
	panic(nodeerr.ArgValue(vm, name, describe(v, describedDepth), "must be one of: 0, 4, 6"))
}
