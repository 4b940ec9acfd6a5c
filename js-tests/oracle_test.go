package jstests

import (
	"flag"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	nodeFlag      = flag.String("node", os.Getenv("GONODE_ORACLE_NODE"), "real Node for TestOracle")
	recordFlag    = flag.Bool("record", false, "TestOracle writes the goldens instead of comparing with them")
	allowOldNode  = flag.Bool("allow-older-node", false, "files that need a newer Node than -node do not fail TestOracle")
	versionNumber = regexp.MustCompile(`^v(\d+)\.\d+\.\d+`)
)

// TestOracle runs the same files on a real Node: a test that Node fails is
// wrong, whatever gonode does.
func TestOracle(t *testing.T) {
	if *nodeFlag == "" {
		t.Skip("the oracle did not run: no Node given by -node or GONODE_ORACLE_NODE")
	}
	major := nodeMajor(t, *nodeFlag)
	run := func(t *testing.T, f *testFile) outcome {
		out := runOwnProcess(t, *nodeFlag, f, "")
		out.node = major
		return out
	}
	requireCanaries(t, run)
	var tooNew []string
	for _, f := range loadSuite(t) {
		if f.needsNode > major {
			tooNew = append(tooNew, f.name)
			continue
		}
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			f.skipElsewhere(t)
			out := run(t, &f)
			if *recordFlag && f.stdoutFile != "" {
				record(t, &f, out)
			} else {
				report(t, &f, out)
			}
		})
	}
	reportTooNew(t, major, tooNew)
}

// reportTooNew names the files the oracle was too old for. It fails, so that
// the list is seen, unless older Nodes were allowed.
func reportTooNew(t *testing.T, major int, files []string) {
	t.Helper()
	if len(files) == 0 {
		return
	}
	logf := t.Errorf
	if *allowOldNode {
		logf = t.Logf
	}
	logf("%d files need a newer Node than %d and did not run (-allow-older-node accepts this):\n  %s",
		len(files), major, strings.Join(files, "\n  "))
}

func nodeMajor(t *testing.T, node string) int {
	t.Helper()
	out, err := exec.Command(node, "--version").Output()
	if err != nil {
		t.Fatalf("%s --version: %v", node, err)
	}
	m := versionNumber.FindStringSubmatch(string(out))
	if m == nil {
		t.Fatalf("%s --version says %q", node, out)
	}
	major, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return major
}
