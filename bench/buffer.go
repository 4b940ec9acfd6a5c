//go:build unix

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// buffers times calls of Buffer on both, taking turns. A small call on Node is
// a few instructions that its compiler puts in place, so the ratio of those
// says little; their nanoseconds count.
func buffers(c config) error {
	fmt.Printf("buffer, ns per call, %d rounds\n", c.rounds)
	var names []string
	var ns [2]map[string][]float64
	for i := range ns {
		ns[i] = make(map[string][]float64)
	}
	for range c.rounds {
		for i, binary := range []string{c.gonode, c.node} {
			out, err := exec.Command(binary, filepath.Join("bench", "scripts", "buffer.js")).Output()
			if err != nil {
				return fmt.Errorf("%s buffer.js: %w", binary, err)
			}
			if names, err = addCalls(ns[i], string(out)); err != nil {
				return fmt.Errorf("%s buffer.js: %w", binary, err)
			}
		}
	}
	for _, name := range names {
		g, n := median(ns[0][name]), median(ns[1][name])
		fmt.Printf("  %-20s gonode %9.0f  node %9.0f  ratio %6.2f\n", name, g, n, g/n)
		fmt.Printf("    gonode %.0f\n    node   %.0f\n", ns[0][name], ns[1][name])
	}
	return nil
}

// addCalls reads lines of a name and a number and returns the names.
func addCalls(into map[string][]float64, out string) (names []string, err error) {
	for line := range strings.Lines(out) {
		var name string
		var v float64
		if _, err := fmt.Sscan(line, &name, &v); err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
		into[name] = append(into[name], v)
		names = append(names, name)
	}
	return names, nil
}
