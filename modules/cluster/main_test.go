//go:build unix

package cluster_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/runtime"
)

// The test binary runs the script in workerScript in place of its tests when a
// test has made it a worker; with noPoller its loop polls no sockets.
const (
	workerScript = "CLUSTER_TEST_SCRIPT"
	noPoller     = "CLUSTER_TEST_NO_POLLER"
)

func TestMain(m *testing.M) {
	if script, ok := os.LookupEnv(workerScript); ok {
		os.Exit(runWorker(script))
	}
	goleak.VerifyTestMain(m)
}

func runWorker(script string) int {
	channel := childprocess.ChannelOf(os.LookupEnv, func(name string) { _ = os.Unsetenv(name) })
	opts := []runtime.Option{runtime.WithHost(), runtime.WithChannel(channel)}
	if _, ok := os.LookupEnv(noPoller); ok {
		opts = append(opts, runtime.WithWaitMode(eventloop.WaitChannel))
	}
	rt, err := runtime.New(opts...)
	if err == nil {
		defer rt.Close()
		_, err = rt.RunString(context.Background(), "worker", script)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// run runs the script of a primary whose workers run the other script, and
// returns what it printed.
func run(t *testing.T, primary, worker string, opts ...runtime.Option) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	rt, err := runtime.New(append([]runtime.Option{
		runtime.WithHost(), runtime.WithStdio(nil, &out, &out), runtime.WithExecPath(self, self),
		runtime.WithEnv(workerScript + "=" + worker),
	}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	// The script has no file of its own, which workers would run.
	setup := `const cluster = require('cluster'); cluster.setupPrimary({ exec: 'worker' });`
	if _, err := rt.RunString(context.Background(), "primary", setup+primary); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if err := rt.Close(); err != nil {
		t.Error(err)
	}
	return out.String()
}
