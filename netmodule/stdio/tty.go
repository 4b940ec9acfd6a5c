package stdio

import (
	"os"

	"github.com/gonode/gonode/internal/terminal"
)

// IsTerminal reports whether f is a terminal.
func IsTerminal(f *os.File) bool {
	raw, err := f.SyscallConn()
	return err == nil && terminal.IsTerminal(raw)
}
