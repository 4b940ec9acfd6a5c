//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	goruntime "runtime"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/runtime"
)

// soak looks for what connections leave behind: open files, goroutines, memory.
// A runtime inside this program makes a great many connections, to servers of
// its own and, to have more open at once than one process may, to a gonode
// beside it.
func soak(c config) error {
	if err := raiseFileLimit(); err != nil {
		return err
	}
	other, err := startServer([]string{c.gonode, scriptPath("idle")}, nil)
	if err != nil {
		return err
	}
	defer other.stop()
	dir, err := os.MkdirTemp("", "soak")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Printf("soak: open files, goroutines, heap in use and resident memory of the client's process; files and memory of the server's\n")
	before := goruntime.NumGoroutine()
	rt, err := runtime.New(runtime.WithHost(), runtime.WithModule("soak", func(vm *goja.Runtime, module *goja.Object) {
		exports := module.Get("exports").(*goja.Object)
		for name, v := range map[string]any{
			"measure": func(label string) { measure(label, other) },
			"path":    filepath.Join(dir, "socket"),
			"port":    portOf(other.addr),
			"cycles":  c.cycles,
			"open":    idleConnections,
		} {
			if err := exports.Set(name, v); err != nil {
				panic(err)
			}
		}
	}))
	if err != nil {
		return err
	}
	failed := rt.RunFile(context.Background(), filepath.Join("bench", "scripts", "soak.js"))
	rt.Close()
	fmt.Printf("  goroutines before the runtime was made %d, after it was closed %d\n", before, goruntime.NumGoroutine())
	return failed
}

func portOf(addr string) int {
	_, port, _ := strings.Cut(addr, ":")
	n, _ := strconv.Atoi(port)
	return n
}

// measure prints a line of figures.
func measure(label string, other *server) {
	goruntime.GC()
	var mem goruntime.MemStats
	goruntime.ReadMemStats(&mem)
	fmt.Printf("  %-48s %5d files %4d goroutines %6.1f MB heap %6.1f MB resident; %5d files %6.1f MB\n", label,
		openFiles(os.Getpid()), goruntime.NumGoroutine(), float64(mem.HeapAlloc)/1e6, residentMB(os.Getpid()),
		openFiles(other.cmd.Process.Pid), residentMB(other.cmd.Process.Pid))
}

func openFiles(pid int) int {
	entries, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		return -1
	}
	return len(entries)
}

func residentMB(pid int) float64 {
	bytes, err := resident(pid)
	if err != nil {
		return -1
	}
	return float64(bytes) / 1e6
}
