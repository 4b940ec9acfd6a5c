//go:build unix

package childprocess

import (
	"errors"
	"os"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"
)

// Host starts processes of the machine.
func Host() System { return host{} }

type host struct{}

var _ System = host{}

// Pipe makes a pair of UNIX sockets, which is what Node's children have as
// their standard streams.
func (host) Pipe() (ours, theirs int, err error) {
	syscall.ForkLock.RLock()
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(pair[0])
		unix.CloseOnExec(pair[1])
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return NoFile, NoFile, os.NewSyscallError("socketpair", err)
	}
	if err := unix.SetNonblock(pair[0], true); err != nil {
		closePair(pair)
		return NoFile, NoFile, os.NewSyscallError("fcntl", err)
	}
	return pair[0], pair[1], nil
}

func closePair(pair [2]int) {
	host{}.Close(pair[0])
	host{}.Close(pair[1])
}

// Close closes a descriptor, which is released whatever close returns.
func (host) Close(fd int) { _ = unix.Close(fd) }

// Spawn starts a process as execvp would: see launch.
func (host) Spawn(spec Spec) (Process, error) {
	files, null, err := openFiles(spec)
	if err != nil {
		return nil, err
	}
	defer null.close()
	attr := &syscall.ProcAttr{Dir: spec.Dir, Env: spec.Env, Files: files, Sys: sysAttr(spec)}
	pid, err := launch(spec, attr)
	if err != nil {
		return nil, err
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return nil, err
	}
	return &hostProcess{pid: pid, os: p}, nil
}

// sysAttr holds what goes beyond a plain exec.
func sysAttr(spec Spec) *syscall.SysProcAttr {
	sys := &syscall.SysProcAttr{Setsid: spec.Detached}
	if spec.UID == nil && spec.GID == nil {
		return sys
	}
	// Only root may drop the supplementary groups; for others it is no error.
	sys.Credential = &syscall.Credential{
		Uid: uint32(os.Getuid()), Gid: uint32(os.Getgid()), NoSetGroups: os.Geteuid() != 0,
	}
	if spec.UID != nil {
		sys.Credential.Uid = *spec.UID
	}
	if spec.GID != nil {
		sys.Credential.Gid = *spec.GID
	}
	return sys
}

// nullDevice is the null device, once something needs it.
type nullDevice struct{ file *os.File }

func (n *nullDevice) open() (uintptr, error) {
	if n.file == nil {
		f, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
		if err != nil {
			return 0, err
		}
		n.file = f
	}
	return n.file.Fd(), nil
}

// close ends the use of a device that was only read from and written to, so
// that closing it has nothing to report.
func (n *nullDevice) close() {
	if n.file != nil {
		_ = n.file.Close()
	}
}

// openFiles turns Spec.Files into what the fork duplicates. A flag that it
// changes belongs to everyone who has the file open, as with libuv.
func openFiles(spec Spec) ([]uintptr, *nullDevice, error) {
	const standard = 3
	null := &nullDevice{}
	files := make([]uintptr, len(spec.Files))
	for i, fd := range spec.Files {
		switch {
		case fd != NoFile:
			files[i] = uintptr(fd)
			if i < standard && !slices.Contains(spec.KeepFlags, fd) {
				// A bad descriptor is an error of the spawn itself.
				_ = unix.SetNonblock(fd, false)
			}
		case i < standard:
			n, err := null.open()
			if err != nil {
				null.close()
				return nil, nil, err
			}
			files[i] = n
		default:
			files[i] = ^uintptr(0)
		}
	}
	return files, null, nil
}

// hostProcess is a child of this program.
type hostProcess struct {
	pid int
	os  *os.Process
}

var _ Process = (*hostProcess)(nil)

// Pid is the number of the process.
func (p *hostProcess) Pid() int { return p.pid }

// Wait waits for the end and reaps the process.
func (p *hostProcess) Wait() (Status, error) {
	state, err := p.os.Wait()
	if err != nil {
		return Status{}, err
	}
	ws, ok := state.Sys().(syscall.WaitStatus)
	if !ok {
		return Status{}, errors.New("childprocess: unknown form of exit status")
	}
	if ws.Signaled() {
		return Status{Signal: ws.Signal()}, nil
	}
	return Status{Code: ws.ExitStatus()}, nil
}

// Signal sends a signal, but never to another process that got the number
// since.
func (p *hostProcess) Signal(sig syscall.Signal) error { return p.os.Signal(sig) }
