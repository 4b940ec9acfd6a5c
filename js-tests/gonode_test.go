package jstests

import (
	"strings"
	"testing"
)

// TestGonode runs every file with the gonode command, in a process of its own,
// on each net transport the file uses.
func TestGonode(t *testing.T) {
	bin := gonode(t)
	requireCanaries(t, func(t *testing.T, f *testFile) outcome { return runOwnProcess(t, bin, f, "") })
	for _, f := range loadSuite(t) {
		for _, transport := range f.transports() {
			t.Run(subtestName(f.name, transport), func(t *testing.T) {
				t.Parallel()
				f.skipElsewhere(t)
				report(t, &f, runOwnProcess(t, bin, &f, transport))
			})
		}
	}
}

func subtestName(file, transport string) string {
	if transport == "" {
		return file
	}
	return file + "@" + transport
}

// requireCanaries stops t when a canary passes, as then no other result means
// anything.
func requireCanaries(t *testing.T, run func(*testing.T, *testFile) outcome) {
	t.Helper()
	canaries := loadFolder(t, "canaries")
	if len(canaries) == 0 {
		t.Fatal("no canaries found")
	}
	ok := t.Run("canaries", func(t *testing.T) {
		for _, f := range canaries {
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				checkCanary(t, &f, run(t, &f))
			})
		}
	})
	if !ok {
		t.Fatal("a canary did not fail as it must")
	}
}

// checkCanary wants the judge to find the problem the canary announces.
func checkCanary(t *testing.T, f *testFile, out outcome) {
	t.Helper()
	if f.canary == nil {
		t.Fatal("no Canary directive")
	}
	problems := strings.Join(judge(f, out), "\n")
	if !f.canary.MatchString(problems) {
		t.Errorf("%s\nno problem matches %v in:\n%s\n%v", f.summary, f.canary, problems, out)
	}
}
