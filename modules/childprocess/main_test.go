package childprocess_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/runtime"
)

// childScript holds the script that the test binary runs in place of its tests
// when a test forks it.
const childScript = "CHILDPROCESS_TEST_SCRIPT"

func TestMain(m *testing.M) {
	if script, ok := os.LookupEnv(childScript); ok {
		os.Exit(runChild(script))
	}
	goleak.VerifyTestMain(m)
}

func runChild(script string) int {
	channel := childprocess.ChannelOf(os.LookupEnv, func(name string) { _ = os.Unsetenv(name) })
	rt, err := runtime.New(runtime.WithHost(), runtime.WithChannel(channel))
	if err == nil {
		defer rt.Close()
		_, err = rt.RunString(context.Background(), "child", script)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
