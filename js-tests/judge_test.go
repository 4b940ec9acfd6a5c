package jstests

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// outcome is what a run of a file did, however it was run.
type outcome struct {
	exit     int // -1 when a signal ended it
	stdout   string
	stderr   string
	timedOut bool
	node     int // major version of the Node that ran, 0 for gonode
}

// Lines that common.js prints for the runner.
var (
	skipLine    = regexp.MustCompile(`(?m)^js-tests: skip: (.*)$`)
	failureLine = regexp.MustCompile(`(?m)^js-tests: fail: .*$`)
)

// judge returns everything that is wrong with out. nil means the file passed.
func judge(f *testFile, out outcome) []string {
	if out.timedOut {
		return []string{fmt.Sprintf("still running after %v\n%s", f.timeout, out)}
	}
	problems := failureLine.FindAllString(out.stderr, -1)
	wantExit := f.exit
	if f.uncaught != "" {
		wantExit = 1
		problems = append(problems, checkCrashReport(f, out.stderr)...)
	} else {
		problems = append(problems, checkText("stderr", out.stderr, f.stderr)...)
	}
	if out.exit != wantExit {
		problems = append(problems, fmt.Sprintf("exit code %d, want %d", out.exit, wantExit))
	}
	problems = append(problems, checkStdout(f, out)...)
	if problems == nil {
		return nil
	}
	if f.stdoutFile != "" {
		out.stdout = "" // the diff shows it
	}
	return append(problems, out.String())
}

func checkStdout(f *testFile, out outcome) []string {
	if f.stdoutFile == "" {
		return checkText("stdout", out.stdout, f.stdout)
	}
	golden := f.golden(out.node)
	name := filepath.Base(golden)
	want, err := os.ReadFile(golden)
	if errors.Is(err, fs.ErrNotExist) {
		return []string{fmt.Sprintf("%s does not exist; record it with -record", name)}
	}
	if err != nil {
		return []string{err.Error()}
	}
	if out.stdout != string(want) {
		return []string{fmt.Sprintf("stdout differs from %s:\n%s", name, diff(string(want), out.stdout))}
	}
	return nil
}

// checkText wants every pattern to match, and silence where there is none.
func checkText(what, got string, patterns []*regexp.Regexp) []string {
	if len(patterns) == 0 && got != "" {
		return []string{what + " is not empty"}
	}
	var problems []string
	for _, re := range patterns {
		if !re.MatchString(got) {
			problems = append(problems, fmt.Sprintf("%s does not match %s", what, strings.TrimPrefix(re.String(), "(?m)")))
		}
	}
	return problems
}

func (o outcome) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "exit code %d\n", o.exit)
	for _, s := range []struct{ name, text string }{{"stdout", o.stdout}, {"stderr", o.stderr}} {
		if s.text != "" {
			fmt.Fprintf(&b, "--- %s\n%s\n", s.name, strings.TrimSuffix(s.text, "\n"))
		}
	}
	return b.String()
}

// report fails or skips t by what out shows.
func report(t *testing.T, f *testFile, out outcome) {
	t.Helper()
	if m := skipLine.FindStringSubmatch(out.stdout); m != nil && out.exit == 0 {
		t.Skip(m[1])
	}
	if problems := judge(f, out); problems != nil {
		t.Errorf("%s\n%s", f.summary, strings.Join(problems, "\n"))
	}
}
