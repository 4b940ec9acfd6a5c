// Package differential runs random programs on gonode and on a Node, and
// compares their transcripts line by line. The programs are in programs/: each
// is a script that is given a first seed and a count, and that prefixes every
// line with the seed of the program that wrote it. The same seed makes the
// same program everywhere, so a difference is found again by its seed.
//
// The command in cmd/ is the way to use it.
package differential

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// Batch is a run of programs with the seeds First to First+Count-1.
type Batch struct {
	Script       string // path of the script in programs/
	First, Count int
}

// Difference is the first line at which two transcripts of one program part.
type Difference struct {
	Seed       int
	Line       int // from 0
	Before     []string
	Want, Have string // "" where the transcript has ended
}

// String shows the difference with the lines before it.
func (d Difference) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "seed %d differs at line %d\n", d.Seed, d.Line+1)
	for _, line := range d.Before {
		fmt.Fprintf(&b, "       %s\n", line)
	}
	fmt.Fprintf(&b, "  want %s\n  have %s\n", d.Want, d.Have)
	return b.String()
}

// Compare runs the batch with both programs, want being the one that is right.
func Compare(ctx context.Context, b Batch, want, have string) ([]Difference, error) {
	right, err := b.run(ctx, want)
	if err != nil {
		return nil, err
	}
	ours, err := b.run(ctx, have)
	if err != nil {
		return nil, err
	}
	var found []Difference
	for seed := b.First; seed < b.First+b.Count; seed++ {
		if len(right[seed]) == 0 {
			return nil, fmt.Errorf("%s wrote nothing for seed %d", want, seed)
		}
		if d, differ := firstDifference(right[seed], ours[seed]); differ {
			d.Seed = seed
			found = append(found, d)
		}
	}
	return found, nil
}

// run returns the transcript of each program by its seed.
func (b Batch) run(ctx context.Context, binary string) (map[int][]string, error) {
	cmd := exec.CommandContext(ctx, binary, b.Script, strconv.Itoa(b.First), strconv.Itoa(b.Count))
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	lines := split(stdout.String())
	if exit != nil {
		// A crash is a difference of the program that it happened in.
		last := b.First
		for seed := range lines {
			last = max(last, seed)
		}
		lines[last] = append(lines[last], fmt.Sprintf("%v: %s", exit, strings.TrimSpace(stderr.String())))
	}
	return lines, nil
}

func split(transcript string) map[int][]string {
	lines := map[int][]string{}
	for line := range strings.Lines(transcript) {
		prefix, text, ok := strings.Cut(line, ": ")
		seed, err := strconv.Atoi(prefix)
		if !ok || err != nil {
			continue
		}
		lines[seed] = append(lines[seed], strings.TrimRight(text, "\n"))
	}
	return lines
}

func firstDifference(want, have []string) (Difference, bool) {
	for i := range max(len(want), len(have)) {
		w, h := at(want, i), at(have, i)
		if w != h || i >= len(want) || i >= len(have) {
			return Difference{Line: i, Before: want[max(0, min(i, len(want))-8):min(i, len(want))], Want: w, Have: h}, true
		}
	}
	return Difference{}, false
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
