package nodetests

import (
	"fmt"
	"regexp"
	"time"
)

// Verdict is what the judge says of a run.
type Verdict int

// The verdicts. A test that skips itself did not pass.
const (
	Passed Verdict = iota
	Failed
	Skipped
)

func (v Verdict) String() string { return [...]string{"passed", "failed", "skipped"}[v] }

// outcome is what a process did.
type outcome struct {
	exit     int    // -1 when a signal ended it
	signal   string // its name, "" if none
	stdout   string
	stderr   string
	limit    time.Duration // the time limit it passed, 0 if none
	flooded  bool          // killed for what it printed
	duration time.Duration
}

// skipLine is what common.skip and common.printSkipMessage print.
var skipLine = regexp.MustCompile(`(?m)^1\.\.0 # Skipped: (.*)$`)

// judge returns the verdict and, unless the test passed, its cause in a line.
func judge(o outcome) (Verdict, string) {
	switch {
	case o.limit != 0:
		return Failed, withError(fmt.Sprintf("no end within %v", o.limit), o)
	case o.flooded:
		return Failed, "prints without end"
	case o.signal != "":
		return Failed, withError("ended by "+o.signal, o)
	case o.exit != 0:
		if line := errorLine(o.stdout, o.stderr); line != "" {
			return Failed, line
		}
		return Failed, fmt.Sprintf("exit code %d and no word", o.exit)
	}
	if m := skipLine.FindStringSubmatch(o.stdout); m != nil {
		return Skipped, m[1]
	}
	return Passed, ""
}

func withError(what string, o outcome) string {
	if line := errorLine(o.stdout, o.stderr); line != "" {
		return what + ": " + line
	}
	return what
}
