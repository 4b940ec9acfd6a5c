package process

import (
	"math"
	"runtime/metrics"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// usage is what the operating system has counted for this program.
type usage struct {
	user, system           int64 // microseconds
	maxRSS                 int64 // kilobytes
	shared, data, stack    int64
	minorFault, majorFault int64
	swaps                  int64
	blockIn, blockOut      int64
	ipcSent, ipcReceived   int64
	signals                int64
	voluntary, involuntary int64
}

func (m *Module) installUsage() {
	memory := binding.Func(m.vm, "memoryUsage", 0, m.memoryUsage)
	binding.Value(memory, "rss", binding.Func(m.vm, "rss", 0, func(goja.FunctionCall) goja.Value {
		return m.vm.ToValue(residentSize())
	}))
	m.methods(
		binding.Method{Name: "cpuUsage", Length: 1, Fn: m.cpuUsage(processUsage)},
		binding.Method{Name: "threadCpuUsage", Length: 1, Fn: m.cpuUsage(threadUsage)},
		binding.Method{Name: "resourceUsage", Fn: m.resourceUsage},
	)
	binding.Value(m.obj, "memoryUsage", memory)
	m.methods(
		binding.Method{Name: "constrainedMemory", Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(constrainedMemory())
		}},
		binding.Method{Name: "availableMemory", Fn: func(goja.FunctionCall) goja.Value {
			return m.vm.ToValue(availableMemory())
		}},
	)
}

// The Go runtime's own counts, which are cheap to read, unlike MemStats.
const (
	metricHeapLive = "/memory/classes/heap/objects:bytes"
	metricHeapFree = "/memory/classes/heap/free:bytes"
	metricHeapGap  = "/memory/classes/heap/unused:bytes"
)

func (m *Module) memoryUsage(goja.FunctionCall) goja.Value {
	samples := []metrics.Sample{{Name: metricHeapLive}, {Name: metricHeapFree}, {Name: metricHeapGap}}
	metrics.Read(samples)
	used := samples[0].Value.Uint64()
	total := used + samples[1].Value.Uint64() + samples[2].Value.Uint64()
	obj := m.vm.NewObject()
	binding.Value(obj, "rss", m.vm.ToValue(residentSize()))
	binding.Value(obj, "heapTotal", m.vm.ToValue(total))
	binding.Value(obj, "heapUsed", m.vm.ToValue(used))
	binding.Value(obj, "external", m.vm.ToValue(0))
	binding.Value(obj, "arrayBuffers", m.vm.ToValue(0))
	return obj
}

func (m *Module) cpuUsage(read func() (usage, error)) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		var prevUser, prevSystem int64
		if prev := c.Argument(0); prev.ToBoolean() {
			prevUser, prevSystem = m.previousUsage(prev)
		}
		u, err := read()
		if err != nil {
			panic(m.systemError("uv_getrusage", err))
		}
		obj := m.vm.NewObject()
		binding.Value(obj, "user", m.vm.ToValue(u.user-prevUser))
		binding.Value(obj, "system", m.vm.ToValue(u.system-prevSystem))
		return obj
	}
}

func (m *Module) previousUsage(v goja.Value) (user, system int64) {
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() == "Array" {
		panic(nodeerr.ArgType(m.vm, "prevValue", v, "object"))
	}
	return m.previousPart("prevValue.user", obj.Get("user")), m.previousPart("prevValue.system", obj.Get("system"))
}

const maxSafeInteger = 1<<53 - 1

func (m *Module) previousPart(name string, v goja.Value) int64 {
	if v == nil || !goja.IsNumber(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "number"))
	}
	f := v.ToFloat()
	if math.IsNaN(f) || f < 0 || f > maxSafeInteger {
		panic(nodeerr.WithMessage(m.vm, "RangeError", "ERR_INVALID_ARG_VALUE",
			"The property '"+name+"' is invalid. Received "+nodeerr.Number(v)))
	}
	return int64(f)
}

func (m *Module) resourceUsage(goja.FunctionCall) goja.Value {
	u, err := processUsage()
	if err != nil {
		panic(m.systemError("uv_getrusage", err))
	}
	obj := m.vm.NewObject()
	for _, item := range []struct {
		name string
		n    int64
	}{
		{"userCPUTime", u.user}, {"systemCPUTime", u.system}, {"maxRSS", u.maxRSS},
		{"sharedMemorySize", u.shared}, {"unsharedDataSize", u.data}, {"unsharedStackSize", u.stack},
		{"minorPageFault", u.minorFault}, {"majorPageFault", u.majorFault}, {"swappedOut", u.swaps},
		{"fsRead", u.blockIn}, {"fsWrite", u.blockOut}, {"ipcSent", u.ipcSent}, {"ipcReceived", u.ipcReceived},
		{"signalsCount", u.signals}, {"voluntaryContextSwitches", u.voluntary},
		{"involuntaryContextSwitches", u.involuntary},
	} {
		binding.Value(obj, item.name, m.vm.ToValue(item.n))
	}
	return obj
}
