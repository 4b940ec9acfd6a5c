package nodetests

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
)

// Names inside the folder of the lists.
const (
	statusFile   = "status.txt"
	listsFolder  = "tests"
	canaryFolder = "canaries"
)

// ErrNoSuite means that a folder is not Node's test folder.
var ErrNoSuite = errors.New("not Node's test folder: it has no common/index.js")

// findSuite returns the absolute path of Node's test folder, given that folder
// or the one around it.
func findSuite(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for _, candidate := range []string{abs, filepath.Join(abs, "test")} {
		if _, err := os.Stat(filepath.Join(candidate, "common", "index.js")); err == nil {
			return filepath.EvalSymlinks(candidate)
		}
	}
	return "", fmt.Errorf("%s: %w", dir, ErrNoSuite)
}

// checkFiles wants every counted test to be in the suite.
func checkFiles(suite string, tests []Test) error {
	var missing []error
	for _, t := range tests {
		if _, err := os.Stat(filepath.Join(suite, filepath.FromSlash(t.Path))); err != nil && t.Excluded == "" {
			missing = append(missing, fmt.Errorf("the list of %s: %w", t.Area, err))
		}
	}
	return errors.Join(missing...)
}

// Build makes the gonode command in dir. moduleDir is any folder of this
// module.
func Build(ctx context.Context, moduleDir, dir string) (string, error) {
	name := filepath.Join(dir, "gonode")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-o", name, "github.com/gonode/gonode/cmd/gonode")
	cmd.Dir = moduleDir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building cmd/gonode: %w\n%s", err, out)
	}
	return name, nil
}

var versionNumber = regexp.MustCompile(`^v(\d+)\.\d+\.\d+`)

// nodeMajor asks a real Node for its version.
func nodeMajor(ctx context.Context, node string) (int, error) {
	out, err := exec.CommandContext(ctx, node, "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("%s --version: %w", node, err)
	}
	m := versionNumber.FindSubmatch(out)
	if m == nil {
		return 0, fmt.Errorf("%s --version says %q", node, out)
	}
	return strconv.Atoi(string(m[1]))
}

// exitBadOption is Node's exit code, and gonode's, for an unknown flag.
const exitBadOption = 9

// acceptedFlags returns those flags that the executable takes.
func acceptedFlags(ctx context.Context, executable, home string, flags []string) (map[string]bool, error) {
	empty := filepath.Join(home, "empty.js")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		return nil, err
	}
	accepted := map[string]bool{}
	for _, flag := range flags {
		if _, known := accepted[flag]; known {
			continue
		}
		var err error
		if accepted[flag], err = accepts(ctx, executable, flag, empty); err != nil {
			return nil, err
		}
	}
	return accepted, nil
}

func accepts(ctx context.Context, executable, flag, script string) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, DefaultLimit)
	defer cancel()
	err := exec.CommandContext(ctx, executable, flag, script).Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return false, err
	}
	return err == nil || exit.ExitCode() != exitBadOption, nil
}
