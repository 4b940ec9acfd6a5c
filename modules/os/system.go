package os

import (
	"net"
	"net/netip"

	"github.com/gonode/gonode/internal/nodeerr"
)

// System is what the module asks about the machine. Its errors carry a system
// error number where there is one.
type System interface {
	Hostname() (string, error)
	Version() (Version, error)
	User() (User, error)
	CPUs() ([]CPU, error)
	Memory() (total, free uint64, err error) // bytes
	LoadAverage() ([3]float64, error)
	Uptime() (seconds float64, err error)
	Interfaces() ([]Interface, error)
	Priority(pid int) (int, error) // pid 0 is the program itself
	SetPriority(pid, priority int) error
}

// Version names the operating system, as uname does.
type Version struct {
	Type, Release, Version, Machine string
}

// User is the user that the program runs as. On Windows both numbers are -1.
type User struct {
	UID, GID             int
	Name, HomeDir, Shell string
}

// CPU is one logical processor; times are in milliseconds.
type CPU struct {
	Model                         string
	MHz                           int
	User, Nice, System, Idle, IRQ int64
}

// Interface is one address of a network interface that is up.
type Interface struct {
	Name     string
	Prefix   netip.Prefix // the address with its mask
	ScopeID  int
	MAC      net.HardwareAddr
	Internal bool
}

// Unknown is the System of a runtime that may not look at the machine: it
// refuses everything with EACCES.
type Unknown struct{}

var _ System = Unknown{}

func denied(call string) error { return nodeerr.FromCode("EACCES", call, nil) }

// Hostname is refused.
func (Unknown) Hostname() (string, error) { return "", denied("uv_os_gethostname") }

// Version is refused.
func (Unknown) Version() (Version, error) { return Version{}, denied("uv_os_uname") }

// User is refused.
func (Unknown) User() (User, error) { return User{}, denied("uv_os_get_passwd") }

// CPUs is refused.
func (Unknown) CPUs() ([]CPU, error) { return nil, denied("uv_cpu_info") }

// Memory is refused.
func (Unknown) Memory() (uint64, uint64, error) { return 0, 0, denied("uv_get_total_memory") }

// LoadAverage is refused.
func (Unknown) LoadAverage() ([3]float64, error) { return [3]float64{}, denied("uv_loadavg") }

// Uptime is refused.
func (Unknown) Uptime() (float64, error) { return 0, denied("uv_uptime") }

// Interfaces is refused.
func (Unknown) Interfaces() ([]Interface, error) { return nil, denied("uv_interface_addresses") }

// Priority is refused.
func (Unknown) Priority(int) (int, error) { return 0, denied("uv_os_getpriority") }

// SetPriority is refused.
func (Unknown) SetPriority(int, int) error { return denied("uv_os_setpriority") }
