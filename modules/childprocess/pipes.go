package childprocess

import (
	"io"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// pipes are the streams of one child while it is being started.
type pipes struct {
	entries []*goja.Object // options.stdio
	files   []int          // what the child gets
	ours    []int          // our ends of its pipes
	theirs  []int          // to be closed here
	// keepFlags are descriptors that sockets of the script go on using.
	keepFlags []int
	// relays take what the child writes to an inherited output that is no
	// file of this program.
	relays []io.Writer
	err    error
}

// newPipes looks at options.stdio: entries of type ignore, inherit, fd, wrap,
// pipe and overlapped.
func (m *Module) newPipes(options *goja.Object) *pipes {
	list := options.Get("stdio").(*goja.Object)
	n := int(list.Get("length").ToInteger())
	p := &pipes{entries: make([]*goja.Object, n), files: make([]int, n), ours: make([]int, n), relays: make([]io.Writer, n)}
	for i := range n {
		p.entries[i] = list.Get(m.vm.ToValue(i).String()).(*goja.Object)
		p.files[i], p.ours[i] = NoFile, NoFile
		if p.err == nil {
			p.err = p.open(m, i)
		}
	}
	return p
}

func (p *pipes) open(m *Module, i int) (err error) {
	switch entry := p.entries[i]; entry.Get("type").String() {
	case "pipe", "overlapped":
		return p.pipe(m, i)
	case "inherit", "fd":
		fd := int(entry.Get("fd").ToInteger())
		p.files[i], err = m.deps.Descriptor(fd)
		if err == nil && p.files[i] == NoFile && fd != 0 {
			p.relays[i] = m.deps.Output(fd)
			return p.pipe(m, i)
		}
	case "wrap":
		fd, keep := m.deps.Net().HandleFD(entry.Get("handle").(*goja.Object))
		if fd < 0 {
			return syscall.EBADF
		}
		if keep {
			p.keepFlags = append(p.keepFlags, fd)
		}
		p.files[i] = fd
	}
	return err
}

func (p *pipes) pipe(m *Module, i int) (err error) {
	p.ours[i], p.files[i], err = m.deps.System.Pipe()
	if err == nil {
		p.theirs = append(p.theirs, p.files[i])
	}
	return err
}

// connect closes what belongs to the child and opens our ends.
func (p *pipes) connect(m *Module) {
	for _, fd := range p.theirs {
		m.deps.System.Close(fd)
	}
	for i, entry := range p.entries {
		if p.ours[i] == NoFile {
			m.offerNothing(entry)
			continue
		}
		var err error
		if p.relays[i] != nil {
			err = m.relay(p.ours[i], p.relays[i])
		} else {
			err = m.offer(entry, p.ours[i])
		}
		if err != nil {
			m.deps.System.Close(p.ours[i])
			panic(nodeerr.FromGo(err, "open").Object(m.vm))
		}
	}
}

// offer gives an entry functions that make a socket or a channel of our end,
// and one that closes it instead.
func (m *Module) offer(entry *goja.Object, fd int) error {
	closer := func(fn func()) binding.Method {
		return binding.Method{Name: "close", Fn: func(goja.FunctionCall) goja.Value { fn(); return nil }}
	}
	if truthy(entry, "ipc") {
		l, err := m.openLink(fd)
		if err != nil {
			return err
		}
		binding.Methods(m.vm, entry, closer(l.close),
			binding.Method{Name: "channel", Fn: func(goja.FunctionCall) goja.Value { return m.newChannel(l) }})
		return nil
	}
	conn, err := m.deps.Pipes().OpenFD(fd)
	if err != nil {
		return err
	}
	binding.Methods(m.vm, entry, closer(func() { conn.Close(nil) }),
		binding.Method{Name: "socket", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.deps.Net().NewSocket(conn, c.Argument(0).ToBoolean())
		}})
	return nil
}

// offerNothing lets an entry whose pipe could not be made have a socket that
// is at its end, so that scripts can listen for the 'error' of the child.
func (m *Module) offerNothing(entry *goja.Object) {
	binding.Methods(m.vm, entry, binding.Method{Name: "socket", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		obj, err := m.vm.New(m.deps.Net().SocketConstructor())
		if err != nil {
			panic(err)
		}
		if c.Argument(0).ToBoolean() {
			m.e.CallMethod(obj, "push", goja.Null())
			m.e.CallMethod(obj, "end")
		}
		return obj
	}})
}

// relay copies what a child writes to an output of the script.
func (m *Module) relay(fd int, to io.Writer) error {
	conn, err := m.deps.Pipes().OpenFD(fd)
	if err != nil {
		return err
	}
	conn.Start(&relay{conn, to})
	conn.ReadStart()
	return nil
}

// relay is the receiver of such a copy.
type relay struct {
	conn transport.Conn
	to   io.Writer
}

var _ transport.Handler = (*relay)(nil)

// OnRead copies a piece. Like the child itself, nobody here could do anything
// about an output that takes nothing any more; the child reads the end.
func (r *relay) OnRead(b []byte) bool {
	if _, err := r.to.Write(b); err != nil {
		r.conn.Close(nil)
	}
	return false
}

// OnReadError is an end.
func (r *relay) OnReadError(error) { r.OnEOF() }

// OnEOF ends the copying.
func (r *relay) OnEOF() { r.conn.Close(nil) }
