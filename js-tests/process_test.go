package jstests

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// runOwnProcess runs f with the executable bin in a process of its own.
func runOwnProcess(t *testing.T, bin string, f *testFile, transport string) outcome {
	t.Helper()
	dir := tempDir(t)
	ctx, cancel := context.WithTimeout(t.Context(), f.timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, append([]string{f.path}, f.args...)...)
	cmd.Dir = dir
	cmd.Env = append(childEnv(dir, transport), f.env...)
	cmd.WaitDelay = 5 * time.Second
	if f.stdin != nil {
		cmd.Stdin = strings.NewReader(*f.stdin)
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && ctx.Err() == nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{
		exit:     cmd.ProcessState.ExitCode(),
		stdout:   stdout.String(),
		stderr:   stderr.String(),
		timedOut: ctx.Err() != nil,
	}
}

// tempDir makes a folder with a short name, as UNIX socket paths are limited to
// about 100 bytes. Its subfolder "denied" is closed to everyone but root.
func tempDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "js-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		t.Fatal(err)
	}
	// Readable by others: a test may give up its user id.
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "denied"), 0); err != nil {
		t.Fatal(err)
	}
	return dir
}

// childEnv is the environment of the test binary without what would change how
// a file behaves.
func childEnv(dir, transport string) []string {
	var env []string
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		switch {
		case strings.HasPrefix(name, "NODE_"), strings.HasPrefix(name, "GONODE_"), name == "FORCE_COLOR", name == "NO_COLOR":
		default:
			env = append(env, kv)
		}
	}
	env = append(env, "JSTESTS_TMPDIR="+dir)
	if transport != "" {
		env = append(env, "GONODE_NET_TRANSPORT="+transport)
	}
	return env
}

// built is the gonode binary of this test run, made on first use.
var built struct {
	once sync.Once
	dir  string
	path string
	err  error
}

// gonode builds the command once, with the race detector when the tests have
// it.
func gonode(t *testing.T) string {
	t.Helper()
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "gonode-"); built.err != nil {
			return
		}
		built.path = filepath.Join(built.dir, "gonode")
		if runtime.GOOS == "windows" {
			built.path += ".exe"
		}
		args := []string{"build", "-o", built.path}
		if raceEnabled {
			args = append(args, "-race")
		}
		cmd := exec.Command("go", append(args, "../cmd/gonode")...)
		if out, err := cmd.CombinedOutput(); err != nil {
			built.err = errors.New(strings.TrimSpace(string(out)) + "\n" + err.Error())
		}
	})
	if built.err != nil {
		t.Fatalf("building cmd/gonode: %v", built.err)
	}
	return built.path
}

func TestMain(m *testing.M) {
	code := m.Run()
	if built.dir != "" {
		if err := os.RemoveAll(built.dir); err != nil {
			println("removing the built gonode:", err.Error())
			code = max(code, 1)
		}
	}
	os.Exit(code)
}
