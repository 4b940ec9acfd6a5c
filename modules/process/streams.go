package process

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// installStreams defines stdout, stdin and stderr, each made on first use.
func (m *Module) installStreams() {
	for _, s := range []struct {
		name string
		fd   int
	}{{"stdout", 1}, {"stdin", 0}, {"stderr", 2}} {
		m.accessor(s.name, true, func() goja.Value { return m.Stream(s.fd) }, nil)
	}
	m.methods(binding.Method{Name: "openStdin", Fn: func(goja.FunctionCall) goja.Value {
		stdin := m.Stream(0)
		m.e.CallMethod(stdin.(*goja.Object), "resume")
		return stdin
	}})
}

// Stream is process.stdin, stdout or stderr.
func (m *Module) Stream(fd int) goja.Value {
	if m.streams[fd] == nil {
		m.streams[fd] = m.deps.Stream(fd)
	}
	return m.streams[fd]
}

// MadeStream returns the stream when somebody has already asked for it.
func (m *Module) MadeStream(fd int) (*goja.Object, bool) {
	obj, ok := m.streams[fd].(*goja.Object)
	return obj, ok
}
