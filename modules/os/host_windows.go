package os

import (
	"fmt"
	goruntime "runtime"
	"strings"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

func uname() (Version, error) {
	v := windows.RtlGetVersion()
	return Version{
		Type:    "Windows_NT",
		Release: fmt.Sprintf("%d.%d.%d", v.MajorVersion, v.MinorVersion, v.BuildNumber),
		Version: productName(),
		Machine: machines[goruntime.GOARCH],
	}, nil
}

var machines = map[string]string{"amd64": "x86_64", "386": "i686", "arm64": "arm64"}

// productName is such as "Windows 10 Pro"; "" when the registry does not say.
func productName() string {
	k, err := registry.OpenKey(registry.LOCAL_MACHINE, `SOFTWARE\Microsoft\Windows NT\CurrentVersion`, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer k.Close()
	name, _, err := k.GetStringValue("ProductName")
	if err != nil {
		return ""
	}
	return name
}

// userName is the name without its domain.
func userName(name string) string {
	return name[strings.LastIndexByte(name, '\\')+1:]
}

func loginShell(string) string { return "" }

// classes are the priority classes and the nice values that stand for them,
// the most urgent first.
var classes = []struct {
	class uint32
	nice  int
}{
	{windows.REALTIME_PRIORITY_CLASS, -20},
	{windows.HIGH_PRIORITY_CLASS, -14},
	{windows.ABOVE_NORMAL_PRIORITY_CLASS, -7},
	{windows.NORMAL_PRIORITY_CLASS, 0},
	{windows.BELOW_NORMAL_PRIORITY_CLASS, 10},
	{windows.IDLE_PRIORITY_CLASS, 19},
}

func withProcess(pid int, access uint32, fn func(windows.Handle) error) error {
	if pid == 0 {
		return fn(windows.CurrentProcess())
	}
	h, err := windows.OpenProcess(access, false, uint32(pid))
	if err != nil {
		return err
	}
	defer windows.CloseHandle(h)
	return fn(h)
}

func getPriority(pid int) (priority int, err error) {
	err = withProcess(pid, windows.PROCESS_QUERY_LIMITED_INFORMATION, func(h windows.Handle) error {
		class, err := windows.GetPriorityClass(h)
		for _, c := range classes {
			if c.class == class {
				priority = c.nice
			}
		}
		return err
	})
	return priority, err
}

func setPriority(pid, priority int) error {
	class := classes[len(classes)-1].class
	for _, c := range classes {
		if priority <= c.nice {
			class = c.class
			break
		}
	}
	return withProcess(pid, windows.PROCESS_SET_INFORMATION, func(h windows.Handle) error {
		return windows.SetPriorityClass(h, class)
	})
}
