//go:build unix

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// streamParts are the measurements of bench/scripts/streams.js and what each
// counts.
var streamParts = []struct{ name, unit string }{
	{"chain", "chunk through Readable, Transform and Writable with callbacks"},
	{"passthrough", "chunk through three PassThroughs"},
	{"emit-1", "emit to one listener"},
	{"emit-10", "emit to ten listeners"},
	{"for-await", "chunk of a for await loop"},
	{"objects", "object through a PassThrough"},
}

// streams times streams and emitters on both, taking turns.
func streams(c config) error {
	fmt.Printf("streams, %d rounds\n", c.rounds)
	for _, part := range streamParts {
		var ns [2][]float64
		for range c.rounds {
			for i, binary := range []string{c.gonode, c.node} {
				v, err := streamOnce(binary, part.name)
				if err != nil {
					return fmt.Errorf("%s streams.js %s: %w", binary, part.name, err)
				}
				ns[i] = append(ns[i], v)
			}
		}
		g, n := median(ns[0]), median(ns[1])
		fmt.Printf("  %-12s ns per %s: gonode %.0f  node %.0f  ratio %.2f\n", part.name, part.unit, g, n, g/n)
		fmt.Printf("    gonode %.0f\n    node   %.0f\n", ns[0], ns[1])
	}
	return nil
}

func streamOnce(binary, part string) (float64, error) {
	out, err := exec.Command(binary, filepath.Join("bench", "scripts", "streams.js"), part).Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}
