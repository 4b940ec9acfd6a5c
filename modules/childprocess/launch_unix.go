//go:build unix

package childprocess

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// defaultPath is where execvp looks without a PATH.
const defaultPath = "/bin:/usr/bin"

// launch finds the program as execvp does, in the PATH of the child's own
// environment, and runs it; a text file without #! is run by the shell.
func launch(spec Spec, attr *syscall.ProcAttr) (pid int, err error) {
	if spec.File == "" {
		return 0, syscall.ENOENT
	}
	if strings.Contains(spec.File, "/") {
		return start(spec.File, spec, attr)
	}
	err = syscall.ENOENT
	for _, dir := range filepath.SplitList(searchPath(spec.Env)) {
		if dir == "" {
			dir = "."
		}
		candidate := dir + "/" + spec.File
		failure := findable(candidate, spec.Dir)
		if failure == nil {
			pid, failure = start(candidate, spec, attr)
		}
		switch {
		case failure == nil:
			return pid, nil
		case errors.Is(failure, syscall.EACCES):
			err = syscall.EACCES // unless a later one can be run
		case !elsewhere(failure):
			return 0, failure
		}
	}
	return 0, err
}

func searchPath(env []string) string {
	for _, entry := range env {
		if path, ok := strings.CutPrefix(entry, "PATH="); ok {
			return path
		}
	}
	return defaultPath
}

// findable spares a fork for most of the directories in the PATH.
func findable(path, dir string) error {
	if !filepath.IsAbs(path) && dir != "" {
		path = filepath.Join(dir, path)
	}
	return unix.Access(path, unix.F_OK)
}

// elsewhere reports whether execvp goes on to the next directory.
func elsewhere(err error) bool {
	for _, errno := range []syscall.Errno{syscall.ENOENT, syscall.ENOTDIR, syscall.ESTALE, syscall.ENODEV, syscall.ETIMEDOUT} {
		if errors.Is(err, errno) {
			return true
		}
	}
	return false
}

// shell runs files that the kernel cannot.
const shell = "/bin/sh"

func start(path string, spec Spec, attr *syscall.ProcAttr) (int, error) {
	pid, err := syscall.ForkExec(path, spec.Args, attr)
	if errors.Is(err, syscall.ENOEXEC) {
		args := []string{shell, path}
		if len(spec.Args) > 1 {
			args = append(args, spec.Args[1:]...)
		}
		return syscall.ForkExec(shell, args, attr)
	}
	return pid, err
}
