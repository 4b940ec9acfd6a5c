//go:build unix

// Command bench compares gonode with Node side by side: starts (wall time and
// peak memory), chunks and events through streams and emitters, calls of Buffer,
// and the CPU that a server needs for an echoed message. Rounds are interleaved and all of them are printed, because the spread belongs to
// the result.
//
//	go run ./bench -gonode bin/gonode -node /path/to/node
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"time"
)

type config struct {
	gonode, node  string
	starts        int
	rounds        int
	connections   int
	size          int
	warmup, timed time.Duration
	only          string
}

func main() {
	var c config
	flag.StringVar(&c.gonode, "gonode", "bin/gonode", "gonode binary")
	flag.StringVar(&c.node, "node", "node", "Node binary")
	flag.IntVar(&c.starts, "starts", 25, "starts per program")
	flag.IntVar(&c.rounds, "rounds", 5, "rounds of the echo test")
	flag.IntVar(&c.connections, "connections", 50, "connections of the echo test")
	flag.IntVar(&c.size, "size", 64, "bytes per message")
	flag.DurationVar(&c.warmup, "warmup", time.Second, "time before counting starts")
	flag.DurationVar(&c.timed, "time", 3*time.Second, "counted time per round")
	flag.StringVar(&c.only, "only", "", "run only this part: start, streams, buffer or echo")
	flag.Parse()
	if err := run(c); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(c config) error {
	wanted := func(part string) bool { return c.only == "" || c.only == part }
	if wanted("start") {
		for _, script := range []string{"hello.js", "roundtrip.js"} {
			if err := starts(c, script); err != nil {
				return err
			}
		}
	}
	if wanted("streams") {
		if err := streams(c); err != nil {
			return err
		}
	}
	if wanted("buffer") {
		if err := buffers(c); err != nil {
			return err
		}
	}
	if wanted("echo") {
		return echo(c)
	}
	return nil
}

// median sorts a copy.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}
