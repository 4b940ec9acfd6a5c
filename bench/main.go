//go:build unix

// Command bench compares gonode with Node side by side: starts (wall time and
// peak memory), chunks and events through streams and emitters, calls of Buffer,
// and what servers of all kinds cost, with the same server in Go as the limit.
// Rounds are interleaved and all of them are printed, because the spread
// belongs to the result.
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
	warmup, timed time.Duration
	only, match   string
	serve         string
	cycles        int
}

func main() {
	var c config
	flag.StringVar(&c.gonode, "gonode", "bin/gonode", "gonode binary")
	flag.StringVar(&c.node, "node", "node", "Node binary")
	flag.IntVar(&c.starts, "starts", 25, "starts per program")
	flag.IntVar(&c.rounds, "rounds", 5, "rounds of everything else")
	flag.DurationVar(&c.warmup, "warmup", 500*time.Millisecond, "time before counting starts")
	flag.DurationVar(&c.timed, "time", 2*time.Second, "counted time per round of a server")
	flag.StringVar(&c.only, "only", "", "run only this part: start, streams, buffer, net or soak")
	flag.StringVar(&c.match, "match", "", "of net, run only the jobs whose names match this regexp")
	flag.IntVar(&c.cycles, "cycles", 100_000, "connections of each kind that soak makes")
	flag.StringVar(&c.serve, "serve", "", "be the named server in Go, for other runs of this program")
	flag.Parse()
	work := compare
	if c.serve != "" {
		work = func(c config) error { return serve(c.serve) }
	}
	if err := work(c); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func compare(c config) error {
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
	if wanted("net") {
		if err := network(c); err != nil {
			return err
		}
	}
	if wanted("soak") {
		return soak(c)
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
