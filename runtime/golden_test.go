package runtime_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gonode/gonode/runtime"
)

// oracleVariable names a node binary against which the goldens are checked,
// too, or from which they are recorded:
//
//	GONODE_ORACLE=node go test ./runtime -run Golden -record
const oracleVariable = "GONODE_ORACLE"

var record = flag.Bool("record", false, "write the goldens anew from the node of "+oracleVariable)

// TestGolden runs the scripts of testdata/golden. Beside each is what Node
// prints for it on standard output, and its exit status. They are about the
// order of ticks, promise jobs and the loop's callbacks, above all after
// exceptions, and about the ends of a script.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".js")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			golden := strings.TrimSuffix(file, ".js") + ".golden"
			if *record {
				if err := os.WriteFile(golden, []byte(runOracle(t, os.Getenv(oracleVariable), file)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got := runGolden(t, file); got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			if node := os.Getenv(oracleVariable); node != "" {
				if got := runOracle(t, node, file); got != string(want) {
					t.Errorf("%s prints:\n%s\nwant:\n%s", node, got, want)
				}
			}
		})
	}
}

func runGolden(t *testing.T, file string) string {
	t.Helper()
	var out bytes.Buffer
	rt, err := runtime.New(runtime.WithHost(), runtime.WithStdio(nil, &out, &testLog{t: t}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err = rt.RunFile(ctx, file)
	if closeErr := rt.Close(); closeErr != nil {
		t.Errorf("Close: %v", closeErr)
	}
	fmt.Fprintf(&out, "exit status %d\n", exitStatus(t, err))
	return out.String()
}

// exitStatus is the exit code that the command would give.
func exitStatus(t *testing.T, err error) int {
	t.Helper()
	var exit *runtime.ExitError
	var uncaught *runtime.UncaughtError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.Code
	case errors.As(err, &uncaught):
		return uncaught.Code
	}
	t.Fatalf("unexpected end: %v", err)
	return -1
}

func runOracle(t *testing.T, node, file string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, node, file)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return fmt.Sprintf("%sexit status %d\n", out, cmd.ProcessState.ExitCode())
}

// testLog passes standard error to the test's log.
type testLog struct {
	t interface{ Logf(string, ...any) }
}

func (l *testLog) Write(b []byte) (int, error) {
	l.t.Logf("stderr: %s", b)
	return len(b), nil
}
