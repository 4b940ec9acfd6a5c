package childprocess

import (
	"fmt"
	"os"
	"syscall"

	"github.com/gonode/gonode/internal/nodeerr"
)

// System starts processes. Host and Denied give one; an embedder that wants to
// allow some programs only puts its own in front of Host.
//
// Pipe and Spawn run on the loop goroutine and must not hold it up for longer
// than starting a process takes. Errors are Go's: a syscall.Errno, or anything
// that wraps one or an error of package io/fs.
type System interface {
	// Pipe makes a connected pair of descriptors: our end, non-blocking, and
	// the one that a child gets. No other program that is started inherits
	// them.
	Pipe() (ours, theirs int, err error)
	// Close closes a descriptor that Pipe gave.
	Close(fd int)
	// Spawn starts a process.
	Spawn(Spec) (Process, error)
}

// Spec describes a process to start.
type Spec struct {
	// File is the program; without a slash it is looked for in the PATH of
	// Env.
	File string
	Args []string // argv, from argv[0] on
	Env  []string // "key=value" entries
	Dir  string   // working directory; "" for the own one
	// Files are the descriptors that the process has as 0, 1, ...: numbers of
	// this program's, or NoFile for the null device (0, 1, 2) or none at all.
	// The first three are made blocking, because few programs expect anything
	// else there.
	Files []int
	// KeepFlags are those of Files that this program needs as they are.
	KeepFlags []int
	// UID and GID change the user and the group.
	UID, GID *uint32
	// Detached makes the process the leader of a session of its own.
	Detached bool
	// HideWindow and VerbatimArguments mean something on Windows only.
	HideWindow, VerbatimArguments bool
}

// NoFile stands in Spec.Files for no descriptor.
const NoFile = -1

// Process is a process that was started.
type Process interface {
	Pid() int
	// Wait waits for the end, and frees what the system keeps about the
	// process. It is called once, on a goroutine of its own.
	Wait() (Status, error)
	// Signal sends a signal; 0 only looks whether the process is there. For
	// one that has ended the error is os.ErrProcessDone or ESRCH.
	Signal(sig syscall.Signal) error
}

// Status is how a process ended: with an exit code, or by a signal.
type Status struct {
	Code   int
	Signal syscall.Signal // 0 unless a signal ended it
}

// Denied starts nothing: every spawn fails with EACCES.
func Denied() System { return denied{} }

type denied struct{}

var _ System = denied{}

// Pipe is refused.
func (denied) Pipe() (ours, theirs int, err error) { return NoFile, NoFile, errDenied("pipe") }

// Close has nothing to close.
func (denied) Close(int) {}

// Spawn is refused.
func (denied) Spawn(Spec) (Process, error) { return nil, errDenied("spawn") }

func errDenied(call string) error {
	return nodeerr.FromCode("EACCES", call, fmt.Errorf("this runtime may not start processes: %w", os.ErrPermission))
}
