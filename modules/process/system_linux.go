package process

import (
	"bufio"
	"bytes"
	"math"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// maxRSSUnit divides ru_maxrss into kilobytes.
const maxRSSUnit = 1

func threadUsage() (usage, error) { return getrusage(unix.RUSAGE_THREAD) }

// residentSize is the memory of the whole program that is in RAM, in bytes.
func residentSize() int64 {
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := bytes.Fields(data)
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(string(fields[1]), 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// unlimited is how the first version of control groups writes "no limit": the
// largest number of whole pages.
const unlimited = math.MaxInt64 &^ 0xFFFF

// constrainedMemory is the limit of the control group, as uv_get_constrained_memory
// reads it: the largest 64-bit number when there is no limit, 0 when unknown.
func constrainedMemory() float64 {
	for _, file := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		data, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		n, err := strconv.ParseUint(string(bytes.TrimSpace(data)), 10, 64)
		if err != nil {
			return math.MaxUint64
		}
		if n >= unlimited {
			return math.MaxUint64
		}
		return float64(n)
	}
	return 0
}

// availableMemory is what programs may still take, in bytes.
func availableMemory() float64 {
	free := memInfo("MemAvailable:")
	if limit := constrainedMemory(); limit > 0 && limit < free {
		return max(limit-float64(residentSize()), 0)
	}
	return free
}

// memInfo reads one line of /proc/meminfo, in bytes.
func memInfo(name string) float64 {
	f, err := os.Open("/proc/meminfo")
	if err != nil {
		return 0
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := bytes.Fields(lines.Bytes())
		if len(fields) >= 2 && string(fields[0]) == name {
			kb, err := strconv.ParseFloat(string(fields[1]), 64)
			if err != nil {
				return 0
			}
			return kb * 1024
		}
	}
	return 0
}
