package os

import (
	"cmp"
	"math"
	"net"
	"net/netip"
	gohost "os"
	"os/user"
	"slices"
	"strconv"

	"github.com/shirou/gopsutil/v4/cpu"
	"github.com/shirou/gopsutil/v4/host"
	"github.com/shirou/gopsutil/v4/load"
	"github.com/shirou/gopsutil/v4/mem"
)

// Host is the machine that the program runs on.
type Host struct{}

var _ System = Host{}

// Hostname is the name of the machine.
func (Host) Hostname() (string, error) { return gohost.Hostname() }

// Version is what uname says.
func (Host) Version() (Version, error) { return uname() }

// User is the user that the program runs as.
func (Host) User() (User, error) {
	u, err := user.Current()
	if err != nil {
		return User{}, err
	}
	return User{
		UID: number(u.Uid), GID: number(u.Gid),
		Name: userName(u.Username), HomeDir: u.HomeDir, Shell: loginShell(u.Username),
	}, nil
}

// number is -1 for an identity that is none, as on Windows.
func number(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil {
		return -1
	}
	return n
}

// CPUs lists the logical processors.
func (Host) CPUs() ([]CPU, error) {
	times, err := cpu.Times(true)
	if err != nil {
		return nil, err
	}
	infos, err := cpu.Info()
	if err != nil {
		return nil, err
	}
	list := make([]CPU, len(times))
	for i, t := range times {
		list[i] = CPU{User: millis(t.User), Nice: millis(t.Nice), System: millis(t.System), Idle: millis(t.Idle), IRQ: millis(t.Irq)}
		// Some systems describe the package once for all its processors.
		if len(infos) > 0 {
			info := infos[min(i, len(infos)-1)]
			list[i].Model, list[i].MHz = info.ModelName, int(info.Mhz)
		}
	}
	return list, nil
}

func millis(seconds float64) int64 { return int64(math.Round(seconds * 1000)) }

// Memory is the size of memory and how much of it programs can still have.
func (Host) Memory() (total, free uint64, err error) {
	v, err := mem.VirtualMemory()
	if err != nil {
		return 0, 0, err
	}
	return v.Total, v.Available, nil
}

// LoadAverage is the load of the last 1, 5 and 15 minutes.
func (Host) LoadAverage() ([3]float64, error) {
	avg, err := load.Avg()
	if err != nil {
		return [3]float64{}, err
	}
	return [3]float64{avg.Load1, avg.Load5, avg.Load15}, nil
}

// Uptime is the time since the machine started.
func (Host) Uptime() (float64, error) {
	if s, ok := bootClock(); ok {
		return s, nil
	}
	s, err := host.Uptime()
	return float64(s), err
}

// Priority is the nice value of a process.
func (Host) Priority(pid int) (int, error) { return getPriority(pid) }

// SetPriority changes the nice value of a process.
func (Host) SetPriority(pid, priority int) error { return setPriority(pid, priority) }

// Interfaces lists the addresses of the interfaces that are up, IPv4 before
// IPv6.
func (Host) Interfaces() ([]Interface, error) {
	up, err := net.Interfaces()
	if err != nil {
		return nil, err
	}
	var list []Interface
	for _, i := range up {
		const ready = net.FlagUp | net.FlagRunning
		if i.Flags&ready != ready {
			continue
		}
		addrs, err := i.Addrs()
		if err != nil {
			return nil, err
		}
		for _, a := range addrs {
			if entry, ok := newInterface(i, a); ok {
				list = append(list, entry)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Interface) int {
		return cmp.Compare(a.Prefix.Addr().BitLen(), b.Prefix.Addr().BitLen())
	})
	return list, nil
}

func newInterface(i net.Interface, a net.Addr) (Interface, bool) {
	ipnet, ok := a.(*net.IPNet)
	if !ok {
		return Interface{}, false
	}
	addr, ok := netip.AddrFromSlice(ipnet.IP)
	if !ok {
		return Interface{}, false
	}
	ones, _ := ipnet.Mask.Size()
	entry := Interface{
		Name: i.Name, Prefix: netip.PrefixFrom(addr.Unmap(), ones),
		MAC: i.HardwareAddr, Internal: i.Flags&net.FlagLoopback != 0,
	}
	if addr.IsLinkLocalUnicast() {
		entry.ScopeID = i.Index
	}
	return entry, true
}
