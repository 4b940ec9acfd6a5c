package jstests

import (
	"cmp"
	"flag"
	"fmt"
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
	versionNumber = regexp.MustCompile(`^v?(\d+)(?:\.(\d+))?`)
)

// TestOracle runs the same files on a real Node: a test that Node fails is
// wrong, whatever gonode does.
func TestOracle(t *testing.T) {
	if *nodeFlag == "" {
		t.Skip("the oracle did not run: no Node given by -node or GONODE_ORACLE_NODE")
	}
	version := versionOf(t, *nodeFlag)
	run := func(t *testing.T, f *testFile) outcome {
		out := runOwnProcess(t, *nodeFlag, f, "")
		out.node = version.major
		return out
	}
	requireCanaries(t, run)
	var tooNew []string
	for _, f := range loadSuite(t) {
		if version.less(f.needsNode) {
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
	reportTooNew(t, version, tooNew)
}

// reportTooNew names the files the oracle was too old for. It fails, so that
// the list is seen, unless older Nodes were allowed.
func reportTooNew(t *testing.T, version nodeVersion, files []string) {
	t.Helper()
	if len(files) == 0 {
		return
	}
	logf := t.Errorf
	if *allowOldNode {
		logf = t.Logf
	}
	logf("%d files need a newer Node than %s and did not run (-allow-older-node accepts this):\n  %s",
		len(files), version, strings.Join(files, "\n  "))
}

// nodeVersion is as much of a version of Node as behaviour depends on.
type nodeVersion struct{ major, minor int }

// parseNodeVersion reads "24", "24.21" and "v24.21.0".
func parseNodeVersion(text string) (nodeVersion, error) {
	m := versionNumber.FindStringSubmatch(text)
	if m == nil {
		return nodeVersion{}, fmt.Errorf("%q is no version of Node", text)
	}
	major, err := strconv.Atoi(m[1])
	if err != nil || m[2] == "" {
		return nodeVersion{major: major}, err
	}
	minor, err := strconv.Atoi(m[2])
	return nodeVersion{major, minor}, err
}

func (v nodeVersion) less(w nodeVersion) bool {
	return cmp.Or(cmp.Compare(v.major, w.major), cmp.Compare(v.minor, w.minor)) < 0
}

func (v nodeVersion) String() string { return fmt.Sprintf("%d.%d", v.major, v.minor) }

func versionOf(t *testing.T, node string) nodeVersion {
	t.Helper()
	out, err := exec.Command(node, "--version").Output()
	if err != nil {
		t.Fatalf("%s --version: %v", node, err)
	}
	version, err := parseNodeVersion(string(out))
	if err != nil {
		t.Fatalf("%s --version: %v", node, err)
	}
	return version
}
