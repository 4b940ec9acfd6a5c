package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// commandVariable makes the test program be the command, for tests that need a
// process of its own.
const commandVariable = "GONODE_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(commandVariable) != "" {
		main()
	}
	os.Exit(m.Run())
}

// gonode is the command as a process.
func gonode(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, args...)
	cmd.Env = append(os.Environ(), commandVariable+"=1", "NODE_OPTIONS=")
	return cmd
}

// result is what one call of run did.
type result struct {
	code     int
	out, err string
}

// call runs the command in this process.
func call(stdin string, args ...string) result {
	var out, err bytes.Buffer
	var in io.Reader = strings.NewReader(stdin)
	code := run(append([]string{"gonode"}, args...), in, &out, &err)
	return result{code, out.String(), err.String()}
}

// inFolder makes a folder with files and goes there.
func inFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}
