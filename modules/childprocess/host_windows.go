package childprocess

import (
	"errors"
	"os"
	"strings"
	"syscall"
)

// Host starts processes of the machine. On Windows a child's streams can be
// inherited or ignored; there are no pipes to it yet, and with them no IPC.
func Host() System { return host{} }

type host struct{}

var _ System = host{}

// Pipe fails with ENOTSUP.
func (host) Pipe() (ours, theirs int, err error) {
	return NoFile, NoFile, errors.Join(errors.New("pipes to child processes"), syscall.ENOTSUP)
}

// Close has nothing to close: see Pipe.
func (host) Close(int) {}

// Spawn starts a process.
func (host) Spawn(spec Spec) (Process, error) {
	if spec.UID != nil || spec.GID != nil {
		return nil, syscall.ENOTSUP
	}
	name, err := lookPath(spec)
	if err != nil {
		return nil, err
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	defer null.Close()
	files, err := windowsFiles(spec.Files, null)
	if err != nil {
		return nil, err
	}
	sys := &syscall.SysProcAttr{HideWindow: spec.HideWindow}
	if spec.Detached {
		const detachedProcess = 0x00000008
		sys.CreationFlags = syscall.CREATE_NEW_PROCESS_GROUP | detachedProcess
	}
	if spec.VerbatimArguments {
		sys.CmdLine = strings.Join(spec.Args, " ")
	}
	p, err := os.StartProcess(name, spec.Args, &os.ProcAttr{Dir: spec.Dir, Env: spec.Env, Files: files, Sys: sys})
	if err != nil {
		return nil, err
	}
	return &hostProcess{p}, nil
}

// windowsFiles knows the three standard streams, which is all that a Windows
// process inherits.
func windowsFiles(list []int, null *os.File) ([]*os.File, error) {
	files := make([]*os.File, len(list))
	for i, fd := range list {
		switch fd {
		case NoFile:
			files[i] = null
		case 0:
			files[i] = os.Stdin
		case 1:
			files[i] = os.Stdout
		case 2:
			files[i] = os.Stderr
		default:
			return nil, syscall.ENOTSUP
		}
	}
	return files, nil
}

// lookPath looks for the program in the PATH of the child's environment, with
// the endings of programs.
func lookPath(spec Spec) (string, error) {
	if strings.ContainsAny(spec.File, `\/:`) {
		return spec.File, nil
	}
	for _, entry := range spec.Env {
		key, path, ok := strings.Cut(entry, "=")
		if !ok || !strings.EqualFold(key, "PATH") {
			continue
		}
		for _, dir := range strings.Split(path, ";") {
			for _, ending := range []string{"", ".com", ".exe"} {
				candidate := dir + `\` + spec.File + ending
				if info, err := os.Stat(candidate); err == nil && !info.IsDir() {
					return candidate, nil
				}
			}
		}
	}
	return "", syscall.ENOENT
}

// hostProcess is a child of this program.
type hostProcess struct{ os *os.Process }

var _ Process = (*hostProcess)(nil)

// Pid is the number of the process.
func (p *hostProcess) Pid() int { return p.os.Pid }

// Wait waits for the end.
func (p *hostProcess) Wait() (Status, error) {
	state, err := p.os.Wait()
	if err != nil {
		return Status{}, err
	}
	return Status{Code: state.ExitCode()}, nil
}

// Signal knows one way to end a process, whatever the signal.
func (p *hostProcess) Signal(sig syscall.Signal) error {
	switch sig {
	case 0:
		return nil
	case syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT:
		return p.os.Kill()
	}
	return syscall.ENOSYS
}
