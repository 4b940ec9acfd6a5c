package runtime

import (
	"os"

	"github.com/gonode/gonode/internal/terminal"
)

// terminal is the device behind a descriptor: one of the standard streams, or
// any of the program's when the runtime is open to the host.
func (rt *Runtime) terminal(fd int) (terminal.Device, bool) {
	if fd > 2 {
		return terminal.FD(fd), rt.cfg.hostDescriptors
	}
	stream := any(rt.cfg.stdio.in)
	if fd > 0 {
		stream = rt.output(fd).Writer()
	}
	f, ok := stream.(*os.File)
	if !ok {
		return nil, false
	}
	raw, err := f.SyscallConn()
	return raw, err == nil
}
