//go:build !unix

package nodetests

import (
	"os"
	"os/exec"
)

// ownGroup does nothing: only the test itself is killed here, its children are
// not.
func ownGroup(*exec.Cmd) {}

func killGroup(pid int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return nil // it has ended
	}
	if err := p.Kill(); err != nil && err != os.ErrProcessDone && !os.IsPermission(err) {
		return err
	}
	return p.Release()
}

func endingSignal(*os.ProcessState) string { return "" }

func hostSettings() error { return nil }
