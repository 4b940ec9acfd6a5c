package nodetests

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// detach puts cmd into a session of its own, as detached children of Node are.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// TestNoProcessIsLeft runs tests that leave a detached child behind, at their
// end and at their limit.
func TestNoProcessIsLeft(t *testing.T) {
	for _, ending := range []string{"exit 0", "hang"} {
		pidFile := filepath.Join(t.TempDir(), "pid")
		o := runScript(t, "child "+pidFile+"\n"+ending+"\n", 2*time.Second)
		text, err := os.ReadFile(pidFile)
		if err != nil {
			t.Fatal(err, o)
		}
		pid, err := strconv.Atoi(string(text))
		if err != nil {
			t.Fatal(err)
		}
		if alive(t, pid) {
			t.Errorf("%s: process %d is left", ending, pid)
		}
	}
}

// alive tells whether a process runs; one that only waits to be reaped does
// not.
func alive(t *testing.T, pid int) bool {
	t.Helper()
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
		return false
	}
	if err != nil {
		t.Fatal(err)
	}
	state := strings.TrimSpace(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	return state[0] != 'Z'
}
