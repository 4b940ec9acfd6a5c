package nodetests

import (
	"context"
	"errors"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

var (
	suiteFlag  = flag.String("suite", os.Getenv("GONODE_NODE_SUITE"), "absolute path of Node's test folder, for TestNodeSuite")
	areaFlag   = flag.String("area", "", "areas of TestNodeSuite, separated by commas; default all")
	matchFlag  = flag.String("match", "", "TestNodeSuite runs only tests whose path matches this regexp")
	gonodeFlag = flag.String("gonode", "", "gonode executable for TestNodeSuite; default: built from this tree")
)

// TestNodeSuite runs Node's own tests on gonode. All must do what the status
// file says.
func TestNodeSuite(t *testing.T) {
	if *suiteFlag == "" {
		t.Skip("Node's own tests did not run: no folder given by -suite or GONODE_NODE_SUITE")
	}
	o := Options{Suite: *suiteFlag, Lists: ".", Executable: *gonodeFlag}
	if *areaFlag != "" {
		o.Areas = strings.Split(*areaFlag, ",")
	}
	if *matchFlag != "" {
		o.Match = regexp.MustCompile(*matchFlag)
	}
	ctx, cancel := untilDeadline(t)
	defer cancel()
	if o.Executable == "" {
		var err error
		if o.Executable, err = Build(ctx, ".", t.TempDir()); err != nil {
			t.Fatal(err)
		}
	}
	report, err := Run(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Unexpected() {
		t.Errorf("%s\n%s", r.Complaint(), indent(r.Output))
	}
	var text strings.Builder
	if err := report.WriteTable(&text); err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Unsteady() {
		t.Logf("unsteady: %s: at first: %s", r.Name(), r.First)
	}
	t.Logf("\n%s", &text)
}

// untilDeadline ends a run before go test would kill this process and leave
// the tests' processes behind.
func untilDeadline(t *testing.T) (context.Context, context.CancelFunc) {
	deadline, ok := t.Deadline()
	if !ok {
		return context.WithCancel(t.Context())
	}
	return context.WithDeadlineCause(t.Context(), deadline.Add(-10*time.Second), errTooShort)
}

// errTooShort ends a run for which go test leaves no time.
var errTooShort = errors.New("go test's -timeout is too short for this run; give -timeout 0")

func indent(text string) string {
	const most = 4000
	if len(text) > most {
		text = text[:most] + "..."
	}
	return "    " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    ")
}
