package runtime

import (
	"os"

	"github.com/gonode/gonode/modules/process"
)

// hostDirectory is the program's own working directory.
type hostDirectory struct{}

var _ process.Directory = hostDirectory{}

func (hostDirectory) Getwd() (string, error) { return os.Getwd() }

func (hostDirectory) Chdir(path string) error { return os.Chdir(path) }

// Umask knows no mask: Windows has none.
func (hostDirectory) Umask(int) int { return 0 }
