//go:build unix

package runtime

import (
	"os"
	"syscall"

	"github.com/gonode/gonode/modules/process"
)

// hostDirectory is the program's own working directory.
type hostDirectory struct{}

var _ process.Directory = hostDirectory{}

// Getwd asks the kernel: os.Getwd trusts $PWD, which may go through symbolic
// links.
func (hostDirectory) Getwd() (string, error) { return syscall.Getwd() }

func (hostDirectory) Chdir(path string) error { return os.Chdir(path) }

// Umask can only read the mask by setting it.
func (hostDirectory) Umask(mask int) int {
	if mask >= 0 {
		return syscall.Umask(mask & 0o777)
	}
	old := syscall.Umask(0)
	syscall.Umask(old)
	return old
}
