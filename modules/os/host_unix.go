//go:build unix

package os

import (
	"bufio"
	gohost "os"
	"runtime"
	"strings"

	"golang.org/x/sys/unix"
)

func uname() (Version, error) {
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return Version{}, err
	}
	return Version{
		Type: unix.ByteSliceToString(u.Sysname[:]), Release: unix.ByteSliceToString(u.Release[:]),
		Version: unix.ByteSliceToString(u.Version[:]), Machine: unix.ByteSliceToString(u.Machine[:]),
	}, nil
}

func userName(name string) string { return name }

// loginShell is the last field of the user's line in the password file; "" when
// there is none.
func loginShell(name string) string {
	f, err := gohost.Open("/etc/passwd")
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Split(lines.Text(), ":")
		if len(fields) == 7 && fields[0] == name {
			return fields[6]
		}
	}
	return ""
}

func getPriority(pid int) (int, error) {
	n, err := unix.Getpriority(unix.PRIO_PROCESS, pid)
	if runtime.GOOS == "linux" {
		n = 20 - n // the system call itself avoids negative results
	}
	return n, err
}

func setPriority(pid, priority int) error {
	return unix.Setpriority(unix.PRIO_PROCESS, pid, priority)
}
