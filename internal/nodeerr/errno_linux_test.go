package nodeerr

import "testing"

// The numbers are what Node 24 has on Linux.
func TestErrnoNumbers(t *testing.T) {
	for name, want := range map[string]int{
		"EPERM": -1, "ENOENT": -2, "EACCES": -13, "EINVAL": -22, "EPIPE": -32, "ENOTSUP": -95,
		"EADDRINUSE": -98, "ECONNRESET": -104, "ENOTCONN": -107, "ETIMEDOUT": -110,
		"ECONNREFUSED": -111, "EHOSTUNREACH": -113, "ECANCELED": -125, "ENONET": -64,
		"EREMOTEIO": -121, "EUNATCH": -49, "ENODATA": -61, "EFTYPE": -4028, "ECHARSET": -4080,
		"EOF": -4095, "UNKNOWN": -4094, "EAI_NONAME": -3008, "EAI_AGAIN": -3001,
	} {
		if got := Errno(name); got != want {
			t.Errorf("Errno(%s) = %d, want %d", name, got, want)
		}
	}
}
