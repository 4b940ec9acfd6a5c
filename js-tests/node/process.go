package nodetests

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// process is one test about to run.
type process struct {
	argv  []string
	dir   string   // working directory
	env   []string // complete
	home  string   // folder of the process alone: its output, its temporary files
	limit time.Duration
}

// Output beyond this ends a test; no passing one comes near it.
const (
	floodLimit = 64 << 20
	floodCheck = 500 * time.Millisecond
	keptOutput = 1 << 20
)

// run starts the process, waits for its end or its limit, and then kills
// whatever it left behind. Output goes to files, as with tools/test.py: with
// pipes a left child would keep the runner waiting.
func (p *process) run(ctx context.Context) (o outcome, err error) {
	stdout, err := os.Create(filepath.Join(p.home, "stdout"))
	if err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, stdout.Close()) }()
	stderr, err := os.Create(filepath.Join(p.home, "stderr"))
	if err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, stderr.Close()) }()

	cmd := exec.Command(p.argv[0], p.argv[1:]...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = p.dir, p.env, stdout, stderr
	ownGroup(cmd)
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return o, err
	}
	waitErr := p.wait(ctx, cmd, &o, stdout, stderr)
	o.duration = time.Since(start)
	if err := killMarked(p.home); err != nil {
		return o, err
	}
	var exit *exec.ExitError
	if waitErr != nil && !errors.As(waitErr, &exit) {
		return o, waitErr
	}
	o.exit, o.signal = cmd.ProcessState.ExitCode(), endingSignal(cmd.ProcessState)
	return o, p.readOutput(&o)
}

// wait returns after the process has ended and its group has been killed.
func (p *process) wait(ctx context.Context, cmd *exec.Cmd, o *outcome, output ...*os.File) error {
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	limit := time.NewTimer(p.limit)
	defer limit.Stop()
	size := time.NewTicker(floodCheck)
	defer size.Stop()
	for {
		select {
		case err := <-done:
			return errors.Join(err, killGroup(cmd.Process.Pid))
		case <-size.C:
			if !flooded(output) {
				continue
			}
			o.flooded = true
		case <-limit.C:
			o.limit = p.limit
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), killGroup(cmd.Process.Pid), ignoreExit(<-done))
		}
		return errors.Join(killGroup(cmd.Process.Pid), <-done)
	}
}

// ignoreExit drops the way a process ended that was killed on purpose.
func ignoreExit(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil
	}
	return err
}

func flooded(files []*os.File) bool {
	for _, f := range files {
		if info, err := f.Stat(); err == nil && info.Size() > floodLimit {
			return true
		}
	}
	return false
}

func (p *process) readOutput(o *outcome) (err error) {
	if o.stdout, err = readStart(filepath.Join(p.home, "stdout")); err != nil {
		return err
	}
	o.stderr, err = readStart(filepath.Join(p.home, "stderr"))
	return err
}

// readStart reads what is kept of a file.
func readStart(name string) (text string, err error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	data := make([]byte, min(info.Size(), keptOutput))
	n, err := f.ReadAt(data, 0)
	if err != nil {
		return "", fmt.Errorf("output of a test: %w", err)
	}
	return string(data[:n]), nil
}

// foreign are variables of the caller that would change how tests behave.
var foreign = []string{"NODE_", "GONODE_", "TEST_"}

// inherited is the environment of the runner without what is for others.
func inherited() []string {
	var env []string
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		if name == "NO_COLOR" || name == "FORCE_COLOR" || name == "TMPDIR" || hasPrefix(name, foreign) {
			continue
		}
		env = append(env, pair)
	}
	return env
}

func hasPrefix(name string, prefixes []string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// removeAll deletes the folder of a test, also where the test took permissions
// away.
func removeAll(dir string) error {
	if os.RemoveAll(dir) == nil {
		return nil
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			return errors.Join(os.Chmod(path, 0o700), ignorePermission(err))
		}
		return ignorePermission(err)
	})
	return errors.Join(ignorePermission(err), os.RemoveAll(dir))
}

func ignorePermission(err error) error {
	if errors.Is(err, os.ErrPermission) || errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
