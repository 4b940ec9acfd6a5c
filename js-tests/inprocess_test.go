package jstests

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

// TestInProcess runs the files that allow it in runtimes inside the test
// binary, several at a time, and wants no goroutine of theirs to be left.
func TestInProcess(t *testing.T) {
	requireCanaries(t, func(t *testing.T, f *testFile) outcome { return runInProcess(t, f, "") })
	t.Run("files", func(t *testing.T) {
		for _, f := range loadSuite(t) {
			for _, net := range f.transports() {
				t.Run(subtestName(f.name, net), func(t *testing.T) {
					t.Parallel()
					f.skipElsewhere(t)
					if f.own != "" {
						t.Skipf("needs a process of its own: %s", f.own)
					}
					report(t, &f, runInProcess(t, &f, net))
				})
			}
		}
	})
	goleak.VerifyNone(t)
}

// runInProcess runs f in a runtime that is open to the host, but has standard
// streams and an environment of its own.
func runInProcess(t *testing.T, f *testFile, net string) outcome {
	t.Helper()
	var stdin io.Reader
	if f.stdin != nil {
		stdin = strings.NewReader(*f.stdin)
	}
	var stdout, stderr bytes.Buffer
	rt, err := runtime.New(
		runtime.WithHost(),
		runtime.WithStdio(stdin, &stdout, &stderr),
		runtime.WithArgs(f.args...),
		runtime.WithEnv(append(childEnv(tempDir(t), net), f.env...)...),
		runtime.WithNetwork(transport.Host(transport.HostOptions{Pumps: net == "pump"})),
	)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), f.timeout)
	defer cancel()
	exit, crash := ending(rt.RunFile(ctx, f.path))
	if err := rt.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
	return outcome{exit: exit, stdout: stdout.String(), stderr: stderr.String() + crash, timedOut: ctx.Err() != nil}
}

// ending says with what the command would end: the exit code, and what it
// would print about an uncaught exception.
func ending(err error) (code int, crash string) {
	var exit *runtime.ExitError
	var uncaught *runtime.UncaughtError
	switch {
	case err == nil:
		return 0, ""
	case errors.As(err, &exit):
		return exit.Code, ""
	case errors.As(err, &uncaught):
		return uncaught.Code, uncaught.Report
	}
	return -1, fmt.Sprintf("%T: %v\n", err, err)
}
