package nodetests

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// killMarked ends every process that has home in its environment as its
// NODE_TEST_DIR: a detached child is in no group that the test leads. It looks
// again until none is left, as one may start another meanwhile.
func killMarked(home string) error {
	mark := []byte("NODE_TEST_DIR=" + home + "\x00")
	for range 1000 {
		found, err := killWithEnv(mark)
		if err != nil || found == 0 {
			return err
		}
		time.Sleep(time.Millisecond) // the kernel is about to end them
	}
	return errors.New("a process that a test left does not end")
}

func killWithEnv(mark []byte) (found int, err error) {
	files, err := filepath.Glob("/proc/[0-9]*/environ")
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		env, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(append([]byte{0}, env...), append([]byte{0}, mark...)) {
			continue // ended, or another's: its environment cannot be read
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil {
			return found, err
		}
		found++
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
			return found, os.NewSyscallError("kill", err)
		}
	}
	return found, nil
}
