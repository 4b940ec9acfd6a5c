//go:build unix

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// starts runs one script again and again on both, taking turns.
func starts(c config, script string) error {
	path := filepath.Join("bench", "scripts", script)
	var wall, mem [2][]float64
	for range c.starts {
		for i, binary := range []string{c.gonode, c.node} {
			w, m, err := startOnce(binary, path)
			if err != nil {
				return fmt.Errorf("%s %s: %w", binary, path, err)
			}
			wall[i] = append(wall[i], w)
			mem[i] = append(mem[i], m)
		}
	}
	fmt.Printf("%s, %d starts each\n", script, c.starts)
	report("wall time, ms", wall)
	report("peak memory, MB", mem)
	return nil
}

func report(what string, v [2][]float64) {
	g, n := median(v[0]), median(v[1])
	fmt.Printf("  %-16s gonode %.1f  node %.1f  ratio %.2f\n", what, g, n, g/n)
	fmt.Printf("    gonode %.1f\n    node   %.1f\n", v[0], v[1])
}

func startOnce(binary, script string) (wallMS, peakMB float64, err error) {
	cmd := exec.Command(binary, script)
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return 0, 0, err
	}
	wall := time.Since(begin)
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, 0, fmt.Errorf("no resource usage on %s", runtime.GOOS)
	}
	return float64(wall.Microseconds()) / 1000, float64(usage.Maxrss) / 1024, nil
}
